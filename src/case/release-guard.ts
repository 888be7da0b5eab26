/** The last look at a release: its files are opened as a stranger would open them, and looked through for what stays. */
import { InquestError } from "../core/index.ts";
import {
  type LeakFound,
  type ReleasePackage,
  type Sought,
  scanForLeaks,
  toUnreadText,
} from "../release/index.ts";

const HOUR_MS = 3_600_000;
const NAMED = 8;

/**
 * @throws InquestError "case/release-leaks" (decision), which tells the file and of whom, and never the words;
 *   "case/release-unread" (internal) for a file of a release that could not be looked through.
 */
export async function requireNoLeaks(
  { files }: Pick<ReleasePackage, "files">,
  sought: readonly Sought[],
): Promise<void> {
  const { found, unread } = await scanForLeaks(files, sought, { timeMs: HOUR_MS });
  if (found.length > 0) throw leaks(found);
  const [first] = unread;
  if (first === undefined) return;
  throw new InquestError({
    code: "case/release-unread",
    reaction: "internal",
    message: `Nothing was released: ${first.path.join(" > ")} could not be looked through for what must not go out (${first.remark.code}: ${toUnreadText(first.remark, "en")}).`,
    evidence: { unread },
  });
}

/** `name families:17` → rule and of whom. */
function leaks(found: readonly LeakFound[]): InquestError {
  const told = found.map(({ path, id, where }) => {
    const [rule = "", ...of] = id.split(" ");
    return { file: path.join(" > "), where, rule, of: of.join(" ") };
  });
  const shown = [...new Set(told.map(({ file, rule, of }) => `${file} holds the ${rule} of ${of}`))];
  return new InquestError({
    code: "case/release-leaks",
    reaction: "decision",
    message: `Nothing was released: ${shown.slice(0, NAMED).join("; ")}${shown.length > NAMED ? "; …" : ""}. What is decided to stay would go out in these words. Take it out of the title, name or note in which it stands, or decide otherwise with inquest visibility or inquest sites --publish.`,
    evidence: { found: told },
  });
}

/** A release that is laid into the folder of its case, as a workbench makes it. */
import { join } from "node:path";
import { InquestError } from "../core/index.ts";
import type { OpenCase } from "./case-handle.ts";
import { publishRelease } from "./publish-release.ts";
import type { ReleaseMadeView } from "./publish-views.ts";
import { inClosedCase } from "./release-folder.ts";
import { nextRelease, type ReleaseGiven } from "./release-given.ts";

/**
 * @throws InquestError "case/release-outdated" (decision) where something was recorded since it was looked at;
 *   "case/release-closed" (input) for a closed case; those of `publishRelease`.
 */
export async function publishInCase(
  opened: OpenCase,
  { profile, language, note = "", without, lookedAt }: ReleaseGiven,
): Promise<ReleaseMadeView> {
  if (opened.closed !== null) throw inClosedCase();
  if (opened.ledger.size !== lookedAt) throw outdated(opened.ledger.size - lookedAt);
  const { folder } = nextRelease(opened.state, profile);
  const { number, root } = await publishRelease(opened, {
    ...{ profile, language, out: join(opened.dir, ...folder.split("/")) },
    ...(note === "" ? {} : { note }),
    ...(without === undefined ? {} : { without }),
  });
  return { number, profile, root, folder };
}

function outdated(count: number): InquestError {
  return new InquestError({
    code: "case/release-outdated",
    reaction: "decision",
    message: `Nothing was released: ${Math.abs(count)} acts were recorded since you looked at what goes out. Look again, and release it then.`,
    evidence: { count },
  });
}

/** Deciding what may be published of where a site lies. */
import { InquestError } from "../core/index.ts";
import { findSubject } from "./find-subject.ts";
import type { CaseHandle } from "./handle.ts";
import { PublicationDecided, type PublicationGiven } from "./publication.ts";

const MS_A_DAY = 86_400_000;

/** Today as a day number, from a clock in milliseconds. */
export function toDay(nowMs: number): number {
  return Math.floor(nowMs / MS_A_DAY);
}

/** @throws InquestError "case/not-found"; "case/publication" (input) naming what is missing. */
export async function decidePublication(
  handle: CaseHandle,
  { site: word, ...given }: PublicationGiven & { readonly site: string },
): Promise<string> {
  const site = findSubject(handle.state, { word, kinds: ["site"] }).id;
  const parsed = PublicationDecided.safeParse({ site, ...given });
  if (!parsed.success) {
    const what = parsed.error.issues.map(({ path, message }) => `${path.join(".")} ${message}`).join("; ");
    throw new InquestError({
      code: "case/publication",
      reaction: "input",
      message: `The decision on ${site} cannot be recorded: ${what}.`,
      evidence: { site },
    });
  }
  await handle.record([{ kind: "site.publication-decided", body: { ...parsed.data } }]);
  return site;
}

/** For whom a source is: open, or for those who work in the case. What is to be closed to some of them is sealed. */
import { z } from "zod";
import { InquestError } from "../core/index.ts";
import { findSourceId } from "./custody.ts";
import type { CaseHandle } from "./handle.ts";
import type { CaseState } from "./state.ts";

export const SOURCE_ACCESS_SET = "source.access-set";
export const SOURCE_ACCESS = ["open", "team"] as const;
export type SourceAccess = (typeof SOURCE_ACCESS)[number];

/** `source.access-set`: the last one holds; a source of which nothing is said is open. */
export const SourceAccessSet = z.strictObject({
  source: z.string().min(1),
  access: z.enum(SOURCE_ACCESS),
  why: z.string().trim().min(3, "must give the reason in a few words").max(1000),
});
export type SourceAccessSet = z.infer<typeof SourceAccessSet>;

/**
 * A source for the team is used in answers, with its statements and its rows, and leaves the case in no release, export or
 * proof.
 *
 * @param word - id, key or file name.
 * @returns the id of the source.
 * @throws InquestError "case/not-found"; "case/source-access" (input) without a reason.
 */
export async function setSourceAccess(
  handle: CaseHandle,
  word: string,
  { access, why }: { readonly access: SourceAccess; readonly why: string },
): Promise<string> {
  const source = findSourceId(handle, word);
  const parsed = SourceAccessSet.safeParse({ source, access, why });
  if (!parsed.success) {
    throw new InquestError({
      code: "case/source-access",
      reaction: "input",
      message: `Nothing was recorded: ${parsed.error.issues[0]?.message ?? "the decision cannot be read"}.`,
      evidence: { source },
    });
  }
  await handle.record([{ kind: SOURCE_ACCESS_SET, body: { ...parsed.data } }]);
  return source;
}

/** Whether a source is for those who work in the case alone. */
export function isForTeam({ sourceAccess }: Pick<CaseState, "sourceAccess">, source: string): boolean {
  return sourceAccess.get(source)?.access === "team";
}

/** Names of the lists that came in files for the team. */
export function listsForTeam(state: Pick<CaseState, "sourceAccess" | "lists">): ReadonlySet<string> {
  return new Set(
    [...state.lists.values()].flatMap(({ value }) => (isForTeam(state, value.source) ? value.lists : [])),
  );
}

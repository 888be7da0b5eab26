/** Deciding how much of a person may be shown outside, and what is still undecided. */
import { z } from "zod";
import { InquestError } from "../core/index.ts";
import { VISIBILITIES, type Visibility } from "../release/index.ts";
import { findSubject } from "./find-subject.ts";
import type { CaseHandle } from "./handle.ts";
import { VISIBILITY_SET, VisibilitySet, visibilityOfRows } from "./person-visibility.ts";
import { type CasePersons, readPersons } from "./persons.ts";

/** The decision as somebody gives it. */
export const VisibilityGiven = z.strictObject({
  /** Lists by name, rows as `list:record_id` or `rec-…`, persons of the linked lists as `person-…`, persons by id or name. */
  covers: z.array(z.string().trim().min(1)).min(1),
  visibility: z.enum(VISIBILITIES),
  why: z.string(),
  consent: z.string().optional(),
});
export type VisibilityGiven = z.infer<typeof VisibilityGiven>;

/**
 * @returns what the decision covers.
 * @throws InquestError "case/not-found"; "case/ambiguous-name" (decision); "case/visibility" (input) without a reason, or
 *   for a consent that is not recorded.
 */
export async function setVisibility(handle: CaseHandle, given: VisibilityGiven): Promise<readonly string[]> {
  const persons = await readPersons(handle);
  const covers = [...new Set(given.covers.flatMap((word) => findCovered(handle, persons, word)))];
  const { visibility, why, consent } = given;
  if (consent !== undefined && handle.state.consents.find(consent) === undefined)
    throw notSet(`no consent ${consent} is recorded`);
  const parsed = VisibilitySet.safeParse({
    ...{ covers, visibility, why },
    ...(consent === undefined ? {} : { consent }),
  });
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw notSet(`${issue?.path.join(".") ?? ""} ${issue?.message ?? ""}`.trim());
  }
  await handle.record([{ kind: VISIBILITY_SET, body: { ...parsed.data } }]);
  return covers;
}

function notSet(fault: string): InquestError {
  return new InquestError({
    code: "case/visibility",
    reaction: "input",
    message: `The visibility is not set: ${fault}. Give the reason with --why "…".`,
  });
}

function findCovered({ state }: CaseHandle, { records, shown }: CasePersons, word: string): string[] {
  const list = word.replace(/^list:/u, "");
  if (records.some((record) => record.list === list)) return [`list:${list}`];
  const row = records.find((record) => record.id === word || `${record.list}:${record.recordId}` === word);
  if (row !== undefined) return [row.id];
  const person = shown.find(({ id }) => id === word);
  if (person !== undefined) return person.members.map(({ id }) => id);
  return [findSubject(state, { word, kinds: ["person"] }).id];
}

/** Persons whom lists name, by what may be shown of them. */
export interface VisibilityView {
  readonly decided: Readonly<Record<Visibility, number>>;
  /** Persons of whom a row is undecided. */
  readonly undecided: number;
  /** Lists with such rows, the most first. */
  readonly lists: readonly { readonly list: string; readonly undecided: number }[];
}

export async function viewVisibility(handle: CaseHandle): Promise<VisibilityView> {
  const { visibilities } = handle.state;
  const decided: Record<Visibility, number> = { full: 0, name: 0, initials: 0, counted: 0, withheld: 0 };
  const lists = new Map<string, number>();
  let undecided = 0;
  for (const { members } of (await readPersons(handle)).shown) {
    const visibility = visibilityOfRows(visibilities, members);
    if (visibility !== null) decided[visibility] += 1;
    else {
      undecided += 1;
      const open = members.filter((member) => visibilities.ofRow(member) === undefined);
      for (const list of new Set(open.map((member) => member.list)))
        lists.set(list, (lists.get(list) ?? 0) + 1);
    }
  }
  return {
    decided,
    undecided,
    lists: [...lists]
      .map(([list, count]) => ({ list, undecided: count }))
      .sort((a, b) => b.undecided - a.undecided),
  };
}

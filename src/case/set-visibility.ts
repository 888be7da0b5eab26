/** Deciding how much of somebody may be shown outside. */
import { z } from "zod";
import { InquestError } from "../core/index.ts";
import { VISIBILITIES } from "../release/index.ts";
import { findSubject } from "./find-subject.ts";
import type { CaseHandle } from "./handle.ts";
import { isSecretList } from "./link-lists.ts";
import { VISIBILITY_SET, VisibilitySet } from "./person-visibility.ts";
import { type CasePersons, type CaseRecord, readPersons } from "./persons.ts";
import { type DecidedPersons, decidePersons } from "./resolve-visibility.ts";
import { toJudgedRecord } from "./standing-judgements.ts";

/** The decision as somebody gives it. */
export const VisibilityGiven = z.strictObject({
  /** Lists by name, rows as `list:record_id` or `rec-…`, persons of the linked lists as `person-…`, persons and speakers by id or name. */
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
  const found = given.covers.map((word) => findCovered(handle, persons, word));
  const covers = [...new Set(found.flatMap((each) => ("id" in each ? [each.id] : [])))];
  const rows = [...new Set(found.flatMap((each) => ("rows" in each ? each.rows : [])))];
  // The cells' hash in the open log would confirm a guess at them.
  for (const { importName, list } of rows)
    if (isSecretList(handle.state, importName))
      throw notSet(`the rows of ${list} are encrypted, and are decided on as a whole list`);
  const { visibility, why, consent } = given;
  if (consent !== undefined && handle.state.consents.find(consent) === undefined)
    throw notSet(`no consent ${consent} is recorded`);
  const parsed = VisibilitySet.safeParse({
    ...{ covers, rows: rows.map(({ record }) => toJudgedRecord(record)), visibility, why },
    ...(consent === undefined ? {} : { consent }),
  });
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw notSet(`${issue?.path.join(".") ?? ""} ${issue?.message ?? ""}`.trim());
  }
  await handle.record([{ kind: VISIBILITY_SET, body: { ...parsed.data } }]);
  return [...covers, ...rows.map(({ list, recordId }) => `${list}:${recordId}`)];
}

function notSet(fault: string): InquestError {
  return new InquestError({
    code: "case/visibility",
    reaction: "input",
    message: `The visibility is not set: ${fault}. Give the reason with --why "…".`,
  });
}

type Covered = { readonly id: string } | { readonly rows: readonly CaseRecord[] };

function findCovered({ state }: CaseHandle, { records, shown }: CasePersons, word: string): Covered {
  const list = word.replace(/^list:/u, "");
  if (records.some((record) => record.list === list)) return { id: `list:${list}` };
  const row = records.find((record) => record.id === word || `${record.list}:${record.recordId}` === word);
  if (row !== undefined) return { rows: [row] };
  const person = shown.find(({ id }) => id === word);
  if (person !== undefined) return { rows: person.members };
  return { id: findSubject(state, { word, kinds: ["person", "speaker"] }).id };
}

/** What is decided of the persons whom lists name. */
export async function viewVisibility(handle: CaseHandle): Promise<Omit<DecidedPersons, "decided">> {
  const { decided: _, ...view } = await decidePersons(handle, await readPersons(handle));
  return view;
}

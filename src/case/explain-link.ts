/** Why the recorded link holds two records, or two persons, to be one or not. */
import { hashBytes } from "../core/index.ts";
import { linkAgainOnThreads, linkOnThreads } from "../engines/index.ts";
import {
  explainLink,
  findRecords,
  type LinkExplanation,
  LinkSettings,
  type RecordAddress,
} from "../linkage/index.ts";
import type { CaseHandle } from "./handle.ts";
import type { PairAnswer } from "./judgements.ts";
import { readKeptModel } from "./kept-link.ts";
import { clustersCsv, fieldsOf, personImports, toLinkInput } from "./link-lists.ts";
import { readLinkedJudgements } from "./linked-judgements.ts";
import { readPersons } from "./persons.ts";
import { createJudgementReader } from "./read-judgements.ts";
import { notLinked } from "./review-desk.ts";

export interface ExplainedLink {
  readonly explanation: LinkExplanation;
  /** False when linking again gives other clusters than were recorded: what is explained is then the new run. */
  readonly isAsRecorded: boolean;
  /** What people said of the two rows themselves, also since the link and what was taken back; in the order of the log. */
  readonly said: readonly SaidOfPair[];
}

export interface SaidOfPair {
  readonly id: string;
  readonly by: string;
  readonly at: string;
  readonly answer: PairAnswer;
  readonly reason: string | null;
  readonly isUndone: boolean;
  readonly counts: boolean;
  /** Whether the recorded link was bound by it. */
  readonly isInLink: boolean;
}

/**
 * Explains a pair over the recorded link: its settings and its lists are linked again in memory, which gives the same
 * clusters, and what held or parted the two is told.
 *
 * @param words - each `list:record_id`, the id of a record (`rec-…`) or of a person (`person-…`).
 * @throws InquestError "case/not-linked" (decision) when no link is recorded; "linkage/unknown-record".
 */
export async function explainRecordedLink(
  handle: CaseHandle,
  [one, two]: readonly [string, string],
): Promise<ExplainedLink> {
  const { state } = handle;
  const link = state.link?.value;
  if (link === undefined) throw notLinked();
  const { linked } = await readPersons(handle);
  const imports = personImports(state);
  const all = (await Promise.all(imports.map((name) => handle.records(name)))).flat();
  // A list that came after the link is not part of it.
  const records = all.filter(({ list }) => link.lists.includes(list));
  const input = toLinkInput(records, fieldsOf(state, imports));
  const settings = LinkSettings.parse(JSON.parse(new TextDecoder().decode(await handle.read(link.settings))));
  const judgements = await readLinkedJudgements(handle, link);
  const model = await readKeptModel(handle, link);
  const result =
    model === null
      ? await linkOnThreads(input, settings, judgements, handle.progress)
      : (await linkAgainOnThreads({ input, model, judgements }, handle.progress)).result;
  const indices = new Map(records.map(({ list, recordId }, index) => [`${list}:${recordId}`, index]));
  const sideOf = (word: string): number[] => {
    const person = linked?.find(({ id }) => id === word);
    if (person !== undefined) {
      return person.members.flatMap(({ list, recordId }) => indices.get(`${list}:${recordId}`) ?? []);
    }
    const record = records.findIndex(({ id }) => id === word);
    return record >= 0 ? [record] : findRecords(input.records, result, word);
  };
  const explanation = explainLink({
    ...{ input, settings, result, judgements },
    ...(model === null ? {} : { model }),
    left: sideOf(one),
    right: sideOf(two),
  });
  const recorded = await handle.read(link.clusters);
  const again = new TextEncoder().encode(clustersCsv(input, result));
  const bound = new Set(judgements.flatMap(({ acts }) => acts));
  const said = await saidOf(handle, explanation, bound);
  return { explanation, isAsRecorded: hashBytes(recorded) === hashBytes(again), said };
}

async function saidOf(
  handle: CaseHandle,
  { left, right }: LinkExplanation,
  bound: ReadonlySet<string>,
): Promise<SaidOfPair[]> {
  const named = (one: RecordAddress, other: RecordAddress) =>
    one.list === other.list && one.recordId === other.recordId;
  const read = await createJudgementReader(handle)();
  return read
    .filter(
      ({ judgement: { left: one, right: other } }) =>
        (named(one, left) && named(other, right)) || (named(one, right) && named(other, left)),
    )
    .map(({ id, by, at, judgement, undone, counts }) => ({
      ...{ id, by, at, counts, answer: judgement.answer },
      reason: judgement.reason ?? null,
      isUndone: undone !== null,
      isInLink: bound.has(id),
    }));
}

/** What every run starts from: records in order, their columns, the comparisons bound to them, and the candidates. */
import type { Progress } from "../core/pure.ts";
import { deriveKeys, type KeyColumn } from "./blocking-keys.ts";
import { type BlockedRecords, type Candidates, noCandidates, planCandidates } from "./candidates.ts";
import { inCanonicalOrder, namedRecords } from "./canonical-order.ts";
import type { Comparer } from "./comparer.ts";
import { toComparisons } from "./comparers.ts";
import { wordsOf } from "./comparisons.ts";
import { fieldColumns } from "./field-columns.ts";
import type { KeptModel } from "./kept-model.ts";
import { bindWork, type LinkWork } from "./link-jobs.ts";
import type { LinkInput, LinkRecord } from "./records.ts";
import { toSameListComparison } from "./same-list.ts";
import { assertSettings, type LinkSettings, ownNameFields } from "./settings.ts";
import { tokenTable } from "./tokens.ts";

/** A run before blocking. */
export interface BoundRun {
  /** In canonical order: a record's index is its position. */
  readonly records: readonly LinkRecord[];
  /** The index in the input of each position. */
  readonly original: readonly number[];
  readonly isNamed: readonly boolean[];
  /** Fields of the person's own name. */
  readonly ownNames: readonly string[];
  /** Records that take part in blocking, ascending. */
  readonly blocked: Int32Array;
  readonly work: LinkWork;
  /** The comparisons of the work, bound. */
  readonly comparers: readonly Comparer[];
  /** Which keys the fields allow. */
  readonly keyNames: readonly Pick<KeyColumn, "field" | "key">[];
  /** Loose keys of the person's own name: what blocking may have lost is looked for among those who share one. */
  readonly looseKeys: readonly KeyColumn[];
}

export interface PreparedRun extends BoundRun {
  readonly candidates: Candidates;
}

/** @throws InquestError as `linkRecords` does. */
export function prepareRun(input: LinkInput, settings: LinkSettings, progress: Progress): PreparedRun {
  const { run, keys } = bindRun(input, settings);
  const candidates = planCandidates(keys, blockedOf(run), settings.blocking, run.ownNames, progress);
  return withCandidates(run, candidates);
}

export function blockedOf({ records, blocked }: BoundRun): BlockedRecords {
  return { blocked, recordCount: records.length };
}

export function withCandidates(run: BoundRun, candidates: Candidates): PreparedRun {
  const { space, isExhaustive, blocked } = candidates;
  // What jobs need of the candidates.
  return { ...run, work: { ...run.work, candidates: { space, isExhaustive, blocked } }, candidates };
}

/**
 * @param kept - the model of an earlier run, whose frequencies and keys stand.
 * @returns the keys of all records beside the run: they are most of the memory of a long list, and only blocking needs
 *   them.
 * @throws InquestError as `linkRecords` does.
 */
export function bindRun(
  input: LinkInput,
  settings: LinkSettings,
  kept?: Pick<KeptModel, "frequencies" | "blocking">,
): { readonly run: BoundRun; readonly keys: readonly KeyColumn[] } {
  assertSettings(settings, input.fields);
  const { records, original } = inCanonicalOrder(input);
  const ownNames = ownNameFields(settings);
  const columns = fieldColumns(records);
  const isNamed = namedRecords(columns, input.fields, ownNames);
  const table = tokenTable();
  const comparisons = toComparisons(columns, input.fields, settings.comparisons, table, kept?.frequencies);
  const sameList = toSameListComparison(records);
  if (sameList !== null) comparisons.push(sameList);
  const keys = deriveKeys(columns, input.fields, ownNames, isNamed, table, kept?.blocking.keys);
  const tokens = table.toData();
  wordsOf(tokens, table);
  const blocked = positionsOf(isNamed);
  const work = { tokens, comparisons, candidates: noCandidates({ blocked, recordCount: records.length }) };
  const run = {
    ...{ records, original, isNamed, ownNames, blocked, work },
    comparers: bindWork(work).comparers,
    keyNames: keys.map(({ field, key }) => ({ field, key })),
    looseKeys: looseOf(keys, ownNames),
  };
  return { run, keys };
}

function looseOf(keys: readonly KeyColumn[], ownNames: readonly string[]): KeyColumn[] {
  return keys.filter(
    ({ field, key, isMany }) =>
      isMany && (ownNames.length > 1 ? field === "*" : ownNames.includes(field)) && key !== "end",
  );
}

/** The positions of the records that have a name, ascending. */
export function positionsOf(isNamed: readonly boolean[]): Int32Array {
  const blocked = new Int32Array(isNamed.length);
  let count = 0;
  for (let position = 0; position < isNamed.length; position += 1) {
    if (isNamed[position] !== true) continue;
    blocked[count] = position;
    count += 1;
  }
  return blocked.slice(0, count);
}

/** What every run starts from: records in order, their columns, the comparisons bound to them, and the candidates. */
import type { Progress } from "../core/pure.ts";
import { deriveKeys, type KeyColumn } from "./blocking-keys.ts";
import { type Candidates, planCandidates } from "./candidates.ts";
import { inCanonicalOrder, namedRecords } from "./canonical-order.ts";
import type { Comparer } from "./comparer.ts";
import { toComparisons } from "./comparers.ts";
import { wordsOf } from "./comparisons.ts";
import { fieldColumns } from "./field-columns.ts";
import { bindWork, type LinkWork } from "./link-jobs.ts";
import type { LinkInput, LinkRecord } from "./records.ts";
import { toSameListComparison } from "./same-list.ts";
import { assertSettings, type LinkSettings } from "./settings.ts";
import { tokenTable } from "./tokens.ts";

export interface PreparedRun {
  /** In canonical order: a record's index is its position. */
  readonly records: readonly LinkRecord[];
  /** The index in the input of each position. */
  readonly original: readonly number[];
  readonly isNamed: readonly boolean[];
  /** Fields of the person's own name. */
  readonly ownNames: readonly string[];
  readonly work: LinkWork;
  /** The comparisons of the work, bound. */
  readonly comparers: readonly Comparer[];
  /** Loose keys of the person's own name: what blocking may have lost is looked for among those who share one. */
  readonly looseKeys: readonly KeyColumn[];
  readonly candidates: Candidates;
}

/** @throws InquestError as `linkRecords` does. */
export function prepareRun(input: LinkInput, settings: LinkSettings, progress: Progress): PreparedRun {
  assertSettings(settings, input.fields);
  const { records, original } = inCanonicalOrder(input);
  const ownNames = settings.comparisons.flatMap(({ identifies, kind, fields }) =>
    identifies && kind === "name" ? fields : [],
  );
  const columns = fieldColumns(records);
  const isNamed = namedRecords(columns, input.fields, ownNames);
  const table = tokenTable();
  const comparisons = toComparisons(columns, input.fields, settings.comparisons, table);
  const sameList = toSameListComparison(records);
  if (sameList !== null) comparisons.push(sameList);
  const keys = deriveKeys(columns, input.fields, ownNames, isNamed, table);
  const candidates = planCandidates(keys, positionsOf(isNamed), settings.blocking, ownNames, progress);
  const tokens = table.toData();
  wordsOf(tokens, table);
  const work = { tokens, comparisons, candidates: workOf(candidates) };
  const { comparers } = bindWork(work);
  return {
    records,
    original,
    isNamed,
    ownNames,
    work,
    comparers,
    looseKeys: looseOf(keys, ownNames),
    candidates,
  };
}

function looseOf(keys: readonly KeyColumn[], ownNames: readonly string[]): KeyColumn[] {
  return keys.filter(
    ({ field, key, isMany }) =>
      isMany && (ownNames.length > 1 ? field === "*" : ownNames.includes(field)) && key !== "end",
  );
}

/** What jobs need of the candidates: the rest holds the keys of all records. */
function workOf({ space, isExhaustive, blocked }: Candidates): LinkWork["candidates"] {
  return { space, isExhaustive, blocked };
}

function positionsOf(isNamed: readonly boolean[]) {
  const blocked = new Int32Array(isNamed.length);
  let count = 0;
  for (let position = 0; position < isNamed.length; position += 1) {
    if (isNamed[position] !== true) continue;
    blocked[count] = position;
    count += 1;
  }
  return { blocked: blocked.slice(0, count), recordCount: isNamed.length };
}

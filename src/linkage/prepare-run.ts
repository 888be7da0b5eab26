/** What every run starts from: records in order, their columns, the comparisons bound to them, and the candidates. */
import type { Progress } from "../core/pure.ts";
import { deriveKeys, type KeyColumn } from "./blocking-keys.ts";
import { type Candidates, keepCandidates, planCandidates } from "./candidates.ts";
import { inCanonicalOrder, namedRecords } from "./canonical-order.ts";
import type { Comparer } from "./comparer.ts";
import { bindComparers } from "./comparers.ts";
import type { KeptModel } from "./kept-model.ts";
import type { LinkInput, LinkRecord } from "./records.ts";
import { sameListComparer } from "./same-list.ts";
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
  /** Positions of the records that take part, ascending. */
  readonly blocked: readonly number[];
  readonly comparers: readonly Comparer[];
  readonly keys: readonly KeyColumn[];
  readonly candidates: Candidates;
}

/**
 * @param kept - the model of an earlier run, whose frequencies, keys and rules stand.
 * @throws InquestError as `linkRecords` does.
 */
export function prepareRun(
  input: LinkInput,
  settings: LinkSettings,
  progress: Progress,
  kept?: KeptModel,
): PreparedRun {
  assertSettings(settings, input.fields);
  const { records, original } = inCanonicalOrder(input);
  const ownNames = settings.comparisons.flatMap(({ identifies, kind, fields }) =>
    identifies && kind === "name" ? fields : [],
  );
  const isNamed = namedRecords(records, input.fields, ownNames);
  const blocked = records.flatMap((_, position) => (isNamed[position] ? [position] : []));
  const comparers = bindComparers(
    records,
    input.fields,
    settings.comparisons,
    tokenTable(),
    kept?.frequencies,
  );
  const sameList = sameListComparer(records);
  if (sameList !== null) comparers.push(sameList);
  const isKeyed = (position: number) => isNamed[position] ?? false;
  const keys = deriveKeys(records, input.fields, ownNames, isKeyed, kept?.blocking.keys);
  const candidates =
    kept === undefined
      ? planCandidates(keys, blocked, records.length, settings.blocking, ownNames, progress)
      : keepCandidates(keys, blocked, records.length, settings.blocking, kept.blocking);
  return { records, original, isNamed, ownNames, blocked, comparers, keys, candidates };
}

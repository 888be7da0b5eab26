/** What every run starts from: records in order, their columns, the comparisons bound to them, and the candidates. */
import type { Progress } from "../core/pure.ts";
import { deriveKeys, type KeyColumn } from "./blocking-keys.ts";
import { type Candidates, planCandidates } from "./candidates.ts";
import { inCanonicalOrder, namedRecords } from "./canonical-order.ts";
import type { Comparer } from "./comparer.ts";
import { bindComparers } from "./comparers.ts";
import type { KeptModel } from "./kept-model.ts";
import type { LinkInput, LinkRecord } from "./records.ts";
import { sameListComparer } from "./same-list.ts";
import { assertSettings, type LinkSettings } from "./settings.ts";
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
  /** Positions of the records that take part, ascending. */
  readonly blocked: readonly number[];
  readonly comparers: readonly Comparer[];
  readonly keys: readonly KeyColumn[];
}

export interface PreparedRun extends BoundRun {
  readonly candidates: Candidates;
}

/** @throws InquestError as `linkRecords` does. */
export function prepareRun(input: LinkInput, settings: LinkSettings, progress: Progress): PreparedRun {
  const run = bindRun(input, settings);
  const { keys, blocked, records, ownNames } = run;
  const candidates = planCandidates(keys, blocked, records.length, settings.blocking, ownNames, progress);
  return { ...run, candidates };
}

/**
 * @param kept - the model of an earlier run, whose frequencies and keys stand.
 * @throws InquestError as `linkRecords` does.
 */
export function bindRun(
  input: LinkInput,
  settings: LinkSettings,
  kept?: Pick<KeptModel, "frequencies" | "blocking">,
): BoundRun {
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
  return { records, original, isNamed, ownNames, blocked, comparers, keys };
}

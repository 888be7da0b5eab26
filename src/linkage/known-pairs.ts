/** What the run before knows of pairs of now: whether they were compared, and with what weight. */
import { deriveKeys } from "./blocking-keys.ts";
import { visitCandidates } from "./candidate-space.ts";
import { keepCandidates } from "./candidates.ts";
import { inCanonicalOrder, namedRecords } from "./canonical-order.ts";
import { fieldColumns } from "./field-columns.ts";
import type { KeptModel } from "./kept-model.ts";
import { type PreparedRun, positionsOf } from "./prepare-run.ts";
import type { LinkField, LinkInput, LinkRecord } from "./records.ts";
import { tokenTable } from "./tokens.ts";

/** Pairs that a run kept, with their weight in thousandths of a bit. */
export interface KeptScores {
  /** Indices into the records of its input. */
  readonly left: Int32Array;
  readonly right: Int32Array;
  readonly weights: Int32Array;
}

/** The run before: what went in, with the same fields, and the pairs that it kept. */
export interface PreviousRun {
  readonly input: LinkInput;
  readonly scores: KeptScores;
}

export interface KnownPairs {
  /**
   * The weight that the pair had; "forgotten" when it was compared and is of no use; null when it was not compared.
   * Pairs must be asked for by their left record, all of one after another.
   */
  weightOf(left: number, right: number): number | "forgotten" | null;
}

/** Two records of one list with the same values weigh the same against any third. */
function valuesOf({ list, values }: LinkRecord): string {
  return JSON.stringify([list, values]);
}

/** @param run - prepared with the same model. */
export function readKnownPairs(
  run: PreparedRun,
  fields: readonly LinkField[],
  { input, scores }: PreviousRun,
  { settings, blocking }: KeptModel,
): KnownPairs {
  const { records, original } = inCanonicalOrder(input);
  const columns = fieldColumns(records);
  const isNamed = namedRecords(columns, fields, run.ownNames);
  const keys = deriveKeys(columns, fields, run.ownNames, isNamed, tokenTable(), blocking.keys);
  const taking = { blocked: positionsOf(isNamed), recordCount: records.length };
  const { space, isExhaustive } = keepCandidates(keys, taking, settings.blocking, blocking);
  const first = new Map<string, number>();
  for (const [position, record] of records.entries()) {
    const values = valuesOf(record);
    if (!first.has(values)) first.set(values, position);
  }
  /** For each record of now one of the same list and values of then, or -1. */
  const then = Int32Array.from(run.records, (record) => first.get(valuesOf(record)) ?? -1);
  const kept = byLeft(scores, original, records.length);
  const partners = new Int32Array(records.length).fill(-1);
  const weighed = new Int32Array(records.length).fill(-1);
  const weights = new Int32Array(records.length);
  let current = -1;
  /** Marks what record `left` of then was compared with. */
  const turnTo = (left: number): void => {
    current = left;
    // The marks of the visit are what is asked for.
    if (!isExhaustive) visitCandidates(space, { from: left, to: left + 1 }, partners, () => undefined);
    for (let at = kept.offsets[left] ?? 0; at < (kept.offsets[left + 1] ?? 0); at += 1) {
      const right = kept.right[at] ?? 0;
      weighed[right] = left;
      weights[right] = kept.weights[at] ?? 0;
    }
  };
  return {
    weightOf(left, right) {
      const [one, other] = [then[left] ?? -1, then[right] ?? -1];
      // Comparing is not quite the same both ways round, and a record is no pair with itself.
      if (one < 0 || other < 0 || one >= other) return null;
      if (one !== current) turnTo(one);
      const wasCompared = isExhaustive
        ? (isNamed[one] ?? false) && (isNamed[other] ?? false)
        : partners[other] === one;
      if (!wasCompared) return null;
      return weighed[other] === one ? (weights[other] ?? 0) : "forgotten";
    },
  };
}

/** The kept pairs by position, those of record r at `offsets[r] .. offsets[r + 1]`. */
function byLeft({ left, right, weights }: KeptScores, original: readonly number[], recordCount: number) {
  const positions = new Int32Array(recordCount);
  for (const [position, index] of original.entries()) positions[index] = position;
  const offsets = new Int32Array(recordCount + 1);
  const ends = Array.from(left, (one, pair) => {
    const [a, b] = [positions[one] ?? 0, positions[right[pair] ?? 0] ?? 0];
    return a < b ? ([a, b] as const) : ([b, a] as const);
  });
  for (const [a] of ends) offsets[a + 1] = (offsets[a + 1] ?? 0) + 1;
  for (let record = 0; record < recordCount; record += 1) {
    offsets[record + 1] = (offsets[record + 1] ?? 0) + (offsets[record] ?? 0);
  }
  const next = offsets.slice();
  const sorted = { right: new Int32Array(left.length), weights: new Int32Array(left.length) };
  for (const [pair, [a, b]] of ends.entries()) {
    const at = next[a] ?? 0;
    sorted.right[at] = b;
    sorted.weights[at] = weights[pair] ?? 0;
    next[a] = at + 1;
  }
  return { offsets, ...sorted };
}

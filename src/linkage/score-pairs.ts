/** Passes over the candidates: a fair part of them for training, and all of them compared and weighed. */
import { type Candidates, visitPairs } from "./candidates.ts";
import type { Comparer } from "./comparer.ts";
import { IntList } from "./int-list.ts";
import { mixedBits } from "./random.ts";
import { pairWeigher, type WeightModel } from "./weights.ts";

/** Pairs at or above the review weight, by left and then as the rules brought them. */
export interface KeptPairs {
  readonly left: Int32Array;
  readonly right: Int32Array;
  /** Weight with the prior in it, thousandths of a bit. */
  readonly weights: Int32Array;
  /** Index of the first rule that holds the pair, -1 for none. */
  readonly rule: Int32Array;
}

export interface ScoreInput {
  readonly comparers: readonly Comparer[];
  readonly model: WeightModel;
  readonly priorWeight: number;
  readonly leastWeight: number;
  /** The weight to decide with, from the comparison vector and the weight with the prior. */
  readonly decide: (packed: Int32Array, offset: number, weight: number) => number;
}

/** Left records from `from` up to `to`. */
export interface RecordRange {
  readonly from: number;
  readonly to: number;
}

/** So many pairs are compared column by column. */
const AT_ONCE = 512;

/**
 * Compares and weighs every candidate pair whose left record is in the range.
 *
 * @param seen - one number a record, filled with -1.
 */
export function scoreRange(
  candidates: Pick<Candidates, "space" | "isExhaustive" | "blocked">,
  range: RecordRange,
  seen: Int32Array,
  { comparers, model, priorWeight, leastWeight, decide }: ScoreInput,
): KeptPairs {
  const [left, right, weights, rules] = [new IntList(), new IntList(), new IntList(), new IntList()];
  const width = comparers.length;
  const packed = new Int32Array(AT_ONCE * width);
  const someLeft = new Int32Array(AT_ONCE);
  const someRight = new Int32Array(AT_ONCE);
  const someRules = new Int32Array(AT_ONCE);
  const weigh = pairWeigher(model);
  let waiting = 0;
  const flush = (): void => {
    for (let column = 0; column < width; column += 1) {
      comparers[column]?.compareMany(someLeft, someRight, waiting, packed, column, width);
    }
    for (let pair = 0; pair < waiting; pair += 1) {
      const weight = weigh(packed, pair * width) + priorWeight;
      if (weight < leastWeight) continue;
      left.push(someLeft[pair] ?? 0);
      right.push(someRight[pair] ?? 0);
      weights.push(decide(packed, pair * width, weight));
      rules.push(someRules[pair] ?? 0);
    }
    waiting = 0;
  };
  visitPairs(candidates, range, seen, (first, second, rule) => {
    someLeft[waiting] = first;
    someRight[waiting] = second;
    someRules[waiting] = rule;
    waiting += 1;
    if (waiting === AT_ONCE) flush();
  });
  flush();
  return { left: left.view(), right: right.view(), weights: weights.view(), rule: rules.view() };
}

/** More pairs than this tell training nothing new. */
const MOST_SAMPLED = 600_000;

/** How many candidate pairs each sampled one stands for. */
export function sampleScale(candidatePairs: number): number {
  return Math.max(1, candidatePairs / MOST_SAMPLED);
}

/** From here on visiting all pairs to take a few of them costs more than it tells. */
const MOST_SCALE_BY_PAIR = 2;

/**
 * The candidates of a range that training sees: all of them, or a fair part taken by a hash of the pair, or where they
 * are very many those of a fair part of the left records.
 */
export function sampleRange(
  candidates: Pick<Candidates, "space" | "isExhaustive" | "blocked">,
  range: RecordRange,
  seen: Int32Array,
  { scale, seed }: { readonly scale: number; readonly seed: number },
): { readonly left: Int32Array; readonly right: Int32Array } {
  const { recordCount } = candidates.space;
  const kept = 4_294_967_296 / scale;
  const [left, right] = [new IntList(), new IntList()];
  const take = (first: number, second: number): void => {
    left.push(first);
    right.push(second);
  };
  if (scale <= MOST_SCALE_BY_PAIR) {
    visitPairs(candidates, range, seen, (first, second) => {
      if (scale === 1 || mixedBits((first * recordCount + second) ^ seed) < kept) take(first, second);
    });
  } else {
    for (let record = range.from; record < range.to; record += 1) {
      if (mixedBits(record ^ seed) >= kept) continue;
      visitPairs(candidates, { from: record, to: record + 1 }, seen, take);
    }
  }
  return { left: left.view(), right: right.view() };
}

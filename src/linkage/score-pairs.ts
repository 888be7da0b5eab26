/** Passes over the candidates: a fair part of them for training, and all of them compared and weighed. */
import type { Rule } from "./blocking-rules.ts";
import { visitCandidates } from "./candidate-space.ts";
import { type Candidates, visitPairs } from "./candidates.ts";
import type { Comparer } from "./comparer.ts";
import { IntList } from "./int-list.ts";
import { isLeftOfPart, isOfPart, type PairPart, partOfRule } from "./pair-part.ts";
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
): KeptPairs & { readonly compared: number } {
  const [left, right, weights, rules] = [new IntList(), new IntList(), new IntList(), new IntList()];
  const width = comparers.length;
  const packed = new Int32Array(AT_ONCE * width);
  const someLeft = new Int32Array(AT_ONCE);
  const someRight = new Int32Array(AT_ONCE);
  const someRules = new Int32Array(AT_ONCE);
  const weigh = pairWeigher(model);
  let [waiting, compared] = [0, 0];
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
    compared += waiting;
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
  const kept = { left: left.view(), right: right.view(), weights: weights.view(), rule: rules.view() };
  return { ...kept, compared };
}

/** The candidates of a range that training sees. @param seen - one number a record, filled with -1. */
export function sampleRange(
  candidates: Pick<Candidates, "space" | "isExhaustive" | "blocked">,
  range: RecordRange,
  seen: Int32Array,
  part: PairPart,
): { readonly left: Int32Array; readonly right: Int32Array } {
  const [left, right] = [new IntList(), new IntList()];
  const take = (first: number, second: number): void => {
    left.push(first);
    right.push(second);
  };
  if (part.isOfLeft === true) {
    for (let record = range.from; record < range.to; record += 1) {
      if (isLeftOfPart(record, part)) visitPairs(candidates, { from: record, to: record + 1 }, seen, take);
    }
  } else {
    visitPairs(candidates, range, seen, (first, second) => {
      if (isOfPart(first, second, part)) take(first, second);
    });
  }
  return { left: left.view(), right: right.view() };
}

/** The pairs of one rule that training sees, left < right, by their left record. */
export function sampleRule(
  { space, rules }: Pick<Candidates, "space" | "rules">,
  rule: Rule,
  seed: number,
): readonly [left: Int32Array, right: Int32Array] {
  const part = partOfRule(rule, seed);
  const [left, right] = [new IntList(), new IntList()];
  const seen = new Int32Array(space.recordCount).fill(-1);
  const firstRule = rules.indexOf(rule);
  const range = { from: 0, to: space.recordCount, firstRule, endRule: firstRule + 1 };
  visitCandidates(space, range, seen, (first, second) => {
    if (!isOfPart(first, second, part)) return;
    left.push(first);
    right.push(second);
  });
  return [left.view(), right.view()];
}

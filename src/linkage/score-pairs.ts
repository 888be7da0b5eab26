/** The last pass over the candidates: every pair is compared and weighed, and those that matter are kept. */
import type { Rule } from "./blocking-rules.ts";
import { visitCandidates } from "./candidate-space.ts";
import type { Candidates } from "./candidates.ts";
import { visitPairs } from "./candidates.ts";
import type { Comparer } from "./comparer.ts";
import { IntList } from "./int-list.ts";
import { isOfPart, partOfCandidates, partOfRule } from "./pair-part.ts";
import type { PairTable } from "./pair-table.ts";
import { comparePairs } from "./pair-table.ts";
import { type WeightModel, weighPacked } from "./weights.ts";

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

/** Compares and weighs every candidate pair whose left record is in [from, to). */
export function scoreRange(
  candidates: Pick<Candidates, "space" | "isExhaustive" | "blocked">,
  range: { readonly from: number; readonly to: number },
  { comparers, model, priorWeight, leastWeight, decide }: ScoreInput,
): KeptPairs {
  const [left, right, weights, rules] = [new IntList(), new IntList(), new IntList(), new IntList()];
  const packed = new Int32Array(comparers.length);
  const seen = new Int32Array(candidates.space.recordCount).fill(-1);
  visitPairs(candidates, range, seen, (first, second, rule) => {
    for (let column = 0; column < packed.length; column += 1) {
      packed[column] = comparers[column]?.compare(first, second) ?? 0;
    }
    const weight = weighPacked(packed, 0, model) + priorWeight;
    if (weight < leastWeight) return;
    left.push(first);
    right.push(second);
    weights.push(decide(packed, 0, weight));
    rules.push(rule);
  });
  return { left: left.view(), right: right.view(), weights: weights.view(), rule: rules.view() };
}

/** The candidates that training sees: all of them, or a fair part taken by a hash of the pair. */
export function sampleCandidates(
  candidates: Candidates,
  comparers: readonly Comparer[],
  seed: number,
): { readonly table: PairTable; readonly scale: number } {
  const { recordCount } = candidates.space;
  const { scale, part } = partOfCandidates(candidates.report.candidatePairs, recordCount, seed);
  const [left, right] = [new IntList(), new IntList()];
  const seen = new Int32Array(recordCount).fill(-1);
  visitPairs(candidates, { from: 0, to: recordCount }, seen, (first, second) => {
    if (!isOfPart(first, second, part)) return;
    left.push(first);
    right.push(second);
  });
  return { table: comparePairs(left.view(), right.view(), comparers), scale };
}

/** The pairs of one rule that training sees. */
export function sampleRule(
  { space, rules }: Candidates,
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

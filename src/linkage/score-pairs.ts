/** The last pass over the candidates: every pair is compared and weighed, and those that matter are kept. */
import type { Candidates } from "./candidates.ts";
import { visitPairs } from "./candidates.ts";
import type { Comparer } from "./comparer.ts";
import { IntList } from "./int-list.ts";
import type { PairTable } from "./pair-table.ts";
import { comparePairs } from "./pair-table.ts";
import { mixedBits } from "./random.ts";
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

/** More pairs than this tell training nothing new. */
const MOST_SAMPLED = 600_000;

/** The candidates that training sees: all of them, or a fair part taken by a hash of the pair. */
export function sampleCandidates(
  candidates: Candidates,
  comparers: readonly Comparer[],
  seed: number,
): { readonly table: PairTable; readonly scale: number } {
  const { recordCount } = candidates.space;
  const scale = Math.max(1, candidates.report.candidatePairs / MOST_SAMPLED);
  const kept = 4_294_967_296 / scale;
  const [left, right] = [new IntList(), new IntList()];
  const seen = new Int32Array(recordCount).fill(-1);
  visitPairs(candidates, { from: 0, to: recordCount }, seen, (first, second) => {
    if (scale > 1 && mixedBits((first * recordCount + second) ^ seed) >= kept) return;
    left.push(first);
    right.push(second);
  });
  return { table: comparePairs(left.view(), right.view(), comparers), scale };
}

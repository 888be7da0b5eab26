/** From probabilities to integer weights, and from weights to a decision. */
import { type Comparer, levelOf, MISSING_LEVEL, rarityOf } from "./comparer.ts";
import { type Dependence, weighDependences } from "./dependence.ts";
import type { LevelProbabilities } from "./expectation.ts";
import type { PairTable } from "./pair-table.ts";

/** With fewer true pairs than this no level can be seen often: what was expected of it stands. */
const SHORT_LIST_PAIRS = 15;

/** One bit, in the whole numbers that every threshold compares. */
export const BIT = 1000;

/** Weight of each comparison and level, thousandths of a bit; 0 for missing. */
export type LevelWeights = readonly Int32Array[];

/**
 * log2(m/u) of each level, held within what the data can bear: no level proves more than the best of the first
 * two (equality), and a level that hardly any pair reaches, true or not, proves at most half of that.
 *
 * @param truePairs - expected true pairs, and `allPairs`: how many pairs there are in all.
 */
export function toLevelWeights(
  m: LevelProbabilities,
  u: LevelProbabilities,
  { truePairs, allPairs }: { readonly truePairs: number; readonly allPairs: number },
): LevelWeights {
  return m.map((values, column) => {
    const chance = u[column] ?? values;
    const raw = values.map((value, level) => Math.log2(value / (chance[level] ?? 1)) * BIT);
    const equality = Math.max(raw[1] ?? 0, raw[2] ?? 0, 0);
    return Int32Array.from(raw, (weight, level) => {
      if (level === MISSING_LEVEL) return 0;
      const isShort = truePairs < SHORT_LIST_PAIRS;
      const isSeen =
        isShort || (values[level] ?? 0) * truePairs >= 3 || (chance[level] ?? 0) * allPairs >= 20;
      return clamp(weight, -20 * BIT, isSeen ? equality : equality / 2);
    });
  });
}

/** A rare value adds at most this, a common one takes at most this. */
const MOST_RARITY_ADDED = 10 * BIT;

/** What the rarity of a value adds to its level. */
export function rarityWeight(rarity: number, usual: number): number {
  if (rarity === 0) return 0;
  const added = rarity - usual;
  return added > MOST_RARITY_ADDED ? MOST_RARITY_ADDED : Math.max(added, -MOST_RARITY_ADDED);
}

export interface WeightModel {
  readonly weights: LevelWeights;
  readonly usualRarity: readonly Float64Array[];
  readonly dependences: readonly Dependence[];
}

/** Weight without the prior of one packed comparison vector starting at `offset`. */
export function weighPacked(
  packed: Int32Array,
  offset: number,
  { weights, usualRarity, dependences }: WeightModel,
): number {
  let sum = weighDependences(packed, offset, dependences);
  for (let column = 0; column < weights.length; column += 1) {
    const result = packed[offset + column] ?? 0;
    const level = levelOf(result);
    sum += weights[column]?.[level] ?? 0;
    sum += rarityWeight(rarityOf(result), usualRarity[column]?.[level] ?? 0);
  }
  return sum;
}

/** Weights without the prior of every pair of a table. */
export function weighPairs(table: PairTable, model: WeightModel): Int32Array {
  const width = model.weights.length;
  const weights = new Int32Array(table.left.length);
  for (let pair = 0; pair < weights.length; pair += 1) {
    weights[pair] = weighPacked(table.packed, pair * width, model);
  }
  return weights;
}

/** The weight of one pair that no rule brought together. */
export function weighPair(left: number, right: number, comparers: readonly Comparer[], model: WeightModel) {
  const packed = Int32Array.from(comparers, (comparer) => comparer.compare(left, right));
  return { packed, weight: weighPacked(packed, 0, model) };
}

/** 2^w / (1 + 2^w) for w in thousandths of a bit. */
export function toProbability(weight: number): number {
  return 1 / (1 + 2 ** (-weight / BIT));
}

/** The weight at which the probability is reached. */
export function toWeight(probability: number): number {
  return Math.round(Math.log2(probability / (1 - probability)) * BIT);
}

/**
 * The prior that agrees with its own consequences: λ is the share of all pairs that the weights then take for
 * matches. `scale` is how many candidate pairs each weight stands for. Starts from one true pair for every two records; stops after 60 rounds at the latest.
 */
export function fitPrior(
  weights: Int32Array,
  {
    scale,
    allPairs,
    recordCount,
  }: { readonly scale: number; readonly allPairs: number; readonly recordCount: number },
): number {
  const counts = new Map<number, number>();
  for (const weight of weights) {
    // A tenth of a bit is finer than the prior needs.
    const rounded = Math.round(weight / 100) * 100;
    counts.set(rounded, (counts.get(rounded) ?? 0) + scale);
  }
  let expected = recordCount / 2;
  for (let round = 0; round < 60; round += 1) {
    const prior = toWeight(clampPrior(expected / allPairs));
    let next = 0;
    for (const [weight, count] of counts) next += count * toProbability(weight + prior);
    const moved = Math.abs(next - expected);
    expected = Math.max(next, 0.5);
    if (moved < 0.01) break;
  }
  return clampPrior(expected / allPairs);
}

function clampPrior(prior: number): number {
  return Math.min(0.5, Math.max(1e-12, prior));
}

function clamp(value: number, least: number, most: number): number {
  return Math.round(Math.min(most, Math.max(least, value)));
}

/** From probabilities to integer weights, and from weights to a decision. */
import { levelOf, MISSING_LEVEL, rarityOf } from "./comparer.ts";
import { type Dependence, LEVEL_STRIDE } from "./dependence.ts";
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

/**
 * The weight without the prior of one packed comparison vector starting at an offset. The model is laid flat once:
 * a run weighs every candidate.
 */
export function pairWeigher({
  weights,
  usualRarity,
  dependences,
}: WeightModel): (packed: Int32Array, offset: number) => number {
  const width = weights.length;
  const ofLevel = new Int32Array(width * LEVEL_STRIDE);
  const usual = new Int32Array(width * LEVEL_STRIDE);
  for (let column = 0; column < width; column += 1) {
    ofLevel.set(weights[column] ?? [], column * LEVEL_STRIDE);
    usual.set(usualRarity[column] ?? [], column * LEVEL_STRIDE);
  }
  const joint = new Int32Array(dependences.length * LEVEL_STRIDE * LEVEL_STRIDE);
  const first = Int32Array.from(dependences, (dependence) => dependence.first);
  const second = Int32Array.from(dependences, (dependence) => dependence.second);
  for (const [index, dependence] of dependences.entries()) {
    joint.set(dependence.weights, index * LEVEL_STRIDE * LEVEL_STRIDE);
  }
  return (packed, offset) => {
    let sum = 0;
    for (let index = 0; index < first.length; index += 1) {
      const one = (packed[offset + (first[index] ?? 0)] ?? 0) & 31;
      const other = (packed[offset + (second[index] ?? 0)] ?? 0) & 31;
      sum += joint[(index * LEVEL_STRIDE + one) * LEVEL_STRIDE + other] ?? 0;
    }
    for (let column = 0; column < width; column += 1) {
      const result = packed[offset + column] ?? 0;
      const cell = column * LEVEL_STRIDE + levelOf(result);
      sum += (ofLevel[cell] ?? 0) + rarityWeight(rarityOf(result), usual[cell] ?? 0);
    }
    return sum;
  };
}

/** Weights without the prior of every pair of a table. */
export function weighPairs({ left, packed }: PairTable, model: WeightModel): Int32Array {
  const width = model.weights.length;
  const weigh = pairWeigher(model);
  const weights = new Int32Array(left.length);
  for (let pair = 0; pair < weights.length; pair += 1) weights[pair] = weigh(packed, pair * width);
  return weights;
}

/** Beyond so many bits either way probabilities are worked out each time. */
const TABLED_BITS = 40;

const PROBABILITIES = Float64Array.from({ length: 2 * TABLED_BITS * BIT + 1 }, (_, place) =>
  probabilityOf(place - TABLED_BITS * BIT),
);

/** 2^w / (1 + 2^w) for w in whole thousandths of a bit. */
export function toProbability(weight: number): number {
  return PROBABILITIES[weight + TABLED_BITS * BIT] ?? probabilityOf(weight);
}

function probabilityOf(weight: number): number {
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
  // A tenth of a bit is finer than the prior needs.
  let [least, most] = [0, 0];
  for (const weight of weights) {
    if (weight < least) least = weight;
    if (weight > most) most = weight;
  }
  const lowest = Math.round(least / 100);
  const counts = new Float64Array(Math.round(most / 100) - lowest + 1);
  for (const weight of weights) {
    const tenths = Math.round(weight / 100) - lowest;
    counts[tenths] = (counts[tenths] ?? 0) + scale;
  }
  let expected = recordCount / 2;
  for (let round = 0; round < 60; round += 1) {
    const prior = toWeight(clampPrior(expected / allPairs));
    let next = 0;
    for (let tenths = 0; tenths < counts.length; tenths += 1) {
      const count = counts[tenths] ?? 0;
      if (count > 0) next += count * toProbability((tenths + lowest) * 100 + prior);
    }
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

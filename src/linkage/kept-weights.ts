/** The weights of a kept model, and comparisons that know the words it learned. */
import type { Comparer } from "./comparer.ts";
import { LEVEL_STRIDE } from "./dependence.ts";
import type { KeptModel } from "./kept-model.ts";
import type { WeightModel } from "./weights.ts";

/** The comparisons with the words that training found to go together. */
export function teach(comparers: readonly Comparer[], { comparisons }: KeptModel): Comparer[] {
  return comparers.map((comparer, column) => {
    const { vocabulary } = comparer;
    const pairs = comparisons[column]?.equivalents ?? [];
    if (vocabulary === undefined || pairs.length === 0) return comparer;
    const size = vocabulary.counts.length;
    const values = new Map(Array.from(vocabulary.counts, (_, value) => [vocabulary.keyOf(value), value]));
    const known = pairs.flatMap(([one, other]) => {
      const [left, right] = [values.get(one), values.get(other)];
      return left === undefined || right === undefined
        ? []
        : [Math.min(left, right) * size + Math.max(left, right)];
    });
    return vocabulary.withEquivalents(new Set(known));
  });
}

export function toWeightModel({ comparisons, dependences }: KeptModel): WeightModel {
  return {
    weights: comparisons.map(({ weights }) => Int32Array.from(weights)),
    usualRarity: comparisons.map(({ usualRarity }) => Float64Array.from(usualRarity)),
    dependences: dependences.map(({ first, second, informationBits, weights }) => {
      const cells = new Int32Array(LEVEL_STRIDE * LEVEL_STRIDE);
      for (const [one, other, weight] of weights) cells[one * LEVEL_STRIDE + other] = weight;
      return { first, second, informationBits, weights: cells };
    }),
  };
}

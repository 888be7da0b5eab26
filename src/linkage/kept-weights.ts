/** The weights of a kept model, and comparisons that know the words it learned. */
import type { Comparison } from "./comparisons.ts";
import { LEVEL_STRIDE } from "./dependence.ts";
import type { KeptModel } from "./kept-model.ts";
import { wordKeys } from "./name-column.ts";
import type { WeightModel } from "./weights.ts";

/** The comparisons with the words that training found to go together. @param texts - the tokens by their ids. */
export function teach(
  own: readonly Comparison[],
  texts: readonly string[],
  { comparisons }: KeptModel,
): Comparison[] {
  return own.map((comparison, column) => {
    const pairs = comparisons[column]?.equivalents ?? [];
    if (comparison.sort !== "text" || pairs.length === 0) return comparison;
    const words = wordKeys(comparison.column, texts);
    const values = new Map(words.map((key, value) => [key, value]));
    const known = pairs.flatMap(([one, other]) => {
      const [left, right] = [values.get(one), values.get(other)];
      return left === undefined || right === undefined
        ? []
        : [Math.min(left, right) * words.length + Math.max(left, right)];
    });
    return { ...comparison, equivalents: new Set(known) };
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

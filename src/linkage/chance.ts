/** Agreement by chance: how often, and on how rare values, different persons reach each level. */
import { type Comparer, levelOf, MOST_RARITY, rarityOf } from "./comparer.ts";
import { type LevelProbabilities, normalised } from "./expectation.ts";
import type { PairTable } from "./pair-table.ts";

export interface Chance {
  readonly u: LevelProbabilities;
  /** For each comparison and level the rarity that chance agreement has there, in thousandths of a bit. */
  readonly usualRarity: readonly Float64Array[];
}

/** How many pairs the expectation of chance agreement weighs, where a comparison has one. */
const EXPECTED_PAIRS = 400;

/** Fewer random pairs than this at a level are too few: the candidates, which hold nearly all of them, tell more. */
const ENOUGH = 100;

/**
 * Counts chance agreement.
 *
 * Random pairs show common levels without bias. A rare level (two people of one full name) hardly occurs among
 * them, but blocking brought nearly all such pairs together, so there the candidates are counted instead.
 *
 * The usual rarity is the harmonic mean share of the values that agree by chance. For one value that is the sum
 * of squared shares, and the weight of an agreement on v becomes log2(m / f_v).
 *
 * @param randomApart - P(different persons) of each random pair; null counts every pair as different.
 * @param candidatesApart - the same for the candidates; null leaves them out.
 */
export function countChance(
  random: PairTable,
  randomApart: Float64Array | null,
  candidatesApart: Float64Array | null,
  input: {
    readonly comparers: readonly Comparer[];
    readonly candidates: PairTable;
    readonly candidateScale: number;
    readonly allPairs: number;
  },
): Chance {
  const { comparers, candidates, candidateScale, allPairs } = input;
  const sample = tally(random, randomApart, comparers);
  const census = candidatesApart === null ? null : tally(candidates, candidatesApart, comparers);
  const u: Float64Array[] = [];
  const usualRarity: Float64Array[] = [];
  for (const [column, { pairs, rare, inverse }] of sample.entries()) {
    const scale = allPairs / Math.max(1, random.left.length);
    const other = census?.[column];
    const isSparse = (level: number) => other !== undefined && (pairs[level] ?? 0) < ENOUGH;
    u.push(
      normalised(
        pairs.map((count, level) => {
          const expected = (comparers[column]?.levels[level]?.expectedU ?? 0) * EXPECTED_PAIRS;
          return isSparse(level)
            ? Math.max((other?.pairs[level] ?? 0) * candidateScale + expected, atLeast(count) * scale, 0.5)
            : count * scale + expected + 0.5;
        }),
      ),
    );
    const [all, allInverse] = [total(rare) + total(other?.rare), total(inverse) + total(other?.inverse)];
    const pooled = all === 0 ? 1024 : allInverse / all;
    usualRarity.push(
      rare.map((count, level) => {
        const some = isSparse(level) ? (other?.rare[level] ?? 0) : count;
        const sum = isSparse(level) ? (other?.inverse[level] ?? 0) : (inverse[level] ?? 0);
        // Levels that chance hardly reaches lean on the comparison as a whole.
        return Math.round(Math.log2((sum + 3 * pooled) / (some + 3)) * 1000);
      }),
    );
  }
  return { u, usualRarity };
}

/**
 * The least that a count of random pairs proves, at 97.5 %: so that one pair, drawn by chance, which stands for hundreds
 * does not overrule the candidates.
 *
 * @see Wilson and Hilferty, The distribution of chi-square, 1931: the lower limit of a Poisson count.
 */
function atLeast(count: number): number {
  if (count <= 0) return 0;
  return count * Math.max(0, 1 - 1 / (9 * count) - 1.96 / (3 * Math.sqrt(count))) ** 3;
}

/** 1 / share of each rarity: 2^(r / 1000). */
const INVERSE_SHARE = Float64Array.from({ length: MOST_RARITY + 1 }, (_, rarity) => 2 ** (rarity / 1000));

interface Tally {
  /** Weighted pairs at each level. */
  readonly pairs: Float64Array;
  /** Those of them that have a rarity, and the sum of 1 / share over them. */
  readonly rare: Float64Array;
  readonly inverse: Float64Array;
}

function tally(table: PairTable, apart: Float64Array | null, comparers: readonly Comparer[]): Tally[] {
  const width = comparers.length;
  const tallies = comparers.map(({ levels }) => ({
    pairs: new Float64Array(levels.length),
    rare: new Float64Array(levels.length),
    inverse: new Float64Array(levels.length),
  }));
  for (let pair = 0; pair < table.left.length; pair += 1) {
    const weight = apart === null ? 1 : (apart[pair] ?? 1);
    for (let column = 0; column < width; column += 1) {
      const packed = table.packed[pair * width + column] ?? 0;
      const level = levelOf(packed);
      const rarity = rarityOf(packed);
      const { pairs, rare, inverse } = tallies[column] ?? { pairs: null, rare: null, inverse: null };
      if (pairs === null) continue;
      pairs[level] = (pairs[level] ?? 0) + weight;
      if (rarity === 0) continue;
      rare[level] = (rare[level] ?? 0) + weight;
      inverse[level] = (inverse[level] ?? 0) + weight * (INVERSE_SHARE[rarity] ?? 0);
    }
  }
  return tallies;
}

function total(values: Float64Array | undefined): number {
  return values?.reduce((sum, value) => sum + value, 0) ?? 0;
}

/** Two lists: Lincoln–Petersen and Chapman, and the table of all pairs of a larger table. */
import type { CaptureTable } from "./capture-table.ts";
import { type Interval, logNormalInterval } from "./log-normal-interval.ts";
import { NORMAL_975 } from "./numeric/quantiles.ts";

export interface TwoListCounts {
  /** People on the first list. */
  readonly first: number;
  /** People on the second list. */
  readonly second: number;
  /** People on both. */
  readonly both: number;
}

/**
 * N = ab/m (Petersen 1896; Lincoln 1930), the maximum-likelihood estimate for two independent lists.
 *
 * @returns null when nobody is on both lists: the estimate does not exist.
 */
export function lincolnPetersen({ first, second, both }: TwoListCounts): number | null {
  return both === 0 ? null : (first * second) / both;
}

export interface ChapmanEstimate {
  readonly point: number;
  readonly standardError: number;
  /** Log-normal on the unseen part; null when a list lies wholly inside the other. */
  readonly interval: Interval | null;
  /** Symmetric, point ± 1.96 standard errors; can fall below what was counted. */
  readonly wald: Interval;
}

/**
 * N = (a+1)(b+1)/(m+1) − 1 (Chapman 1951), with the variance (a+1)(b+1)(a−m)(b−m) / ((m+1)² (m+2)) of
 * Seber (1970, Biometrics 26). Finite for m = 0, where it says little more than that the lists never met.
 */
export function chapman({ first, second, both }: TwoListCounts): ChapmanEstimate {
  const product = (first + 1) * (second + 1);
  const point = product / (both + 1) - 1;
  const variance = (product * (first - both) * (second - both)) / ((both + 1) ** 2 * (both + 2));
  const standardError = Math.sqrt(variance);
  const seen = first + second - both;
  return {
    point,
    standardError,
    interval: logNormalInterval({ seen, unseen: point - seen, variance }),
    wald: [point - NORMAL_975 * standardError, point + NORMAL_975 * standardError],
  };
}

export interface PairEstimate extends TwoListCounts {
  /** Names of the two lists. */
  readonly lists: readonly [string, string];
  readonly lincolnPetersen: number | null;
  readonly chapman: ChapmanEstimate;
}

/**
 * Chapman's estimate for every two lists of a table, in list order: an exploratory picture, never a headline.
 * A wide spread between pairs shows that lists depend on each other or that people differ in being listed.
 */
export function estimatePairs(table: CaptureTable): readonly PairEstimate[] {
  return toPairs(table.lists.length).map(([i, j]) => {
    const counts = countPair(table, i, j);
    return {
      lists: [table.lists[i] ?? "", table.lists[j] ?? ""],
      ...counts,
      lincolnPetersen: lincolnPetersen(counts),
      chapman: chapman(counts),
    };
  });
}

/** Every two of `count` lists as indices i < j, in lexicographic order. */
export function toPairs(count: number): readonly (readonly [number, number])[] {
  const pairs: [number, number][] = [];
  for (let i = 0; i < count; i++) for (let j = i + 1; j < count; j++) pairs.push([i, j]);
  return pairs;
}

/** Sizes and overlap of lists i and j. */
export function countPair(table: CaptureTable, i: number, j: number): TwoListCounts {
  let [first, second, both] = [0, 0, 0];
  for (const { pattern, count } of table.cells) {
    const onFirst = (pattern >> i) & 1;
    const onSecond = (pattern >> j) & 1;
    first += count * onFirst;
    second += count * onSecond;
    both += count * onFirst * onSecond;
  }
  return { first, second, both };
}

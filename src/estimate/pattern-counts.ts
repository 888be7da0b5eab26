/** Counts of a table by pattern and by margin: what every fit of that table shares. */
import type { CaptureCell, CaptureTable } from "./capture-table.ts";
import { logGamma } from "./numeric/log-gamma.ts";
import { sumOverSupersets } from "./numeric/subset-sums.ts";

export interface PatternCounts {
  readonly listCount: number;
  /** People by pattern, 2^J numbers; the unseen at 0 hold 0. */
  readonly counts: Float64Array;
  /** People on all lists of a mask, whatever else they are on: the sufficient statistics; n at 0. */
  readonly margins: Float64Array;
  /** People counted. */
  readonly total: number;
  /** −Σ log y!, the constant of the Poisson log likelihood. */
  readonly logConstant: number;
  /** The Poisson log likelihood when every pattern has its own count as mean: no model does better. */
  readonly saturatedLogLikelihood: number;
}

export function toPatternCounts(table: CaptureTable): PatternCounts {
  return countPatterns(table.lists.length, table.cells);
}

/** The same table with one person fewer at a pattern that has at least one. */
export function withoutOnePerson(table: PatternCounts, pattern: number): PatternCounts {
  const cells: CaptureCell[] = [];
  table.counts.forEach((count, at) => {
    if (count > 0) cells.push({ pattern: at, count: at === pattern ? count - 1 : count });
  });
  return countPatterns(table.listCount, cells);
}

/** The same table without the people of some patterns. */
export function withPatterns(table: PatternCounts, keep: (pattern: number) => boolean): PatternCounts {
  const cells: CaptureCell[] = [];
  table.counts.forEach((count, pattern) => {
    if (count > 0 && keep(pattern)) cells.push({ pattern, count });
  });
  return countPatterns(table.listCount, cells);
}

/** The counts of cells that stand once each. */
export function countPatterns(listCount: number, cells: readonly CaptureCell[]): PatternCounts {
  const counts = new Float64Array(2 ** listCount);
  for (const { pattern, count } of cells) counts[pattern] = (counts[pattern] ?? 0) + count;
  const margins = counts.slice();
  sumOverSupersets(margins);
  const logConstant = counts.reduce((sum, count) => sum - logGamma(count + 1), 0);
  const saturatedLogLikelihood = counts.reduce(
    (sum, count) => (count > 0 ? sum + count * Math.log(count) - count : sum),
    logConstant,
  );
  return { listCount, counts, margins, total: margins[0] ?? 0, logConstant, saturatedLogLikelihood };
}

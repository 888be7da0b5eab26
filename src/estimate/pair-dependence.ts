/** Whether two lists avoid each other, read from people who are on a third. */
import type { CaptureTable } from "./capture-table.ts";

export interface PairDependence {
  /**
   * Common odds ratio over the strata; 1 is independence; null when no stratum can tell. "infinite" where nobody is on one
   * of the two without the other: a number for it would leave every JSON as null.
   */
  readonly oddsRatio: number | "infinite" | null;
  /** Standard normal under independence; strongly negative when the lists share too few. */
  readonly score: number;
}

/**
 * The Mantel–Haenszel odds ratio of lists i and j among people on at least one other list, one stratum per
 * pattern on the others (Mantel & Haenszel 1959, JNCI 22). People on no other list are left out: of them,
 * those on neither i nor j were never counted.
 */
export function pairDependence(table: CaptureTable, i: number, j: number): PairDependence {
  const both = (1 << i) | (1 << j);
  const strata = new Map<number, number[]>();
  for (const { pattern, count } of table.cells) {
    const others = pattern & ~both;
    if (others === 0) continue;
    const square = strata.get(others) ?? [0, 0, 0, 0];
    const cell = ((pattern >> i) & 1) + 2 * ((pattern >> j) & 1);
    square[cell] = (square[cell] ?? 0) + count;
    strata.set(others, square);
  }
  let [concordant, discordant, surplus, variance] = [0, 0, 0, 0];
  for (const [neither = 0, first = 0, second = 0, shared = 0] of strata.values()) {
    const total = neither + first + second + shared;
    concordant += (shared * neither) / total;
    discordant += (first * second) / total;
    const [onFirst, onSecond] = [first + shared, second + shared];
    surplus += shared - (onFirst * onSecond) / total;
    if (total > 1) {
      variance +=
        (onFirst * onSecond * (total - onFirst) * (total - onSecond)) / (total * total * (total - 1));
    }
  }
  return {
    oddsRatio: discordant > 0 ? concordant / discordant : concordant > 0 ? "infinite" : null,
    score: variance > 0 ? surplus / Math.sqrt(variance) : 0,
  };
}

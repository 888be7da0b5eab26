/** A lower bound of N that allows for people who differ and for lists of unequal reach. */
import type { Interval } from "../log-normal-interval.ts";
import { NORMAL_975 } from "../numeric/quantiles.ts";
import { countBits } from "../numeric/subset-sums.ts";
import { type PatternCounts, withPatterns } from "../pattern-counts.ts";
import { findSupport, unseenVanish } from "./existence.ts";
import { toTerms } from "./hierarchical-model.ts";
import { fitPoisson } from "./poisson-fit.ts";

export interface UnequalBound {
  readonly point: number;
  /** n + exp(α ∓ 1.96 se); null where the bound is n. */
  readonly interval: Interval | null;
}

/**
 * Fits main effects to the people on one or two lists alone and carries them on to none: n + exp(α).
 *
 * When log odds of being listed add up from person and list (model M_th), a pattern on k lists has mean
 * m_k Π r_j, with m_k the k-th moment of a positive variable. m_1² ≤ m_0 m_2 (Cauchy–Schwarz), so going on
 * straight from k = 2 and 1 to 0 cannot pass the mean of the unseen: Chao's argument (1987) with the list
 * effects kept, as in the lower bounds of Rivest & Baillargeon (2007, Biometrics 63).
 *
 * Where one list holds all the others, α goes to −∞ and the bound is n: Lincoln and Petersen's ab/m is the larger list.
 *
 * @returns null when these counts do not fix the bound; always for a table whose pairs share too few.
 */
export function boundForUnequalLists(table: PatternCounts): UnequalBound | null {
  const isModelled = (pattern: number) => countBits(pattern) <= 2;
  const near = withPatterns(table, isModelled);
  const terms = toTerms({ interactions: [] }, table.listCount);
  const support = findSupport(near, terms, isModelled);
  if (support.existence === "no-estimate" && unseenVanish(near, terms, isModelled)) {
    return { point: table.total, interval: null };
  }
  if (support.existence !== "finite") return null;
  const { counts, margins } = near;
  const fit = fitPoisson({ counts, margins, cells: support.cells, terms: support.fittedTerms });
  if (fit === null) return null;
  const intercept = fit.coefficients[0] ?? 0;
  const half = NORMAL_975 * fit.interceptError;
  return {
    point: table.total + Math.exp(intercept),
    interval: [table.total + Math.exp(intercept - half), table.total + Math.exp(intercept + half)],
  };
}

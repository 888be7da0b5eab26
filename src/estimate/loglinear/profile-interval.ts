/** The multinomial profile-likelihood interval of N under a log-linear model. */
import type { Interval } from "../log-normal-interval.ts";
import { findRoot } from "../numeric/find-root.ts";
import { digamma, logGamma } from "../numeric/log-gamma.ts";
import { HALF_CHI_SQUARED_95 } from "../numeric/quantiles.ts";
import type { PatternCounts } from "../pattern-counts.ts";
import type { ModelFit } from "./model-fit.ts";
import { fitPoisson } from "./poisson-fit.ts";

export interface ProfileInterval {
  /** The N at which the profile is highest; slightly below the Poisson estimate. */
  readonly mode: number;
  readonly interval: Interval;
}

/** Where the unseen count as none: so near 0 that the limit is the number counted. */
const SMALLEST_UNSEEN = 1e-6;

/** Relative width to which limits are found. */
const PRECISION = 1e-9;

/**
 * The 95 % interval of N by profile likelihood (Cormack 1992, Biometrics 48; multinomial form).
 *
 * For each number n0 unseen, not necessarily whole, the model is fitted to all 2^J cells with n0 in the
 * unseen one; ℓ(n0) = log Γ(N+1) − log Γ(n0+1) + Σ_w n_w log p_w + n0 log p_0 with N = n + n0. The limits are
 * where ℓ has fallen by half the 0.95 quantile of χ²(1) from its highest. At the top
 * ℓ′ = ψ(N+1) − ψ(n0+1) + log p_0 is 0 (the derivative through the fitted p vanishes).
 *
 * @param fit - a fit with existence `finite`.
 * @returns null when a refit fails to converge.
 */
export function profileInterval(table: PatternCounts, fit: ModelFit): ProfileInterval | null {
  const profile = createProfile(table, fit);
  const centre = Math.log(Math.max(fit.point - table.total, SMALLEST_UNSEEN));
  const floor = Math.log(SMALLEST_UNSEEN);
  const slope = (logUnseen: number) => profile(logUnseen)?.slope ?? Number.NaN;

  let [low, high] = [Math.max(floor, centre - 1), centre + 1];
  while (low > floor && slope(low) < 0) low = Math.max(floor, low - 1);
  while (high < centre + 40 && slope(high) > 0) high += 1;
  const top = slope(low) <= 0 ? low : findRoot(slope, { low, high, tolerance: PRECISION });
  const peak = profile(top);
  if (peak === null) return null;

  const depth = (logUnseen: number) =>
    (profile(logUnseen)?.height ?? Number.NaN) - peak.height + HALF_CHI_SQUARED_95;
  let [below, above] = [Math.max(floor, top - 0.5), top + 0.5];
  while (below > floor && depth(below) > 0) below = Math.max(floor, below - 0.5);
  while (above < top + 40 && depth(above) > 0) above += 0.5;
  const toTotal = (logUnseen: number) => table.total + Math.exp(logUnseen);
  const lower =
    depth(below) > 0
      ? table.total
      : toTotal(findRoot(depth, { low: below, high: top, tolerance: PRECISION }));
  const upper = toTotal(findRoot(depth, { low: top, high: above, tolerance: PRECISION }));
  if (!Number.isFinite(lower) || !Number.isFinite(upper) || !(depth(above) <= 0)) return null;
  return { mode: toTotal(top), interval: [lower, upper] };
}

interface ProfilePoint {
  /** ℓ at this number unseen, without the constant. */
  readonly height: number;
  /** ℓ′ with respect to the number unseen. */
  readonly slope: number;
}

/** ℓ and its slope as a function of log n0; each refit starts from the one before. */
function createProfile(table: PatternCounts, fit: ModelFit): (logUnseen: number) => ProfilePoint | null {
  const counts = table.counts.slice();
  const margins = table.margins.slice();
  const cells = fit.support.cells.slice();
  cells[0] = 1;
  let start = fit.fit.coefficients;
  return (logUnseen) => {
    const unseen = Math.exp(logUnseen);
    const total = table.total + unseen;
    counts[0] = unseen;
    margins[0] = total;
    const refit = fitPoisson({ counts, margins, cells, terms: fit.support.fittedTerms, start });
    if (refit === null) return null;
    start = refit.coefficients;
    // The Poisson fit of the full table has total N, so Σ y log(μ/N) = Σ y log μ − N log N.
    const logProbabilities = refit.logLikelihood + total - total * Math.log(total);
    return {
      height: logGamma(total + 1) - logGamma(unseen + 1) + logProbabilities,
      slope: digamma(total + 1) - digamma(unseen + 1) + (refit.coefficients[0] ?? 0) - Math.log(total),
    };
  };
}

/** The few quantiles and tail probabilities that the estimators need. */
import { logGamma } from "./log-gamma.ts";

/** The 0.975 quantile of the standard normal distribution: half the width of a 95 % interval. */
export const NORMAL_975 = 1.959963984540054;

/** Half the 0.95 quantile of χ² with one degree of freedom: the drop in log likelihood at a 95 % limit. */
export const HALF_CHI_SQUARED_95 = 1.920729410347067;

/**
 * The smaller of P(X ≤ k) and P(X ≥ k) for X Poisson with the mean given; a one-sided probability, not doubled.
 *
 * The lighter side is summed outward from k, so nothing is lost to 1 − p however small it is.
 *
 * @param k - a whole number ≥ 0.
 */
export function poissonTail(k: number, mean: number): number {
  if (mean <= 0) return k === 0 ? 1 : 0;
  const atK = Math.exp(k * Math.log(mean) - mean - logGamma(k + 1));
  let sum = atK;
  let term = atK;
  if (k <= mean) {
    for (let x = k; x > 0 && term > sum * 1e-17; x--) {
      term *= x / mean;
      sum += term;
    }
  } else {
    for (let x = k + 1; term > sum * 1e-17 && term > 0; x++) {
      term *= mean / x;
      sum += term;
    }
  }
  // Near the mean the lighter side is the other one; both together are 1 + P(X = k).
  return Math.min(sum, 1 + atK - sum);
}

/**
 * The central 95 % of a Poisson law: the least counts at which P(X ≤ k) reaches 0.025 and 0.975.
 *
 * Beyond a mean of 10,000 the normal approximation, there within one person of it.
 */
export function poissonRange(mean: number): readonly [number, number] {
  if (mean <= 0) return [0, 0];
  if (mean > 10_000) {
    const half = NORMAL_975 * Math.sqrt(mean);
    return [Math.floor(mean - half), Math.ceil(mean + half)];
  }
  let low = -1;
  let below = 0;
  for (let k = 0; ; k++) {
    below += Math.exp(k * Math.log(mean) - mean - logGamma(k + 1));
    if (low < 0 && below >= 0.025) low = k;
    if (below >= 0.975) return [low, k];
  }
}

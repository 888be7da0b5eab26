/** Quantiles of Student's t distribution. */
import { findRoot } from "./find-root.ts";
import { logIncompleteBeta } from "./negative-binomial.ts";
import { normalQuantile } from "./normal-cdf.ts";

/** Beyond this many degrees of freedom the normal distribution is as exact as the series. */
const NEARLY_NORMAL = 1e7;

/**
 * The t with P(T ≤ t) = level, for levels in [0.5, 1) and degrees of freedom ≥ 1, not necessarily whole; from
 * P(|T| > t) = I_{ν/(ν+t²)}(ν/2, 1/2) (NIST DLMF 8.17).
 */
export function studentQuantile(level: number, degreesOfFreedom: number): number {
  if (degreesOfFreedom > NEARLY_NORMAL) return normalQuantile(level);
  const excess = (t: number) =>
    1 -
    0.5 *
      Math.exp(logIncompleteBeta(degreesOfFreedom / (degreesOfFreedom + t * t), degreesOfFreedom / 2, 0.5)) -
    level;
  return findRoot(excess, { low: 0, high: 1e6, tolerance: 1e-12 });
}

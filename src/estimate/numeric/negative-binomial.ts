/** The negative binomial distribution of the number unseen, given the chance of being unseen. */

import { logGamma } from "./log-gamma.ts";
import type { RandomStream } from "./random.ts";
import { drawPoisson } from "./random-counts.ts";

/** Standard deviations beyond which nothing is left in double precision. */
const FAR = 9;

/** Tries by rejection before the distribution function is inverted. */
const TRIES = 50;

export interface UnseenLaw {
  /** People seen, > 0. */
  readonly seen: number;
  /** Chance that a person is not seen, in [0, 1). */
  readonly missed: number;
  /** Largest number unseen that is allowed. */
  readonly most: number;
}

/**
 * log P(number unseen ≤ most) for the law without an upper end: how much of it the limit leaves.
 *
 * With prior 1/N the unseen n0 of N = n + n0 are negative binomial: P(n0) = C(n + n0 − 1, n0) (1 − p0)^n p0^n0.
 */
export function logLimitMass({ seen, missed, most }: UnseenLaw): number {
  if (seen <= 0) return 0;
  const found = Math.max(1 - missed, Number.MIN_VALUE);
  const mean = (seen * missed) / found;
  if (mean + FAR * Math.sqrt(mean / found) + FAR < most) return 0;
  return logIncompleteBeta(found, seen, most + 1);
}

/** A number unseen, at most `most`. */
export function drawUnseen(random: RandomStream, law: UnseenLaw): number {
  const { seen, missed, most } = law;
  if (seen <= 0) return 0;
  const odds = missed / Math.max(1 - missed, Number.MIN_VALUE);
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const mean = random.gamma(seen) * odds;
    if (mean > 1e15) continue;
    const unseen = drawPoisson(random, mean);
    if (unseen <= most) return unseen;
  }
  // Nearly all of the law lies beyond the limit: the distribution function is inverted by halving.
  const target = Math.log(random.uniform()) + logLimitMass(law);
  let [low, high] = [0, most];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (logLimitMass({ seen, missed, most: middle }) >= target) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * log I_x(a, b), the regularised incomplete beta function, by the continued fraction of NIST DLMF 8.17.22 evaluated
 * by Lentz's method; absolute error about 1e-12 for the sizes that occur here.
 */
export function logIncompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return Number.NEGATIVE_INFINITY;
  if (x >= 1) return 0;
  const front = logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x);
  if (x < (a + 1) / (a + b + 2)) return front + Math.log(betaFraction(x, a, b) / a);
  const rest = Math.exp(front) * (betaFraction(1 - x, b, a) / b);
  return Math.log1p(-Math.min(rest, 1));
}

function betaFraction(x: number, a: number, b: number): number {
  const tiny = 1e-300;
  const away = (value: number) => (Math.abs(value) < tiny ? tiny : value);
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m < 10_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / away(1 + even * d);
    c = away(1 + even / c);
    fraction *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / away(1 + odd * d);
    c = away(1 + odd / c);
    const change = d * c;
    fraction *= change;
    if (Math.abs(change - 1) < 1e-14) break;
  }
  return fraction;
}

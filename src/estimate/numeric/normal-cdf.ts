/** The standard normal distribution function and its inverse. */

/** Beyond this the tail is a continued fraction, before it a series. */
const SERIES_END = 4;

/**
 * P(Z ≤ x) with absolute error below 1e-14, and the lower tail to relative precision: the series
 * φ(x) (x + x³/3 + x⁵/15 + …) near 0 (Abramowitz & Stegun 26.2.11), Laplace's continued fraction beyond (26.2.14).
 */
export function normalCdf(x: number): number {
  if (Number.isNaN(x)) return Number.NaN;
  const size = Math.abs(x);
  const density = Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI);
  if (size > SERIES_END) {
    let fraction = size;
    for (let k = 60; k > 0; k--) fraction = size + k / fraction;
    const tail = Number.isFinite(size) ? density / fraction : 0;
    return x > 0 ? 1 - tail : tail;
  }
  let term = x;
  let sum = x;
  for (let odd = 3; Math.abs(term) > 1e-17 * Math.abs(sum); odd += 2) {
    term *= (x * x) / odd;
    sum += term;
  }
  return 0.5 + density * sum;
}

/**
 * The x with P(Z ≤ x) = level, −∞ and ∞ at the ends: the approximation of Abramowitz & Stegun 26.2.23 (error below
 * 4.5e-4), then three steps of Halley's method on {@link normalCdf}.
 */
export function normalQuantile(level: number): number {
  if (!(level > 0)) return level === 0 ? Number.NEGATIVE_INFINITY : Number.NaN;
  if (level > 0.5)
    return level < 1 ? -normalQuantile(1 - level) : level === 1 ? Number.POSITIVE_INFINITY : Number.NaN;
  const t = Math.sqrt(-2 * Math.log(level));
  let x =
    (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308))) - t;
  for (let step = 0; step < 3; step++) {
    const error = (normalCdf(x) - level) * Math.sqrt(2 * Math.PI) * Math.exp(0.5 * x * x);
    x -= error / (1 + 0.5 * x * error);
  }
  return x;
}

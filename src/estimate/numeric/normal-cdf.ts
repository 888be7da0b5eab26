/** The standard normal distribution function. */

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

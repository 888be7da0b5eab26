/** Logarithm of the gamma function and its derivative, by Stirling's series (NIST DLMF 5.11.1–5.11.2). */

const HALF_LOG_TWO_PI = 0.9189385332046728;

/** Below this the argument is first shifted upward, so that the series ends at double precision. */
const SERIES_START = 10;

/**
 * log Γ(x) for x > 0; NaN otherwise.
 *
 * Relative error about 1e-15, except close to the zeros at 1 and 2, where the absolute error is about 1e-15.
 */
export function logGamma(x: number): number {
  if (!(x > 0)) return Number.NaN;
  let shifted = x;
  let product = 1;
  while (shifted < SERIES_START) {
    product *= shifted;
    shifted += 1;
  }
  return (
    (shifted - 0.5) * Math.log(shifted) - shifted + HALF_LOG_TWO_PI + tailOf(shifted) - Math.log(product)
  );
}

const factorials = new Float64Array(16_384).fill(Number.NaN);

/** log n! for whole n ≥ 0; remembered for small n, where samplers ask again and again. */
export function logFactorial(n: number): number {
  const known = factorials[n];
  if (known === undefined) return logGamma(n + 1);
  if (!Number.isNaN(known)) return known;
  const value = logGamma(n + 1);
  factorials[n] = value;
  return value;
}

/**
 * log Γ(x + rise) − log Γ(x) for x > 0 and x + rise > 0, without the cancellation of two large logarithms: for
 * x = 1e15 and rise = 2 the plain difference is wrong by whole units.
 */
export function logGammaRise(x: number, rise: number): number {
  const to = x + rise;
  if (!(x >= SERIES_START && to >= SERIES_START)) return logGamma(to) - logGamma(x);
  return (x - 0.5) * Math.log1p(rise / x) + rise * Math.log(to) - rise + tailOf(to) - tailOf(x);
}

/** Stirling's series beyond its leading terms, for x ≥ 10. */
function tailOf(x: number): number {
  const inverse = 1 / x;
  const square = inverse * inverse;
  return (
    inverse *
    (1 / 12 -
      square *
        (1 / 360 - square * (1 / 1260 - square * (1 / 1680 - square * (1 / 1188 - square * (691 / 360360))))))
  );
}

/** ψ(x), the derivative of log Γ, for x > 0; NaN otherwise. Absolute error about 1e-14 for x ≥ 0.1. */
export function digamma(x: number): number {
  if (!(x > 0)) return Number.NaN;
  let shifted = x;
  let sum = 0;
  while (shifted < SERIES_START) {
    sum -= 1 / shifted;
    shifted += 1;
  }
  const inverse = 1 / shifted;
  const square = inverse * inverse;
  const tail =
    square *
    (1 / 12 -
      square *
        (1 / 120 - square * (1 / 252 - square * (1 / 240 - square * (1 / 132 - square * (691 / 32760))))));
  return sum + Math.log(shifted) - 0.5 * inverse - tail;
}

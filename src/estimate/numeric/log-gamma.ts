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
  const inverse = 1 / shifted;
  const square = inverse * inverse;
  const tail =
    inverse *
    (1 / 12 -
      square *
        (1 / 360 -
          square * (1 / 1260 - square * (1 / 1680 - square * (1 / 1188 - square * (691 / 360360))))));
  return (shifted - 0.5) * Math.log(shifted) - shifted + HALF_LOG_TWO_PI + tail - Math.log(product);
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

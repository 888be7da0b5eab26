/** A root of a continuous function of one variable, inside a bracket. */

export interface Bracket {
  readonly low: number;
  readonly high: number;
  /** The width at which to stop, in units of x. */
  readonly tolerance: number;
}

/**
 * Where f changes sign between low and high, by Ridders' method (Ridders 1979, IEEE Trans. Circuits Syst. 26):
 * never leaves the bracket, and ends within the tolerance.
 *
 * @returns the end whose value is nearer to 0 when f has the same sign at both ends.
 */
export function findRoot(f: (x: number) => number, { low, high, tolerance }: Bracket): number {
  let a = low;
  let b = high;
  let fa = f(a);
  let fb = f(b);
  if (fa === 0) return a;
  if (fb === 0) return b;
  if (fa > 0 === fb > 0) return Math.abs(fa) < Math.abs(fb) ? a : b;
  for (let round = 0; round < 200 && Math.abs(b - a) > tolerance; round++) {
    const middle = (a + b) / 2;
    const fMiddle = f(middle);
    if (fMiddle === 0) return middle;
    const scale = Math.sqrt(fMiddle * fMiddle - fa * fb);
    const next = middle + ((middle - a) * (fa > fb ? 1 : -1) * fMiddle) / scale;
    const fNext = f(next);
    if (fNext === 0) return next;
    if (fMiddle > 0 !== fNext > 0) {
      [a, fa, b, fb] = [middle, fMiddle, next, fNext];
    } else if (fa > 0 !== fNext > 0) {
      [b, fb] = [next, fNext];
    } else {
      [a, fa] = [next, fNext];
    }
  }
  return Math.abs(fa) < Math.abs(fb) ? a : b;
}

/** The log-normal interval for a count of which part was seen. */
import { NORMAL_975 } from "./numeric/quantiles.ts";

/** Both ends of an interval, in people; the lower never below the number seen. */
export type Interval = readonly [low: number, high: number];

export interface UnseenEstimate {
  /** People counted at least once. */
  readonly seen: number;
  /** Estimated people never counted, > 0 for an interval. */
  readonly unseen: number;
  /** Variance of the estimate, in people squared. */
  readonly variance: number;
}

/**
 * A 95 % interval for the total that treats the logarithm of the unseen part as normal (Chao 1987,
 * Biometrics 43): [D + f0 / C, D + f0 C] with C = exp(1.96 √log(1 + var / f0²)).
 *
 * @returns null when nothing is estimated unseen or the variance is 0: the method then says nothing of its error.
 */
export function logNormalInterval({ seen, unseen, variance }: UnseenEstimate): Interval | null {
  if (!(unseen > 0) || !(variance > 0)) return null;
  const spread = Math.exp(NORMAL_975 * Math.sqrt(Math.log1p(variance / (unseen * unseen))));
  return [seen + unseen / spread, seen + unseen * spread];
}

/** Sums of numbers known by their logarithms, without overflow or underflow. */

/** log Σ exp(value); −∞ for none. */
export function logSumExp(values: Iterable<number>): number {
  let peak = Number.NEGATIVE_INFINITY;
  let sum = 0;
  for (const value of values) {
    if (value === Number.NEGATIVE_INFINITY) continue;
    if (value <= peak) {
      sum += Math.exp(value - peak);
    } else {
      // One pass: what was summed so far is brought to the new peak.
      sum = sum * Math.exp(peak - value) + 1;
      peak = value;
    }
  }
  return peak + Math.log(sum);
}

/** Weights proportional to exp(value) that sum to 1. */
export function toWeights(logValues: readonly number[]): readonly number[] {
  const peak = logValues.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
  const shares = logValues.map((value) => Math.exp(value - peak));
  const total = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => share / total);
}

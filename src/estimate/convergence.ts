/** Whether chains agree: rank-normalised split R-hat, bulk and tail effective sample size (Vehtari et al. 2021). */
import { normalQuantile } from "./numeric/normal-cdf.ts";

export interface Convergence {
  /** The larger of R-hat of the ranks and of the folded ranks; 1 when all chains tell the same. */
  readonly rHat: number;
  /** Independent draws that the chains are worth for the centre … */
  readonly bulkEss: number;
  /** … and for the 5 % and 95 % quantiles, the smaller of the two. */
  readonly tailEss: number;
}

/**
 * Vehtari, Gelman, Simpson, Carpenter & Bürkner (2021, Bayesian Analysis 16, 667–718), equations 4 and 10–15.
 *
 * @param chains - draws of one quantity, two or more chains of one length, at least 4 draws each. A quantity that
 *   never changes has R-hat 1 and as many effective draws as draws.
 */
export function assessConvergence(chains: readonly Float64Array[]): Convergence {
  const split = chains.flatMap((chain) => {
    const half = Math.floor(chain.length / 2);
    return [chain.subarray(0, half), chain.subarray(chain.length - half)];
  });
  const all = concatenate(split);
  const median = quantile(all, 0.5);
  const folded = split.map((chain) => chain.map((x) => Math.abs(x - median)));
  const ranked = toNormalScores(split);
  const indicator = (level: number) => {
    const limit = quantile(all, level);
    return split.map((chain) => chain.map((x) => (x <= limit ? 1 : 0)));
  };
  return {
    rHat: Math.max(scaleReduction(ranked), scaleReduction(toNormalScores(folded))),
    bulkEss: effectiveSize(ranked),
    tailEss: Math.min(effectiveSize(indicator(0.05)), effectiveSize(indicator(0.95))),
  };
}

export interface QuantileOfDraws {
  readonly value: number;
  /** Standard error that comes of drawing. */
  readonly error: number;
}

/**
 * Quantiles that draws give, and their standard errors: half the distance between the quantiles one standard error of
 * the level away on either side.
 *
 * @see Vehtari et al. 2021, section 4.4: the level of a quantile has the variance p (1 − p) / S, with S the effective
 *   draws of its indicator.
 * @param chains - as for {@link assessConvergence}.
 */
export function quantilesOfDraws(
  chains: readonly Float64Array[],
  levels: readonly number[],
): QuantileOfDraws[] {
  const sorted = concatenate(chains).sort();
  const at = (level: number) =>
    sorted[Math.min(sorted.length - 1, Math.max(0, Math.floor(level * sorted.length)))] ?? 0;
  return levels.map((level) => {
    const value = at(level);
    const effective = effectiveSize(chains.map((chain) => chain.map((x) => (x <= value ? 1 : 0))));
    const step = Math.sqrt((level * (1 - level)) / Math.max(1, effective));
    return { value, error: (at(level + step) - at(level - step)) / 2 };
  });
}

function concatenate(chains: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(chains.reduce((sum, chain) => sum + chain.length, 0));
  let at = 0;
  for (const chain of chains) {
    all.set(chain, at);
    at += chain.length;
  }
  return all;
}

function quantile(values: Float64Array, level: number): number {
  const sorted = values.slice().sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(level * sorted.length))] ?? Number.NaN;
}

/** Normal scores of the ranks over all chains, ties at their mean rank: Φ⁻¹((r − 3/8) / (S + 1/4)). */
function toNormalScores(chains: readonly Float64Array[]): readonly Float64Array[] {
  const all = concatenate(chains);
  const order = Array.from(all.keys()).sort((a, b) => (all[a] ?? 0) - (all[b] ?? 0));
  const scores = new Float64Array(all.length);
  for (let first = 0; first < order.length; ) {
    let end = first + 1;
    while (end < order.length && all[order[end] ?? 0] === all[order[first] ?? 0]) end += 1;
    const rank = (first + 1 + end) / 2;
    const score = normalQuantile((rank - 0.375) / (all.length + 0.25));
    for (let i = first; i < end; i++) scores[order[i] ?? 0] = score;
    first = end;
  }
  let at = 0;
  return chains.map((chain) => {
    at += chain.length;
    return scores.subarray(at - chain.length, at);
  });
}

function mean(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}

/** Within-chain variance W and the pooled estimate var⁺ = (S − 1)/S W + B/S. */
function variances(chains: readonly Float64Array[]): { readonly within: number; readonly pooled: number } {
  const length = chains[0]?.length ?? 0;
  const means = Float64Array.from(chains, mean);
  const grand = mean(means);
  let [between, within] = [0, 0];
  chains.forEach((chain, c) => {
    const centre = means[c] ?? 0;
    between += (centre - grand) ** 2;
    let squares = 0;
    for (const value of chain) squares += (value - centre) ** 2;
    within += squares / (length - 1);
  });
  within /= chains.length;
  return { within, pooled: ((length - 1) / length) * within + between / (chains.length - 1) };
}

function scaleReduction(chains: readonly Float64Array[]): number {
  const { within, pooled } = variances(chains);
  if (pooled === 0) return 1;
  return within === 0 ? Number.POSITIVE_INFINITY : Math.sqrt(pooled / within);
}

/** S M / τ with Geyer's initial monotone sequence over the autocorrelations of all chains together. */
function effectiveSize(chains: readonly Float64Array[]): number {
  const length = chains[0]?.length ?? 0;
  const draws = length * chains.length;
  const { within, pooled } = variances(chains);
  if (pooled === 0) return draws;
  const means = Float64Array.from(chains, mean);
  const autocovariance = (lag: number) => {
    let sum = 0;
    chains.forEach((chain, c) => {
      const centre = means[c] ?? 0;
      for (let t = 0; t + lag < length; t++)
        sum += ((chain[t] ?? 0) - centre) * ((chain[t + lag] ?? 0) - centre);
    });
    return sum / length / chains.length;
  };
  const correlation = (lag: number) => 1 - (within - (autocovariance(lag) * length) / (length - 1)) / pooled;
  let time = -1;
  let least = Number.POSITIVE_INFINITY;
  for (let lag = 0; lag + 1 < length; lag += 2) {
    const pair = (lag === 0 ? 1 : correlation(lag)) + correlation(lag + 1);
    if (pair <= 0) break;
    least = Math.min(least, pair);
    time += 2 * least;
  }
  // Antithetic chains can be worth more than their draws, but not more than log10 of them times that.
  return draws / Math.max(time, 1 / Math.log10(draws));
}

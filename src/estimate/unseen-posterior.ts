/** A distribution of the number unseen on a grid: what Bayesian methods give, and what is combined. */
import { createUnseenGrid, quantileOf, type UnseenGrid } from "./dga/unseen-grid.ts";
import type { Interval } from "./log-normal-interval.ts";
import { logGamma, logGammaRise } from "./numeric/log-gamma.ts";

export interface UnseenPosterior {
  /** People counted: N is this and the number unseen. */
  readonly seen: number;
  readonly grid: UnseenGrid;
  /** Probability of each grid point, summing to 1. */
  readonly masses: Float64Array;
}

/** N below which a share of the probability lies. */
export function totalQuantile({ seen, grid, masses }: UnseenPosterior, share: number): number {
  return seen + quantileOf(grid, masses, share);
}

/** Central 95 % interval of N. */
export function totalInterval(posterior: UnseenPosterior): Interval {
  return [totalQuantile(posterior, 0.025), totalQuantile(posterior, 0.975)];
}

/** Standard deviations beyond which a law adds nothing. */
const FAR = 9;

/** Steps of the grid beside a law's own width of 1/√n of the unseen. */
const FINENESS = 0.2;

/**
 * The posterior of the unseen from draws of p0, the chance of being unseen: the mean of the negative binomial laws
 * that each draw gives under N ∝ 1/N, cut at the limit and scaled. This takes away the noise of drawing the
 * number itself (Rao–Blackwell).
 *
 * @param missed - draws of p0, in [0, 1).
 */
export function mixUnseenLaws(input: {
  readonly seen: number;
  readonly missed: Float64Array;
  readonly most: number;
}): UnseenPosterior {
  const { seen, missed, most } = input;
  const relativeStep = Math.min(0.01, FINENESS / Math.sqrt(seen));
  const grid = createUnseenGrid({ least: 0, most, relativeStep });
  const { points, weights } = grid;
  const base = points.map(
    (unseen, i) => Math.log(weights[i] ?? 1) + logGammaRise(unseen + 1, seen - 1) - logGamma(seen),
  );
  const masses = new Float64Array(points.length);
  const own = new Float64Array(points.length);
  for (const chance of missed) {
    const found = Math.max(1 - chance, 1e-13);
    const mean = (seen * chance) / found;
    const spread = FAR * Math.sqrt(mean / found) + FAR;
    const from = lowerBound(points, Math.min(mean, most) - spread);
    const constant = seen * Math.log(found);
    const slope = Math.log(Math.max(chance, 1e-300));
    let sum = 0;
    let end = from;
    for (; end < points.length; end++) {
      const unseen = points[end] ?? 0;
      if (unseen > mean + spread) break;
      const mass = Math.exp((base[end] ?? 0) + constant + slope * unseen);
      own[end] = mass;
      sum += mass;
    }
    if (sum > 0) {
      for (let i = from; i < end; i++) masses[i] = (masses[i] ?? 0) + (own[i] ?? 0) / sum;
    } else masses[points.length - 1] = (masses[points.length - 1] ?? 0) + 1;
  }
  return { seen, grid, masses: toShares(masses) };
}

/** The linear pool of several posteriors of one table, by weights that sum to 1, on a grid of its own. */
export function poolPosteriors(
  parts: readonly { readonly posterior: UnseenPosterior; readonly weight: number }[],
): UnseenPosterior {
  const seen = parts[0]?.posterior.seen ?? 0;
  const most = Math.max(...parts.map(({ posterior }) => totalQuantile(posterior, 1 - 1e-7) - seen), 1);
  const grid = createUnseenGrid({
    least: 0,
    most: Math.ceil(most),
    relativeStep: Math.min(0.01, FINENESS / Math.sqrt(seen)),
  });
  const masses = new Float64Array(grid.points.length);
  for (const { posterior, weight } of parts) {
    posterior.masses.forEach((mass, i) => {
      const at = nearest(grid.points, posterior.grid.points[i] ?? 0);
      masses[at] = (masses[at] ?? 0) + weight * mass;
    });
  }
  return { seen, grid, masses: toShares(masses) };
}

/** Draws of N from a posterior, by its quantiles. */
export function drawTotals(posterior: UnseenPosterior, count: number, uniform: () => number): Float64Array {
  const { grid, masses, seen } = posterior;
  const cumulative = new Float64Array(masses.length);
  let sum = 0;
  masses.forEach((mass, i) => {
    sum += mass;
    cumulative[i] = sum;
  });
  return Float64Array.from({ length: count }, () => {
    const at = lowerBound(cumulative, uniform() * sum);
    const index = Math.min(at, masses.length - 1);
    const spread = Math.max(0, (grid.weights[index] ?? 1) - 1);
    return Math.max(seen, seen + (grid.points[index] ?? 0) + spread * (uniform() - 0.5));
  });
}

function toShares(masses: Float64Array): Float64Array {
  const total = masses.reduce((sum, mass) => sum + mass, 0);
  return masses.map((mass) => mass / total);
}

/** The first index whose value is at or above the one given; the length when none is. */
function lowerBound(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function nearest(sorted: Float64Array, value: number): number {
  const at = Math.min(lowerBound(sorted, value), sorted.length - 1);
  if (at === 0) return 0;
  return value - (sorted[at - 1] ?? 0) < (sorted[at] ?? 0) - value ? at - 1 : at;
}

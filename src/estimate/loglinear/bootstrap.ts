/** The bias-corrected and accelerated bootstrap of a stepwise log-linear estimate. */
import type { Interval } from "../log-normal-interval.ts";
import { normalCdf, normalQuantile } from "../numeric/normal-cdf.ts";
import { RandomStream } from "../numeric/random.ts";
import { drawMultinomial } from "../numeric/random-counts.ts";
import { countPatterns, type PatternCounts, withoutOnePerson } from "../pattern-counts.ts";
import type { ModelFit } from "./model-fit.ts";
import { STEPWISE_THRESHOLD, searchStepwise } from "./stepwise-search.ts";

export interface BootstrapInput {
  readonly table: PatternCounts;
  /** Resampled tables, 1,000 as a rule. */
  readonly replicates: number;
  readonly seed: number;
  /** The search's threshold; 0.02 by default. */
  readonly threshold?: number;
}

export interface BootstrapInterval {
  /** The stepwise fit of the table itself, and its estimate. */
  readonly fit: ModelFit;
  readonly point: number;
  /**
   * 95 % interval; both ends can lie on one side of the point when the search is unstable. null when more replicates
   * than the upper limit leaves out have no finite estimate.
   */
  readonly interval: Interval | null;
  /** Φ⁻¹ of the share of replicates below the point: 0 without bias. */
  readonly biasCorrection: number;
  readonly acceleration: number;
  /** Replicates whose search ended without a finite estimate; they count as infinitely large. */
  readonly withoutEstimate: number;
}

/**
 * The BCa interval (Efron 1987, JASA 82; for this search Chan, Silverman & Vincent 2021, JASA 116).
 *
 * Each replicate draws n people from the observed patterns and repeats the whole search, so the choice of the model
 * is part of what varies. z0 = Φ⁻¹(share below the point); the acceleration is Σ r³ / (6 (Σ r²)^{3/2}) with
 * r = mean − estimate over the tables without one person, each weighted by its people; the limits are the quantiles
 * (Hyndman & Fan 1996, type 8) at Φ(z0 + (z0 + z_q) / (1 − a (z0 + z_q))).
 *
 * @returns null when the table itself has no finite stepwise estimate.
 */
export function bootstrapStepwise(input: BootstrapInput): BootstrapInterval | null {
  const { table, replicates, seed } = input;
  const threshold = input.threshold ?? STEPWISE_THRESHOLD;
  const search = (given: PatternCounts): ModelFit | null => {
    const last = searchStepwise(given, threshold).at(-1);
    return last?.existence === "finite" ? last : null;
  };
  const estimate = (given: PatternCounts): number => search(given)?.point ?? Number.POSITIVE_INFINITY;
  const fit = search(table);
  if (fit === null || !Number.isFinite(fit.point)) return null;
  const { point } = fit;
  const random = new RandomStream(seed);
  const draws = new Float64Array(replicates);
  for (let replicate = 0; replicate < replicates; replicate++) {
    draws[replicate] = estimate(resample(table, random));
  }
  draws.sort();
  const below = draws.reduce((sum, draw) => sum + (draw < point ? 1 : draw === point ? 0.5 : 0), 0);
  // A share of 0 or 1 has no quantile; half a replicate stands for it.
  const share = Math.min(Math.max(below, 0.5), replicates - 0.5) / replicates;
  const biasCorrection = normalQuantile(share);
  const acceleration = accelerate(table, estimate);
  const limit = (level: number) => {
    const z = biasCorrection + normalQuantile(level);
    return sampleQuantile(draws, normalCdf(biasCorrection + z / (1 - acceleration * z)));
  };
  const [low, high] = [limit(0.025), limit(0.975)];
  return {
    fit,
    point,
    interval: Number.isFinite(low) && Number.isFinite(high) ? [low, high] : null,
    biasCorrection,
    acceleration,
    withoutEstimate: draws.filter((draw) => !Number.isFinite(draw)).length,
  };
}

/** n people drawn anew from the observed patterns. */
export function resample(table: PatternCounts, random: RandomStream): PatternCounts {
  const counts = new Float64Array(table.counts.length);
  drawMultinomial(random, { total: table.total, chances: table.counts, counts });
  const cells = [...counts].flatMap((count, pattern) => (count > 0 ? [{ pattern, count }] : []));
  return countPatterns(table.listCount, cells);
}

/** Skewness of the influence of single people, over 6. */
function accelerate(table: PatternCounts, estimate: (given: PatternCounts) => number): number {
  const left: { readonly weight: number; readonly value: number }[] = [];
  table.counts.forEach((weight, pattern) => {
    if (weight === 0) return;
    const value = estimate(withoutOnePerson(table, pattern));
    if (Number.isFinite(value)) left.push({ weight, value });
  });
  const total = left.reduce((sum, { weight }) => sum + weight, 0);
  const mean = left.reduce((sum, { weight, value }) => sum + weight * value, 0) / total;
  let [squares, cubes] = [0, 0];
  for (const { weight, value } of left) {
    squares += weight * (mean - value) ** 2;
    cubes += weight * (mean - value) ** 3;
  }
  return squares > 0 ? cubes / (6 * squares ** 1.5) : 0;
}

/** Quantile of sorted draws, type 8 of Hyndman & Fan (1996, American Statistician 50): about median-unbiased. */
export function sampleQuantile(sorted: Float64Array, level: number): number {
  const position = (sorted.length + 1 / 3) * level + 1 / 3;
  const below = Math.min(Math.max(Math.floor(position), 1), sorted.length);
  const above = Math.min(below + 1, sorted.length);
  const [low = Number.NaN, high = Number.NaN] = [sorted[below - 1], sorted[above - 1]];
  const share = Math.min(Math.max(position - below, 0), 1);
  return share === 0 || low === high ? low : low + share * (high - low);
}

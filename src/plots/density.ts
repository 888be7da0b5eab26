/** Densities on an even grid: of a posterior, and of draws. */
import type { UnseenPosterior } from "../estimate/index.ts";

export interface DensityPoint {
  readonly at: number;
  /** Probability per unit of `at`. */
  readonly density: number;
}

/** Shares of a bin and its four neighbours: grids finer and coarser than the bins would else show as ripples. */
const SMOOTHING = [1, 4, 6, 4, 1].map((share) => share / 16);

/**
 * The posterior of N in bins of equal width: what its grid points hold, over the whole numbers they stand for, lightly
 * smoothed.
 */
export function binDensity(
  { seen, grid, masses }: UnseenPosterior,
  { from, to, bins }: { readonly from: number; readonly to: number; readonly bins: number },
): readonly DensityPoint[] {
  const width = Math.max((to - from) / bins, 1e-9);
  const sums = new Float64Array(bins);
  masses.forEach((mass, i) => {
    const weight = Math.max(1, grid.weights[i] ?? 1);
    const middle = seen + (grid.points[i] ?? 0);
    // A point stands for `weight` numbers around it: its mass is spread over the bins that they reach.
    const [left, right] = [(middle - weight / 2 - from) / width, (middle + weight / 2 - from) / width];
    for (let bin = Math.max(0, Math.floor(left)); bin < Math.min(bins, right); bin++) {
      const share = (Math.min(bin + 1, right) - Math.max(bin, left)) / (right - left);
      sums[bin] = (sums[bin] ?? 0) + mass * Math.max(0, share);
    }
  });
  const last = bins - 1;
  return Array.from(sums, (_, bin) => {
    const sum = SMOOTHING.reduce(
      (all, share, i) => all + share * (sums[Math.min(last, Math.max(0, bin + i - 2))] ?? 0),
      0,
    );
    return { at: from + width * (bin + 0.5), density: sum / width };
  });
}

/**
 * Gaussian kernel densities of several sets of draws on one grid, with Silverman's bandwidth of all draws together
 * (Silverman 1986, Density Estimation, equation 3.31): one width for all, so that chains can be compared.
 */
export function smoothDensity(
  sets: readonly Float64Array[],
  points: number,
): readonly (readonly DensityPoint[])[] {
  const all = Float64Array.from(sets.flatMap((set) => [...set])).sort();
  const at = (share: number) => all[Math.min(all.length - 1, Math.floor(share * all.length))] ?? 0;
  const mean = all.reduce((sum, value) => sum + value, 0) / all.length;
  const deviation = Math.sqrt(all.reduce((sum, value) => sum + (value - mean) ** 2, 0) / all.length);
  const spread = Math.min(deviation, (at(0.75) - at(0.25)) / 1.34) || deviation || 1e-6;
  const each = all.length / Math.max(1, sets.length);
  const width = 0.9 * spread * each ** -0.2;
  const [low, high] = [at(0.002) - 2 * width, at(0.995) + 2 * width];
  return sets.map((set) =>
    Array.from({ length: points }, (_, i) => {
      const x = low + ((high - low) * i) / (points - 1);
      const sum = set.reduce((total, value) => total + Math.exp(-0.5 * ((value - x) / width) ** 2), 0);
      return { at: x, density: sum / (set.length * width * Math.sqrt(2 * Math.PI)) };
    }),
  );
}

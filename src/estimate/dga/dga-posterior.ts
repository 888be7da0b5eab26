/** Bayesian averaging over decomposable graphs with a hyper-Dirichlet prior. */

import type { Interval } from "../log-normal-interval.ts";
import { logGamma, logGammaRise } from "../numeric/log-gamma.ts";
import { countBits } from "../numeric/subset-sums.ts";
import type { PatternCounts } from "../pattern-counts.ts";
import { type DecomposableGraph, listDecomposableGraphs } from "./decomposable-graph.ts";
import { createUnseenGrid, quantileOf, type UnseenGrid } from "./unseen-grid.ts";

export interface DgaOptions {
  /** Prior count in each of the 2^J cells; 2^−J by default. */
  readonly delta?: number;
  /** A fixed range of the number unseen; by default from 0 on, widened until its tail is light. */
  readonly unseenRange?: { readonly least: number; readonly most: number };
  /** Largest grid step as a share of the number unseen; 0 for every whole number. */
  readonly relativeStep?: number;
}

export interface DgaPosterior {
  /** Posterior median of N. */
  readonly median: number;
  /** Central 95 % credible interval of N. */
  readonly interval: Interval;
  /** Posterior mean; it grows with the grid's end where the tail falls no faster than 1/N². */
  readonly mean: number;
  /** The grid point where the posterior is highest. */
  readonly mode: number;
  readonly delta: number;
  readonly largestUnseen: number;
  /** Posterior probability of the upper half of the grid. */
  readonly tailMass: number;
  /** The grid of the number unseen, and the posterior probability of each of its points, summing to 1. */
  readonly grid: UnseenGrid;
  readonly masses: Float64Array;
  /** Every graph with its posterior probability, best first; 0 for those below e^−50 of another. */
  readonly graphs: readonly { readonly graph: DecomposableGraph; readonly probability: number }[];
}

/** The upper half of the grid may hold this much probability before the grid is widened. */
export const TAIL_MASS_LIMIT = 1e-6;

/** Beyond this many times the people counted the grid is coarse; it ends at the earliest 64 times further. */
export const FINE_GRID = 32;

/** A posterior is never narrower than about 1/√n of the number unseen; steps of a quarter of that are smooth. */
export function stepShare(counted: number): number {
  return Math.max(1e-4, Math.min(0.01, 0.25 / Math.sqrt(counted)));
}

/** The grid ends at the latest at this many times the people counted. */
const WIDEST_GRID = 2 ** 24;

/**
 * The posterior of N averaged over all decomposable graphs (Madigan & York 1997, Biometrika 84; hyper-Dirichlet
 * law of Dawid & Lauritzen 1993, Annals of Statistics 21), prior 1/N on N and equal for all graphs.
 *
 * With h_B(n0) = Σ over the cells of margin B of log Γ(y + δ_B) − log Γ(δ_B), δ_B = δ 2^(J−|B|),
 * log p(Y | g, N) = Σ_C h_C − Σ_S h_S + components (log Γ(2^J δ) − log Γ(N + 2^J δ)) + log(N! / (n0! Π y!)).
 * Only the unseen cell of each margin holds n0, so 2^J − 1 vectors are built once and every graph is a signed
 * sum of them, added to one running log-sum-exp: memory grows with the grid alone.
 *
 * δ = 2^−J by default. With δ = 1 the saturated graph, which says nothing of n0, wins on almost any table and
 * N falls to n. The end of the grid acts as a prior, so it is moved out until the tail holds under 1e-6.
 */
export function estimateDga(table: PatternCounts, options: DgaOptions = {}): DgaPosterior {
  const graphs = listDecomposableGraphs(table.listCount);
  const delta = options.delta ?? 2 ** -table.listCount;
  const relativeStep = options.relativeStep ?? stepShare(table.total);
  if (options.unseenRange !== undefined) {
    return posteriorOn({
      table,
      graphs,
      delta,
      grid: createUnseenGrid({ ...options.unseenRange, relativeStep }),
    });
  }
  const tailFrom = FINE_GRID * table.total;
  for (let most = 64 * tailFrom; ; most *= 8) {
    const grid = createUnseenGrid({ least: 0, most, relativeStep, tailFrom });
    const posterior = posteriorOn({ table, graphs, delta, grid });
    if (posterior.tailMass < TAIL_MASS_LIMIT || most >= WIDEST_GRID * table.total) return posterior;
  }
}

/** A density e^−50 of another adds nothing to it in double precision, whatever the grid. */
const NEGLIGIBLE = 50;

interface PosteriorInput {
  readonly table: PatternCounts;
  readonly graphs: readonly DecomposableGraph[];
  readonly delta: number;
  readonly grid: UnseenGrid;
}

function posteriorOn({ table, graphs, delta, grid }: PosteriorInput): DgaPosterior {
  const size = grid.points.length;
  const fullDelta = delta * 2 ** table.listCount;
  const margins = buildMargins(table, delta, grid);
  const shared = new Float64Array(size);
  const perComponent = new Float64Array(size);
  for (let k = 0; k < size; k++) {
    const unseen = grid.points[k] ?? 0;
    const total = table.total + unseen;
    // log N!/n0! and the prior 1/N; the weight of the point makes densities masses.
    shared[k] = logGammaRise(unseen + 1, table.total) - Math.log(total) + Math.log(grid.weights[k] ?? 1);
    perComponent[k] = logGamma(fullDelta) - logGammaRise(unseen + 1, table.total + fullDelta - 1);
  }
  const masses = new Float64Array(size);
  const values = new Float64Array(size);
  const evidence: { graph: DecomposableGraph; log: number }[] = [];
  let reference = Number.NEGATIVE_INFINITY;
  for (const graph of graphs) {
    const peak = fillGraph({ values, graph, shared, perComponent, margins });
    if (peak < reference - NEGLIGIBLE) {
      evidence.push({ graph, log: Number.NEGATIVE_INFINITY });
      continue;
    }
    if (peak > reference) {
      const scale = Math.exp(reference - peak);
      for (let k = 0; k < size; k++) masses[k] = (masses[k] ?? 0) * scale;
      reference = peak;
    }
    const sum = addMasses(masses, values, reference, peak);
    evidence.push({ graph, log: peak + Math.log(sum) });
  }
  const total = masses.reduce((sum, mass) => sum + mass, 0);
  for (let k = 0; k < size; k++) masses[k] = (masses[k] ?? 0) / total;
  const logTotal = reference + Math.log(total);
  return {
    ...summarise(table, grid, masses),
    delta,
    grid,
    masses,
    graphs: evidence
      .map(({ graph, log }) => ({ graph, probability: Math.exp(log - logTotal) }))
      .sort((a, b) => b.probability - a.probability),
  };
}

/**
 * h_B − log Γ(n0 + 1) on the grid for every non-empty mask B. The part taken off is the same for every factor of a
 * graph and for the factor of its components, where it cancels: what stays is small enough to keep its digits
 * far out in the tail.
 */
function buildMargins(table: PatternCounts, delta: number, grid: UnseenGrid): readonly Float64Array[] {
  const cellCount = table.counts.length;
  return Array.from({ length: cellCount }, (_, mask) => {
    if (mask === 0) return new Float64Array(0);
    const marginDelta = delta * 2 ** (table.listCount - countBits(mask));
    const collapsed = new Float64Array(cellCount);
    table.counts.forEach((count, pattern) => {
      collapsed[pattern & mask] = (collapsed[pattern & mask] ?? 0) + count;
    });
    let constant = -(2 ** countBits(mask)) * logGamma(marginDelta);
    for (let cell = 1; cell < cellCount; cell++) {
      if ((cell & ~mask) === 0) constant += logGamma((collapsed[cell] ?? 0) + marginDelta);
    }
    const rise = (collapsed[0] ?? 0) + marginDelta - 1;
    return grid.points.map((unseen) => constant + logGammaRise(unseen + 1, rise));
  });
}

interface FillInput {
  readonly values: Float64Array;
  readonly graph: DecomposableGraph;
  readonly shared: Float64Array;
  readonly perComponent: Float64Array;
  readonly margins: readonly Float64Array[];
}

/** Writes the log joint of one graph over the grid; gives its peak. */
function fillGraph({ values, graph, shared, perComponent, margins }: FillInput): number {
  const size = values.length;
  for (let k = 0; k < size; k++) {
    values[k] = (shared[k] ?? 0) + graph.componentCount * (perComponent[k] ?? 0);
  }
  graph.exponents.forEach((exponent, mask) => {
    const margin = margins[mask];
    if (exponent === 0 || margin === undefined) return;
    for (let k = 0; k < size; k++) values[k] = (values[k] ?? 0) + exponent * (margin[k] ?? 0);
  });
  let peak = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < size; k++) peak = Math.max(peak, values[k] ?? peak);
  return peak;
}

/** Adds exp(value − reference) to the masses; gives Σ exp(value − peak). Terms far below the peak are nothing. */
function addMasses(masses: Float64Array, values: Float64Array, reference: number, peak: number): number {
  const shift = Math.exp(peak - reference);
  let sum = 0;
  for (let k = 0; k < values.length; k++) {
    const height = (values[k] ?? 0) - peak;
    if (height < -NEGLIGIBLE) continue;
    const share = Math.exp(height);
    sum += share;
    masses[k] = (masses[k] ?? 0) + shift * share;
  }
  return sum;
}

function summarise(table: PatternCounts, grid: UnseenGrid, masses: Float64Array) {
  const largestUnseen = grid.points[grid.points.length - 1] ?? 0;
  const quantile = (share: number) => table.total + quantileOf(grid, masses, share);
  let [mean, tailMass, best, mode] = [0, 0, -1, 0];
  for (let k = 0; k < masses.length; k++) {
    const mass = masses[k] ?? 0;
    const point = grid.points[k] ?? 0;
    mean += mass * point;
    if (point > largestUnseen / 2) tailMass += mass;
    const density = mass / (grid.weights[k] ?? 1);
    if (density > best) [best, mode] = [density, point];
  }
  const interval: Interval = [quantile(0.025), quantile(0.975)];
  return {
    median: quantile(0.5),
    interval,
    mean: table.total + mean,
    mode: table.total + mode,
    largestUnseen,
    tailMass,
  };
}

/** Bayesian averaging over decomposable graphs with a hyper-Dirichlet prior. */

import type { Interval } from "../log-normal-interval.ts";
import type { PatternCounts } from "../pattern-counts.ts";
import type { DecomposableGraph } from "./decomposable-graph.ts";
import { type GraphSumsInput, sumOverGraphs } from "./graph-sums.ts";
import { growGraphs } from "./graph-tree.ts";
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
  /** Every graph with its posterior probability, best first; 0 where it is too small for a double. */
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
 * Only the unseen cell of each margin holds n0, so there are 2^J terms h_B for each n0, and a graph differs from one
 * with a pair fewer by four of them ({@link growGraphs}); see {@link sumOverGraphs} for how they are added up.
 *
 * δ = 2^−J by default. With δ = 1 the saturated graph, which says nothing of n0, wins on almost any table and
 * N falls to n. The end of the grid acts as a prior, so it is moved out until the tail holds under 1e-6.
 */
export function estimateDga(table: PatternCounts, options: DgaOptions = {}): DgaPosterior {
  const tree = growGraphs(table.listCount);
  const delta = options.delta ?? 2 ** -table.listCount;
  const relativeStep = options.relativeStep ?? stepShare(table.total);
  if (options.unseenRange !== undefined) {
    return posteriorOn({
      table,
      tree,
      delta,
      grid: createUnseenGrid({ ...options.unseenRange, relativeStep }),
    });
  }
  const tailFrom = FINE_GRID * table.total;
  for (let most = 64 * tailFrom; ; most *= 8) {
    const grid = createUnseenGrid({ least: 0, most, relativeStep, tailFrom });
    const posterior = posteriorOn({ table, tree, delta, grid });
    if (posterior.tailMass < TAIL_MASS_LIMIT || most >= WIDEST_GRID * table.total) return posterior;
  }
}

function posteriorOn(input: GraphSumsInput): DgaPosterior {
  const { table, tree, delta, grid } = input;
  const { masses, evidence } = sumOverGraphs(input);
  const total = masses.reduce((sum, mass) => sum + mass, 0);
  for (let k = 0; k < masses.length; k++) masses[k] = (masses[k] ?? 0) / total;
  return {
    ...summarise(table, grid, masses),
    delta,
    grid,
    masses,
    graphs: tree.graphs
      .map((graph, index) => ({ graph, probability: (evidence[index] ?? 0) / total }))
      .sort((one, other) => other.probability - one.probability),
  };
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

/** Expectation-maximisation of m over counts of agreement patterns. */
import { type LevelSpec, MISSING_LEVEL } from "./comparer.ts";
import type { PairTable } from "./pair-table.ts";

/** A probability for each comparison and level; that of the missing level is 1 on both sides. */
export type LevelProbabilities = readonly Float64Array[];

export interface ExpectationResult {
  readonly m: LevelProbabilities;
  readonly matchShare: number;
  readonly iterations: number;
  readonly converged: boolean;
}

export interface ExpectationInput {
  readonly table: Pick<PairTable, "levels" | "counts">;
  readonly levels: readonly (readonly LevelSpec[])[];
  readonly u: LevelProbabilities;
  /** Where m starts; also what it is drawn to while few matches are seen. */
  readonly start: LevelProbabilities;
  /** Comparisons that may speak and learn in this run: not those whose fields made the block. */
  readonly trained: readonly boolean[];
  readonly maxIterations: number;
  readonly tolerance: number;
}

/** Matches' worth of trust in the starting values: levels never seen keep a sensible weight. */
const PRIOR_MATCHES = 4;

/**
 * Fits m and the share of matches with u held fixed.
 *
 * @see Fellegi and Sunter, A theory for record linkage, 1969; Winkler, Using the EM algorithm for weight
 *   computation in the Fellegi–Sunter model, 1988. Departure: a Dirichlet prior of `PRIOR_MATCHES` on m.
 */
export function fitMatchProbabilities(input: ExpectationInput): ExpectationResult {
  const { table, u, trained, start } = input;
  const width = input.levels.length;
  let m: readonly Float64Array[] = start;
  let share = 0.2;
  const total = table.counts.reduce((sum, count) => sum + count, 0);
  for (let iteration = 1; iteration <= input.maxIterations; iteration += 1) {
    const sums = start.map((values, column) =>
      values.map((value) => (trained[column] ? value * PRIOR_MATCHES : 0)),
    );
    let matches = 0;
    for (const [pattern, count] of table.counts.entries()) {
      const expected = count * posteriorOf(table.levels, pattern * width, { m, u, trained, share });
      matches += expected;
      for (let column = 0; column < width; column += 1) {
        const level = table.levels[pattern * width + column] ?? 0;
        const sum = sums[column];
        if (level !== MISSING_LEVEL && sum !== undefined) sum[level] = (sum[level] ?? 0) + expected;
      }
    }
    const next = sums.map((values, column) => (trained[column] ? normalised(values) : (m[column] ?? values)));
    const nextShare = clampShare(matches / total);
    const moved = Math.max(
      Math.abs(nextShare - share),
      ...next.map((values, column) => distance(values, m[column])),
    );
    m = next;
    share = nextShare;
    if (moved < input.tolerance) return { m, matchShare: share, iterations: iteration, converged: true };
  }
  return { m, matchShare: share, iterations: input.maxIterations, converged: false };
}

/** P(match | pattern), by the comparisons that take part. */
export function posteriorOf(
  levels: Uint8Array,
  offset: number,
  model: {
    readonly m: LevelProbabilities;
    readonly u: LevelProbabilities;
    readonly trained: readonly boolean[];
    readonly share: number;
  },
): number {
  let odds = model.share / (1 - model.share);
  for (const [column, m] of model.m.entries()) {
    const level = levels[offset + column] ?? 0;
    if (level === MISSING_LEVEL || !model.trained[column]) continue;
    odds *= (m[level] ?? 1) / (model.u[column]?.[level] ?? 1);
  }
  return odds === Number.POSITIVE_INFINITY ? 1 : odds / (1 + odds);
}

/** Values that sum to 1 over the levels that are not missing; the missing level is 1. */
export function normalised(values: Float64Array): Float64Array {
  let sum = 0;
  for (let level = 1; level < values.length; level += 1) sum += values[level] ?? 0;
  const scaled = values.map((value) => (sum === 0 ? 0 : value / sum));
  scaled[MISSING_LEVEL] = 1;
  return scaled;
}

function clampShare(share: number): number {
  return Math.min(0.99, Math.max(1e-6, share));
}

function distance(left: Float64Array, right: Float64Array | undefined): number {
  let largest = 0;
  for (const [level, value] of left.entries())
    largest = Math.max(largest, Math.abs(value - (right?.[level] ?? 0)));
  return largest;
}

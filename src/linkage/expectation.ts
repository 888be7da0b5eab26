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
  /** Comparisons that tell the first round which pairs are matches: the person's own name where it is free. */
  readonly anchors: readonly boolean[];
  /** Where m starts; also what it is drawn to while few matches are seen. */
  readonly start: LevelProbabilities;
  /** Comparisons that may speak and learn in this run: not those whose fields made the block. */
  readonly trained: readonly boolean[];
  readonly maxIterations: number;
  readonly tolerance: number;
}

/** Matches' worth of trust in the starting values: levels never seen keep a sensible weight. */
const PRIOR_MATCHES = 4;
/** Few pairs of a block are matches until the anchors say so. */
const START_SHARE = 0.02;
/** Trust in chance agreement at large, as a part of the pairs of the block. */
const PRIOR_DIFFERENT = 0.1;

/**
 * Fits m and the share of matches.
 *
 * Within a block strangers agree more than at large (people taken on one day are of one place), so u may move
 * there too, drawn to its value at large; only m is kept. Holding u fixed would call whole blocks matches.
 *
 * @see Fellegi and Sunter, A theory for record linkage, 1969; Winkler, Using the EM algorithm for weight
 *   computation in the Fellegi–Sunter model, 1988. Departures: Dirichlet priors on m and on the block's own u.
 */
export function fitMatchProbabilities(input: ExpectationInput): ExpectationResult {
  const { table, trained, start } = input;
  const width = input.levels.length;
  const total = table.counts.reduce((sum, count) => sum + count, 0);
  const free = patternsOver(table, width, trained);
  const anchored = patternsOver(table, width, input.anchors);
  let m: readonly Float64Array[] = start;
  let u: readonly Float64Array[] = input.u;
  let share = START_SHARE;
  const ratios = new Float64Array(width * STRIDE);
  const same = new Float64Array(width * STRIDE);
  const different = new Float64Array(width * STRIDE);
  for (let iteration = 1; iteration <= input.maxIterations; iteration += 1) {
    for (let column = 0; column < width; column += 1) {
      const [ofSame, ofDifferent] = [m[column], u[column]];
      for (let level = 1; level < (ofSame?.length ?? 0); level += 1) {
        const cell = column * STRIDE + level;
        ratios[cell] = (ofSame?.[level] ?? 1) / (ofDifferent?.[level] ?? 1);
        same[cell] = (start[column]?.[level] ?? 0) * PRIOR_MATCHES;
        different[cell] = (input.u[column]?.[level] ?? 0) * PRIOR_DIFFERENT * total;
      }
    }
    const speaking = iteration === 1 ? anchored : free;
    const prior = share / (1 - share);
    let matches = 0;
    for (let pattern = 0; pattern < table.counts.length; pattern += 1) {
      const count = table.counts[pattern] ?? 0;
      let odds = prior;
      for (let at = speaking.offsets[pattern] ?? 0; at < (speaking.offsets[pattern + 1] ?? 0); at += 1) {
        odds *= ratios[speaking.cells[at] ?? 0] ?? 1;
      }
      const expected = odds === Number.POSITIVE_INFINITY ? count : count * (odds / (1 + odds));
      matches += expected;
      for (let at = free.offsets[pattern] ?? 0; at < (free.offsets[pattern + 1] ?? 0); at += 1) {
        const cell = free.cells[at] ?? 0;
        same[cell] = (same[cell] ?? 0) + expected;
        different[cell] = (different[cell] ?? 0) + count - expected;
      }
    }
    const fitted = (sums: Float64Array, column: number): Float64Array =>
      normalised(sums.slice(column * STRIDE, column * STRIDE + (start[column]?.length ?? 0)));
    const next = m.map((values, column) =>
      trained[column] ? bounded(fitted(same, column), input.levels[column] ?? []) : values,
    );
    u = u.map((values, column) => (trained[column] ? fitted(different, column) : values));
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

/** Room for the levels of one comparison. */
const STRIDE = 32;

/** The levels that speak in each pattern, as `comparison * STRIDE + level`: missing ones say nothing. */
function patternsOver(
  { levels, counts }: ExpectationInput["table"],
  width: number,
  speaks: readonly boolean[],
) {
  const offsets = new Int32Array(counts.length + 1);
  const cells = new Int32Array(levels.length);
  let at = 0;
  for (let pattern = 0; pattern < counts.length; pattern += 1) {
    for (let column = 0; column < width; column += 1) {
      const level = levels[pattern * width + column] ?? 0;
      if (level === MISSING_LEVEL || speaks[column] !== true) continue;
      cells[at] = column * STRIDE + level;
      at += 1;
    }
    offsets[pattern + 1] = at;
  }
  return { offsets, cells };
}

/** Values that sum to 1 over the levels that are not missing; the missing level is 1. */
export function normalised(values: Float64Array): Float64Array {
  let sum = 0;
  for (let level = 1; level < values.length; level += 1) sum += values[level] ?? 0;
  const scaled = values.map((value) => (sum === 0 ? 0 : value / sum));
  scaled[MISSING_LEVEL] = 1;
  return scaled;
}

/** The values with none above its bound; what is cut off goes to the other levels in proportion. */
export function bounded(values: Float64Array, levels: readonly LevelSpec[]): Float64Array {
  const isOver = levels.map(({ mostM = 1 }, level) => (values[level] ?? 0) > mostM);
  if (!isOver.some((over) => over)) return values;
  let [cut, rest] = [0, 0];
  for (let level = 1; level < values.length; level += 1) {
    if (isOver[level]) cut += (values[level] ?? 0) - (levels[level]?.mostM ?? 1);
    else rest += values[level] ?? 0;
  }
  return values.map((value, level) =>
    level === MISSING_LEVEL
      ? 1
      : isOver[level]
        ? (levels[level]?.mostM ?? 1)
        : value * (1 + cut / Math.max(rest, 1e-9)),
  );
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

/** The joint of every decomposable graph over a grid of the number unseen, added up without holding any of them. */
import { logGamma, logGammaRise } from "../numeric/log-gamma.ts";
import { countBits } from "../numeric/subset-sums.ts";
import type { PatternCounts } from "../pattern-counts.ts";
import type { GraphTree } from "./graph-tree.ts";
import type { UnseenGrid } from "./unseen-grid.ts";

export interface GraphSumsInput {
  readonly table: PatternCounts;
  readonly tree: GraphTree;
  readonly delta: number;
  readonly grid: UnseenGrid;
}

export interface GraphSums {
  /** Σ over graphs of the joint at each grid point, its weight included, up to one common factor. */
  readonly masses: Float64Array;
  /** Σ over the grid for each graph, in the order of `tree.graphs`, up to the same factor. */
  readonly evidence: Float64Array;
}

/** Logarithms from the highest joint beyond which a double is 0, and with room to spare infinite. */
const VANISHING = 740;
const OVERFLOWING = 600;

/** Points worked on at a time: all that a block needs stays in the processor's cache. */
const BLOCK = 128;

/** Logarithms within a block may differ by so much: far from the ends of what a double holds. */
const WIDEST = 500;

/**
 * The grid is taken in blocks. In each, the terms h_B are computed once for every set of lists B, and from them the steps
 * of the tree, as factors; every graph is then its parent times one step. So a point costs one multiplication for each
 * graph, and no exponential. Memory grows with the grid and with the graphs, not with their product.
 *
 * Each row of factors is at most 1, its scale kept as a logarithm beside it. A block is short enough for its rows to stay
 * within {@link WIDEST}; of one point, in the worst case, with nothing left to differ.
 */
export function sumOverGraphs(input: GraphSumsInput): GraphSums {
  const { grid, tree } = input;
  const size = grid.points.length;
  const masses = new Float64Array(size);
  const evidence = new Float64Array(tree.graphs.length);
  const work = createWork(input);
  let reference = findHeight(work, input);
  let count = BLOCK;
  for (let from = 0; from < size; from += count) {
    count = fillBlock(work, input, from, Math.min(BLOCK, 2 * count, size - from));
    walkGraphs(work, tree, count, (graph, row, scale) => {
      if (scale < reference - VANISHING) return;
      if (scale > reference + OVERFLOWING) {
        const lower = Math.exp(reference - (scale - WIDEST));
        for (let k = 0; k < from + count; k++) masses[k] = (masses[k] ?? 0) * lower;
        for (let g = 0; g < evidence.length; g++) evidence[g] = (evidence[g] ?? 0) * lower;
        reference = scale - WIDEST;
      }
      const factor = Math.exp(scale - reference);
      let sum = 0;
      for (let k = 0; k < count; k++) {
        const share = factor * (row[k] ?? 0);
        sum += share;
        masses[from + k] = (masses[from + k] ?? 0) + share;
      }
      evidence[graph] = (evidence[graph] ?? 0) + sum;
    });
  }
  return { masses, evidence };
}

/** The highest log joint on every {@link BLOCK}-th point: near the highest of all, which is never that narrow. */
function findHeight(work: BlockWork, input: GraphSumsInput): number {
  let height = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < input.grid.points.length; at += BLOCK) {
    fillBlock(work, input, at, 1);
    walkGraphs(work, input.tree, 1, (_, __, scale) => {
      if (scale > height) height = scale;
    });
  }
  return height;
}

interface BlockWork {
  /** h_B on the block for every mask B, the empty one included. */
  readonly margins: readonly Float64Array[];
  /** For each mask B, what its seen cells give to h_B, and how far its unseen cell lies above n0. */
  readonly constants: Float64Array;
  readonly rises: Float64Array;
  /** What each step multiplies a joint by, and the scale of it as a logarithm. */
  readonly steps: readonly Float64Array[];
  readonly stepScales: Float64Array;
  /** The joint of the graph that the walk is at, and of its forebears by their number of pairs; and their scales. */
  readonly rows: readonly Float64Array[];
  readonly rowScales: Float64Array;
}

function createWork({ table, tree, delta }: GraphSumsInput): BlockWork {
  const cellCount = table.counts.length;
  const constants = new Float64Array(cellCount);
  const rises = new Float64Array(cellCount);
  for (let mask = 0; mask < cellCount; mask++) {
    const marginDelta = delta * 2 ** (table.listCount - countBits(mask));
    const collapsed = new Float64Array(cellCount);
    table.counts.forEach((count, pattern) => {
      collapsed[pattern & mask] = (collapsed[pattern & mask] ?? 0) + count;
    });
    let constant = -(2 ** countBits(mask)) * logGamma(marginDelta);
    for (let cell = 1; cell < cellCount; cell++) {
      if ((cell & ~mask) === 0) constant += logGamma((collapsed[cell] ?? 0) + marginDelta);
    }
    constants[mask] = constant;
    rises[mask] = (collapsed[0] ?? 0) + marginDelta - 1;
  }
  const blocks = (count: number) => Array.from({ length: count }, () => new Float64Array(BLOCK));
  return {
    margins: blocks(cellCount),
    constants,
    rises,
    steps: blocks(tree.steps.length),
    stepScales: new Float64Array(tree.steps.length),
    rows: blocks(tree.deepest + 1),
    rowScales: new Float64Array(tree.deepest + 1),
  };
}

/**
 * Writes the steps of one block, and the graph without pairs as the first row: Σ_j h_j − J h_∅ and what all graphs share,
 * log N!/n0!, the prior 1/N and the weight of the point, which makes densities masses.
 *
 * log Γ(n0 + 1) is taken off every h_B: it cancels in each graph, and what stays is small enough to keep its digits far
 * out in the tail.
 *
 * @returns how many of the points asked for the block holds.
 */
function fillBlock(work: BlockWork, input: GraphSumsInput, from: number, asked: number): number {
  const { margins, constants, rises, steps, rows } = work;
  const { table, tree, grid } = input;
  const [root = new Float64Array(0), none] = [rows[0], margins[0]];
  margins.forEach((margin, mask) => {
    const [constant = 0, rise = 0] = [constants[mask], rises[mask]];
    for (let k = 0; k < asked; k++) {
      margin[k] = constant + logGammaRise((grid.points[from + k] ?? 0) + 1, rise);
    }
  });
  for (let k = 0; k < asked; k++) {
    const unseen = grid.points[from + k] ?? 0;
    let sum = logGammaRise(unseen + 1, table.total) - Math.log(table.total + unseen);
    sum += Math.log(grid.weights[from + k] ?? 1);
    for (let list = 0; list < table.listCount; list++) {
      sum += (margins[1 << list]?.[k] ?? 0) - (none?.[k] ?? 0);
    }
    root[k] = sum;
  }
  tree.steps.forEach(({ whole, shared, first, second }, step) => {
    const [row, a, b, c, d] = [steps[step], margins[whole], margins[shared], margins[first], margins[second]];
    if (row === undefined || a === undefined || b === undefined || c === undefined || d === undefined) return;
    for (let k = 0; k < asked; k++) row[k] = (a[k] ?? 0) + (b[k] ?? 0) - (c[k] ?? 0) - (d[k] ?? 0);
  });
  let count = asked;
  while (count > 1 && widthOf(work, tree, count) > WIDEST) count >>= 1;
  work.rowScales[0] = toFactors(root, count);
  for (let step = 0; step < steps.length; step++) {
    work.stepScales[step] = toFactors(steps[step] ?? root, count);
  }
  return count;
}

/** No row of the walk over so many points can differ within itself by more than this logarithm. */
function widthOf({ rows, steps }: BlockWork, { depths, stepOf, deepest }: GraphTree, count: number): number {
  const widths = steps.map((step) => spread(step, count));
  const forebears = new Float64Array(deepest + 1);
  let widest = 0;
  for (let at = 0; at < depths.length; at++) {
    const depth = depths[at] ?? 0;
    const width =
      depth === 0
        ? spread(rows[0] ?? new Float64Array(0), count)
        : (forebears[depth - 1] ?? 0) + (widths[stepOf[at] ?? -1] ?? 0);
    forebears[depth] = width;
    if (width > widest) widest = width;
  }
  return widest;
}

function spread(row: Float64Array, count: number): number {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let k = 0; k < count; k++) {
    const value = row[k] ?? 0;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return high - low;
}

/** Logarithms to factors of at most 1; returns the logarithm of their scale. */
function toFactors(row: Float64Array, count: number): number {
  let scale = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < count; k++) scale = Math.max(scale, row[k] ?? scale);
  for (let k = 0; k < count; k++) row[k] = Math.exp((row[k] ?? 0) - scale);
  return scale;
}

/** Makes each graph of the tree from its parent, and tells it with its joint on the block and the scale of that. */
function walkGraphs(
  { rows, rowScales, steps, stepScales }: BlockWork,
  { order, depths, stepOf }: GraphTree,
  count: number,
  tell: (graph: number, row: Float64Array, scale: number) => void,
): void {
  for (let at = 0; at < order.length; at++) {
    const depth = depths[at] ?? 0;
    const [row, parent, step] = [rows[depth], rows[depth - 1], steps[stepOf[at] ?? -1]];
    if (row === undefined) continue;
    if (parent !== undefined && step !== undefined) {
      for (let k = 0; k < count; k++) row[k] = (parent[k] ?? 0) * (step[k] ?? 0);
      rowScales[depth] = (rowScales[depth - 1] ?? 0) + (stepScales[stepOf[at] ?? -1] ?? 0);
    }
    tell(order[at] ?? 0, row, rowScales[depth] ?? 0);
  }
}

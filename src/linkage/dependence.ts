/** Fields that speak of one thing: a birth date and an age, a father's name and a family's place. */
import { type Comparer, MISSING_LEVEL } from "./comparer.ts";
import type { PairTable } from "./pair-table.ts";

/**
 * What two comparisons together say beyond the sum of what each says alone, for each pair of their levels:
 * log2 of P(both | same) / P(first | same) P(second | same), less the same for different persons.
 */
export interface Dependence {
  /** Indices of the comparisons, first < second. */
  readonly first: number;
  readonly second: number;
  /** Thousandths of a bit at `level of first * LEVEL_STRIDE + level of second`; 0 where either is missing. */
  readonly weights: Int32Array;
  /** Mutual information of the two among different persons, bits. */
  readonly informationBits: number;
}

export const LEVEL_STRIDE = 32;

/** Two comparisons that share less than this, among different persons, are left independent. */
const LEAST_INFORMATION_BITS = 0.01;
/** A cell is held to what independence expects with the weight of so many pairs. */
const PRIOR_PAIRS = 20;
const PRIOR_MATCHES = 20;
/** Fewer random pairs than this in a cell are too few: the candidates tell more of rare cells. */
const ENOUGH = 100;
const MOST_WEIGHT = 12_000;

export interface DependenceInput {
  readonly comparers: readonly Comparer[];
  readonly random: PairTable;
  readonly candidates: PairTable;
  /** P(different persons) of each pair. */
  readonly randomApart: Float64Array;
  readonly candidatesApart: Float64Array;
  readonly candidateScale: number;
  readonly allPairs: number;
}

/**
 * The dependences worth keeping: a tree over the comparisons with the most mutual information among different
 * persons, so that no agreement is discounted twice.
 *
 * @see Chow and Liu, Approximating discrete probability distributions with dependence trees, 1968; Friedman et al.,
 *   Bayesian network classifiers, 1997. Departure: the tree comes from the different pairs, since that is where
 *   independence does harm (two people born on one day are of one age).
 */
export function findDependences(input: DependenceInput): Dependence[] {
  const { comparers, random, candidates, allPairs } = input;
  const width = comparers.length;
  const apart = patternSums(random, input.randomApart);
  const census = patternSums(candidates, input.candidatesApart);
  const matches = candidates.counts.map((count, pattern) => count - (census[pattern] ?? 0));
  const scale = allPairs / Math.max(1, random.left.length);
  const found: Dependence[] = [];
  for (let first = 0; first < width; first += 1) {
    for (let second = first + 1; second < width; second += 1) {
      const sampled = jointCounts(random, apart, first, second);
      const listed = jointCounts(candidates, census, first, second);
      const different = sampled.map((count, cell) =>
        count >= ENOUGH
          ? count * scale
          : Math.max((listed[cell] ?? 0) * input.candidateScale, (count * scale) / 2),
      );
      const informationBits = mutualInformation(different);
      if (informationBits < LEAST_INFORMATION_BITS) continue;
      const same = jointCounts(candidates, matches, first, second);
      const [ofSame, ofDifferent] = [liftOf(same, PRIOR_MATCHES), liftOf(different, PRIOR_PAIRS)];
      const weights = Int32Array.from(ofSame, (lift, cell) => {
        const weight = Math.round(Math.log2(lift / (ofDifferent[cell] ?? 1)) * 1000);
        return Math.min(MOST_WEIGHT, Math.max(-MOST_WEIGHT, weight));
      });
      found.push({ first, second, weights, informationBits });
    }
  }
  return spanningTree(found, width);
}

/** Sums of one number a pair over the pairs of each pattern. */
function patternSums(table: PairTable, values: Float64Array): Float64Array {
  const sums = new Float64Array(table.counts.length);
  for (let pair = 0; pair < values.length; pair += 1) {
    const pattern = table.patternOf[pair] ?? 0;
    sums[pattern] = (sums[pattern] ?? 0) + (values[pair] ?? 0);
  }
  return sums;
}

function jointCounts(
  { levels, counts }: PairTable,
  sums: Float64Array,
  first: number,
  second: number,
): Float64Array {
  const width = levels.length / Math.max(1, counts.length);
  const joint = new Float64Array(LEVEL_STRIDE * LEVEL_STRIDE);
  for (let pattern = 0; pattern < counts.length; pattern += 1) {
    const one = levels[pattern * width + first] ?? 0;
    const other = levels[pattern * width + second] ?? 0;
    if (one === MISSING_LEVEL || other === MISSING_LEVEL) continue;
    const cell = one * LEVEL_STRIDE + other;
    joint[cell] = (joint[cell] ?? 0) + (sums[pattern] ?? 0);
  }
  return joint;
}

function margins(joint: Float64Array) {
  const [rows, columns] = [new Float64Array(LEVEL_STRIDE), new Float64Array(LEVEL_STRIDE)];
  let total = 0;
  for (let cell = 0; cell < joint.length; cell += 1) {
    const count = joint[cell] ?? 0;
    const [row, column] = [Math.floor(cell / LEVEL_STRIDE), cell % LEVEL_STRIDE];
    rows[row] = (rows[row] ?? 0) + count;
    columns[column] = (columns[column] ?? 0) + count;
    total += count;
  }
  return { rows, columns, total };
}

/** P(both) over the product of the two alone, drawn towards 1 where little was seen; 1 at the missing level. */
function liftOf(joint: Float64Array, prior: number): Float64Array {
  const { rows, columns, total } = margins(joint);
  return joint.map((count, cell) => {
    const [row, column] = [Math.floor(cell / LEVEL_STRIDE), cell % LEVEL_STRIDE];
    const [one, other] = [rows[row] ?? 0, columns[column] ?? 0];
    if (row === MISSING_LEVEL || column === MISSING_LEVEL || total === 0) return 1;
    const expected = (one * other) / total;
    // The prior is spent on the rarer of the two levels: its own distribution over the other is what is estimated.
    const weight = Math.min(one, other) === 0 ? 0 : prior / Math.min(one, other);
    return (count + weight * expected + 1e-9) / (expected + weight * expected + 1e-9);
  });
}

function mutualInformation(joint: Float64Array): number {
  const { rows, columns, total } = margins(joint);
  let information = 0;
  for (let cell = 0; cell < joint.length; cell += 1) {
    const count = joint[cell] ?? 0;
    if (count === 0) continue;
    const product = (rows[Math.floor(cell / LEVEL_STRIDE)] ?? 0) * (columns[cell % LEVEL_STRIDE] ?? 0);
    information += (count / total) * Math.log2((count * total) / product);
  }
  return information;
}

function spanningTree(edges: readonly Dependence[], width: number): Dependence[] {
  const tree = Array.from({ length: width }, (_, index) => index);
  const chosen: Dependence[] = [];
  const sorted = edges.toSorted(
    (a, b) => b.informationBits - a.informationBits || a.first - b.first || a.second - b.second,
  );
  for (const edge of sorted) {
    const [one, other] = [tree[edge.first], tree[edge.second]];
    if (one === undefined || other === undefined || one === other) continue;
    for (const [index, root] of tree.entries()) if (root === other) tree[index] = one;
    chosen.push(edge);
  }
  return chosen.sort((a, b) => a.first - b.first || a.second - b.second);
}

/** What the dependences add to the weight of a comparison vector starting at `offset`, thousandths of a bit. */
export function weighDependences(
  packed: Int32Array,
  offset: number,
  dependences: readonly Dependence[],
): number {
  let sum = 0;
  for (let index = 0; index < dependences.length; index += 1) {
    const dependence = dependences[index];
    if (dependence === undefined) continue;
    const one = (packed[offset + dependence.first] ?? 0) & 31;
    const other = (packed[offset + dependence.second] ?? 0) & 31;
    sum += dependence.weights[one * LEVEL_STRIDE + other] ?? 0;
  }
  return sum;
}

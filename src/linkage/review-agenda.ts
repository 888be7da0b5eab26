/** The part of a review queue that follows from the link alone: doubtful bridges, and the questions of the middle band. */
import { SURE } from "./partitions.ts";
import { indexPairs, type ReviewPairs } from "./review-pairs.ts";
import { UnionFind } from "./union-find.ts";
import { BIT } from "./weights.ts";

/** One question of the middle band: are these two clusters one person? Any of its pairs may be put to a person. */
export interface BandQuestion {
  readonly one: number;
  readonly other: number;
  /** Rows of the pairs between them, strongest first. */
  readonly rows: readonly number[];
  /** What an answer to the strongest pair is expected to tell, in bits, times the pairs of records that it settles. */
  readonly information: number;
}

export interface ReviewAgenda {
  readonly pairs: ReviewPairs;
  readonly rowOf: ReadonlyMap<number, number>;
  /** Rows of links without which a cluster would fall apart and which are below the sure weight, weakest first. */
  readonly bridges: readonly number[];
  /** The most informative first. */
  readonly questions: readonly BandQuestion[];
}

export function makeAgenda(pairs: ReviewPairs): ReviewAgenda {
  return {
    pairs,
    rowOf: indexPairs(pairs),
    bridges: weakBridges(pairs),
    questions: bandQuestions(pairs),
  };
}

/**
 * The edges of a maximum spanning tree of each cluster that lie below the sure weight: whichever of them is cut, nothing
 * stronger holds the two sides together.
 *
 * @see Kruskal, On the shortest spanning subtree of a graph, 1956: the pairs come strongest first.
 */
function weakBridges({ left, right, weights, together, recordCount }: ReviewPairs): number[] {
  const groups = new UnionFind(recordCount);
  const bridges: number[] = [];
  for (let row = 0; row < left.length; row += 1) {
    if (together[row] !== 1) continue;
    const [one, other] = [left[row] ?? 0, right[row] ?? 0];
    if (groups.find(one) === groups.find(other)) continue;
    groups.union(one, other);
    if ((weights[row] ?? 0) < SURE) bridges.push(row);
  }
  return bridges.sort((a, b) => (weights[a] ?? 0) - (weights[b] ?? 0) || a - b);
}

function bandQuestions(pairs: ReviewPairs): BandQuestion[] {
  const { left, right, weights, together, clusterOf, recordCount, linkWeight, reviewWeight } = pairs;
  const sizes = new Map<number, number>();
  for (const cluster of clusterOf) sizes.set(cluster, (sizes.get(cluster) ?? 0) + 1);
  const between = new Map<number, { one: number; other: number; rows: number[] }>();
  for (let row = 0; row < left.length; row += 1) {
    const weight = weights[row] ?? 0;
    if (together[row] === 1 || weight < reviewWeight || weight >= linkWeight) continue;
    const [a, b] = [clusterOf[left[row] ?? 0] ?? 0, clusterOf[right[row] ?? 0] ?? 0];
    const [one, other] = a < b ? [a, b] : [b, a];
    const key = one * recordCount + other;
    const question = between.get(key) ?? { one, other, rows: [] };
    question.rows.push(row);
    between.set(key, question);
  }
  return [...between.values()]
    .map((question) => {
      const settled = (sizes.get(question.one) ?? 1) * (sizes.get(question.other) ?? 1);
      return { ...question, information: doubtOf(weights[question.rows[0] ?? 0] ?? 0) * settled };
    })
    .sort((a, b) => b.information - a.information || (a.rows[0] ?? 0) - (b.rows[0] ?? 0));
}

/** Binary entropy, in bits, of the match probability at a weight: what a yes or no is expected to tell. */
function doubtOf(weight: number): number {
  const share = 1 / (1 + 2 ** (-weight / BIT));
  if (share <= 0 || share >= 1) return 0;
  return -share * Math.log2(share) - (1 - share) * Math.log2(1 - share);
}

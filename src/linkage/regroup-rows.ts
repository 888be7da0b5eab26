/** What the rows of one person would be, by the weights that a link recorded, if people said otherwise of some of them. */
import { clusterPairs } from "./clusters.ts";
import type { ReviewPairs } from "./review-pairs.ts";
import { UnionFind } from "./union-find.ts";

type Pair = readonly [left: number, right: number];

export interface RowsToRegroup {
  /** Rows are counted from 0. */
  readonly count: number;
  /** Recorded weight of two rows, thousandths of a bit; undefined where the link did not score them. */
  readonly weightOf: (left: number, right: number) => number | undefined;
  /** Whether the machine may never join the two, such as two rows of one list. */
  readonly isForbidden: (left: number, right: number) => boolean;
  /** From here on the machine links. */
  readonly linkWeight: number;
  /** Judged one person, and judged two. */
  readonly together: readonly Pair[];
  readonly apart: readonly Pair[];
}

/**
 * For each row one row of its group, the same for all of the group, as linkage itself would group them. Of judgements that
 * cannot all hold, a "same" that would join two judged different is passed over.
 */
export function regroupRows(rows: RowsToRegroup): Int32Array {
  const { count, weightOf, apart } = rows;
  const [left, right, weights]: [number[], number[], number[]] = [[], [], []];
  for (let one = 0; one < count; one += 1)
    for (let other = one + 1; other < count; other += 1) {
      const weight = weightOf(one, other);
      if (weight === undefined) continue;
      left.push(one);
      right.push(other);
      weights.push(weight);
    }
  const keyOf = (one: number, other: number) => Math.min(one, other) * count + Math.max(one, other);
  const apartKeys = new Set(apart.map(([one, other]) => keyOf(one, other)));
  return clusterPairs({
    recordCount: count,
    left: Int32Array.from(left),
    right: Int32Array.from(right),
    weights: Int32Array.from(weights),
    // All rows of a person are looked at together: they were one component when they were linked.
    componentWeight: Number.NEGATIVE_INFINITY,
    linkWeight: rows.linkWeight,
    score: () => rows.linkWeight - 1,
    isForbidden: rows.isForbidden,
    isUnnamed: () => false,
    constraints: {
      together: thatHold(rows),
      apart,
      isApart: (one, other) => apartKeys.has(keyOf(one, other)),
      isJudged: () => false,
      conflicts: [],
    },
  }).clusterOf;
}

/** Of "same" pairs, in their order, those that join no two judged different. */
export function thatHold({
  count,
  together,
  apart,
}: Pick<RowsToRegroup, "count" | "together" | "apart">): Pair[] {
  const groups = new UnionFind(count);
  const held: Pair[] = [];
  for (const [one, other] of together) {
    const [first, second] = [groups.find(one), groups.find(other)];
    const parts = apart.some(([a, b]) => {
      const [c, d] = [groups.find(a), groups.find(b)];
      return (c === first && d === second) || (c === second && d === first);
    });
    if (parts) continue;
    groups.union(one, other);
    held.push([one, other]);
  }
  return held;
}

/**
 * How strongly each cluster of several rows hangs together: the weight of the weakest edge of its maximum spanning tree,
 * thousandths of a bit, by any number that its members share.
 *
 * @param pairs - strongest first.
 * @see Kruskal, On the shortest spanning subtree of a graph, 1956.
 */
export function weakestLinks(
  pairs: Omit<ReviewPairs, "keyOf" | "linkWeight" | "reviewWeight">,
): ReadonlyMap<number, number> {
  const groups = new UnionFind(pairs.recordCount);
  const weakest = new Map<number, number>();
  for (let row = 0; row < pairs.left.length; row += 1) {
    if (pairs.together[row] !== 1) continue;
    const [one, other] = [pairs.left[row] ?? 0, pairs.right[row] ?? 0];
    if (groups.find(one) === groups.find(other)) continue;
    groups.union(one, other);
    weakest.set(pairs.clusterOf[one] ?? one, pairs.weights[row] ?? 0);
  }
  return weakest;
}

/** Clusters: components at a low weight, then greedy correlation clustering inside each. */
import type { Constraints } from "./judgements.ts";
import { UnionFind } from "./union-find.ts";

export interface ClusterInput {
  readonly recordCount: number;
  readonly left: Int32Array;
  readonly right: Int32Array;
  /** Weight of each candidate pair with the prior in it, thousandths of a bit. */
  readonly weights: Int32Array;
  /** Edges from here on hold a component together. */
  readonly componentWeight: number;
  /** The machine joins two clusters only when their pairs together lie above this. */
  readonly linkWeight: number;
  /** Weight of any pair, for those inside a component that no rule brought together. */
  readonly score: (left: number, right: number) => number;
  /** A conflict that forbids the link whatever the weight. */
  readonly isForbidden: (left: number, right: number) => boolean;
  /** Whether a record has no usable name. Only a person joins it; once joined it speaks neither for nor against others. */
  readonly isUnnamed: (record: number) => boolean;
  readonly constraints: Constraints;
}

export interface Clusters {
  /** The smallest member of each record's cluster. */
  readonly clusterOf: Int32Array;
  /** Pairs above the link weight whose ends are in different clusters. */
  readonly cut: readonly { readonly left: number; readonly right: number; readonly weight: number }[];
  /** Pairs inside a component that no rule had brought together. */
  readonly scored: readonly { readonly left: number; readonly right: number; readonly weight: number }[];
}

/** A larger component is first taken apart at its weaker edges: all its pairs are scored. */
const LARGEST_COMPONENT = 300;
const STEP = 2000;
const STRONGEST = 40_000;

/** Deterministic: components by smallest record, merges by weight, ties by position. */
export function clusterPairs(input: ClusterInput): Clusters {
  const clusters = new UnionFind(input.recordCount);
  for (const [left, right] of input.constraints.together) clusters.union(left, right);
  const cut: { left: number; right: number; weight: number }[] = [];
  const scored: { left: number; right: number; weight: number }[] = [];
  for (const component of componentsOf(input)) {
    const known = new Map<number, number>();
    for (const pair of component.pairs) {
      known.set(
        (input.left[pair] ?? 0) * input.recordCount + (input.right[pair] ?? 0),
        input.weights[pair] ?? 0,
      );
    }
    cut.push(...contract(component.members, known, input, clusters, scored));
  }
  const clusterOf = Int32Array.from({ length: input.recordCount }, (_, record) => clusters.find(record));
  return { clusterOf, cut: cut.filter(({ left, right }) => clusterOf[left] !== clusterOf[right]), scored };
}

interface Component {
  readonly members: readonly number[];
  /** Indices of candidate pairs with both ends inside. */
  readonly pairs: readonly number[];
}

function componentsOf(input: ClusterInput): Component[] {
  const all = Array.from(input.left, (_, pair) => pair).filter(
    (pair) => (input.weights[pair] ?? 0) >= input.componentWeight,
  );
  const done: Component[] = [];
  const waiting = [{ pairs: all, weight: input.componentWeight }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const groups = new UnionFind(input.recordCount);
    for (const [left, right] of input.constraints.together) groups.union(left, right);
    for (const pair of next.pairs) groups.union(input.left[pair] ?? 0, input.right[pair] ?? 0);
    const members = new Map<number, Set<number>>();
    const pairs = new Map<number, number[]>();
    for (const pair of next.pairs) {
      const [left = 0, right = 0] = [input.left[pair], input.right[pair]];
      const root = groups.find(left);
      members.set(root, (members.get(root) ?? new Set()).add(left).add(right));
      const own = pairs.get(root);
      if (own === undefined) pairs.set(root, [pair]);
      else own.push(pair);
    }
    // What a person joined comes along, so that its own conflicts are seen.
    for (const [left, right] of input.constraints.together)
      members.get(groups.find(left))?.add(left).add(right);
    for (const [root, some] of members) {
      const own = pairs.get(root) ?? [];
      const weight = next.weight + STEP;
      if (some.size <= LARGEST_COMPONENT || weight > STRONGEST) {
        done.push({ members: [...some].sort((a, b) => a - b), pairs: own });
      } else {
        waiting.push({ pairs: own.filter((pair) => (input.weights[pair] ?? 0) >= weight), weight });
      }
    }
  }
  return done.sort((a, b) => (a.members[0] ?? 0) - (b.members[0] ?? 0));
}

/** What a pair says of joining its clusters, in thousandths of a bit above the link weight. */
function evidenceOf(left: number, right: number, weight: number, input: ClusterInput): number {
  if (input.constraints.isApart(left, right)) return Number.NEGATIVE_INFINITY;
  // Else a nameless row that a person put into a cluster would drive the machine's own links out of it.
  if (input.isUnnamed(left) || input.isUnnamed(right)) return 0;
  return input.isForbidden(left, right) ? Number.NEGATIVE_INFINITY : weight - input.linkWeight;
}

/**
 * Greedy additive edge contraction: again and again the two clusters whose pairs together say "same" most
 * strongly are joined, until no two say it at all.
 *
 * @see Keuper et al., Efficient decomposition of image and mesh graphs by lifted multicuts, 2015, algorithm 1.
 */
function contract(
  members: readonly number[],
  known: ReadonlyMap<number, number>,
  input: ClusterInput,
  clusters: UnionFind,
  scored: { left: number; right: number; weight: number }[],
): { left: number; right: number; weight: number }[] {
  const size = members.length;
  const evidence = new Float64Array(size * size);
  const strong: { left: number; right: number; weight: number }[] = [];
  for (const [row, left] of members.entries()) {
    for (let column = row + 1; column < size; column += 1) {
      const right = members[column] ?? 0;
      let weight = known.get(left * input.recordCount + right);
      if (weight === undefined) {
        weight = input.score(left, right);
        scored.push({ left, right, weight });
      }
      if (weight >= input.linkWeight) strong.push({ left, right, weight });
      const value = evidenceOf(left, right, weight, input);
      evidence[row * size + column] = value;
      evidence[column * size + row] = value;
    }
  }
  const active = new Set(members.keys());
  const merge = (row: number, column: number): void => {
    clusters.union(members[row] ?? 0, members[column] ?? 0);
    active.delete(column);
    for (const other of active) {
      if (other === row) continue;
      const sum = (evidence[row * size + other] ?? 0) + (evidence[column * size + other] ?? 0);
      evidence[row * size + other] = sum;
      evidence[other * size + row] = sum;
    }
  };
  for (const [row, left] of members.entries()) {
    for (let column = row + 1; column < size && active.has(row); column += 1) {
      if (active.has(column) && clusters.find(left) === clusters.find(members[column] ?? 0))
        merge(row, column);
    }
  }
  for (;;) {
    let [best, bestRow, bestColumn] = [0, -1, -1];
    for (const row of active) {
      for (const column of active) {
        const value = column > row ? (evidence[row * size + column] ?? 0) : 0;
        if (value > best) [best, bestRow, bestColumn] = [value, row, column];
      }
    }
    if (bestRow < 0) return strong;
    merge(bestRow, bestColumn);
  }
}

/** How two records of one cluster hold together when they do not do so by themselves. */
import { UnionFind } from "./union-find.ts";

/** A scored or judged pair inside the cluster; a judgement outweighs every score. */
export interface PathEdge {
  readonly left: number;
  readonly right: number;
  /** Bits; null where only a person's word joins the two. */
  readonly weightBits: number | null;
  readonly isJudgedSame: boolean;
}

/**
 * The path from one record to another whose weakest step is as strong as can be: the steps in order, or null when
 * the edges do not connect them. Ties go to the edge that comes first.
 */
export function strongestPath(edges: readonly PathEdge[], from: number, to: number): PathEdge[] | null {
  const strength = (edge: PathEdge): number =>
    edge.isJudgedSame ? Number.POSITIVE_INFINITY : (edge.weightBits ?? Number.NEGATIVE_INFINITY);
  const size = edges.reduce((most, { left, right }) => Math.max(most, left, right), Math.max(from, to)) + 1;
  const groups = new UnionFind(size);
  const tree = new Map<number, PathEdge[]>();
  const join = (end: number, edge: PathEdge): void => {
    const own = tree.get(end);
    if (own === undefined) tree.set(end, [edge]);
    else own.push(edge);
  };
  const byStrength = edges.toSorted((a, b) => {
    const [one, two] = [strength(a), strength(b)];
    return one === two ? 0 : two - one;
  });
  for (const edge of byStrength) {
    if (groups.find(from) === groups.find(to)) break;
    if (groups.find(edge.left) === groups.find(edge.right)) continue;
    groups.union(edge.left, edge.right);
    join(edge.left, edge);
    join(edge.right, edge);
  }
  const cameBy = new Map<number, { readonly edge: PathEdge; readonly before: number }>();
  const waiting = [from];
  for (let at = waiting.shift(); at !== undefined && at !== to; at = waiting.shift()) {
    for (const edge of tree.get(at) ?? []) {
      const next = edge.left === at ? edge.right : edge.left;
      if (next === from || cameBy.has(next)) continue;
      cameBy.set(next, { edge, before: at });
      waiting.push(next);
    }
  }
  const path: PathEdge[] = [];
  for (let at = to; at !== from; ) {
    const step = cameBy.get(at);
    if (step === undefined) return null;
    path.unshift(step.edge);
    at = step.before;
  }
  return path;
}

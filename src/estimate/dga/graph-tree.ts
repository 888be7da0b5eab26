/** All decomposable graphs as one tree in which a graph grows from its parent by one pair of lists. */
import { toPairs } from "../two-lists.ts";
import { type DecomposableGraph, listDecomposableGraphs } from "./decomposable-graph.ts";

/**
 * What a pair of lists that join inside the lists S adds to the log joint: h_{S+ij} + h_S − h_{S+i} − h_{S+j}. Masks of
 * lists; S may be empty.
 */
export interface GraphStep {
  readonly whole: number;
  readonly shared: number;
  readonly first: number;
  readonly second: number;
}

export interface GraphTree {
  readonly graphs: readonly DecomposableGraph[];
  /** The different steps that occur: C(J, 2) 2^(J−2) at most, far fewer than graphs. */
  readonly steps: readonly GraphStep[];
  /** Graphs in the order of a walk that meets each parent before its children: the graph without pairs first. */
  readonly order: Int32Array;
  /** Pairs of each graph of the walk; its parent is the last before it with one pair fewer. */
  readonly depths: Int32Array;
  /** The step that leads to each graph of the walk from its parent; −1 for the first. */
  readonly stepOf: Int32Array;
  readonly deepest: number;
}

const planted = new Map<number, GraphTree>();

/**
 * The tree over all decomposable graphs of J lists.
 *
 * Every decomposable graph with a pair has one that can be taken away so that a decomposable graph is left; then the pair
 * lies in one clique C alone, and with S = C − {i, j}, which are the common neighbours of i and j, the factors change
 * from p_{S+i} p_{S+j} / p_S to p_C (Giudici & Green 1999, Biometrika 86).
 */
export function growGraphs(listCount: number): GraphTree {
  const known = planted.get(listCount);
  if (known !== undefined) return known;
  const tree = grow(listCount);
  planted.set(listCount, tree);
  return tree;
}

function grow(listCount: number): GraphTree {
  const graphs = listDecomposableGraphs(listCount);
  const pairs = toPairs(listCount);
  const indexOf = new Map(graphs.map(({ edges }, index) => [edges, index]));
  const children = graphs.map((): { readonly child: number; readonly step: number }[] => []);
  const steps: GraphStep[] = [];
  const numberOf = new Map<number, number>();
  const near = new Int32Array(listCount);
  graphs.forEach(({ edges }, child) => {
    near.fill(0);
    pairs.forEach(([i, j], edge) => {
      if (((edges >> edge) & 1) === 0) return;
      near[i] = (near[i] ?? 0) | (1 << j);
      near[j] = (near[j] ?? 0) | (1 << i);
    });
    for (const [edge, [i, j]] of pairs.entries()) {
      if (((edges >> edge) & 1) === 0) continue;
      const parent = indexOf.get(edges & ~(1 << edge));
      if (parent === undefined) continue;
      const shared = (near[i] ?? 0) & (near[j] ?? 0);
      const key = edge * 2 ** listCount + shared;
      const step = numberOf.get(key) ?? steps.length;
      if (step === steps.length) {
        numberOf.set(key, step);
        const [first, second] = [shared | (1 << i), shared | (1 << j)];
        steps.push({ whole: first | second, shared, first, second });
      }
      children[parent]?.push({ child, step });
      return;
    }
  });
  const walk: { readonly graph: number; readonly depth: number; readonly step: number }[] = [];
  const visit = (graph: number, depth: number, step: number): void => {
    walk.push({ graph, depth, step });
    for (const next of children[graph] ?? []) visit(next.child, depth + 1, next.step);
  };
  visit(indexOf.get(0) ?? 0, 0, -1);
  return {
    graphs,
    steps,
    order: Int32Array.from(walk, ({ graph }) => graph),
    depths: Int32Array.from(walk, ({ depth }) => depth),
    stepOf: Int32Array.from(walk, ({ step }) => step),
    deepest: pairs.length,
  };
}

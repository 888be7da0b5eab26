/** Decomposable graphs on lists: which lists depend on each other, without chordless circles. */
import { countBits } from "../numeric/subset-sums.ts";
import { toPairs } from "../two-lists.ts";

export interface DecomposableGraph {
  /** Bit e for the e-th pair of lists, in the order of {@link toPairs}, where the two depend on each other. */
  readonly edges: number;
  /** Maximal sets of lists that all depend on each other, as masks, ascending. */
  readonly cliques: readonly number[];
  /**
   * Exponent by mask in p = Π_C p_C / Π_S p_S over cliques C and non-empty separators S: +1, −1, or −2 … where
   * separators repeat. 2^J numbers.
   */
  readonly exponents: Int8Array;
  /** Parts that are not connected with each other. */
  readonly componentCount: number;
}

/** All decomposable graphs on J labelled lists: 2, 8, 61, 822, 18,154 for J = 2 … 6. */
export function listDecomposableGraphs(listCount: number): readonly DecomposableGraph[] {
  const edges = toPairs(listCount);
  const graphs: DecomposableGraph[] = [];
  for (let chosen = 0; chosen < 2 ** edges.length; chosen++) {
    const neighbours = new Array<number>(listCount).fill(0);
    edges.forEach(([i, j], edge) => {
      if (((chosen >> edge) & 1) === 0) return;
      neighbours[i] = (neighbours[i] ?? 0) | (1 << j);
      neighbours[j] = (neighbours[j] ?? 0) | (1 << i);
    });
    const graph = eliminate(neighbours, chosen);
    if (graph !== null) graphs.push(graph);
  }
  return graphs;
}

/**
 * Takes away lists whose neighbours all depend on each other, one by one; null when none is left to take before
 * the end, which is when the graph is not decomposable (Dirac 1961; Fulkerson & Gross 1965).
 *
 * With v taken while its neighbours A remain, p = Π_v p_{v ∪ A} / p_A; equal factors cancel to cliques and
 * separators.
 */
function eliminate(neighbours: readonly number[], edges: number): DecomposableGraph | null {
  const listCount = neighbours.length;
  const exponents = new Int8Array(2 ** listCount);
  const families: number[] = [];
  let componentCount = 0;
  for (let remaining = 2 ** listCount - 1; remaining !== 0; ) {
    const list = neighbours.findIndex(
      (_, v) => ((remaining >> v) & 1) === 1 && isClique(neighbours, (neighbours[v] ?? 0) & remaining),
    );
    if (list < 0) return null;
    const around = (neighbours[list] ?? 0) & remaining;
    const family = around | (1 << list);
    families.push(family);
    exponents[family] = (exponents[family] ?? 0) + 1;
    if (around === 0) componentCount += 1;
    else exponents[around] = (exponents[around] ?? 0) - 1;
    remaining &= ~(1 << list);
  }
  const cliques = families
    .filter((family) => !families.some((other) => other !== family && (other & family) === family))
    .sort((a, b) => countBits(b) - countBits(a) || a - b);
  return { edges, cliques, exponents, componentCount };
}

function isClique(neighbours: readonly number[], mask: number): boolean {
  return neighbours.every((near, v) => ((mask >> v) & 1) === 0 || (mask & ~(1 << v) & ~near) === 0);
}

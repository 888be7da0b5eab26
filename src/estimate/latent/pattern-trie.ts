/** The patterns of a table as one tree, so that a product over lists is shared by all patterns that begin alike. */
import type { CaptureTable } from "../capture-table.ts";

export interface PatternTrie {
  readonly listCount: number;
  /** Observed patterns, ascending; the unseen pattern follows them in `leaves`. */
  readonly patterns: Int32Array;
  /** People of each observed pattern. */
  readonly counts: Float64Array;
  /** People in all. */
  readonly total: number;
  /** Parent of each node; parents come before children, the root is node 0. */
  readonly parents: Int32Array;
  /** What a node multiplies its parent by: row 2 j for being off list j, 2 j + 1 for being on it; unused at the root. */
  readonly factors: Int32Array;
  /** Node of each pattern, the unseen last. */
  readonly leaves: Int32Array;
}

/** The tree over the observed patterns and the unseen one, list by list. */
export function toPatternTrie(table: CaptureTable): PatternTrie {
  const listCount = table.lists.length;
  const cells = table.cells.filter(({ count }) => count > 0).sort((a, b) => a.pattern - b.pattern);
  const [parents, factors]: [number[], number[]] = [[0], [0]];
  const nodeOf = new Map<string, number>();
  const leafOf = (pattern: number): number => {
    let node = 0;
    for (let list = 0; list < listCount; list++) {
      const row = 2 * list + ((pattern >> list) & 1);
      const key = `${node} ${row}`;
      let next = nodeOf.get(key);
      if (next === undefined) {
        next = parents.length;
        parents.push(node);
        factors.push(row);
        nodeOf.set(key, next);
      }
      node = next;
    }
    return node;
  };
  const leaves = [...cells.map(({ pattern }) => pattern), 0].map(leafOf);
  return {
    listCount,
    patterns: Int32Array.from(cells, ({ pattern }) => pattern),
    counts: Float64Array.from(cells, ({ count }) => count),
    total: cells.reduce((sum, { count }) => sum + count, 0),
    parents: Int32Array.from(parents),
    factors: Int32Array.from(factors),
    leaves: Int32Array.from(leaves),
  };
}

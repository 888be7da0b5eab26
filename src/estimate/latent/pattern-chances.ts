/** The chance of every pattern under a mixture of classes, by one tree of products. */
import type { PatternTrie } from "./pattern-trie.ts";

/** Odds of ν beyond which doubles say nothing. */
const SMALLEST_FOUND = 1e-13;

export class PatternChances {
  /** Joint chance of node and class; rows of K. */
  readonly weights: Float64Array;
  /** P(pattern) for the observed patterns, the unseen last. */
  readonly chances: Float64Array;
  /** P(a person is on no list). */
  missed = 0;
  private readonly trie: PatternTrie;
  private readonly classCount: number;
  private readonly logs: Float64Array;
  private hasLogs = false;

  constructor(trie: PatternTrie, classCount: number) {
    this.trie = trie;
    this.classCount = classCount;
    this.weights = new Float64Array(trie.parents.length * classCount);
    this.chances = new Float64Array(trie.leaves.length);
    this.logs = new Float64Array(trie.leaves.length);
  }

  /**
   * @param factors - row 2 j + 1 holds λ_j of every class, row 2 j holds 1 − λ_j.
   * @param shares - ν.
   */
  compute(factors: Float64Array, shares: Float64Array): void {
    const { parents, factors: rows, leaves } = this.trie;
    const { weights, classCount: size, chances } = this;
    for (let k = 0; k < size; k++) weights[k] = shares[k] ?? 0;
    for (let node = 1; node < parents.length; node++) {
      const from = (parents[node] ?? 0) * size;
      const by = (rows[node] ?? 0) * size;
      const to = node * size;
      for (let k = 0; k < size; k++) weights[to + k] = (weights[from + k] ?? 0) * (factors[by + k] ?? 0);
    }
    for (let pattern = 0; pattern < leaves.length; pattern++) {
      const at = (leaves[pattern] ?? 0) * size;
      let sum = 0;
      for (let k = 0; k < size; k++) sum += weights[at + k] ?? 0;
      chances[pattern] = sum;
    }
    this.missed = Math.min(chances[leaves.length - 1] ?? 0, 1 - SMALLEST_FOUND);
    this.hasLogs = false;
  }

  /** The logarithms of the chances, worked out when they are first asked for. */
  logChances(): Float64Array {
    const { chances, logs } = this;
    if (!this.hasLogs) for (let w = 0; w < logs.length; w++) logs[w] = Math.log(chances[w] ?? 0);
    this.hasLogs = true;
    return logs;
  }
}

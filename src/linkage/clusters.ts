/** Clusters: components at a low weight, then greedy correlation clustering inside each. */
import { type Component, componentsOf } from "./components.ts";
import { IntList } from "./int-list.ts";
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

/** Pairs and their weights, thousandths of a bit. */
export interface WeighedPairs {
  readonly left: Int32Array;
  readonly right: Int32Array;
  readonly weights: Int32Array;
}

export interface Clusters {
  /** The smallest member of each record's cluster. */
  readonly clusterOf: Int32Array;
  /** Pairs above the link weight whose ends are in different clusters. */
  readonly cut: readonly { readonly left: number; readonly right: number; readonly weight: number }[];
  /** Pairs inside a component that no rule had brought together. */
  readonly scored: WeighedPairs;
}

/** Deterministic: components by smallest record, merges by weight, ties by position. */
export function clusterPairs(input: ClusterInput): Clusters {
  const work = new Contraction(input);
  for (const component of componentsOf(input)) work.contract(component);
  return work.result();
}

class PairLists {
  readonly left = new IntList();
  readonly right = new IntList();
  readonly weights = new IntList();

  push(left: number, right: number, weight: number): void {
    this.left.push(left);
    this.right.push(right);
    this.weights.push(weight);
  }

  view(): WeighedPairs {
    return { left: this.left.view(), right: this.right.view(), weights: this.weights.view() };
  }
}

class Contraction {
  readonly #input: ClusterInput;
  readonly #clusters: UnionFind;
  readonly #strong = new PairLists();
  readonly #scored = new PairLists();
  /** Place of each record in the component at hand. */
  readonly #placeOf: Int32Array;
  /** What the pairs of two clusters say together, at `row * size + column`. */
  #evidence = new Float64Array(64 * 64);
  #active = new Int32Array(64);

  constructor(input: ClusterInput) {
    this.#input = input;
    this.#clusters = new UnionFind(input.recordCount);
    for (const [left, right] of input.constraints.together) this.#clusters.union(left, right);
    this.#placeOf = new Int32Array(input.recordCount);
  }

  result(): Clusters {
    const clusterOf = new Int32Array(this.#input.recordCount);
    for (let record = 0; record < clusterOf.length; record += 1) {
      clusterOf[record] = this.#clusters.find(record);
    }
    const strong = this.#strong.view();
    const cut: { left: number; right: number; weight: number }[] = [];
    for (let pair = 0; pair < strong.left.length; pair += 1) {
      const [left, right] = [strong.left[pair] ?? 0, strong.right[pair] ?? 0];
      if (clusterOf[left] !== clusterOf[right]) cut.push({ left, right, weight: strong.weights[pair] ?? 0 });
    }
    return { clusterOf, cut, scored: this.#scored.view() };
  }

  /**
   * Greedy additive edge contraction: again and again the two clusters whose pairs together say "same" most
   * strongly are joined, until no two say it at all.
   *
   * @see Keuper et al., Efficient decomposition of image and mesh graphs by lifted multicuts, 2015, algorithm 1.
   */
  contract({ members, pairs }: Component): void {
    const size = members.length;
    if (this.#active.length < size) {
      this.#active = new Int32Array(size);
      this.#evidence = new Float64Array(size * size);
    }
    this.#weigh(members, pairs);
    const active = this.#active;
    for (let row = 0; row < size; row += 1) active[row] = row;
    let count = size;
    if (this.#input.constraints.together.length > 0) count = this.#joinJudged(members, count);
    const evidence = this.#evidence;
    for (;;) {
      let [best, bestRow, bestColumn] = [0, -1, -1];
      for (let one = 0; one < count; one += 1) {
        const row = (active[one] ?? 0) * size;
        for (let other = one + 1; other < count; other += 1) {
          const value = evidence[row + (active[other] ?? 0)] ?? 0;
          if (value > best) {
            best = value;
            bestRow = one;
            bestColumn = other;
          }
        }
      }
      if (bestRow < 0) return;
      count = this.#merge(members, bestRow, bestColumn, count);
    }
  }

  /** Lays out the evidence of every pair of the component, scoring those that no rule brought together. */
  #weigh(members: Int32Array, pairs: Int32Array): void {
    const { left, right, weights, linkWeight, constraints } = this.#input;
    const size = members.length;
    const evidence = this.#evidence;
    evidence.fill(Number.NaN, 0, size * size);
    for (let place = 0; place < size; place += 1) this.#placeOf[members[place] ?? 0] = place;
    for (const pair of pairs) {
      const row = this.#placeOf[left[pair] ?? 0] ?? 0;
      evidence[row * size + (this.#placeOf[right[pair] ?? 0] ?? 0)] = weights[pair] ?? 0;
    }
    const isJudged = constraints.apart.length > 0;
    for (let row = 0; row < size; row += 1) {
      const one = members[row] ?? 0;
      for (let column = row + 1; column < size; column += 1) {
        const other = members[column] ?? 0;
        let weight = evidence[row * size + column] ?? 0;
        if (Number.isNaN(weight)) {
          weight = this.#input.score(one, other);
          this.#scored.push(one, other, weight);
        }
        if (weight >= linkWeight) this.#strong.push(one, other, weight);
        const isApart = isJudged && constraints.isApart(one, other);
        const value = isApart ? Number.NEGATIVE_INFINITY : this.#evidenceOf(one, other, weight);
        evidence[row * size + column] = value;
        evidence[column * size + row] = value;
      }
    }
  }

  /** What a pair says of joining its clusters, in thousandths of a bit above the link weight. */
  #evidenceOf(left: number, right: number, weight: number): number {
    const { isUnnamed, isForbidden, linkWeight } = this.#input;
    // Else a nameless row that a person put into a cluster would drive the machine's own links out of it.
    if (isUnnamed(left) || isUnnamed(right)) return 0;
    return isForbidden(left, right) ? Number.NEGATIVE_INFINITY : weight - linkWeight;
  }

  /** Joins what reviewers judged the same. */
  #joinJudged(members: Int32Array, size: number): number {
    let count = size;
    for (let one = 0; one < count; one += 1) {
      const left = members[this.#active[one] ?? 0] ?? 0;
      for (let other = one + 1; other < count; ) {
        const right = members[this.#active[other] ?? 0] ?? 0;
        if (this.#clusters.find(left) === this.#clusters.find(right)) {
          count = this.#merge(members, one, other, count);
        } else other += 1;
      }
    }
    return count;
  }

  /** Joins two of the active clusters, by their places in `#active`; gives how many are left. */
  #merge(members: Int32Array, one: number, other: number, count: number): number {
    const [active, evidence, size] = [this.#active, this.#evidence, members.length];
    const row = active[one] ?? 0;
    const column = active[other] ?? 0;
    this.#clusters.union(members[row] ?? 0, members[column] ?? 0);
    active.copyWithin(other, other + 1, count);
    for (let index = 0; index < count - 1; index += 1) {
      const third = active[index] ?? 0;
      if (third === row) continue;
      const sum = (evidence[row * size + third] ?? 0) + (evidence[column * size + third] ?? 0);
      evidence[row * size + third] = sum;
      evidence[third * size + row] = sum;
    }
    return count - 1;
  }
}

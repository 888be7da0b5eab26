/** Deals the people of a pattern to the classes by their chances: the step of a sweep that costs most. */
import type { RandomStream } from "../numeric/random.ts";
import { drawByWeights } from "../numeric/random-counts.ts";

/** So many people or fewer are dealt one by one, which takes a number each; a chain takes one for each class. */
const FEW = 5;

/** The people of each class, and how many of them are on each list, as they are dealt out. */
export class PeopleDealer {
  /** People of each class, seen and unseen. */
  readonly members: Float64Array;
  /** Of those the people on each list; rows of K. */
  readonly on: Float64Array;
  private readonly order: Int32Array;
  private readonly tails: Float64Array;
  private readonly random: RandomStream;

  constructor(input: {
    readonly listCount: number;
    readonly classCount: number;
    readonly random: RandomStream;
  }) {
    const { listCount, classCount, random } = input;
    this.random = random;
    this.members = new Float64Array(classCount);
    this.on = new Float64Array(listCount * classCount);
    this.order = Int32Array.from({ length: classCount }, (_, k) => k);
    this.tails = new Float64Array(classCount + 1);
  }

  /** Takes everyone back, and puts the classes by falling share: most patterns are then dealt to the first few. */
  collect(shares: Float64Array): void {
    this.members.fill(0);
    this.on.fill(0);
    const { order } = this;
    // Nearly sorted already.
    for (let i = 1; i < order.length; i++) {
      const k = order[i] ?? 0;
      const share = shares[k] ?? 0;
      let at = i - 1;
      while (at >= 0 && (shares[order[at] ?? 0] ?? 0) < share) {
        order[at + 1] = order[at] ?? 0;
        at -= 1;
      }
      order[at + 1] = k;
    }
  }

  /**
   * Multinomial numbers by a chain of binomials that ends when few people are left; those are dealt one by one.
   *
   * @param weights - the joint chance of this pattern and each class, K numbers from `at` on.
   */
  deal(weights: Float64Array, at: number, count: number, pattern: number): void {
    const { order, tails, random } = this;
    const last = order.length - 1;
    let sum = 0;
    for (let i = last; i > 0; i--) {
      sum += weights[at + (order[i] ?? 0)] ?? 0;
      tails[i] = sum;
    }
    let left = count;
    let i = 0;
    for (; left > FEW && i < last; i++) {
      const k = order[i] ?? 0;
      const drawn = drawByWeights(random, left, weights[at + k] ?? 0, tails[i + 1] ?? 0);
      if (drawn === 0) continue;
      left -= drawn;
      this.add(k, drawn, pattern);
    }
    if (left === 0) return;
    if (i === last) {
      this.add(order[last] ?? 0, left, pattern);
      return;
    }
    const all = (weights[at + (order[i] ?? 0)] ?? 0) + (tails[i + 1] ?? 0);
    for (; left > 0; left--) {
      const mark = random.uniform() * all;
      let to = i;
      // A mark within the tail of the next class is for that one or a later one.
      while (to < last && mark < (tails[to + 1] ?? 0)) to += 1;
      this.add(order[to] ?? 0, 1, pattern);
    }
  }

  private add(k: number, people: number, pattern: number): void {
    const { members, on } = this;
    const size = members.length;
    members[k] = (members[k] ?? 0) + people;
    for (let bits = pattern; bits !== 0; bits &= bits - 1) {
      const cell = (31 - Math.clz32(bits & -bits)) * size + k;
      on[cell] = (on[cell] ?? 0) + people;
    }
  }
}

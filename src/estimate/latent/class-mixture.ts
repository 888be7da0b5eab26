/** The state of one latent-class sampler, and its Gibbs sweep. */

import { logGammaRise } from "../numeric/log-gamma.ts";
import { drawUnseen } from "../numeric/negative-binomial.ts";
import type { RandomStream } from "../numeric/random.ts";
import { drawBinomial } from "../numeric/random-counts.ts";
import type { PatternTrie } from "./pattern-trie.ts";

/** Prior of the concentration α: gamma with this shape and rate (Manrique-Vallier 2016). */
export const ALPHA_SHAPE = 0.25;
export const ALPHA_RATE = 0.25;

/** Odds of ν beyond which doubles say nothing. */
const SMALLEST_FOUND = 1e-13;

/**
 * A table to a power of its likelihood: every count times a share, in whole people and the part that is left over,
 * so that tempering needs no other sampler.
 */
export interface Rung {
  /** Whole people of each observed pattern, and in all. */
  readonly counts: Float64Array;
  readonly total: number;
  /** What is left over, less than one person for each pattern, and in all. */
  readonly parts: Float64Array;
  readonly partTotal: number;
}

/** The rung with a share of every count, in (0, 1]. */
export function toRung(trie: PatternTrie, share: number): Rung {
  const counts = trie.counts.map((count) => Math.floor(count * share));
  const parts = trie.counts.map((count, w) => count * share - (counts[w] ?? 0));
  const sum = (values: Float64Array) => values.reduce((all, value) => all + value, 0);
  return { counts, total: sum(counts), parts, partTotal: sum(parts) };
}

export interface ClassMixtureOptions {
  readonly trie: PatternTrie;
  /** Classes at most; the last takes what the sticks before it leave. */
  readonly classCount: number;
  /** Largest number unseen: the prior 1/N ends there. */
  readonly mostUnseen: number;
  readonly random: RandomStream;
}

/**
 * A Dirichlet-process mixture of classes in which lists act independently, cut at K classes (Manrique-Vallier 2016,
 * Biometrics 72): class k holds a share ν_k of all people, and list j lists its people with chance λ_jk.
 *
 * Priors: λ_jk uniform; ν by sticks V_k ~ Beta(1, α), V_K = 1; α ~ Gamma(1/4, 1/4); N ∝ 1/N.
 */
export class ClassMixture {
  readonly trie: PatternTrie;
  readonly classCount: number;
  readonly mostUnseen: number;
  /** The table, or a part of it. */
  rung: Rung;
  /** Row 2 j + 1 holds λ_j of every class, row 2 j holds 1 − λ_j. */
  readonly factors: Float64Array;
  readonly shares: Float64Array;
  /** −log(1 − V_k) of the K − 1 sticks: the share left after a stick is exp(−Σ). */
  readonly sticks: Float64Array;
  alpha: number;
  /** P(a person is on no list). */
  missed = 0;
  unseen = 0;
  /** P(pattern) for the observed patterns, the unseen last, as the last sweep or move left it. */
  readonly chances: Float64Array;
  /** People of each class in the last sweep, seen and unseen. */
  readonly members: Float64Array;
  /** Joint chance of node and class; rows of K. */
  readonly weights: Float64Array;
  private readonly random: RandomStream;
  private readonly on: Float64Array;
  private readonly order: Int32Array;
  private readonly tails: Float64Array;
  private readonly before: { factors: Float64Array; shares: Float64Array; sticks: Float64Array };

  constructor({ trie, classCount, mostUnseen, random }: ClassMixtureOptions) {
    const { listCount } = trie;
    this.trie = trie;
    this.classCount = classCount;
    this.mostUnseen = mostUnseen;
    this.random = random;
    this.rung = toRung(trie, 1);
    this.factors = new Float64Array(2 * listCount * classCount);
    this.shares = new Float64Array(classCount);
    this.sticks = new Float64Array(classCount - 1);
    this.alpha = ALPHA_SHAPE / ALPHA_RATE;
    this.chances = new Float64Array(trie.leaves.length);
    this.members = new Float64Array(classCount);
    this.weights = new Float64Array(trie.parents.length * classCount);
    this.on = new Float64Array(listCount * classCount);
    this.order = Int32Array.from({ length: classCount }, (_, k) => k);
    this.tails = new Float64Array(classCount + 1);
    this.before = {
      factors: new Float64Array(this.factors.length),
      shares: new Float64Array(classCount),
      sticks: new Float64Array(classCount - 1),
    };
    this.drawFromPrior(1);
  }

  /** Every parameter from its prior given α. */
  drawFromPrior(alpha: number): void {
    for (let j = 0; j < this.trie.listCount; j++) {
      for (let k = 0; k < this.classCount; k++) this.setReach(j, k, this.random.uniform());
    }
    this.alpha = Math.max(alpha, 1e-200);
    for (let k = 0; k < this.sticks.length; k++) this.sticks[k] = this.random.exponential() / this.alpha;
    this.sharesFromSticks();
    this.refresh();
  }

  setReach(list: number, k: number, chance: number): void {
    // An end would make a pattern impossible for good.
    const inside = Math.min(Math.max(chance, 1e-300), 1 - 1e-16);
    this.factors[(2 * list + 1) * this.classCount + k] = inside;
    this.factors[2 * list * this.classCount + k] = 1 - inside;
  }

  sharesFromSticks(): void {
    let used = 0;
    for (let k = 0; k < this.sticks.length; k++) {
      const stick = this.sticks[k] ?? 0;
      this.shares[k] = -Math.expm1(-stick) * Math.exp(-used);
      used += stick;
    }
    this.shares[this.classCount - 1] = Math.exp(-used);
  }

  /** Recomputes the chance of every node, pattern and the unseen from λ and ν. */
  refresh(): void {
    const { parents, factors: rows, leaves } = this.trie;
    const { weights, factors, classCount: size, chances } = this;
    for (let k = 0; k < size; k++) weights[k] = this.shares[k] ?? 0;
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
  }

  /**
   * One sweep: classes of the seen, number and classes of the unseen, then λ, ν and α, each from its full
   * conditional. `chances` and `missed` are those of λ and ν before they are drawn anew, in step with `unseen`.
   */
  sweep(): void {
    this.refresh();
    this.sortClasses();
    this.members.fill(0);
    this.on.fill(0);
    const { patterns, leaves } = this.trie;
    const { counts, total } = this.rung;
    for (let pattern = 0; pattern < patterns.length; pattern++) {
      const count = counts[pattern] ?? 0;
      if (count > 0) this.allocate(leaves[pattern] ?? 0, count, patterns[pattern] ?? 0);
    }
    this.unseen = drawUnseen(this.random, { seen: total, missed: this.missed, most: this.mostUnseen });
    if (this.unseen > 0) this.allocate(leaves[leaves.length - 1] ?? 0, this.unseen, 0);
    if (this.rung.partTotal === 0) {
      this.drawReaches();
      this.drawAlpha();
      this.drawSticks();
    } else this.drawWithParts();
  }

  /**
   * λ and ν drawn for the whole people are a proposal for the table with parts of people: it is taken with the ratio
   * of the parts' likelihood. Then α given the sticks.
   */
  private drawWithParts(): void {
    const { before, factors, shares, sticks } = this;
    before.factors.set(factors);
    before.shares.set(shares);
    before.sticks.set(sticks);
    const old = this.logPartLikelihood();
    this.drawReaches();
    this.drawSticks();
    this.refresh();
    if (!(Math.log(this.random.uniform()) < this.logPartLikelihood() - old)) {
      factors.set(before.factors);
      shares.set(before.shares);
      sticks.set(before.sticks);
    }
    let sum = 0;
    for (const stick of sticks) sum += stick;
    this.alpha = Math.max(this.random.gamma(ALPHA_SHAPE + sticks.length) / (ALPHA_RATE + sum), 1e-200);
  }

  private logPartLikelihood(): number {
    const { parts, partTotal } = this.rung;
    let sum = -partTotal * Math.log(1 - this.missed);
    for (let w = 0; w < parts.length; w++) {
      const part = parts[w] ?? 0;
      if (part > 0) sum += part * Math.log(this.chances[w] ?? 0);
    }
    return sum;
  }

  /**
   * α with the sticks summed out: Γ-prior times Π_k α Γ(1 + m_k) Γ(α + M_k) / Γ(1 + α + m_k + M_k), M_k the people in
   * classes behind k. Sticks of empty classes at the end drop out, so α does not wander in step with them; two
   * Metropolis steps on log α.
   */
  private drawAlpha(): void {
    let current = this.logAlphaDensity(this.alpha);
    for (let step = 0; step < 2; step++) {
      const proposal = this.alpha * Math.exp((step === 0 ? 0.7 : 3) * this.random.normal());
      if (!(proposal > 1e-200)) continue;
      const density = this.logAlphaDensity(proposal);
      if (Math.log(this.random.uniform()) < density - current) {
        this.alpha = proposal;
        current = density;
      }
    }
  }

  /** As a density of log α. */
  private logAlphaDensity(alpha: number): number {
    let sum = ALPHA_SHAPE * Math.log(alpha) - ALPHA_RATE * alpha;
    let behind = this.members[this.classCount - 1] ?? 0;
    for (let k = this.classCount - 2; k >= 0; k--) {
      const inside = this.members[k] ?? 0;
      // Without people at k the factor is α / (α + M_k).
      if (inside === 0) sum += Math.log(alpha / (alpha + behind));
      else {
        sum += Math.log(alpha) - logGammaRise(alpha + behind, 1 + inside);
        behind += inside;
      }
    }
    return sum;
  }

  /** Classes by falling share, so that most patterns are dealt with after the first few; nearly sorted already. */
  private sortClasses(): void {
    const { order, shares } = this;
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

  /** Deals the people of one pattern to the classes: a chain of binomials that ends when nobody is left. */
  private allocate(leaf: number, count: number, pattern: number): void {
    const { order, tails, weights, classCount: size, members, on } = this;
    const at = leaf * size;
    let sum = 0;
    for (let i = size - 1; i >= 0; i--) {
      sum += weights[at + (order[i] ?? 0)] ?? 0;
      tails[i] = sum;
    }
    let left = count;
    for (let i = 0; i < size && left > 0; i++) {
      const k = order[i] ?? 0;
      const rest = tails[i] ?? 0;
      const chance = i === size - 1 || rest <= 0 ? 1 : (weights[at + k] ?? 0) / rest;
      const drawn = drawBinomial(this.random, left, chance);
      if (drawn === 0) continue;
      left -= drawn;
      members[k] = (members[k] ?? 0) + drawn;
      for (let bits = pattern; bits !== 0; bits &= bits - 1) {
        const cell = (31 - Math.clz32(bits & -bits)) * size + k;
        on[cell] = (on[cell] ?? 0) + drawn;
      }
    }
  }

  private drawReaches(): void {
    const { factors, classCount: size, members, on, random } = this;
    for (let j = 0; j < this.trie.listCount; j++) {
      const listed = (2 * j + 1) * size;
      const not = 2 * j * size;
      for (let k = 0; k < size; k++) {
        const all = members[k] ?? 0;
        const yes = on[j * size + k] ?? 0;
        const drawn = all === 0 ? random.uniform() : random.beta(1 + yes, 1 + all - yes);
        const inside = Math.min(Math.max(drawn, 1e-300), 1 - 1e-16);
        factors[listed + k] = inside;
        factors[not + k] = 1 - inside;
      }
    }
  }

  private drawSticks(): void {
    const { sticks, members, random } = this;
    let behind = members[this.classCount - 1] ?? 0;
    for (let k = sticks.length - 1; k >= 0; k--) {
      const inside = members[k] ?? 0;
      const shape = this.alpha + behind;
      let stick: number;
      if (inside === 0) {
        // V ~ Beta(1, b): 1 − V is a power of a uniform number.
        stick = random.exponential() / shape;
      } else if (shape >= 1) {
        stick = Math.log1p(random.gamma(1 + inside) / random.gamma(shape));
      } else {
        // V ~ Beta(1 + m, b) with b < 1: 1 − V may be 0 in doubles, its logarithm is not.
        const ratio = Math.log(random.gamma(1 + inside)) - random.logGamma(shape);
        stick = ratio > 30 ? ratio : Math.log1p(Math.exp(ratio));
      }
      sticks[k] = stick;
      behind += inside;
    }
    this.sharesFromSticks();
  }
}

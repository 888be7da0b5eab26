/** The state of one latent-class sampler, and its Gibbs sweep. */

import { drawUnseen } from "../numeric/negative-binomial.ts";
import type { RandomStream } from "../numeric/random.ts";
import { PeopleDealer } from "./deal-people.ts";
import { PatternChances } from "./pattern-chances.ts";
import type { PatternTrie } from "./pattern-trie.ts";
import { ALPHA_RATE, ALPHA_SHAPE, drawAlpha, drawSticks, toShares } from "./stick-prior.ts";

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
  unseen = 0;
  /** Chances of the patterns, as the last sweep or move left them. */
  private current: PatternChances;
  /** Room for those of a proposal. */
  private spare: PatternChances;
  private readonly random: RandomStream;
  private readonly dealer: PeopleDealer;
  /** Whether the chances are those of λ and ν as they stand. */
  private isFresh = false;
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
    this.current = new PatternChances(trie, classCount);
    this.spare = new PatternChances(trie, classCount);
    this.dealer = new PeopleDealer({ listCount, classCount, random });
    this.before = {
      factors: new Float64Array(this.factors.length),
      shares: new Float64Array(classCount),
      sticks: new Float64Array(classCount - 1),
    };
    this.drawFromPrior(1);
  }

  /** People of each class in the last sweep, seen and unseen. */
  get members(): Float64Array {
    return this.dealer.members;
  }

  /** P(pattern) for the observed patterns, the unseen last; of λ and ν at the last refresh. */
  get chances(): Float64Array {
    return this.current.chances;
  }

  /** Their logarithms. */
  get logChances(): Float64Array {
    return this.current.logChances();
  }

  /** P(a person is on no list), likewise. */
  get missed(): number {
    return this.current.missed;
  }

  /** Every parameter from its prior given α. */
  drawFromPrior(alpha: number): void {
    for (let j = 0; j < this.trie.listCount; j++) {
      for (let k = 0; k < this.classCount; k++) this.setReach(j, k, this.random.uniform());
    }
    this.alpha = Math.max(alpha, 1e-200);
    for (let k = 0; k < this.sticks.length; k++) this.sticks[k] = this.random.exponential() / this.alpha;
    toShares(this.sticks, this.shares);
    this.isFresh = false;
    this.refresh();
  }

  setReach(list: number, k: number, chance: number): void {
    // An end would make a pattern impossible for good.
    const inside = Math.min(Math.max(chance, 1e-300), 1 - 1e-16);
    this.factors[(2 * list + 1) * this.classCount + k] = inside;
    this.factors[2 * list * this.classCount + k] = 1 - inside;
    this.isFresh = false;
  }

  /** Recomputes the chance of every node, pattern and the unseen from λ and ν, where they changed since the last time. */
  refresh(): void {
    if (this.isFresh) return;
    this.isFresh = true;
    this.current.compute(this.factors, this.shares);
  }

  /**
   * One sweep: classes of the seen, number and classes of the unseen, then λ, ν and α, each from its full
   * conditional. `chances` and `missed` are those of λ and ν before they are drawn anew, in step with `unseen`.
   */
  sweep(): void {
    this.refresh();
    const { dealer, classCount: size } = this;
    const { weights } = this.current;
    dealer.collect(this.shares);
    const { patterns, leaves } = this.trie;
    const { counts, total } = this.rung;
    for (let pattern = 0; pattern < patterns.length; pattern++) {
      const count = counts[pattern] ?? 0;
      if (count > 0) dealer.deal(weights, (leaves[pattern] ?? 0) * size, count, patterns[pattern] ?? 0);
    }
    this.unseen = drawUnseen(this.random, { seen: total, missed: this.missed, most: this.mostUnseen });
    if (this.unseen > 0) dealer.deal(weights, (leaves[leaves.length - 1] ?? 0) * size, this.unseen, 0);
    if (this.rung.partTotal === 0) {
      this.drawReaches();
      this.alpha = drawAlpha(this.random, this.alpha, dealer.members);
      this.drawShares();
      this.isFresh = false;
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
    this.drawReaches();
    this.drawShares();
    const { current, spare } = this;
    spare.compute(factors, shares);
    if (Math.log(this.random.uniform()) < this.logPartLikelihood(spare) - this.logPartLikelihood(current)) {
      this.current = spare;
      this.spare = current;
    } else {
      factors.set(before.factors);
      shares.set(before.shares);
      sticks.set(before.sticks);
    }
    let sum = 0;
    for (const stick of sticks) sum += stick;
    this.alpha = Math.max(this.random.gamma(ALPHA_SHAPE + sticks.length) / (ALPHA_RATE + sum), 1e-200);
  }

  private logPartLikelihood(chances: PatternChances): number {
    const { parts, partTotal } = this.rung;
    const logs = chances.logChances();
    let sum = -partTotal * Math.log(1 - chances.missed);
    for (let w = 0; w < parts.length; w++) {
      const part = parts[w] ?? 0;
      if (part > 0) sum += part * (logs[w] ?? 0);
    }
    return sum;
  }

  private drawShares(): void {
    drawSticks(this.random, { sticks: this.sticks, members: this.dealer.members, alpha: this.alpha });
    toShares(this.sticks, this.shares);
  }

  private drawReaches(): void {
    const { factors, classCount: size, random } = this;
    const { members, on } = this.dealer;
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
}

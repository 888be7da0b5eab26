/** One chain of the latent-class sampler: a ladder of thinner and thinner tables whose states change places. */
import { RandomStream } from "../numeric/random.ts";
import { ClassMixture, type Rung, toRung } from "./class-mixture.ts";
import { collapsedLogLikelihood } from "./collapsed-likelihood.ts";
import type { PatternTrie } from "./pattern-trie.ts";

export interface TemperedChainOptions {
  readonly trie: PatternTrie;
  readonly classCount: number;
  readonly mostUnseen: number;
  readonly seed: number;
  /** Which chain of the seed. */
  readonly chain: number;
  /** Powers of the likelihood, 1 first, falling; one alone for a sampler without tempering. */
  readonly powers: readonly number[];
}

/**
 * Parallel tempering (Geyer 1991) for the latent-class model: each rung has the likelihood to a power. Its whole
 * people are dealt to classes as in the table itself, so every rung is a Gibbs sampler at full speed; what is left
 * over of people is a Metropolis correction. Neighbouring states change places by the ratio of their collapsed
 * likelihoods; only the first rung, the whole table, is kept.
 */
export class TemperedChain {
  private readonly rungs: readonly Rung[];
  private readonly states: ClassMixture[];
  private readonly random: RandomStream;
  private round = 0;
  /** Swaps tried and taken between each rung and the next. */
  readonly swapsTried: Float64Array;
  readonly swapsTaken: Float64Array;

  constructor(options: TemperedChainOptions) {
    const { trie, classCount, mostUnseen, powers } = options;
    this.random = new RandomStream(options.seed, options.chain + 1);
    this.rungs = powers.map((power) => toRung(trie, power));
    this.states = this.rungs.map(
      () => new ClassMixture({ trie, classCount, mostUnseen, random: this.random }),
    );
    this.swapsTried = new Float64Array(Math.max(0, powers.length - 1));
    this.swapsTaken = new Float64Array(Math.max(0, powers.length - 1));
  }

  /** One sweep of every rung, then swaps of every second pair. */
  advance(): ClassMixture {
    for (let r = this.rungs.length - 1; r >= 0; r--) {
      const state = this.states[r];
      const rung = this.rungs[r];
      if (state === undefined || rung === undefined) continue;
      state.rung = rung;
      state.sweep();
    }
    const kept = this.states[0];
    if (kept === undefined) throw new RangeError("a chain needs a rung");
    if (this.rungs.length > 1) this.swap();
    this.round += 1;
    return kept;
  }

  private swap(): void {
    for (const state of this.states) state.refresh();
    for (let r = this.round % 2; r + 1 < this.rungs.length; r += 2) {
      const [colder, warmer] = [this.states[r], this.states[r + 1]];
      const [cold, warm] = [this.rungs[r], this.rungs[r + 1]];
      if (colder === undefined || warmer === undefined || cold === undefined || warm === undefined) continue;
      const gain =
        collapsedLogLikelihood(warmer, cold) -
        collapsedLogLikelihood(colder, cold) +
        collapsedLogLikelihood(colder, warm) -
        collapsedLogLikelihood(warmer, warm);
      this.swapsTried[r] = (this.swapsTried[r] ?? 0) + 1;
      if (!(Math.log(this.random.uniform()) < gain)) continue;
      this.swapsTaken[r] = (this.swapsTaken[r] ?? 0) + 1;
      this.states[r] = warmer;
      this.states[r + 1] = colder;
    }
  }
}

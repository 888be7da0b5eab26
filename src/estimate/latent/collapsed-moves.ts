/** Moves of the latent-class sampler that do not see who is in which class, nor how many are unseen. */
import { logLimitMass } from "../numeric/negative-binomial.ts";
import type { RandomStream } from "../numeric/random.ts";
import type { ClassMixture, Rung } from "./class-mixture.ts";

/**
 * The log likelihood of λ and ν with the classes of people and the number unseen summed out: under N ∝ 1/N it is
 * Σ_w n_w log π_w − n log(1 − p0), plus the share of N's law that lies below its limit.
 *
 * @param rung - the table, or a part of it; the state's own or another's.
 */
export function collapsedLogLikelihood(state: ClassMixture, rung: Rung): number {
  const { chances } = state;
  const { counts, parts, total, partTotal } = rung;
  let sum = 0;
  for (let w = 0; w < counts.length; w++) {
    const count = (counts[w] ?? 0) + (parts[w] ?? 0);
    if (count > 0) sum += count * Math.log(chances[w] ?? 0);
  }
  const limit = logLimitMass({ seen: total, missed: state.missed, most: state.mostUnseen });
  return sum - (total + partTotal) * Math.log(1 - state.missed) + limit;
}

/** The log density of ν under its sticks: Σ log α + (α − 1) log(1 − V_k) − log(share left before stick k). */
function logShareDensity(state: ClassMixture): number {
  const { sticks, alpha } = state;
  let used = 0;
  let sum = sticks.length * Math.log(alpha);
  for (let k = 0; k < sticks.length; k++) {
    const stick = sticks[k] ?? 0;
    sum += (1 - alpha) * stick + used;
    used += stick;
  }
  return sum;
}

/** Shares of others below this leave nothing to move against. */
const SMALLEST_SHARE = 1e-200;

/** Proposes and decides; keeps what it needs to go back. */
export class CollapsedMoves {
  private readonly state: ClassMixture;
  private readonly random: RandomStream;
  private readonly oldFactors: Float64Array;
  private readonly oldShares: Float64Array;
  private readonly oldSticks: Float64Array;
  private readonly oldChances: Float64Array;
  /** How often the move along the ridge was tried and taken. */
  tried = 0;
  taken = 0;

  constructor(state: ClassMixture, random: RandomStream) {
    this.state = state;
    this.random = random;
    this.oldFactors = new Float64Array(state.factors.length);
    this.oldShares = new Float64Array(state.shares.length);
    this.oldSticks = new Float64Array(state.sticks.length);
    this.oldChances = new Float64Array(state.chances.length);
  }

  /**
   * Makes a class larger and harder to reach, or smaller and easier, by the same factor of odds: ν_k up, all its
   * λ_jk down. People on one list, the bulk of the table, stay as likely as they were to first order, so the state
   * moves along the ridge on which the number unseen is badly determined, where a Gibbs sweep that holds on to the
   * unseen it drew just before takes tiny steps.
   */
  moveAlongRidge(): void {
    const { state, random } = this;
    const size = state.classCount;
    state.refresh();
    const rank = this.drawRank();
    const k = this.classOfRank(rank);
    const scale = Math.exp(-3.5 * random.uniform());
    const shift = random.normal() * scale;
    if (this.shareOfOthers(k) < SMALLEST_SHARE) return;
    this.tried += 1;
    const before =
      collapsedLogLikelihood(state, state.rung) + logShareDensity(state) + this.logJacobian(k);
    this.keep();
    for (let j = 0; j < state.trie.listCount; j++) {
      const listed = state.factors[(2 * j + 1) * size + k] ?? 0;
      const odds = (listed / (state.factors[2 * j * size + k] ?? 1)) * Math.exp(-shift);
      state.setReach(j, k, odds / (1 + odds));
    }
    this.scaleShare(k, shift);
    state.refresh();
    const after =
      collapsedLogLikelihood(state, state.rung) + logShareDensity(state) + this.logJacobian(k);
    // The class must have kept its rank, or the way back would not be proposed as often as the way here.
    const allowed = this.shareOfOthers(k) >= SMALLEST_SHARE && this.classOfRank(rank) === k;
    if (allowed && Math.log(random.uniform()) < after - before) this.taken += 1;
    else this.goBack();
  }

  /** 0 half of the time, 1 a quarter of it, and so on: most moves are for the class that holds most of the unseen. */
  private drawRank(): number {
    const rank = Math.floor(-Math.log2(this.random.uniform()));
    return Math.min(rank, this.state.classCount - 1);
  }

  /** The class that holds the (rank + 1)-th most of the unseen. */
  private classOfRank(rank: number): number {
    const { leaves } = this.state.trie;
    const at = (leaves[leaves.length - 1] ?? 0) * this.state.classCount;
    const unseen = this.state.weights.subarray(at, at + this.state.classCount);
    for (let k = 0; k < unseen.length; k++) {
      const own = unseen[k] ?? 0;
      let above = 0;
      for (let h = 0; h < unseen.length; h++) {
        const other = unseen[h] ?? 0;
        if (other > own || (other === own && h < k)) above += 1;
      }
      if (above === rank) return k;
    }
    return 0;
  }

  /** 1 − ν_k without cancellation. */
  private shareOfOthers(k: number): number {
    let sum = 0;
    for (let h = 0; h < this.state.shares.length; h++) if (h !== k) sum += this.state.shares[h] ?? 0;
    return sum;
  }

  /** ν_k (1 − ν_k)^(K−1) Π λ_jk (1 − λ_jk): from ν and λ to the coordinates in which the move is a shift. */
  private logJacobian(k: number): number {
    const { state } = this;
    const size = state.classCount;
    const share = state.shares[k] ?? 0;
    let sum = Math.log(share) + (size - 1) * Math.log(this.shareOfOthers(k));
    for (let row = 0; row < 2 * state.trie.listCount; row++) {
      sum += Math.log(state.factors[row * size + k] ?? 0);
    }
    return sum;
  }

  /** ν_k to odds × exp(shift), the others in proportion; only the sticks up to k change. */
  private scaleShare(k: number, shift: number): void {
    const { shares, sticks } = this.state;
    const old = shares[k] ?? 0;
    const others = this.shareOfOthers(k);
    const odds = (old / others) * Math.exp(shift);
    const now = odds / (1 + odds);
    const scale = 1 / (1 + odds) / others;
    let used = 0;
    for (let h = 0; h <= k && h < sticks.length; h++) used += sticks[h] ?? 0;
    // The log of the share behind stick k, then what is left before each stick from k down to the first.
    let behind = k < sticks.length ? Math.exp(-used) * scale : 0;
    for (let h = k; h >= 0; h--) {
      const share = h === k ? now : (shares[h] ?? 0) * scale;
      const here = share + behind;
      if (h < sticks.length) {
        sticks[h] =
          h === k ? Math.log(here) + used - Math.log(scale) : Math.log(here) - Math.log(behind);
      }
      behind = here;
    }
    this.state.sharesFromSticks();
  }

  private keep(): void {
    const { state } = this;
    this.oldFactors.set(state.factors);
    this.oldShares.set(state.shares);
    this.oldSticks.set(state.sticks);
    this.oldChances.set(state.chances);
  }

  private goBack(): void {
    const { state } = this;
    state.factors.set(this.oldFactors);
    state.shares.set(this.oldShares);
    state.sticks.set(this.oldSticks);
    state.chances.set(this.oldChances);
    state.refresh();
  }
}

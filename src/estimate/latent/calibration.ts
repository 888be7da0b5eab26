/** Simulation-based calibration of the latent-class sampler: ranks that are uniform when it is right. */
import type { CaptureTable } from "../capture-table.ts";
import { RandomStream } from "../numeric/random.ts";
import { toCaptureTable } from "../parse-capture-table.ts";
import { runLatentJob } from "./latent-sample.ts";
import { ALPHA_RATE, ALPHA_SHAPE } from "./stick-prior.ts";

export interface CalibrationInput {
  readonly replicates: number;
  readonly seed: number;
  readonly listCount: number;
  readonly classCount: number;
  /** People seen in each simulated table. */
  readonly people: number;
  /** Draws that the truth is ranked among, thinned to be nearly independent. */
  readonly draws: number;
  /** Rounds of the sampler between two of them. */
  readonly thinning: number;
}

/**
 * The rank of the true chance of being unseen among its posterior draws, 0 … draws, for tables whose classes are
 * drawn from the prior (Talts, Betancourt, Simpson, Vehtari & Gelman 2018, arXiv 1804.06788).
 *
 * With the number seen held fixed, N ∝ 1/N leaves the classes their prior, and the patterns of the seen are independent
 * given that each is seen; the limit on the unseen is set far out, where it changes nothing.
 */
export function rankTruths(input: CalibrationInput): readonly number[] {
  const random = new RandomStream(input.seed, 77);
  return Array.from({ length: input.replicates }, (_, replicate) => {
    const { table, missed } = simulateFromPrior(input, random);
    const { missed: draws } = runLatentJob({
      table,
      classCount: input.classCount,
      mostUnseen: 1e12,
      seed: input.seed + replicate,
      chain: 0,
      rounds: input.draws * input.thinning,
    });
    return draws.filter((draw, i) => i % input.thinning === 0 && draw < missed).length;
  });
}

function simulateFromPrior(
  { listCount, classCount, people }: CalibrationInput,
  random: RandomStream,
): { readonly table: CaptureTable; readonly missed: number } {
  const alpha = Math.exp(random.logGamma(ALPHA_SHAPE)) / ALPHA_RATE;
  let left = 1;
  const chances = new Array<number>(2 ** listCount).fill(0);
  for (let k = 0; k < classCount; k++) {
    const kept = k === classCount - 1 ? 0 : Math.exp(-random.exponential() / alpha);
    const share = left * (1 - kept);
    left *= kept;
    const reach = Array.from({ length: listCount }, () => random.uniform());
    for (let pattern = 0; pattern < chances.length; pattern++) {
      const own = reach.reduce((product, p, j) => product * ((pattern >> j) & 1 ? p : 1 - p), share);
      chances[pattern] = (chances[pattern] ?? 0) + own;
    }
  }
  const missed = chances[0] ?? 0;
  const memberships = Array.from({ length: people }, () => {
    let rest = random.uniform() * (1 - missed);
    let pattern = 1;
    while (pattern < chances.length - 1) {
      rest -= chances[pattern] ?? 0;
      if (rest < 0) break;
      pattern += 1;
    }
    return pattern;
  });
  const lists = Array.from({ length: listCount }, (_, j) => `L${j + 1}`);
  return { table: toCaptureTable({ lists, memberships }), missed };
}

/** χ² of the ranks against equal bins, and how many bins: large when the sampler is wrong. */
export function rankMisfit(ranks: readonly number[], draws: number, bins: number): number {
  const seen = new Array<number>(bins).fill(0);
  for (const rank of ranks) {
    const bin = Math.min(bins - 1, Math.floor((rank * bins) / (draws + 1)));
    seen[bin] = (seen[bin] ?? 0) + 1;
  }
  const expected = ranks.length / bins;
  return seen.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

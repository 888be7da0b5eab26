/** Several chains of the latent-class sampler, run until they agree or the effort is spent. */
import type { CaptureTable } from "../capture-table.ts";
import { assessConvergence, type Convergence } from "../convergence.ts";
import { type EndErrors, errorsOfEnds } from "../interval-ends.ts";
import { FIRST_ROUNDS } from "../sampler-effort.ts";
import { toPatternTrie } from "./pattern-trie.ts";
import { TemperedChain } from "./tempered-chain.ts";

/** What one chain needs, as plain data: it can be sent to a thread and gives the same there. */
export interface LatentJob {
  readonly table: CaptureTable;
  readonly classCount: number;
  readonly mostUnseen: number;
  readonly seed: number;
  readonly chain: number;
  /** Rounds kept, after half as many that are not. */
  readonly rounds: number;
}

export interface LatentDraws {
  /** P(a person is on no list), one number for each round kept. */
  readonly missed: Float64Array;
  /** Classes with anyone in them. */
  readonly occupied: Float64Array;
  /** Share of all people, seen and unseen, in the smallest of all classes: 0 while any is empty. */
  readonly smallest: Float64Array;
}

export interface LatentSample {
  readonly chains: readonly LatentDraws[];
  /** Of the log odds of being unseen, over all chains. */
  readonly convergence: Convergence;
  readonly ends: EndErrors;
  readonly rounds: number;
  readonly classCount: number;
  readonly mostUnseen: number;
  readonly seed: number;
}

export interface LatentOptions {
  /** 20160607 by default; the same seed gives the same draws on every engine. */
  readonly seed?: number;
  /** Chains, 2 or more; 4 by default. */
  readonly chainCount?: number;
  /** Classes at most; 10 by default. */
  readonly classCount?: number;
  /** The prior 1/N ends at this many times the people counted; 20 by default, as in LCMCR. */
  readonly mostUnseenTimes?: number;
  /** Rounds kept at first; more while chains disagree, up to `mostRounds`. 3,000 and 12,000 by default. */
  readonly firstRounds?: number;
  readonly mostRounds?: number;
}

/** Runs jobs somewhere, in their order; a port, so that threads stay outside of this room. */
export interface ChainWorkers {
  readonly run: (jobs: readonly LatentJob[]) => Promise<readonly LatentDraws[]>;
}

/** Chains agree at or below this R-hat and at or above these effective draws (Vehtari et al. 2021). */
export const MOST_R_HAT = 1.01;
export const LEAST_EFFECTIVE = 400;

/** Chains that agree run no longer than this for the sake of the interval's ends, whose errors are reported. */
const REFINED_ROUNDS = 12_000;

/** Ends whose errors are a larger share of the interval are worth more rounds. */
const LARGEST_END_ERROR = 0.05;

/** Powers of the likelihood on the ladder: neighbours change places in a third to three quarters of the rounds. */
const LADDER = [1, 0.85, 0.7, 0.55, 0.45, 0.36, 0.3, 0.25, 0.2, 0.15, 0.1, 0.06, 0.03];

/** Whether the chains tell the same. */
export function chainsAgree({ rHat, bulkEss, tailEss }: Convergence): boolean {
  return rHat <= MOST_R_HAT && Math.min(bulkEss, tailEss) >= LEAST_EFFECTIVE;
}

/** Rounds of a job in all: those kept, and half as many before them. */
export function roundsOfJob({ rounds }: LatentJob): number {
  return rounds + Math.ceil(rounds / 2);
}

/** How often a chain tells how far it is: once in so many parts of its rounds. */
const TOLD_PARTS = 50;

/**
 * One chain from its seed.
 *
 * @param onRounds - told rounds done, of {@link roundsOfJob}, about fifty times; the draws do not depend on it.
 */
export function runLatentJob(job: LatentJob, onRounds: (done: number) => void = () => {}): LatentDraws {
  const chain = new TemperedChain({ ...job, trie: toPatternTrie(job.table), powers: LADDER });
  const unkept = Math.ceil(job.rounds / 2);
  const every = Math.max(1, Math.ceil(roundsOfJob(job) / TOLD_PARTS));
  const tell = (done: number): void => {
    if (done % every === 0) onRounds(done);
  };
  for (let round = 0; round < unkept; round++) {
    chain.advance();
    tell(round + 1);
  }
  const missed = new Float64Array(job.rounds);
  const occupied = new Float64Array(job.rounds);
  const smallest = new Float64Array(job.rounds);
  for (let round = 0; round < job.rounds; round++) {
    const state = chain.advance();
    missed[round] = state.missed;
    let [all, least, used] = [0, Number.POSITIVE_INFINITY, 0];
    for (const people of state.members) {
      all += people;
      if (people > 0) used += 1;
      if (people < least) least = people;
    }
    occupied[round] = used;
    smallest[round] = least / all;
    tell(unkept + round + 1);
  }
  return { missed, occupied, smallest };
}

/** Samples on this thread; the same draws as {@link sampleLatentClassWith}. */
export function sampleLatentClass(
  table: CaptureTable,
  options: LatentOptions = {},
  onRounds: (rounds: number) => void = () => {},
): LatentSample {
  const { firstRounds, mostRounds } = efforts(options);
  for (let rounds = firstRounds; ; ) {
    onRounds(rounds);
    const sample = toSample(
      options,
      table,
      rounds,
      planChains(table, options, rounds).map((job) => runLatentJob(job)),
    );
    if (isEnough(sample, mostRounds)) return sample;
    rounds = nextRounds(sample, mostRounds);
  }
}

/** Samples on threads or wherever the port leads. */
export async function sampleLatentClassWith(
  workers: ChainWorkers,
  table: CaptureTable,
  options: LatentOptions = {},
  onRounds: (rounds: number) => void = () => {},
): Promise<LatentSample> {
  const { firstRounds, mostRounds } = efforts(options);
  for (let rounds = firstRounds; ; ) {
    onRounds(rounds);
    const draws = await workers.run(planChains(table, options, rounds));
    const sample = toSample(options, table, rounds, draws);
    if (isEnough(sample, mostRounds)) return sample;
    rounds = nextRounds(sample, mostRounds);
  }
}

/** Chains that agree and ends that stay where they are, or all the rounds that there may be. */
function isEnough({ rounds, convergence, ends }: LatentSample, mostRounds: number): boolean {
  if (rounds >= mostRounds) return true;
  return chainsAgree(convergence) && (ends.share <= LARGEST_END_ERROR || rounds >= REFINED_ROUNDS);
}

/** As many more rounds as the draws so far suggest, twice at least and eight times at most. */
function nextRounds({ rounds, convergence, ends }: LatentSample, mostRounds: number): number {
  const effective = Math.max(1, Math.min(convergence.bulkEss, convergence.tailEss));
  if (chainsAgree(convergence)) {
    const factor = Math.min(8, Math.max(1.5, 1.2 * (ends.share / LARGEST_END_ERROR) ** 2));
    return Math.min(mostRounds, REFINED_ROUNDS, Math.ceil(rounds * factor));
  }
  const factor = Math.min(8, Math.max(2, (1.5 * LEAST_EFFECTIVE) / effective));
  return Math.min(mostRounds, Math.ceil(rounds * factor));
}

function efforts({ firstRounds = FIRST_ROUNDS, mostRounds = 12_000 }: LatentOptions) {
  return { firstRounds, mostRounds };
}

function planChains(table: CaptureTable, options: LatentOptions, rounds: number): readonly LatentJob[] {
  const { classCount, mostUnseen, seed } = settingsOf(options, table);
  return Array.from({ length: options.chainCount ?? 4 }, (_, chain) => ({
    table,
    classCount,
    mostUnseen,
    seed,
    chain,
    rounds,
  }));
}

function settingsOf(options: LatentOptions, table: CaptureTable) {
  const total = table.cells.reduce((sum, { count }) => sum + count, 0);
  return {
    classCount: options.classCount ?? 10,
    mostUnseen: Math.round((options.mostUnseenTimes ?? 20) * total),
    seed: options.seed ?? 20_160_607,
  };
}

function toSample(
  options: LatentOptions,
  table: CaptureTable,
  rounds: number,
  chains: readonly LatentDraws[],
): LatentSample {
  const logOdds = chains.map(({ missed }) => missed.map((chance) => Math.log(chance / (1 - chance))));
  const settings = settingsOf(options, table);
  const seen = table.cells.reduce((sum, { count }) => sum + count, 0);
  const ends = errorsOfEnds(
    chains.map(({ missed }) => missed),
    { seen, most: settings.mostUnseen },
  );
  return { chains, convergence: assessConvergence(logOdds), ends, rounds, ...settings };
}

/** The entry of a report for people who differ by a normal amount. */
import type { CaptureTable } from "../capture-table.ts";
import { assessConvergence, type Convergence } from "../convergence.ts";
import { type EndErrors, errorsOfEnds } from "../interval-ends.ts";
import { joinDraws, massBeyond } from "../latent/latent-estimate.ts";
import { chainsAgree, LEAST_EFFECTIVE, MOST_R_HAT } from "../latent/latent-sample.ts";
import { toPatternTrie } from "../latent/pattern-trie.ts";
import type { Writer } from "../messages.ts";
import type { Estimate, EstimateRefusal, EstimateWarning } from "../report.ts";
import { FIRST_ROUNDS } from "../sampler-effort.ts";
import { mixUnseenLaws, totalInterval, totalQuantile, type UnseenPosterior } from "../unseen-posterior.ts";
import { type LogitNormalDraws, sampleLogitNormal } from "./logit-normal.ts";

export interface LogitNormalOutcome {
  readonly estimate: Extract<Estimate, { name: "logitNormal" }> | null;
  readonly posterior: UnseenPosterior | null;
  readonly refused: readonly EstimateRefusal[];
  readonly warnings: readonly EstimateWarning[];
  /** null where nothing could be drawn. */
  readonly sample: LogitNormalSample | null;
}

export interface LogitNormalEffort {
  readonly seed?: number;
  readonly chainCount?: number;
  /** Rounds kept at first; doubled while chains disagree or the ends of the interval move, up to `mostRounds`. */
  readonly firstRounds?: number;
  readonly mostRounds?: number;
  /** The prior 1/N ends at this many times the people counted; 20 by default. */
  readonly mostUnseenTimes?: number;
}

/** With fewer lists the spread of visibility is not identified. */
const FEWEST_LISTS = 3;

const END_MASS = 0.005;

/**
 * Ends whose errors are a larger share of the interval are worth more rounds. Less than for latent classes: walkers come
 * to a wide spread seldom and stay there long, so that short chains think their ends better known than they are.
 */
const LARGEST_END_ERROR = 0.02;

/** Draws of all chains, as they ended: they may be read in several languages. */
export interface LogitNormalSample {
  readonly chains: readonly LogitNormalDraws[];
  readonly convergence: Convergence;
  readonly ends: EndErrors;
  readonly mostUnseen: number;
  readonly seed: number;
}

/** Samples, unless draws are given, and reports. */
export function estimateLogitNormal(
  table: CaptureTable,
  writer: Writer,
  { effort = {}, drawn }: { readonly effort?: LogitNormalEffort; readonly drawn?: LogitNormalSample } = {},
): LogitNormalOutcome {
  const refuse = (
    code: EstimateRefusal["code"],
    text: string,
    sample: LogitNormalSample | null = null,
  ): LogitNormalOutcome => ({
    estimate: null,
    posterior: null,
    refused: [{ name: "logitNormal", code, text }],
    warnings: [],
    sample,
  });
  if (table.lists.length < FEWEST_LISTS) {
    const params = { needed: FEWEST_LISTS, lists: table.lists.length };
    return refuse("TOO_FEW_LISTS", writer.write("refused.TOO_FEW_LISTS", params));
  }
  const seen = table.cells.reduce((sum, { count }) => sum + count, 0);
  const sample = drawn ?? runUntilAgreed(table, effort, seen);
  const { mostUnseen, seed } = sample;
  if (!chainsAgree(sample.convergence)) {
    const text = writer.write("refused.CHAINS_DISAGREE.logitNormal", {
      rHat: writer.decimal(sample.convergence.rHat, 3),
      most: writer.decimal(MOST_R_HAT, 2),
      draws: Math.floor(Math.min(sample.convergence.bulkEss, sample.convergence.tailEss)),
      least: LEAST_EFFECTIVE,
    });
    return refuse("CHAINS_DISAGREE", text, sample);
  }
  const posterior = mixUnseenLaws({
    seen,
    missed: joinDraws(sample.chains.map(({ missed }) => missed)),
    most: mostUnseen,
  });
  const warnings: EstimateWarning[] = [];
  const mass = massBeyond(posterior, 0.9 * mostUnseen);
  if (mass > END_MASS) {
    const text = writer.write("warning.GRID_TAIL.logitNormal", {
      mass: `${writer.decimal(100 * mass, 1)} %`,
      largest: mostUnseen,
    });
    warnings.push({ code: "GRID_TAIL", text });
  }
  const spreads = joinDraws(sample.chains.map(({ spread }) => spread)).sort();
  const estimate = {
    name: "logitNormal",
    point: totalQuantile(posterior, 0.5),
    interval: totalInterval(posterior),
    kind: "posterior median",
    settings: {
      assumption: writer.write("assumption.logitNormal"),
      interval: "central credible",
      priorN: "1/N",
      spread: spreads[Math.floor(spreads.length / 2)] ?? 0,
      largestUnseen: mostUnseen,
      seed,
      chains: sample.chains.length,
      draws: spreads.length / sample.chains.length,
      ...sample.convergence,
      endErrors: { low: sample.ends.low, high: sample.ends.high },
    },
  } as const;
  return { estimate, posterior, refused: [], warnings, sample };
}

function runUntilAgreed(table: CaptureTable, effort: LogitNormalEffort, seen: number): LogitNormalSample {
  const trie = toPatternTrie(table);
  const { firstRounds = FIRST_ROUNDS, mostRounds = 24_000, chainCount = 4, seed = 20_160_607 } = effort;
  const mostUnseen = Math.round((effort.mostUnseenTimes ?? 20) * seen);
  for (let rounds = firstRounds; ; rounds *= 2) {
    const chains = Array.from({ length: chainCount }, (_, chain) =>
      sampleLogitNormal({ trie, mostUnseen, seed, chain, rounds, warmup: rounds }),
    );
    const convergence = assessConvergence(
      chains.map(({ missed }) => missed.map((chance) => Math.log(chance / (1 - chance)))),
    );
    const ends = errorsOfEnds(
      chains.map(({ missed }) => missed),
      { seen, most: mostUnseen },
    );
    const isEnough = chainsAgree(convergence) && ends.share <= LARGEST_END_ERROR;
    if (isEnough || rounds * 2 > mostRounds) return { chains, convergence, ends, mostUnseen, seed };
  }
}

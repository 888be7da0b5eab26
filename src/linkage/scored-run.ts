/** A run up to its weights: prepared, trained, and every candidate pair compared and weighed. */
import type { Progress } from "../core/pure.ts";
import type { CandidatePlan, Candidates } from "./candidates.ts";
import { levelOf } from "./comparer.ts";
import { joined, type LinkSteps, type LinkWork, rangesOf } from "./link-jobs.ts";
import { conflictCap } from "./name-conflict.ts";
import { partOfCandidates } from "./pair-part.ts";
import { LEAST_DRAWN } from "./partitions.ts";
import { type BoundRun, type PreparedRun, prepareRun } from "./prepare-run.ts";
import type { LinkInput } from "./records.ts";
import { withSameListPenalty } from "./same-list.ts";
import { type KeptPairs, sampleRule } from "./score-pairs.ts";
import type { LinkSettings } from "./settings.ts";
import { type TrainedModel, type TrainingInput, trainModel } from "./training.ts";
import { fitPrior, pairWeigher, toLevelWeights, toWeight, type WeightModel, weighPairs } from "./weights.ts";

/** A run whose model is known. */
export interface TrainedRun extends BoundRun {
  readonly trained: Pick<TrainedModel, "m" | "u" | "runs" | "randomPairs">;
  readonly model: WeightModel;
  /** Prior probability that a random pair of all records is a match, and its weight. */
  readonly prior: number;
  readonly priorWeight: number;
  /** Pairs below this weight with the prior in it are not kept. */
  readonly leastWeight: number;
}

export interface ScoredRun<Plan extends CandidatePlan = CandidatePlan> extends TrainedRun {
  readonly candidates: Plan;
  /** Candidate pairs at or above the review weight and the least weight that is drawn. */
  readonly kept: KeptPairs;
  /** Weight of any pair, with the prior in it. */
  readonly score: (left: number, right: number) => number;
  /** Whether a hard conflict or a missing name forbids the link whatever the weight. */
  readonly isForbidden: (left: number, right: number) => boolean;
}

/** @throws InquestError as `linkRecords` does. */
export function* scoreRun(
  input: LinkInput,
  settings: LinkSettings,
  progress: Progress,
): LinkSteps<ScoredRun<Candidates>> {
  const run = prepareRun(input, settings, progress);
  const { candidates } = run;
  const trained = yield* trainPrepared(run, settings, progress);
  progress({ step: "linkage.score", done: 0, total: run.records.length });
  const { kept } = yield* scoreAll(trained.work, trained, settings);
  return { ...toScoredRun(trained, candidates, kept, settings), candidates };
}

/** Trains the model of a run on its own candidates. */
export function* trainPrepared(
  run: PreparedRun,
  settings: LinkSettings,
  progress: Progress,
): LinkSteps<TrainedRun> {
  const { candidates, records, work } = run;
  const { seed } = settings.training;
  progress({ step: "linkage.compare", done: 0, total: candidates.report.candidatePairs });
  const { scale, part } = partOfCandidates(candidates.report.candidatePairs, records.length, seed);
  const ranges = rangesOf(candidates);
  const samples = yield { work, jobs: ranges.map((range) => ({ kind: "sample", ...range, part })) };
  return yield* trainRun(run, {
    ...{ plan: candidates, settings, progress, scale },
    sampled: {
      left: joined(samples.map(({ left }) => left)),
      right: joined(samples.map(({ right }) => right)),
      packed: joined(samples.map(({ values }) => values)),
    },
    pairsOfRule: (rule) => sampleRule(candidates, rule, seed),
  });
}

/** Compares and weighs all candidates of the work. @returns how many there were beside the pairs that are kept. */
export function* scoreAll(
  work: LinkWork,
  { model, priorWeight, leastWeight }: Pick<TrainedRun, "model" | "priorWeight" | "leastWeight">,
  { decision }: LinkSettings,
): LinkSteps<{ readonly kept: KeptPairs; readonly compared: number }> {
  const parts = yield {
    work,
    jobs: rangesOf(work.candidates).map((range) => ({
      ...({ kind: "score", ...range, model, priorWeight, leastWeight, decision } as const),
    })),
  };
  const kept = {
    left: joined(parts.map(({ left }) => left)),
    right: joined(parts.map(({ right }) => right)),
    weights: joined(parts.map(({ values }) => values)),
    rule: joined(parts.map(({ rules }) => rules)),
  };
  return { kept, compared: parts.reduce((sum, part) => sum + part.compared, 0) };
}

/** What training needs beside the records: the pairs that this or another engine brought together. */
export interface RunSample extends Pick<TrainingInput, "pairsOfRule" | "settings" | "progress" | "sampled"> {
  readonly plan: CandidatePlan;
  /** How many candidates each of the sampled ones stands for. */
  readonly scale: number;
}

/** Trains the model, and fits the prior that agrees with it. */
export function* trainRun(run: BoundRun, { plan, scale, ...rest }: RunSample): LinkSteps<TrainedRun> {
  const { blocked, records } = run;
  const { settings } = rest;
  const allPairs = Math.max(1, (blocked.length * (blocked.length - 1)) / 2);
  const trained = yield* trainModel({
    ...rest,
    work: run.work,
    comparers: run.comparers,
    ownNames: run.ownNames,
    blocked,
    rules: plan.rules,
    recordCount: records.length,
    candidateScale: scale,
    allPairs,
  });
  const { comparers, work } = trained;
  const weights = withSameListPenalty(
    toLevelWeights(trained.m, trained.u, { truePairs: trained.truePairs, allPairs }),
    comparers,
    settings.decision,
  );
  const model = { weights, usualRarity: trained.usualRarity, dependences: trained.dependences };
  const prior = fitPrior(weighPairs(trained.candidates, model), {
    scale,
    allPairs,
    recordCount: blocked.length,
  });
  const priorWeight = toWeight(prior);
  const leastWeight = leastKept(settings);
  return { ...run, work, comparers, trained, model, prior, priorWeight, leastWeight };
}

/** Pairs below this are of no use to anyone: they are weighed and forgotten. */
export function leastKept({ decision }: LinkSettings): number {
  return Math.min(LEAST_DRAWN, toWeight(decision.reviewProbability));
}

/** The run with the pairs that were kept of it, and the weight of any other pair. */
export function toScoredRun(
  run: TrainedRun,
  candidates: CandidatePlan,
  kept: KeptPairs,
  settings: LinkSettings,
): ScoredRun {
  const { comparers, model, priorWeight, isNamed } = run;
  const decide = conflictCap(comparers, settings.decision);
  const weigh = pairWeigher(model);
  const packed = new Int32Array(comparers.length);
  const forbidding = comparers.filter(({ mayForbid }) => mayForbid);
  return {
    ...run,
    candidates,
    kept,
    score(left, right) {
      for (let column = 0; column < packed.length; column += 1) {
        packed[column] = comparers[column]?.compare(left, right) ?? 0;
      }
      return decide(packed, 0, weigh(packed, 0) + priorWeight);
    },
    isForbidden: (left, right) =>
      !isNamed[left] ||
      !isNamed[right] ||
      forbidding.some((comparer) => comparer.forbids(levelOf(comparer.compare(left, right)))),
  };
}

/** A run up to its weights: prepared, trained, and every candidate pair compared and weighed. */
import type { Progress } from "../core/pure.ts";
import type { CandidatePlan, Candidates } from "./candidates.ts";
import { levelOf } from "./comparer.ts";
import { conflictCap } from "./name-conflict.ts";
import type { PairTable } from "./pair-table.ts";
import { LEAST_DRAWN } from "./partitions.ts";
import { type BoundRun, prepareRun } from "./prepare-run.ts";
import type { LinkInput } from "./records.ts";
import { withSameListPenalty } from "./same-list.ts";
import { type KeptPairs, sampleCandidates, sampleRule, scoreRange } from "./score-pairs.ts";
import type { LinkSettings } from "./settings.ts";
import { type TrainedModel, type TrainingInput, trainModel } from "./training.ts";
import { fitPrior, toLevelWeights, toWeight, type WeightModel, weighPair, weighPairs } from "./weights.ts";

/** A run whose model is known. */
export interface TrainedRun extends BoundRun {
  readonly trained: TrainedModel;
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
export function scoreRun(
  input: LinkInput,
  settings: LinkSettings,
  progress: Progress,
): ScoredRun<Candidates> {
  const run = prepareRun(input, settings, progress);
  const { candidates } = run;
  const { seed } = settings.training;
  progress({ step: "linkage.compare", done: 0, total: candidates.report.candidatePairs });
  const trained = trainRun(run, {
    ...{ plan: candidates, settings, progress },
    sample: sampleCandidates(candidates, run.comparers, seed),
    pairsOfRule: (rule) => sampleRule(candidates, rule, seed),
  });
  const { comparers, model, priorWeight, leastWeight } = trained;
  progress({ step: "linkage.score", done: 0, total: run.records.length });
  const decide = conflictCap(comparers, settings.decision);
  const kept = scoreRange(
    candidates,
    { from: 0, to: run.records.length },
    { comparers, model, priorWeight, leastWeight, decide },
  );
  return { ...toScoredRun(trained, candidates, kept, settings), candidates };
}

/** What training needs beside the records: the pairs that this or another engine brought together. */
export interface RunSample extends Pick<TrainingInput, "pairsOfRule" | "settings" | "progress"> {
  readonly plan: CandidatePlan;
  /** The candidates that training sees, and how many candidates each of them stands for. */
  readonly sample: { readonly table: PairTable; readonly scale: number };
}

/** Trains the model, and fits the prior that agrees with it. */
export function trainRun(run: BoundRun, { plan, sample, ...rest }: RunSample): TrainedRun {
  const { blocked, records } = run;
  const { settings } = rest;
  const allPairs = Math.max(1, (blocked.length * (blocked.length - 1)) / 2);
  const trained = trainModel({
    ...rest,
    comparers: run.comparers,
    ownNames: run.ownNames,
    blocked,
    rules: plan.rules,
    recordCount: records.length,
    candidates: sample.table,
    candidateScale: sample.scale,
    allPairs,
  });
  const { comparers } = trained;
  const weights = withSameListPenalty(
    toLevelWeights(trained.m, trained.u, { truePairs: trained.truePairs, allPairs }),
    comparers,
    settings.decision,
  );
  const model = { weights, usualRarity: trained.usualRarity, dependences: trained.dependences };
  const prior = fitPrior(weighPairs(trained.candidates, model), {
    scale: sample.scale,
    allPairs,
    recordCount: blocked.length,
  });
  const priorWeight = toWeight(prior);
  return { ...run, comparers, trained, model, prior, priorWeight, leastWeight: leastKept(settings) };
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
  return {
    ...run,
    candidates,
    kept,
    score(left, right) {
      const { packed, weight } = weighPair(left, right, comparers, model);
      return decide(packed, 0, weight + priorWeight);
    },
    isForbidden: (left, right) =>
      !isNamed[left] ||
      !isNamed[right] ||
      comparers.some((comparer) => comparer.forbids(levelOf(comparer.compare(left, right)))),
  };
}

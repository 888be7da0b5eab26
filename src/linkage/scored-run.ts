/** A run up to its weights: prepared, trained, and every candidate pair compared and weighed. */
import type { Progress } from "../core/pure.ts";
import { levelOf } from "./comparer.ts";
import { conflictCap } from "./name-conflict.ts";
import { LEAST_DRAWN } from "./partitions.ts";
import { type PreparedRun, prepareRun } from "./prepare-run.ts";
import type { LinkInput } from "./records.ts";
import { withSameListPenalty } from "./same-list.ts";
import { type KeptPairs, sampleCandidates, scoreRange } from "./score-pairs.ts";
import type { LinkSettings } from "./settings.ts";
import { type TrainedModel, trainModel } from "./training.ts";
import { fitPrior, toLevelWeights, toWeight, type WeightModel, weighPair, weighPairs } from "./weights.ts";

export interface ScoredRun extends PreparedRun {
  readonly trained: TrainedModel;
  readonly model: WeightModel;
  /** Prior probability that a random pair of all records is a match, and its weight. */
  readonly prior: number;
  readonly priorWeight: number;
  /** Candidate pairs at or above the review weight and the least weight that is drawn. */
  readonly kept: KeptPairs;
  /** Weight of any pair, with the prior in it. */
  readonly score: (left: number, right: number) => number;
  /** Whether a hard conflict or a missing name forbids the link whatever the weight. */
  readonly isForbidden: (left: number, right: number) => boolean;
}

/** Pairs below this are of no use to anyone: they are weighed and forgotten. */
export function leastKept({ decision }: LinkSettings): number {
  return Math.min(LEAST_DRAWN, toWeight(decision.reviewProbability));
}

/** @throws InquestError as `linkRecords` does. */
export function scoreRun(input: LinkInput, settings: LinkSettings, progress: Progress): ScoredRun {
  const run = prepareRun(input, settings, progress);
  const { records, blocked, candidates } = run;
  progress({ step: "linkage.compare", done: 0, total: candidates.report.candidatePairs });
  const { table, scale } = sampleCandidates(candidates, run.comparers, settings.training.seed);
  const allPairs = Math.max(1, (blocked.length * (blocked.length - 1)) / 2);
  const trained = trainModel({
    comparers: run.comparers,
    ownNames: run.ownNames,
    blocked,
    settings,
    progress,
    rules: candidates.rules,
    space: candidates.space,
    recordCount: records.length,
    candidates: table,
    candidateScale: scale,
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
    scale,
    allPairs,
    recordCount: blocked.length,
  });
  const priorWeight = toWeight(prior);
  progress({ step: "linkage.score", done: 0, total: records.length });
  const decide = conflictCap(comparers, settings.decision);
  const leastWeight = leastKept(settings);
  const kept = scoreRange(
    candidates,
    { from: 0, to: records.length },
    { comparers, model, priorWeight, leastWeight, decide },
  );
  return toScoredRun({ ...run, comparers }, { trained, model, prior, priorWeight, kept }, settings);
}

/** A run with its weights, and what asks for the weight of any pair. */
export function toScoredRun(
  run: PreparedRun,
  weighed: Pick<ScoredRun, "trained" | "model" | "prior" | "priorWeight" | "kept">,
  { decision }: LinkSettings,
): ScoredRun {
  const { comparers, isNamed } = run;
  const { model, priorWeight } = weighed;
  const decide = conflictCap(comparers, decision);
  return {
    ...run,
    ...weighed,
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

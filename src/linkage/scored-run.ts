/** A run up to its weights: prepared, trained, and every candidate pair compared and weighed. */
import type { Progress } from "../core/pure.ts";
import { levelOf } from "./comparer.ts";
import { joined, type LinkSteps, rangesOf } from "./link-jobs.ts";
import { conflictCap } from "./name-conflict.ts";
import { LEAST_DRAWN } from "./partitions.ts";
import { type PreparedRun, prepareRun } from "./prepare-run.ts";
import type { LinkInput } from "./records.ts";
import { withSameListPenalty } from "./same-list.ts";
import { type KeptPairs, sampleScale } from "./score-pairs.ts";
import type { LinkSettings } from "./settings.ts";
import { type TrainedModel, trainModel } from "./training.ts";
import { fitPrior, pairWeigher, toLevelWeights, toWeight, type WeightModel, weighPairs } from "./weights.ts";

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

/** @throws InquestError as `linkRecords` does. */
export function* scoreRun(
  input: LinkInput,
  settings: LinkSettings,
  progress: Progress,
): LinkSteps<ScoredRun> {
  const run = prepareRun(input, settings, progress);
  const { records, isNamed, candidates } = run;
  const { blocked } = candidates;
  const { seed } = settings.training;
  progress({ step: "linkage.compare", done: 0, total: candidates.report.candidatePairs });
  const scale = sampleScale(candidates.report.candidatePairs);
  const ranges = rangesOf(candidates);
  const samples = yield {
    work: run.work,
    jobs: ranges.map((range) => ({ kind: "sample", ...range, scale, seed })),
  };
  const allPairs = Math.max(1, (blocked.length * (blocked.length - 1)) / 2);
  const trained = yield* trainModel({
    work: run.work,
    comparers: run.comparers,
    ownNames: run.ownNames,
    blocked,
    settings,
    progress,
    rules: candidates.rules,
    space: candidates.space,
    recordCount: records.length,
    sampled: {
      left: joined(samples.map(({ left }) => left)),
      right: joined(samples.map(({ right }) => right)),
      packed: joined(samples.map(({ values }) => values)),
    },
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
  progress({ step: "linkage.score", done: 0, total: records.length });
  const { decision } = settings;
  const leastWeight = Math.min(LEAST_DRAWN, toWeight(decision.reviewProbability));
  const parts = yield {
    work,
    jobs: ranges.map((range) => ({ kind: "score", ...range, model, priorWeight, leastWeight, decision })),
  };
  const kept = {
    left: joined(parts.map(({ left }) => left)),
    right: joined(parts.map(({ right }) => right)),
    weights: joined(parts.map(({ values }) => values)),
    rule: joined(parts.map(({ rules }) => rules)),
  };
  const decide = conflictCap(comparers, decision);
  const weigh = pairWeigher(model);
  const packed = new Int32Array(comparers.length);
  const forbidding = comparers.filter(({ mayForbid }) => mayForbid);
  return {
    ...run,
    work,
    comparers,
    trained,
    model,
    prior,
    priorWeight,
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

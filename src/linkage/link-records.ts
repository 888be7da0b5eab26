/** Linkage of records, from the lists to the clusters. */
import { type Progress, silentProgress } from "../core/pure.ts";
import { clusterPairs } from "./clusters.ts";
import { levelOf } from "./comparer.ts";
import { readJudgements } from "./judgements.ts";
import { conflictCap } from "./name-conflict.ts";
import { prepareRun } from "./prepare-run.ts";
import type { LinkInput, PairJudgement } from "./records.ts";
import type { LinkResult } from "./result.ts";
import { buildResult } from "./results.ts";
import { withSameListPenalty } from "./same-list.ts";
import { sampleCandidates, scoreRange } from "./score-pairs.ts";
import type { LinkSettings } from "./settings.ts";
import { trainModel } from "./training.ts";
import { fitPrior, toLevelWeights, toWeight, weighPair, weighPairs } from "./weights.ts";

/**
 * Which records are the same person, with the pairs that show it and the model that weighed them.
 *
 * The same input gives the same result to the byte, in whatever order the records come. A record without a usable
 * name is never joined by the machine; a pair judged different never shares a cluster; every link-band edge that
 * was cut is listed; the middle band is listed for review and joins nothing by itself.
 *
 * @param settings - from `settingsFor(input.fields)`.
 * @param judgements - in the order in which they were made.
 * @throws InquestError "linkage/settings", "linkage/no-name" when the settings do not fit the fields;
 *   "linkage/duplicate-record" when a list holds a record id twice; "linkage/values" when a record has not one
 *   value for each field.
 */
export function linkRecords(
  input: LinkInput,
  settings: LinkSettings,
  judgements: readonly PairJudgement[] = [],
  progress: Progress = silentProgress,
): LinkResult {
  const run = prepareRun(input, settings, progress);
  const { records, original, isNamed, blocked, comparers, candidates } = run;

  progress({ step: "linkage.compare", done: 0, total: candidates.report.candidatePairs });
  const { table, scale } = sampleCandidates(candidates, comparers, settings.training.seed);
  const allPairs = Math.max(1, (blocked.length * (blocked.length - 1)) / 2);
  const trained = trainModel({
    comparers,
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
  const weights = withSameListPenalty(
    toLevelWeights(trained.m, trained.u, { truePairs: trained.truePairs, allPairs }),
    comparers,
    settings.decision,
  );
  const model = { weights, usualRarity: trained.usualRarity };
  const prior = fitPrior(weighPairs(table, model), { scale, allPairs, recordCount: blocked.length });
  const priorWeight = toWeight(prior);

  progress({ step: "linkage.score", done: 0, total: records.length });
  const constraints = readJudgements(judgements, records, original);
  const decide = conflictCap(comparers, settings.decision);
  const leastWeight = toWeight(settings.decision.reviewProbability);
  const kept = scoreRange(
    candidates,
    { from: 0, to: records.length },
    { comparers, model, priorWeight, leastWeight, decide },
  );
  const score = (left: number, right: number): number => {
    const { packed, weight } = weighPair(left, right, comparers, model);
    return decide(packed, 0, weight + priorWeight);
  };
  progress({ step: "linkage.cluster", done: 0, total: records.length });
  const clusters = clusterPairs({
    recordCount: records.length,
    left: kept.left,
    right: kept.right,
    weights: kept.weights,
    componentWeight: leastWeight,
    linkWeight: toWeight(settings.decision.linkProbability),
    score,
    isForbidden: (left, right) =>
      !isNamed[left] ||
      !isNamed[right] ||
      comparers.some((comparer) => comparer.forbids(levelOf(comparer.compare(left, right)))),
    constraints,
  });
  progress({ step: "linkage.cluster", done: records.length, total: records.length });
  return buildResult({
    records,
    original,
    isNamed,
    comparers,
    candidates,
    kept,
    score,
    model,
    trained,
    prior,
    priorWeight,
    clusters,
    constraints,
    settings,
  });
}

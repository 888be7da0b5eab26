/** Linkage of records, from the lists to the clusters. */
import { type Progress, silentProgress } from "../core/pure.ts";
import { estimateBlockingRecall } from "./blocking-recall.ts";
import { clusterPairs } from "./clusters.ts";
import { countDistinctPersons } from "./distinct-persons.ts";
import { readJudgements } from "./judgements.ts";
import { SURE } from "./partitions.ts";
import type { LinkInput, PairJudgement } from "./records.ts";
import type { LinkResult } from "./result.ts";
import { buildResult } from "./results.ts";
import { type ScoredRun, scoreRun } from "./scored-run.ts";
import type { LinkSettings } from "./settings.ts";
import { toWeight } from "./weights.ts";

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
  return finishRun(scoreRun(input, settings, progress), settings, judgements, progress);
}

/** Clusters, doubt and report of a run whose pairs are weighed. */
export function finishRun(
  run: ScoredRun,
  settings: LinkSettings,
  judgements: readonly PairJudgement[],
  progress: Progress,
): LinkResult {
  const { records, kept } = run;
  const constraints = readJudgements(judgements, records, run.original);
  progress({ step: "linkage.cluster", done: 0, total: records.length });
  const decided = {
    recordCount: records.length,
    left: kept.left,
    right: kept.right,
    weights: kept.weights,
    componentWeight: toWeight(settings.decision.reviewProbability),
    linkWeight: toWeight(settings.decision.linkProbability),
    score: run.score,
    isForbidden: run.isForbidden,
    constraints,
  };
  const clusters = clusterPairs(decided);
  progress({ step: "linkage.doubt", done: 0, total: settings.doubt.draws });
  const recall = estimateBlockingRecall(run.candidates, run.keys, run.ownNames, {
    seed: settings.training.seed,
    score: run.score,
    clusterOf: clusters.clusterOf,
  });
  const sure = clusterPairs({ ...decided, componentWeight: SURE, linkWeight: SURE });
  const doubt = countDistinctPersons({ run, constraints, settings, sureOf: sure.clusterOf, recall });
  progress({ step: "linkage.doubt", done: settings.doubt.draws, total: settings.doubt.draws });
  return buildResult({ ...run, clusters, constraints, settings, doubt: { ...doubt, recall } });
}

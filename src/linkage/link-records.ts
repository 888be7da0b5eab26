/** Linkage of records, from the lists to the clusters. */
import { type Progress, silentProgress } from "../core/pure.ts";
import { deriveKeys } from "./blocking-keys.ts";
import { collectCandidates } from "./candidates.ts";
import { inCanonicalOrder, namedRecords } from "./canonical-order.ts";
import { clusterPairs } from "./clusters.ts";
import { levelOf } from "./comparer.ts";
import { bindComparers } from "./comparers.ts";
import { readJudgements } from "./judgements.ts";
import { conflictCap } from "./name-conflict.ts";
import { comparePairs } from "./pair-table.ts";
import type { LinkInput, PairJudgement } from "./records.ts";
import type { LinkResult } from "./result.ts";
import { buildResult } from "./results.ts";
import { sameListComparer, withSameListPenalty } from "./same-list.ts";
import { assertSettings, type LinkSettings } from "./settings.ts";
import { tokenTable } from "./tokens.ts";
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
  assertSettings(settings, input.fields);
  const { records, original } = inCanonicalOrder(input);
  const ownNames = settings.comparisons.flatMap(({ identifies, kind, fields }) =>
    identifies && kind === "name" ? fields : [],
  );
  const isNamed = namedRecords(records, input.fields, ownNames);
  const blocked = records.flatMap((_, position) => (isNamed[position] ? [position] : []));
  const comparers = bindComparers(records, input.fields, settings.comparisons, tokenTable());
  const sameList = sameListComparer(records);
  if (sameList !== null) comparers.push(sameList);
  const columns = deriveKeys(records, input.fields, ownNames, (position) => isNamed[position] ?? false);
  const candidates = collectCandidates(
    columns,
    blocked,
    records.length,
    settings.blocking,
    ownNames,
    progress,
  );

  progress({ step: "linkage.compare", done: 0, total: candidates.left.length });
  const table = comparePairs(candidates.left, candidates.right, comparers);
  const allPairs = Math.max(1, (blocked.length * (blocked.length - 1)) / 2);
  const trained = trainModel({
    comparers,
    columns,
    ownNames,
    blocked,
    settings,
    progress,
    rules: candidates.rules,
    recordCount: records.length,
    candidates: table,
    allPairs,
  });
  const weights = withSameListPenalty(
    toLevelWeights(trained.m, trained.u, { truePairs: trained.truePairs, allPairs }),
    comparers,
    settings.decision,
  );
  const model = { weights, usualRarity: trained.usualRarity };
  const bare = weighPairs(table, model);
  const prior = fitPrior(bare, allPairs, blocked.length);
  const priorWeight = toWeight(prior);

  const constraints = readJudgements(judgements, records, original);
  const decide = conflictCap(comparers, settings.decision);
  const pairWeights = bare.map((weight, pair) =>
    decide(table.packed, pair * comparers.length, weight + priorWeight),
  );
  progress({ step: "linkage.cluster", done: 0, total: records.length });
  const clusters = clusterPairs({
    recordCount: records.length,
    left: candidates.left,
    right: candidates.right,
    weights: pairWeights,
    componentWeight: toWeight(settings.decision.reviewProbability),
    linkWeight: toWeight(settings.decision.linkProbability),
    score: (left, right) => {
      const { packed, weight } = weighPair(left, right, comparers, model);
      return decide(packed, 0, weight + priorWeight);
    },
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
    pairWeights,
    model,
    trained,
    prior,
    priorWeight,
    clusters,
    constraints,
    settings,
  });
}

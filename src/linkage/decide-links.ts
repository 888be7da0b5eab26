/** From scored pairs to the result: clusters, what blocking may have lost, the doubt. The same for every engine. */
import type { Progress } from "../core/pure.ts";
import { estimateBlockingRecall, findLoosePairs, type LoosePairs } from "./blocking-recall.ts";
import { type ClusterInput, type Clusters, clusterPairs } from "./clusters.ts";
import { countDistinctPersons } from "./distinct-persons.ts";
import { type Constraints, readJudgements } from "./judgements.ts";
import { joined, type LinkSteps } from "./link-jobs.ts";
import { SURE } from "./partitions.ts";
import type { PairJudgement } from "./records.ts";
import type { LinkResult } from "./result.ts";
import { buildResult } from "./results.ts";
import { forbiddenWithin } from "./same-list.ts";
import type { ScoredRun } from "./scored-run.ts";
import type { LinkSettings } from "./settings.ts";
import { toWeight } from "./weights.ts";

/** What is decided before anybody is asked which rule holds which pair. */
export interface DecidedLinks {
  readonly constraints: Constraints;
  readonly clusters: Clusters;
  readonly clusterInput: ClusterInput;
  readonly loose: LoosePairs | null;
  /** Pairs of which the rule is needed: those scored inside components, then the likely loose ones. */
  readonly asked: { readonly left: Int32Array; readonly right: Int32Array };
}

export function decideLinks(
  run: ScoredRun,
  settings: LinkSettings,
  judgements: readonly PairJudgement[],
  progress: Progress,
): DecidedLinks {
  const { records, kept } = run;
  const constraints = readJudgements(judgements, run);
  progress({ step: "linkage.cluster", done: 0, total: records.length });
  const clusterInput: ClusterInput = {
    recordCount: records.length,
    left: kept.left,
    right: kept.right,
    weights: kept.weights,
    componentWeight: toWeight(settings.decision.reviewProbability),
    linkWeight: toWeight(settings.decision.linkProbability),
    score: run.score,
    isForbidden: forbiddenWithin(run, settings),
    isUnnamed: (record: number) => !run.isNamed[record],
    constraints,
  };
  const clusters = clusterPairs(clusterInput);
  progress({ step: "linkage.doubt", done: 0, total: settings.doubt.draws });
  const loose = findLoosePairs(run.candidates, run.looseKeys, {
    seed: settings.training.seed,
    score: run.score,
    recordCount: records.length,
  });
  const { scored } = clusters;
  const likely = loose?.likely ?? [];
  return {
    constraints,
    clusters,
    clusterInput,
    loose,
    asked: {
      left: joined([scored.left, Int32Array.from(likely, ({ left }) => left)]),
      right: joined([scored.right, Int32Array.from(likely, ({ right }) => right)]),
    },
  };
}

/** @param ruleOf - of a pair of `asked`, by its index there, the first rule that holds it, -1 for none. */
export function* concludeLinks(
  run: ScoredRun,
  { constraints, clusters, clusterInput, loose }: DecidedLinks,
  ruleOf: (index: number) => number,
  { settings, progress }: { readonly settings: LinkSettings; readonly progress: Progress },
): LinkSteps<LinkResult> {
  const scoredCount = clusters.scored.left.length;
  const { clusterOf } = clusters;
  const recall = estimateBlockingRecall(loose, run.candidates.report.candidatePairs, (index) => {
    const { left = 0, right = 0 } = loose?.likely[index] ?? {};
    return clusterOf[left] === clusterOf[right] || ruleOf(scoredCount + index) >= 0;
  });
  const sure = clusterPairs({ ...clusterInput, componentWeight: SURE, linkWeight: SURE });
  const doubt = countDistinctPersons({ run, constraints, settings, sureOf: sure.clusterOf, recall });
  progress({ step: "linkage.doubt", done: settings.doubt.draws, total: settings.doubt.draws });
  return yield* buildResult({
    ...run,
    clusters,
    constraints,
    settings,
    ruleOfScored: ruleOf,
    doubt: { ...doubt, recall },
  });
}

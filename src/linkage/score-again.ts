/** Weighing with a kept model: pairs whose records both were there before keep the weight that they have. */
import type { Progress } from "../core/pure.ts";
import { type Candidates, keepCandidates, visitPairs } from "./candidates.ts";
import { IntList } from "./int-list.ts";
import type { KeptModel } from "./kept-model.ts";
import { teach, toWeightModel } from "./kept-weights.ts";
import { type KnownPairs, type PreviousRun, readKnownPairs } from "./known-pairs.ts";
import { bindWork, type LinkSteps } from "./link-jobs.ts";
import { conflictCap } from "./name-conflict.ts";
import { bindRun, blockedOf, type PreparedRun, withCandidates } from "./prepare-run.ts";
import type { LinkInput } from "./records.ts";
import type { KeptPairs } from "./score-pairs.ts";
import { leastKept, type ScoredRun, scoreAll, type TrainedRun, toScoredRun } from "./scored-run.ts";
import { pairWeigher } from "./weights.ts";

export interface ScoredAgain extends ScoredRun<Candidates> {
  /** Candidate pairs that were compared, and those whose weight of the run before stands. */
  readonly rescored: number;
  readonly takenOver: number;
}

/**
 * Weighs the candidate pairs with a kept model.
 *
 * A pair is taken over when two records of the same list and the same values were candidates before, in the same
 * order: under one model its weight is the same. Every other candidate is compared. So the outcome is what comparing
 * all of them gives, with or without a previous run.
 */
export function* scoreAgain(
  input: LinkInput,
  model: KeptModel,
  previous: PreviousRun | null,
  progress: Progress,
): LinkSteps<ScoredAgain> {
  const { settings } = model;
  const { run: bound, keys } = bindRun(input, settings, model);
  const candidates = keepCandidates(keys, blockedOf(bound), settings.blocking, model.blocking);
  const comparisons = teach(bound.work.comparisons, bound.work.tokens.texts, model);
  const prepared = withCandidates({ ...bound, work: { ...bound.work, comparisons } }, candidates);
  const run: PreparedRun = { ...prepared, comparers: bindWork(prepared.work).comparers };
  const weights = toWeightModel(model);
  const trained: TrainedRun = {
    ...run,
    trained: {
      m: model.comparisons.map(({ m }) => Float64Array.from(m)),
      u: model.comparisons.map(({ u }) => Float64Array.from(u)),
      runs: model.training,
      randomPairs: model.randomPairs,
    },
    model: weights,
    prior: model.prior,
    priorWeight: model.priorMillibits,
    leastWeight: leastKept(settings),
  };
  progress({ step: "linkage.score", done: 0, total: candidates.report.candidatePairs });
  if (previous === null) {
    const { kept, compared } = yield* scoreAll(run.work, trained, settings);
    const scored = toScoredRun(trained, candidates, kept, settings);
    return { ...scored, candidates, rescored: compared, takenOver: 0 };
  }
  const known = readKnownPairs(run, input.fields, previous, model);
  const { kept, rescored, takenOver } = weighUnknown(run, trained, model, known);
  return { ...toScoredRun(trained, candidates, kept, settings), candidates, rescored, takenOver };
}

/** Every candidate pair once, by its left record, as the rules bring them. */
function weighUnknown(
  { candidates, records, comparers }: PreparedRun,
  { leastWeight, priorWeight, model }: TrainedRun,
  { settings }: KeptModel,
  known: KnownPairs,
): { readonly kept: KeptPairs; readonly rescored: number; readonly takenOver: number } {
  const [left, right, weights, rules] = [new IntList(), new IntList(), new IntList(), new IntList()];
  const packed = new Int32Array(comparers.length);
  const weigh = pairWeigher(model);
  const decide = conflictCap(comparers, settings.decision);
  const keep = (first: number, second: number, weight: number, rule: number): void => {
    left.push(first);
    right.push(second);
    weights.push(weight);
    rules.push(rule);
  };
  let [rescored, takenOver] = [0, 0];
  const seen = new Int32Array(records.length).fill(-1);
  visitPairs(candidates, { from: 0, to: records.length }, seen, (first, second, rule) => {
    const before = known.weightOf(first, second);
    if (before !== null) {
      takenOver += 1;
      if (before !== "forgotten") keep(first, second, before, rule);
      return;
    }
    rescored += 1;
    for (let column = 0; column < packed.length; column += 1) {
      packed[column] = comparers[column]?.compare(first, second) ?? 0;
    }
    const weight = weigh(packed, 0) + priorWeight;
    if (weight >= leastWeight) keep(first, second, decide(packed, 0, weight), rule);
  });
  const kept = { left: left.view(), right: right.view(), weights: weights.view(), rule: rules.view() };
  return { kept, rescored, takenOver };
}

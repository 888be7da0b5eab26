/** Weighing with a kept model: pairs whose records both were there before keep the weight that they have. */
import type { Progress } from "../core/pure.ts";
import { type Candidates, keepCandidates, visitPairs } from "./candidates.ts";
import { IntList } from "./int-list.ts";
import type { KeptModel } from "./kept-model.ts";
import { teach, toWeightModel } from "./kept-weights.ts";
import { type KnownPairs, type PreviousRun, readKnownPairs } from "./known-pairs.ts";
import { conflictCap } from "./name-conflict.ts";
import { comparePairs } from "./pair-table.ts";
import { bindRun, type PreparedRun } from "./prepare-run.ts";
import type { LinkInput } from "./records.ts";
import type { KeptPairs } from "./score-pairs.ts";
import { leastKept, type ScoredRun, toScoredRun } from "./scored-run.ts";
import { type WeightModel, weighPacked } from "./weights.ts";

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
export function scoreAgain(
  input: LinkInput,
  model: KeptModel,
  previous: PreviousRun | null,
  progress: Progress,
): ScoredAgain {
  const { settings } = model;
  const bound = bindRun(input, settings, model);
  const { keys, blocked, records } = bound;
  const candidates = keepCandidates(keys, blocked, records.length, settings.blocking, model.blocking);
  const run: PreparedRun = { ...bound, comparers: teach(bound.comparers, model), candidates };
  const weights = toWeightModel(model);
  const known = previous === null ? null : readKnownPairs(run, input.fields, previous, model);
  progress({ step: "linkage.score", done: 0, total: run.candidates.report.candidatePairs });
  const { kept, rescored, takenOver } = weighAll(run, weights, model, known);
  const trained = {
    comparers: run.comparers,
    candidates: comparePairs(new Int32Array(0), new Int32Array(0), run.comparers),
    m: model.comparisons.map(({ m }) => Float64Array.from(m)),
    u: model.comparisons.map(({ u }) => Float64Array.from(u)),
    usualRarity: weights.usualRarity,
    dependences: weights.dependences,
    truePairs: 0,
    runs: model.training,
    randomPairs: model.randomPairs,
  };
  const { prior, priorMillibits: priorWeight } = model;
  const leastWeight = leastKept(settings);
  const scored = toScoredRun(
    { ...run, trained, model: weights, prior, priorWeight, leastWeight },
    candidates,
    kept,
    settings,
  );
  return { ...scored, candidates, rescored, takenOver };
}

/** Every candidate pair once, by its left record, as the rules bring them. */
function weighAll(
  { candidates, records, comparers }: PreparedRun,
  model: WeightModel,
  { settings, priorMillibits }: KeptModel,
  known: KnownPairs | null,
): { readonly kept: KeptPairs; readonly rescored: number; readonly takenOver: number } {
  const [left, right, weights, rules] = [new IntList(), new IntList(), new IntList(), new IntList()];
  const packed = new Int32Array(comparers.length);
  const leastWeight = leastKept(settings);
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
    const before = known?.weightOf(first, second) ?? null;
    if (before !== null) {
      takenOver += 1;
      if (before !== "forgotten") keep(first, second, before, rule);
      return;
    }
    rescored += 1;
    for (let column = 0; column < packed.length; column += 1) {
      packed[column] = comparers[column]?.compare(first, second) ?? 0;
    }
    const weight = weighPacked(packed, 0, model) + priorMillibits;
    if (weight >= leastWeight) keep(first, second, decide(packed, 0, weight), rule);
  });
  const kept = { left: left.view(), right: right.view(), weights: weights.view(), rule: rules.view() };
  return { kept, rescored, takenOver };
}

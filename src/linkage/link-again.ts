/** Linkage that can go on: a run that gives its model away, and runs that keep the model of an earlier one. */
import { type Progress, silentProgress } from "../core/pure.ts";
import { type KeptModel, keepModel } from "./kept-model.ts";
import type { KeptScores, PreviousRun } from "./known-pairs.ts";
import { type LinkSteps, type LinkWorkers, runAlone, runWith } from "./link-jobs.ts";
import { finishRun } from "./link-records.ts";
import type { LinkInput, PairJudgement } from "./records.ts";
import type { LinkResult } from "./result.ts";
import { scoreAgain } from "./score-again.ts";
import { type ScoredRun, scoreRun } from "./scored-run.ts";
import type { LinkSettings } from "./settings.ts";

export { KeptModel, type Misfit, misfitOf } from "./kept-model.ts";
export type { KeptScores, PreviousRun } from "./known-pairs.ts";

export interface LinkedWithModel {
  readonly result: LinkResult;
  readonly model: KeptModel;
  /** What the next run takes over. */
  readonly scores: KeptScores;
  /** Candidate pairs that were compared in this run, and those whose weight of the run before stands. */
  readonly rescored: number;
  readonly takenOver: number;
}

/** `linkRecords`, with the model that it trained. @throws as it does. */
export function linkAndKeep(
  input: LinkInput,
  settings: LinkSettings,
  judgements: readonly PairJudgement[] = [],
  progress: Progress = silentProgress,
): LinkedWithModel {
  return runAlone(keepSteps(input, settings, judgements, progress));
}

/** The same by workers, to the byte. @throws what `linkRecords` and the workers throw. */
export function linkAndKeepWith(
  workers: LinkWorkers,
  input: LinkInput,
  settings: LinkSettings,
  judgements: readonly PairJudgement[] = [],
  progress: Progress = silentProgress,
): Promise<LinkedWithModel> {
  return runWith(workers, keepSteps(input, settings, judgements, progress));
}

function* keepSteps(
  input: LinkInput,
  settings: LinkSettings,
  judgements: readonly PairJudgement[],
  progress: Progress,
): LinkSteps<LinkedWithModel> {
  const run = yield* scoreRun(input, settings, progress);
  return toKept(run, settings, yield* finishRun(run, settings, judgements, progress));
}

/** What a run that was trained leaves for the next one, whoever brought its pairs together. */
export function toKept(run: ScoredRun, settings: LinkSettings, result: LinkResult): LinkedWithModel {
  const rescored = run.candidates.report.candidatePairs;
  return { result, model: keepModel(settings, run), scores: toScores(run), rescored, takenOver: 0 };
}

export interface LinkAgain {
  readonly input: LinkInput;
  /** Fits the input: `misfitOf` gives null. */
  readonly model: KeptModel;
  readonly judgements?: readonly PairJudgement[];
  /** The run before, under the same model; without it every pair is compared, with the same outcome. */
  readonly previous?: PreviousRun | null;
}

/**
 * Links with the model of an earlier run. Only the pairs that new, changed or returned records bring, and those that
 * only now meet, are compared; all others keep their weight. Clusters, the doubt and the report are made anew of all.
 *
 * @throws InquestError as `linkRecords` does.
 */
export function linkAgain(again: LinkAgain, progress: Progress = silentProgress): LinkedWithModel {
  return runAlone(againSteps(again, progress));
}

/** The same by workers, to the byte. @throws what `linkRecords` and the workers throw. */
export function linkAgainWith(
  workers: LinkWorkers,
  again: LinkAgain,
  progress: Progress = silentProgress,
): Promise<LinkedWithModel> {
  return runWith(workers, againSteps(again, progress));
}

function* againSteps(
  { input, model, judgements = [], previous = null }: LinkAgain,
  progress: Progress,
): LinkSteps<LinkedWithModel> {
  const run = yield* scoreAgain(input, model, previous, progress);
  const result = yield* finishRun(run, model.settings, judgements, progress);
  return { result, model, scores: toScores(run), rescored: run.rescored, takenOver: run.takenOver };
}

function toScores({ kept, original }: ScoredRun): KeptScores {
  const indexOf = (position: number) => original[position] ?? 0;
  return { left: kept.left.map(indexOf), right: kept.right.map(indexOf), weights: kept.weights };
}

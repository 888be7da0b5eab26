/** Linkage of records, from the lists to the clusters. */
import { type Progress, silentProgress } from "../core/pure.ts";
import { ruleOfPair } from "./candidate-space.ts";
import type { Candidates } from "./candidates.ts";
import { concludeLinks, decideLinks } from "./decide-links.ts";
import { type LinkSteps, type LinkWorkers, runAlone, runWith } from "./link-jobs.ts";
import type { LinkInput, PairJudgement } from "./records.ts";
import type { LinkResult } from "./result.ts";
import { type ScoredRun, scoreRun } from "./scored-run.ts";
import type { LinkSettings } from "./settings.ts";

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
  return runAlone(linkSteps(input, settings, judgements, progress));
}

/**
 * The same by workers: sooner on several threads, and the same to the byte however many there are.
 *
 * @throws InquestError as `linkRecords` does, and what the workers throw.
 */
export function linkRecordsWith(
  workers: LinkWorkers,
  input: LinkInput,
  settings: LinkSettings,
  judgements: readonly PairJudgement[] = [],
  progress: Progress = silentProgress,
): Promise<LinkResult> {
  return runWith(workers, linkSteps(input, settings, judgements, progress));
}

function* linkSteps(
  input: LinkInput,
  settings: LinkSettings,
  judgements: readonly PairJudgement[],
  progress: Progress,
): LinkSteps<LinkResult> {
  const run = yield* scoreRun(input, settings, progress);
  return yield* finishRun(run, settings, judgements, progress);
}

/** Clusters, doubt and report of a run whose pairs are weighed. */
export function* finishRun(
  run: ScoredRun<Candidates>,
  settings: LinkSettings,
  judgements: readonly PairJudgement[],
  progress: Progress,
): LinkSteps<LinkResult> {
  const decided = decideLinks(run, settings, judgements, progress);
  const { left, right } = decided.asked;
  const { space } = run.candidates;
  // Looked for where it is needed: of most pairs nobody asks.
  const ruleOf = (index: number): number => ruleOfPair(space, left[index] ?? 0, right[index] ?? 0);
  return yield* concludeLinks(run, decided, ruleOf, { settings, progress });
}

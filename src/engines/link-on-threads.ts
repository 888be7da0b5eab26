/** One linkage run on as many threads as serve it. */
import type { Progress } from "../core/index.ts";
import {
  type LinkAgain,
  type LinkedWithModel,
  type LinkInput,
  type LinkResult,
  type LinkSettings,
  type LinkWorkers,
  linkAgain,
  linkAgainWith,
  linkAndKeep,
  linkAndKeepWith,
  linkRecords,
  linkRecordsWith,
  type PairJudgement,
} from "../linkage/index.ts";
import { createLinkThreads, type LinkThreadsOptions } from "./link-threads.ts";

/** Shorter lists are linked before a thread has started. */
const FEWEST_RECORDS = 3000;

/**
 * `linkRecords` on threads that start with the call and end with it: the same result to the byte. Short lists stay on
 * this thread.
 *
 * @throws InquestError as `linkRecords` does.
 */
export function linkOnThreads(
  input: LinkInput,
  settings: LinkSettings,
  judgements: readonly PairJudgement[] = [],
  progress?: Progress,
  options: LinkThreadsOptions = {},
): Promise<LinkResult> {
  return onThreads(
    input,
    () => linkRecords(input, settings, judgements, progress),
    (threads) => linkRecordsWith(threads, input, settings, judgements, progress),
    options,
  );
}

/** `linkAndKeep` in the same way. @throws InquestError as `linkRecords` does. */
export function keepOnThreads(
  input: LinkInput,
  settings: LinkSettings,
  judgements: readonly PairJudgement[] = [],
  progress?: Progress,
  options: LinkThreadsOptions = {},
): Promise<LinkedWithModel> {
  return onThreads(
    input,
    () => linkAndKeep(input, settings, judgements, progress),
    (threads) => linkAndKeepWith(threads, input, settings, judgements, progress),
    options,
  );
}

/** `linkAgain` in the same way. @throws InquestError as `linkRecords` does. */
export function linkAgainOnThreads(
  again: LinkAgain,
  progress?: Progress,
  options: LinkThreadsOptions = {},
): Promise<LinkedWithModel> {
  return onThreads(
    again.input,
    () => linkAgain(again, progress),
    (threads) => linkAgainWith(threads, again, progress),
    options,
  );
}

async function onThreads<Result>(
  { records }: LinkInput,
  alone: () => Result,
  run: (workers: LinkWorkers) => Promise<Result>,
  options: LinkThreadsOptions,
): Promise<Result> {
  if (records.length < FEWEST_RECORDS) return alone();
  const threads = createLinkThreads(options);
  try {
    return await run(threads);
  } finally {
    await threads.close();
  }
}

/** One linkage run on as many threads as serve it. */
import type { Progress } from "../core/index.ts";
import {
  type LinkInput,
  type LinkResult,
  type LinkSettings,
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
export async function linkOnThreads(
  input: LinkInput,
  settings: LinkSettings,
  judgements: readonly PairJudgement[] = [],
  progress?: Progress,
  options: LinkThreadsOptions = {},
): Promise<LinkResult> {
  if (input.records.length < FEWEST_RECORDS) return linkRecords(input, settings, judgements, progress);
  const threads = createLinkThreads(options);
  try {
    return await linkRecordsWith(threads, input, settings, judgements, progress);
  } finally {
    await threads.close();
  }
}

/** The pairs that blocking brings together, by themselves: for measuring blocking, and for other engines. */
import { type Progress, silentProgress } from "../core/pure.ts";
import { visitPairs } from "./candidates.ts";
import { IntList } from "./int-list.ts";
import { prepareRun } from "./prepare-run.ts";
import type { LinkInput } from "./records.ts";
import type { BlockingReport } from "./result.ts";
import type { LinkSettings } from "./settings.ts";

export interface CandidatePairs {
  /** Indices into the records of the input; each pair once. */
  readonly left: Int32Array;
  readonly right: Int32Array;
  readonly report: BlockingReport;
}

/** The pairs that `linkRecords` compares on this input and these settings. @throws as it does. */
export function candidatePairs(
  input: LinkInput,
  settings: LinkSettings,
  progress: Progress = silentProgress,
): CandidatePairs {
  const { candidates, original, records } = prepareRun(input, settings, progress);
  const [left, right] = [new IntList(), new IntList()];
  const seen = new Int32Array(records.length).fill(-1);
  visitPairs(candidates, { from: 0, to: records.length }, seen, (first, second) => {
    left.push(original[first] ?? 0);
    right.push(original[second] ?? 0);
  });
  return { left: left.view(), right: right.view(), report: candidates.report };
}

/** How many of the true pairs blocking brings together: what it misses, nothing later can find. */
export interface BlockingCompleteness {
  readonly candidatePairs: number;
  readonly truePairs: number;
  readonly met: number;
  /** met / truePairs; null without a true pair. */
  readonly completeness: number | null;
}

/** @param truth - the person of each record, as `alignTruth` gives them. */
export function blockingCompleteness(
  { left, right }: Pick<CandidatePairs, "left" | "right">,
  truth: readonly string[],
): BlockingCompleteness {
  const sizes = new Map<string, number>();
  for (const label of truth) sizes.set(label, (sizes.get(label) ?? 0) + 1);
  const truePairs = [...sizes.values()].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
  const met = left.reduce((sum, first, pair) => sum + (truth[first] === truth[right[pair] ?? 0] ? 1 : 0), 0);
  return {
    candidatePairs: left.length,
    truePairs,
    met,
    completeness: truePairs === 0 ? null : met / truePairs,
  };
}

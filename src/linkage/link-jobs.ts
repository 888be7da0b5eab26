/**
 * The parts of a run that threads can share: comparing given pairs, taking a fair part of the candidates, weighing
 * them all. A run asks for them and waits; who does them, and on how many threads, changes nothing in the answer.
 */
import type { Candidates } from "./candidates.ts";
import type { Comparer } from "./comparer.ts";
import { bindComparison, type Comparison, wordsOf } from "./comparisons.ts";
import { conflictCap, type Holds } from "./name-conflict.ts";
import type { PairPart } from "./pair-part.ts";
import { compareInto } from "./pair-table.ts";
import { sampleRange, scoreRange } from "./score-pairs.ts";
import type { TokenData } from "./tokens.ts";
import type { WeightModel } from "./weights.ts";

/** What all jobs of a run read, as plain data; the large arrays may lie in shared memory. */
export interface LinkWork {
  readonly tokens: TokenData;
  readonly comparisons: readonly Comparison[];
  readonly candidates: Pick<Candidates, "space" | "isExhaustive" | "blocked">;
}

export type LinkJob =
  /** Compares the pairs given, by all comparisons or by some of them. */
  | {
      readonly kind: "compare";
      readonly left: Int32Array;
      readonly right: Int32Array;
      readonly columns: readonly number[] | null;
    }
  /** Takes and compares a fair part of the candidates whose left record is in [from, to). */
  | {
      readonly kind: "sample";
      readonly from: number;
      readonly to: number;
      readonly part: PairPart;
    }
  /** Compares and weighs all candidates whose left record is in [from, to). */
  | {
      readonly kind: "score";
      readonly from: number;
      readonly to: number;
      readonly model: WeightModel;
      readonly priorWeight: number;
      readonly leastWeight: number;
      readonly decision: Holds;
    };

/** Pairs and what was found of them. */
export interface LinkAnswer {
  readonly left: Int32Array;
  readonly right: Int32Array;
  /** Packed comparisons, so many a pair as there are comparisons; for `score` the weight, one a pair. */
  readonly values: Int32Array;
  /** For `score` the index of the first rule that holds each pair, -1 for none. */
  readonly rules: Int32Array;
  /** Pairs that were compared. */
  readonly compared: number;
}

/** What a run asks for, and waits for: answers in the order of the jobs. */
export interface JobRequest {
  readonly work: LinkWork;
  readonly jobs: readonly LinkJob[];
}

/** A part of a run that asks for jobs on its way. */
export type LinkSteps<Result> = Generator<JobRequest, Result, readonly LinkAnswer[]>;

/** The port through which a run has its jobs done. */
export interface LinkWorkers {
  /** @returns answers in the order of the jobs; the same whoever did them. */
  readonly run: (request: JobRequest) => Promise<readonly LinkAnswer[]>;
}

/** One thread's comparers over the work; several jobs use them one after another. */
export interface BoundWork {
  readonly work: LinkWork;
  readonly comparers: readonly Comparer[];
  /** Room for one number a record, filled with -1: made once, since a long list would fill the memory with them. */
  readonly fresh: () => Int32Array;
}

/** Binds the work of a run on the thread that will do jobs of it. */
export function bindWork(work: LinkWork): BoundWork {
  const words = wordsOf(work.tokens);
  let seen = new Int32Array(0);
  return {
    work,
    comparers: work.comparisons.map((comparison) => bindComparison(comparison, words)),
    fresh() {
      if (seen.length === 0) seen = new Int32Array(work.candidates.space.recordCount);
      return seen.fill(-1);
    },
  };
}

/** Does one job. */
export function runLinkJob({ work, comparers, fresh }: BoundWork, job: LinkJob): LinkAnswer {
  const { candidates } = work;
  if (job.kind === "compare") {
    const { columns } = job;
    return compared(
      job,
      columns === null ? comparers : comparers.filter((_, column) => columns.includes(column)),
    );
  }
  if (job.kind === "sample") return compared(sampleRange(candidates, job, fresh(), job.part), comparers);
  const { model, priorWeight, leastWeight, decision } = job;
  const decide = conflictCap(comparers, decision);
  const kept = scoreRange(candidates, job, fresh(), { comparers, model, priorWeight, leastWeight, decide });
  const { left, right, weights, rule, compared: count } = kept;
  return { left, right, values: weights, rules: rule, compared: count };
}

function compared(
  { left, right }: { readonly left: Int32Array; readonly right: Int32Array },
  comparers: readonly Comparer[],
): LinkAnswer {
  const values = new Int32Array(left.length * comparers.length);
  compareInto(values, left, right, comparers);
  return { left, right, values, rules: new Int32Array(0), compared: left.length };
}

/** Runs the steps to their end on this thread. */
export function runAlone<Result>(steps: LinkSteps<Result>): Result {
  let bound: BoundWork | null = null;
  let next = steps.next();
  while (next.done !== true) {
    const { work, jobs } = next.value;
    if (bound?.work !== work) bound = bindWork(work);
    const own = bound;
    next = steps.next(jobs.map((job) => runLinkJob(own, job)));
  }
  return next.value;
}

/** Runs the steps to their end, their jobs by the workers. */
export async function runWith<Result>(workers: LinkWorkers, steps: LinkSteps<Result>): Promise<Result> {
  let next = steps.next();
  while (next.done !== true) next = steps.next(await workers.run(next.value));
  return next.value;
}

/** So many parts keep several threads busy to the end. */
const PARTS = 48;
const FEWEST_RECORDS = 64;

/** Ranges of records that bring about the same number of pairs each. */
export function rangesOf({ space, isExhaustive }: LinkWork["candidates"]): { from: number; to: number }[] {
  const { recordCount, offsets } = space;
  const ranges: { from: number; to: number }[] = [];
  const total = offsets[recordCount] ?? 0;
  for (let from = 0; from < recordCount; ) {
    let to = from + FEWEST_RECORDS;
    const most = (offsets[from] ?? 0) + total / PARTS;
    if (!isExhaustive) while (to < recordCount && (offsets[to] ?? 0) < most) to += 1;
    to = Math.min(to, recordCount);
    ranges.push({ from, to });
    from = to;
  }
  return ranges;
}

const PAIRS_AT_ONCE = 16_384;

/**
 * Compares pairs, by jobs.
 *
 * @param columns - ascending; only those comparisons, or null for all.
 * @returns for each pair what each of these comparisons found, one after another.
 */
export function* comparePairs(
  work: LinkWork,
  left: Int32Array,
  right: Int32Array,
  columns: readonly number[] | null = null,
): LinkSteps<Int32Array> {
  const jobs: LinkJob[] = [];
  for (let from = 0; from < left.length; from += PAIRS_AT_ONCE) {
    const to = Math.min(left.length, from + PAIRS_AT_ONCE);
    jobs.push({ kind: "compare", left: left.slice(from, to), right: right.slice(from, to), columns });
  }
  return joined((yield { work, jobs }).map(({ values }) => values));
}

/** Several arrays as one. */
export function joined(parts: readonly Int32Array[]): Int32Array {
  const all = new Int32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

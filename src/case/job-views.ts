/** What the faces show of long work that runs beside them. */
import type { ReleaseMadeView } from "./publish-views.ts";

/** Those that are started by their name alone. */
export const JOB_KINDS = ["link", "estimate"] as const;
export type StartedKind = (typeof JOB_KINDS)[number];
/** publish: a release, which is asked for with what it is to be. */
export type JobKind = StartedKind | "publish";

export interface JobView {
  readonly id: string;
  readonly kind: JobKind;
  readonly state: "running" | "done" | "failed" | "cancelled";
  /** ISO times. */
  readonly startedAt: string;
  readonly endedAt: string | null;
  /** The last that was heard of it; null before the first word. */
  readonly progress: {
    readonly step: string;
    readonly done: number;
    readonly total: number | null;
    /** About how long this step still takes; null while unknown. */
    readonly remainingMs: number | null;
  } | null;
  /** Of a link that is done. */
  readonly linked: {
    readonly records: number;
    readonly persons: number;
    readonly needsReview: number;
    /** Whether these records were linked so before. */
    readonly existed: boolean;
  } | null;
  /** Of estimates that are done: their ids, and how many stood already. */
  readonly estimated: { readonly ids: readonly string[]; readonly existed: number } | null;
  /** Of a release that is made. */
  readonly published: ReleaseMadeView | null;
  /** Of one that failed: the code, and what to do. */
  readonly error: { readonly code: string; readonly message: string } | null;
}

export interface JobsView {
  /** Whether whoever asks may start any here. */
  readonly canStart: boolean;
  /** The last ones first; none of before the program was started. */
  readonly jobs: readonly JobView[];
}

/** Progress of long work, told as plain data so that any face can draw it. */

export interface ProgressEvent {
  /** Stable name of the step, such as `case.build` or `verify.blobs`. */
  readonly step: string;
  /** Units done so far, never more than `total` when that is known. */
  readonly done: number;
  /** Units in all, or null while unknown. */
  readonly total: number | null;
  /** What is being worked on now: a file or list name, in its own script. */
  readonly item?: string;
  /** Bytes worked through so far, also within what is not done; left out where the work is not one of bytes. */
  readonly sizeBytes?: number;
  /** About how long the step will still take; left out while unknown. */
  readonly remainingMs?: number;
}

/** Receives progress; called often, so it must be cheap and must not throw. */
export type Progress = (event: ProgressEvent) => void;

/** Progress that nobody watches. */
export const silentProgress: Progress = () => {};

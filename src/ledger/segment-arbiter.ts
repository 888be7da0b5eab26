/** Who decides which segment is the next, when several folders are copies of one log. */

/**
 * A store with conditional creation, such as S3 with `If-None-Match`. The folder of the case is then a replica
 * of it: an act is acknowledged when the arbiter holds its segment and the folder too.
 */
export interface SegmentArbiter {
  /** Puts the segment under its start index if none is there; durable when true. */
  create(start: number, bytes: Uint8Array): Promise<boolean>;
  /** The segment at that start, or null. */
  read(start: number): Promise<Uint8Array | null>;
  /** The start of every segment that it holds, ascending: also of those behind a gap. */
  starts(): Promise<readonly number[]>;
  /** Public files (tiles, checkpoint), best effort after the local ones; path within the log: "checkpoint", "tile/0/000". */
  publish(path: string, bytes: Uint8Array): Promise<void>;
  /** A public file as it was published; null where there is none. */
  published(path: string): Promise<Uint8Array | null>;
}

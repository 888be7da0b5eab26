/** What a thread is asked about one file, and what it answers: plain data that threads can pass. */
import type { Sha256Hex } from "../../core/index.ts";

export type BlobJob = HashJob | StageJob;

/** Hash a blob where it lies. */
export interface HashJob {
  readonly kind: "hash";
  readonly path: string;
  /** What the listing said; decides only how work is shared out. */
  readonly sizeBytes: number;
}

/** Copy a user's file into a temporary file of the store, on the disk and read-only when the job is done. */
export interface StageJob {
  readonly kind: "stage";
  readonly path: string;
  readonly sizeBytes: number;
  /** The folder of the case: a blob that lies there already is not written again. */
  readonly dir: string;
  /** The name that the temporary file is to have, unless it is taken. */
  readonly temp: string;
  /** Whether a large file may be in the vault already, so that it is worth hashing before it is written. */
  readonly mayBeThere: boolean;
  /** Whether a small file's bytes are wanted too. */
  readonly wantsBytes: boolean;
}

export interface Hashed {
  readonly sha256: Sha256Hex;
  readonly sizeBytes: number;
}

export interface Staged extends Hashed {
  /** The temporary file; null when the blob lay there already and nothing was written. */
  readonly temp: string | null;
  /** Present for a file of at most `WHOLE_BYTES`, when they were asked for: those that were hashed. */
  readonly bytes: Uint8Array | null;
}

/** An error in a form that threads can pass: theirs keeps no code. */
export interface BlobFault {
  /** What failed: reading the file, its staying the same meanwhile, the disk of the case, or the thread itself. */
  readonly of: "file" | "change" | "disk" | "thread";
  readonly message: string;
  /** The system's code (`ENOENT`), when it was the system that refused. */
  readonly systemCode?: string;
  readonly syscall?: string;
}

export type BlobAnswer = Hashed | Staged | BlobFault;

export function isFault(answer: BlobAnswer): answer is BlobFault {
  return "of" in answer;
}

export function isStaged(answer: BlobAnswer): answer is Staged {
  return "temp" in answer;
}

/** An error again, as the one that the thread caught. */
export function toError({ message, systemCode, syscall }: BlobFault): Error {
  const error = new Error(message);
  return systemCode === undefined
    ? error
    : Object.assign(error, { code: systemCode, syscall: syscall ?? "" });
}

/** Files up to this are read whole, and hashed before anything is written. */
export const WHOLE_BYTES = 1024 * 1024;

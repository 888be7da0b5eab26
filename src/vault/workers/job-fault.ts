/** Errors of a job, told apart by what failed: the file that is read, or the disk of the case. */
import { errorCodeOf } from "../../core/index.ts";
import type { BlobFault } from "./blob-job.ts";

/** Why a job cannot be done, and whose fault it is. */
export class JobFault extends Error {
  readonly of: BlobFault["of"];
  constructor(of: BlobFault["of"], message: string, cause?: unknown) {
    super(message, { cause });
    this.of = of;
  }
}

/** Runs what reads the user's file: what it throws is the file's fault. */
export const ofFile = <T>(read: () => T): T => blaming("file", read);
/** Runs what writes to the case: what it throws is its disk's fault. */
export const ofDisk = <T>(write: () => T): T => blaming("disk", write);

function blaming<T>(of: BlobFault["of"], action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (error instanceof JobFault) throw error;
    throw new JobFault(of, error instanceof Error ? error.message : String(error), error);
  }
}

/** An error of a job in a form that threads can pass. */
export function toFault(error: unknown): BlobFault {
  const of = error instanceof JobFault ? error.of : "file";
  const cause = error instanceof JobFault && error.cause !== undefined ? error.cause : error;
  const message = cause instanceof Error ? cause.message : String(cause);
  const systemCode = errorCodeOf(cause);
  if (systemCode === undefined) return { of, message };
  const syscall =
    cause instanceof Error && "syscall" in cause && typeof cause.syscall === "string" ? cause.syscall : "";
  return { of, message, systemCode, syscall };
}

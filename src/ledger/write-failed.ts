/** A disk that refuses to write, said in a way that a person can act on. */
import { errorCodeOf, InquestError } from "../core/index.ts";

const REMEDIES: Readonly<Record<string, string>> = {
  ENOSPC: "The disk is full: free some space and try again.",
  EDQUOT: "Your quota is used up: free some space and try again.",
  EROFS: "The disk is read-only: copy the case to one that can be written.",
  EACCES: "The folder may not be written: change its permissions.",
  EPERM:
    "The folder may not be written, or its file system knows no hard links (FAT, exFAT): copy the case to another.",
  ENOTSUP: "The file system knows no hard links: copy the case to another.",
};

/**
 * Runs a write and turns a system error into InquestError "ledger/write-failed" (reaction locked); anything
 * else passes through.
 */
export function refusingWrites<T>(dir: string, write: () => T): T {
  try {
    return write();
  } catch (error) {
    throw toWriteError("ledger/write-failed", dir, error);
  }
}

/** The error to throw for one caught while writing below `dir`. */
export function toWriteError(code: string, dir: string, error: unknown): unknown {
  const systemCode = errorCodeOf(error);
  if (systemCode === undefined) return error;
  return new InquestError({
    code,
    reaction: "locked",
    message: `${dir} could not be written (${systemCode}). ${REMEDIES[systemCode] ?? "Check the disk and try again."}`,
    cause: error,
    evidence: { dir, systemCode },
  });
}

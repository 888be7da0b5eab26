/** What S3 answers when it refuses, in words that a person can act on. */
import { InquestError } from "../../core/index.ts";

/** HTTP status of an answer of S3, or null when none came. */
export function statusOf(error: unknown): number | null {
  if (!(error instanceof Error) || !("$metadata" in error)) return null;
  const { $metadata: metadata } = error;
  if (typeof metadata !== "object" || metadata === null || !("httpStatusCode" in metadata)) return null;
  return typeof metadata.httpStatusCode === "number" ? metadata.httpStatusCode : null;
}

/** The name was taken: a conditional put lost. */
export function isTaken(error: unknown): boolean {
  return statusOf(error) === 412;
}

export function isMissing(error: unknown): boolean {
  return (
    statusOf(error) === 404 &&
    error instanceof Error &&
    /^(?:NoSuchKey|NotFound|NoSuchVersion)/u.test(error.name)
  );
}

/** Two conditional puts met: neither may have won, so S3 asks to try again. */
export function isConflict(error: unknown): boolean {
  return statusOf(error) === 409;
}

/**
 * The error to throw for one that the SDK threw: "vault/s3-refused" (reaction locked) when the store answered no,
 * "vault/s3-unreachable" (reaction network) when it did not answer.
 */
export function toS3Error(place: string, what: string, error: unknown): unknown {
  if (error instanceof InquestError) return error;
  const status = statusOf(error);
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  if (status === null || status >= 500) {
    return new InquestError({
      code: "vault/s3-unreachable",
      reaction: "network",
      message: `${place} did not ${what} (${reason}). Check the address and the connection, and try again.`,
      cause: error,
      evidence: { place, status },
    });
  }
  return new InquestError({
    code: "vault/s3-refused",
    reaction: "locked",
    message: `${place} refused to ${what} (${status} ${reason}). Check the bucket's name, the keys and what they permit.`,
    cause: error,
    evidence: { place, status },
  });
}

/** The one base of every error Inquest throws on purpose, and how a face reacts to it. */

/**
 * What the caller can do about an error; each maps to one exit code and one HTTP status.
 *
 * - `usage`: the command or request is malformed.
 * - `input`: a file, row or value given by the user is invalid.
 * - `not-found`: the thing asked for does not exist in this case.
 * - `verification`: evidence or ledger differ from what was sealed.
 * - `decision`: a person must decide before this can go on.
 * - `locked`: the case is in use, or the folder cannot be written.
 * - `network`: a network service did not answer.
 * - `internal`: a defect of Inquest itself.
 */
export type ErrorReaction =
  | "usage"
  | "input"
  | "not-found"
  | "verification"
  | "decision"
  | "locked"
  | "network"
  | "internal";

export interface InquestErrorOptions {
  /** Stable code `room/what`, listed in docs/formats/errors.md. */
  readonly code: string;
  readonly reaction: ErrorReaction;
  /** One sentence with the values, and what to do about it. */
  readonly message: string;
  readonly cause?: unknown;
  /** What was expected and found, a locator (file, row), a proof: plain JSON data. */
  readonly evidence?: Readonly<Record<string, unknown>>;
}

/** An error with a stable code, a reaction and evidence. Everything Inquest throws on purpose is one. */
export class InquestError extends Error {
  readonly code: string;
  readonly reaction: ErrorReaction;
  readonly evidence: Readonly<Record<string, unknown>>;

  constructor(options: InquestErrorOptions) {
    super(options.message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = "InquestError";
    this.code = options.code;
    this.reaction = options.reaction;
    this.evidence = options.evidence ?? {};
  }
}

const EXIT_CODES: Readonly<Record<ErrorReaction, number>> = {
  internal: 1,
  usage: 2,
  input: 3,
  "not-found": 3,
  verification: 4,
  decision: 5,
  locked: 6,
  network: 7,
};

const HTTP_STATUSES = {
  internal: 500,
  usage: 400,
  input: 422,
  "not-found": 404,
  verification: 409,
  decision: 409,
  locked: 423,
  network: 502,
} as const satisfies Record<ErrorReaction, number>;

/** The process exit code for an error: 1 for anything that is not an InquestError. */
export function toExitCode(error: unknown): number {
  return error instanceof InquestError ? EXIT_CODES[error.reaction] : 1;
}

/** The HTTP status for an error: 500 for anything that is not an InquestError. */
export function toHttpStatus(error: unknown) {
  return error instanceof InquestError ? HTTP_STATUSES[error.reaction] : HTTP_STATUSES.internal;
}

/** What a verification found: the one shape in which ledger and vault report. */

/** A file that is not as it was sealed, or something about it worth knowing. */
export interface VerifyProblem {
  /** Path within the case folder, with forward slashes: `ledger/checkpoint`. */
  readonly path: string;
  /** Stable code `room/what`, listed in docs/formats/ledger.md. */
  readonly code: string;
  /** What the file should hold or be: a hash, a size, a root; null when there is nothing to compare. */
  readonly expected: string | null;
  /** What it holds or is instead; null when it is missing or cannot be read. */
  readonly actual: string | null;
  /** One English sentence with the place within the file (leaf, entry, line). */
  readonly text: string;
  /** Ids of what depends on it, where the caller said so. */
  readonly neededBy?: readonly string[];
}

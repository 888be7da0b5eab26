/** Errors of bad statement input: each names the file, the entry and the remedy. */
import { InquestError } from "../core/index.ts";

/** Where in a file an entry stands. */
export interface EntryLocator {
  readonly file: string;
  /** Line of the entry, counted from 1; null when unknown. */
  readonly line: number | null;
  /** The entry's key or position. */
  readonly entry: string;
  /** Where the entry stands in the value of the file, as a JSON Pointer. */
  readonly pointer?: string;
  /** The page of docs/formats/ that says how the file is written; that of the case folder when left out. */
  readonly format?: "finding";
}

/** A typed error for one entry of a file, worded "file, line N, entry: what is wrong; what to do". */
export function entryError(
  code: string,
  at: EntryLocator,
  problem: string,
  options: { readonly cause?: unknown; readonly evidence?: Readonly<Record<string, unknown>> } = {},
): InquestError {
  const line = at.line === null ? "" : `, line ${at.line}`;
  return new InquestError({
    code,
    reaction: "input",
    message: `${at.file}${line}, ${at.entry}: ${problem}`,
    cause: options.cause,
    evidence: { ...at, ...options.evidence },
  });
}

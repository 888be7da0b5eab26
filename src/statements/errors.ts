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
  readonly format?: "finding" | "estimate-files";
}

/** Mistakes told of one file at most: more would hide the first ones. */
const MOST_TOLD = 20;

/**
 * Reads every entry, so that all mistakes are told at once.
 *
 * @throws InquestError of the first entry with a mistake, its message followed by those of the others.
 */
export function everyEntry<T, R>(entries: readonly T[], read: (entry: T, index: number) => R): R[] {
  const mistakes: InquestError[] = [];
  const done: R[] = [];
  for (const [index, entry] of entries.entries()) {
    try {
      done.push(read(entry, index));
    } catch (error) {
      if (!(error instanceof InquestError)) throw error;
      mistakes.push(error);
    }
  }
  const [first, ...others] = mistakes;
  if (first === undefined) return done;
  if (others.length === 0) throw first;
  const left = mistakes.length - MOST_TOLD;
  const told = mistakes.slice(0, MOST_TOLD).map(({ message }) => message);
  throw new InquestError({
    code: first.code,
    reaction: first.reaction,
    message: [...told, ...(left > 0 ? [`and ${left} more`] : [])].join("\n"),
    cause: first,
    evidence: { ...first.evidence, mistakes: mistakes.map(({ code, evidence }) => ({ code, ...evidence })) },
  });
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

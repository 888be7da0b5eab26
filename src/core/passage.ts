/**
 * Passages: places in a decoded text, by position and by quote (W3C Web Annotation Data Model, 4.2.4 and
 * 4.2.5). Positions count Unicode code points, as that model asks, never UTF-16 units or bytes.
 */
import { InquestError } from "./errors.ts";
import { createTextIndex } from "./text-index.ts";

export interface TextPassage {
  /** Code points before the first one of the passage. */
  readonly start: number;
  /** Code points before the first one after the passage; always more than `start`. */
  readonly end: number;
  readonly quote: string;
  /** At most 32 code points before the passage, to find it again in another copy of the text. */
  readonly prefix: string;
  /** At most 32 code points after it. */
  readonly suffix: string;
}

export interface FindPassageOptions {
  /** Which of several occurrences, from 1. */
  readonly occurrence?: number;
  /** Text that must stand directly before the quote. */
  readonly prefix?: string;
}

const CONTEXT_LENGTH = 32;

/** Finds passages of one text. */
export interface PassageFinder {
  /**
   * The passage that reads exactly as the quote; overlapping occurrences count.
   *
   * @throws InquestError "core/passage-not-found", with the nearest match as a hint, when the quote does not
   *   occur (that often); "core/passage-ambiguous", with the positions, when it occurs more than once and
   *   neither `occurrence` nor `prefix` says which.
   */
  find(quote: string, options?: FindPassageOptions): TextPassage;
}

/** Finds many passages of one text: after the first few each costs about as much as its quote is long. */
export function createPassageFinder(text: string): PassageFinder {
  const index = createTextIndex(text);
  const isWhole = (at: number) => !splitsPair(text, at);
  return {
    find(quote, options = {}) {
      const { occurrence, prefix = "" } = options;
      const wanted = prefix + quote;
      const found =
        quote === ""
          ? []
          : index.offsetsOf(wanted).filter((at) => isWhole(at) && isWhole(at + wanted.length));
      const chosen = found[(occurrence ?? 1) - 1];
      if (chosen === undefined) throw notFound(text, quote, found.length, options);
      if (occurrence === undefined && found.length > 1) throw ambiguous(quote, found.map(index.pointsBefore));
      const from = chosen + prefix.length;
      const to = from + quote.length;
      return {
        start: index.pointsBefore(from),
        end: index.pointsBefore(to),
        quote,
        prefix: lastPoints(text.slice(Math.max(0, from - 2 * CONTEXT_LENGTH), from)),
        suffix: firstPoints(text.slice(to, to + 2 * CONTEXT_LENGTH)),
      };
    },
  };
}

/** The passage of a text that reads exactly as the quote. @throws as `PassageFinder.find`. */
export function findPassage(text: string, quote: string, options: FindPassageOptions = {}): TextPassage {
  return createPassageFinder(text).find(quote, options);
}

/**
 * The passage between two positions in code points.
 *
 * @throws InquestError "core/passage-range" when the range is empty or leaves the text.
 */
export function readPassage(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): TextPassage {
  const points = [...text];
  if (Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= points.length)
    return toPassage(points, start, end);
  throw new InquestError({
    code: "core/passage-range",
    reaction: "input",
    message: `The passage ${start}–${end} does not lie in a text of ${points.length} characters. Find the quote again.`,
    evidence: { start, end, length: points.length },
  });
}

/** How many Unicode code points a text has. */
export function countCodePoints(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

function toPassage(points: readonly string[], start: number, end: number): TextPassage {
  return {
    start,
    end,
    quote: points.slice(start, end).join(""),
    prefix: points.slice(Math.max(0, start - CONTEXT_LENGTH), start).join(""),
    suffix: points.slice(end, end + CONTEXT_LENGTH).join(""),
  };
}

/** At most as many code points as stand beside a quote; a text without surrogates needs no splitting. */
function firstPoints(text: string): string {
  return /[\ud800-\udfff]/.test(text)
    ? [...text].slice(0, CONTEXT_LENGTH).join("")
    : text.slice(0, CONTEXT_LENGTH);
}

function lastPoints(text: string): string {
  return /[\ud800-\udfff]/.test(text)
    ? [...text].slice(-CONTEXT_LENGTH).join("")
    : text.slice(-CONTEXT_LENGTH);
}

/** Whether an offset stands within a surrogate pair: a match that would split one is none. */
function splitsPair(text: string, at: number): boolean {
  return (text.codePointAt(at - 1) ?? 0) > 0xffff;
}

function notFound(text: string, quote: string, count: number, options: FindPassageOptions): InquestError {
  const nearest = quote === "" ? null : nearestMatch(text, quote);
  const times = count > 0 ? `occurs ${count} times, not ${options.occurrence}` : "does not occur";
  const hint =
    nearest === null
      ? "Quote the source's own words."
      : `The nearest words there are ${JSON.stringify(nearest)}.`;
  return new InquestError({
    code: "core/passage-not-found",
    reaction: "input",
    message: `The quote ${JSON.stringify(quote)} ${times} in the text. ${hint}`,
    evidence: { quote, count, nearest },
  });
}

function ambiguous(quote: string, found: readonly number[]): InquestError {
  const starts = found.slice(0, 20);
  return new InquestError({
    code: "core/passage-ambiguous",
    reaction: "input",
    message: `The quote ${JSON.stringify(quote)} occurs ${found.length} times (at characters ${starts.join(", ")}). Quote more words, or say which occurrence.`,
    evidence: { quote, count: found.length, starts },
  });
}

/**
 * The stretch of the text, as long in words as the quote, that shares most three-letter runs with it (Dice
 * coefficient over trigrams of the lower-cased words); null when less than 40 % is shared.
 */
export function nearestMatch(text: string, quote: string): string | null {
  const words = [...text.matchAll(/\S+/gu)];
  const wanted = trigrams(quote);
  const length = Math.max(1, quote.split(/\s+/u).filter((word) => word !== "").length);
  let best: { readonly score: number; readonly at: number } = { score: 0.4, at: -1 };
  for (let at = 0; at + length <= words.length; at += 1) {
    const window = words.slice(at, at + length).map(([word]) => word);
    const score = dice(wanted, trigrams(window.join(" ")));
    if (score > best.score) best = { score, at };
  }
  const first = words[best.at];
  const last = words[best.at + length - 1];
  return first === undefined || last === undefined
    ? null
    : text.slice(first.index, last.index + last[0].length);
}

function trigrams(text: string): ReadonlySet<string> {
  const plain = ` ${text.toLowerCase().split(/\s+/u).join(" ").trim()} `;
  const runs = new Set<string>();
  for (let at = 0; at + 3 <= plain.length; at += 1) runs.add(plain.slice(at, at + 3));
  return runs;
}

function dice(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  let shared = 0;
  for (const run of left) if (right.has(run)) shared += 1;
  return (2 * shared) / (left.size + right.size || 1);
}

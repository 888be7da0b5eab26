/** The words of a page and where on it they stand. */
import { InquestError } from "./errors.ts";
import { nearestMatch, readPassage } from "./passage.ts";
import { findSpaced, foldSpace, type TextRange } from "./spaced-text.ts";

/** A rectangle; `x` and `y` are those of its corner nearest to the top left one of the page or picture. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A stretch of words that a page sets in one go. */
export interface TextRun {
  readonly text: string;
  readonly box: Box;
  readonly endsLine: boolean;
}

/** A page as its reader sees it, turned upright; lengths are points, 1/72 inch. */
export interface PageText {
  readonly width: number;
  readonly height: number;
  /** In the order of reading. Empty where the page is only a picture. */
  readonly runs: readonly TextRun[];
}

/** Words on a page. White space is single spaces: a page has none of its own. */
export interface PageWords {
  /** As they were looked for, which is how a person reads them. */
  readonly quote: string;
  /** At most 32 code points of the file before and after. */
  readonly prefix: string;
  readonly suffix: string;
  /** Around all runs that the words are part of. */
  readonly box: Box;
}

/** Whether a page has words that a program can read. */
export function hasText({ runs }: PageText): boolean {
  return runs.some(({ text }) => text.trim() !== "");
}

/** The words of a page as one text. */
export function textOfPage({ runs }: PageText): string {
  return runs.map(({ text, endsLine }) => (endsLine ? `${text}\n` : text)).join("");
}

/**
 * Every place of a page at which the words stand, in the order of reading, whatever white space parts them. A page is
 * made of shapes: vowel signs stand there in any order, joiners and marks of direction not at all, so neither is
 * compared.
 */
export function findOnPage(page: PageText, words: string): PageWords[] {
  const text = textOfPage(page);
  const ends = endsOfRuns(page);
  return rangesOnPage(text, words).map((range) => {
    const { prefix, suffix } = readPassage(text, range);
    return {
      quote: spaced(words.trim()),
      prefix: spaced(prefix),
      suffix: spaced(suffix),
      box: boxAround(page.runs.filter((_, index) => overlaps(range, ends, index)).map(({ box }) => box)),
    };
  });
}

/** Where words stand in the text of a page (`textOfPage`), as code points; compared as `findOnPage` compares them. */
export function rangesOnPage(text: string, words: string): TextRange[] {
  return findSpaced([...text], words, hasNoShape);
}

/**
 * The one place of a page at which the words stand.
 *
 * @param occurrence - which of several, from 1.
 * @throws InquestError "core/passage-not-found", "core/passage-ambiguous".
 */
export function readOnPage(page: PageText, words: string, occurrence?: number): PageWords {
  const found = findOnPage(page, words);
  const chosen = found[(occurrence ?? 1) - 1];
  if (chosen !== undefined && (occurrence !== undefined || found.length === 1)) return chosen;
  if (found.length > 1 && occurrence === undefined)
    throw pageError(
      "core/passage-ambiguous",
      `The quote ${JSON.stringify(words)} stands ${found.length} times on the page. Quote more words, or say which occurrence.`,
    );
  const nearest = nearestMatch(textOfPage(page), words);
  const times = found.length > 0 ? `stands ${found.length} times, not ${occurrence}` : "does not stand";
  throw pageError(
    "core/passage-not-found",
    `The quote ${JSON.stringify(words)} ${times} among the words of the page. ${nearest === null ? "" : `The nearest words there are ${JSON.stringify(nearest)}. `}Where the picture shows what its hidden words do not say, write read: eye.`,
  );
}

function hasNoShape(point: string): boolean {
  return /[\p{M}\p{Cf}\u0640]/u.test(point);
}

/** Whether two boxes have a part in common. */
export function doBoxesMeet(left: Box, right: Box): boolean {
  return (
    left.x < right.x + right.width &&
    right.x < left.x + left.width &&
    left.y < right.y + right.height &&
    right.y < left.y + left.height
  );
}

/** Code points before the end of each run, its line break not counted. */
function endsOfRuns({ runs }: PageText): TextRange[] {
  let at = 0;
  return runs.map(({ text, endsLine }) => {
    const start = at;
    const end = start + [...text].length;
    at = end + (endsLine ? 1 : 0);
    return { start, end };
  });
}

function overlaps({ start, end }: TextRange, ends: readonly TextRange[], index: number): boolean {
  const run = ends[index];
  return run !== undefined && run.start < end && start < run.end;
}

function boxAround(boxes: readonly Box[]): Box {
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { x: round(x), y: round(y), width: round(right - x), height: round(bottom - y) };
}

/** To a hundredth of a point: finer than any eye, and the same digits everywhere. */
function round(points: number): number {
  return Math.round(points * 100) / 100;
}

function spaced(text: string): string {
  return foldSpace([...text]).points.join("");
}

function pageError(code: string, message: string): InquestError {
  return new InquestError({ code, reaction: "input", message });
}

/** From selected text to a passage as statements have it: exact words, code points, and which occurrence is meant. */
import { countCodePoints, rangesOnPage } from "../../src/core/pure.ts";

export interface QuotedPassage {
  /** Code points from the start of the text. */
  readonly start: number;
  readonly end: number;
  /** The words, letter for letter. */
  readonly quote: string;
  /** Which of several occurrences, from 1; null where the words stand once. */
  readonly occurrence: number | null;
  /** Of a source with pages, from 1: positions are those in the words of the page. Null in running text. */
  readonly page: number | null;
  /** Of a picture, or of a page as it looks; then `quote` is what a person wrote of it, and positions are 0. */
  readonly part?: QuotedPart;
}

/** A box from the upper left corner: in pixels of a picture as the file stores them, in points of a page as it is shown. */
export interface PictureBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface QuotedPart {
  readonly box: PictureBox;
  /** Seen by whoever records, where nothing is written that could be read. */
  readonly isSeen: boolean;
}

/** The same among the words of a page, where the case compares words as a page shows them. */
export function toPagePassage(text: string, from: number, to: number, page: number): QuotedPassage | null {
  const passage = toQuotedPassage(text, from, to);
  if (passage === null) return null;
  // A sign that is not compared may stand at the start: then the place begins a little behind it.
  const distances = rangesOnPage(text, passage.quote).map(({ start }) => Math.abs(start - passage.start));
  const nearest = distances.indexOf(Math.min(...distances));
  return { ...passage, page, occurrence: distances.length < 2 ? null : nearest + 1 };
}

/**
 * The passage between two UTF-16 offsets, without the blanks around it and never half of a letter beyond the basic
 * plane; null where nothing but blanks is left.
 */
export function toQuotedPassage(text: string, from: number, to: number): QuotedPassage | null {
  if (from >= to) return null;
  const chosen = text.slice(splitsPair(text, from) ? from - 1 : from, splitsPair(text, to) ? to + 1 : to);
  const quote = chosen.trim();
  if (quote === "") return null;
  const first = (splitsPair(text, from) ? from - 1 : from) + (chosen.length - chosen.trimStart().length);
  const start = countCodePoints(text.slice(0, first));
  return {
    start,
    end: start + countCodePoints(quote),
    quote,
    occurrence: occurrenceAt(text, quote, first),
    page: null,
  };
}

/** Overlapping occurrences count, as they do where the case looks for the words. */
function occurrenceAt(text: string, quote: string, first: number): number | null {
  let before = 0;
  let isAlone = true;
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
    if (at < first) before += 1;
    if (at !== first) isAlone = false;
    if (at > first) break;
  }
  return isAlone ? null : before + 1;
}

/** Whether the offset lies inside a surrogate pair. */
function splitsPair(text: string, at: number): boolean {
  const [high, low] = [text.charCodeAt(at - 1), text.charCodeAt(at)];
  return high >= 0xd800 && high < 0xdc00 && low >= 0xdc00 && low < 0xe000;
}

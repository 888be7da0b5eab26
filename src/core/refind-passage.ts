/** Where a passage stands in another text of its source: a new extraction, a corrected copy. */
import { nearestMatch, readPassage, type TextPassage } from "./passage.ts";
import { findSpaced, foldSpace, rangesOf, type TextRange } from "./spaced-text.ts";

export type Refound =
  /** The same words at the same place, and nowhere else with more of the words that stood around them. */
  | { readonly how: "in-place"; readonly passage: TextPassage }
  /** The same words once elsewhere, or once with more of the words that stood around them. */
  | { readonly how: "moved"; readonly passage: TextPassage }
  /** As `moved`, and the words are parted by other white space: lines are broken elsewhere. */
  | { readonly how: "respaced"; readonly passage: TextPassage }
  /** The same words several times, and what stood around them does not say which; in the order of the text. */
  | { readonly how: "ambiguous"; readonly passages: readonly TextPassage[] }
  /** Not there. `nearest` is the likest stretch, for a person to look at; null when nothing is like it. */
  | { readonly how: "lost"; readonly nearest: string | null };

/**
 * Finds a passage again by its quote, then its context, then its position (W3C Web Annotation Data Model, 4.2.4 and
 * 4.2.5). It never guesses: a passage that is changed by a letter is lost.
 *
 * @param text - the other text; positions are code points of it.
 */
export function refindPassage(text: string, wanted: TextPassage): Refound {
  const points = [...text];
  const exact = choose(text, rangesOf(points, [...wanted.quote]), wanted);
  if (exact !== null) return exact;
  const respaced = choose(text, findSpaced(points, wanted.quote), wanted);
  if (respaced === null) return { how: "lost", nearest: nearestMatch(text, wanted.quote) };
  return respaced.how === "ambiguous" || respaced.how === "lost"
    ? respaced
    : { how: "respaced", passage: respaced.passage };
}

/** The one range whose surroundings are most like those of the passage; null without any. */
function choose(text: string, ranges: readonly TextRange[], wanted: TextPassage): Refound | null {
  const found = ranges
    .map((range) => readPassage(text, range))
    .map((passage) => ({ passage, shared: sharedContext(passage, wanted) }));
  const most = Math.max(...found.map(({ shared }) => shared));
  const [best, second] = found.filter(({ shared }) => shared === most);
  if (best === undefined) return null;
  const inPlace = found.find(({ shared, passage }) => shared === most && isSamePlace(passage, wanted));
  if (inPlace !== undefined) return { how: "in-place", passage: inPlace.passage };
  if (second === undefined) return { how: "moved", passage: best.passage };
  return { how: "ambiguous", passages: found.map(({ passage }) => passage) };
}

function isSamePlace(left: TextRange, right: TextRange): boolean {
  return left.start === right.start && left.end === right.end;
}

/** How many code points around both are alike, counted away from the quote; white space is one. */
function sharedContext(left: TextPassage, right: TextPassage): number {
  const before = ({ prefix }: TextPassage) => [...foldSpace([...prefix]).points].reverse();
  const after = ({ suffix }: TextPassage) => foldSpace([...suffix]).points;
  return commonLength(before(left), before(right)) + commonLength(after(left), after(right));
}

function commonLength(left: readonly string[], right: readonly string[]): number {
  const differing = left.findIndex((point, index) => point !== right[index]);
  return differing < 0 ? left.length : differing;
}

/** Words found whatever white space parts them: lines are broken differently in every copy of a text. */

/** Code points, `end` after the last one. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

export interface SpacedText {
  /** Code points, every run of white space as one space. */
  readonly points: readonly string[];
  /** Where each of them stood before. */
  readonly from: readonly number[];
}

/** A text with every run of white space as one space, and without the points that `isIgnored` names. */
export function foldSpace(
  points: readonly string[],
  isIgnored: (point: string) => boolean = () => false,
): SpacedText {
  const folded: string[] = [];
  const from: number[] = [];
  for (const [index, point] of points.entries()) {
    if (isIgnored(point)) continue;
    const isSpace = /\s/u.test(point);
    if (isSpace && folded.at(-1) === " ") continue;
    folded.push(isSpace ? " " : point);
    from.push(index);
  }
  return { points: folded, from };
}

/** Where some code points stand among others; overlapping places count. */
export function rangesOf(points: readonly string[], wanted: readonly string[]): TextRange[] {
  const found: TextRange[] = [];
  const [first] = wanted;
  if (first === undefined) return found;
  for (let at = points.indexOf(first); at >= 0; at = points.indexOf(first, at + 1))
    if (wanted.every((point, index) => points[at + index] === point))
      found.push({ start: at, end: at + wanted.length });
  return found;
}

/** Where words stand in a text, as ranges of the text as it is; white space around the words is not theirs. */
export function findSpaced(
  points: readonly string[],
  words: string,
  isIgnored?: (point: string) => boolean,
): TextRange[] {
  const spaced = foldSpace(points, isIgnored);
  return rangesOf(spaced.points, foldSpace([...words.trim()], isIgnored).points).map(({ start, end }) => ({
    start: spaced.from[start] ?? 0,
    // The last point's own end, so that white space after it stays outside.
    end: (spaced.from[end - 1] ?? 0) + 1,
  }));
}

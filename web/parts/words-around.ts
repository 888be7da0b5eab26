/** Words of a text by where they stand, as Unicode divides them (UAX 29). Offsets are UTF-16 units. */
import type { TextStretch } from "./text-range.ts";

export interface WordSteps {
  /** The word at an offset; null between words. */
  at(offset: number): TextStretch | null;
  /** The first word that begins at or after an offset; null behind the last one. */
  after(offset: number): TextStretch | null;
  /** The last word that ends at or before an offset; null before the first one. */
  before(offset: number): TextStretch | null;
}

export function createWordSteps(text: string): WordSteps {
  const segments = new Intl.Segmenter(undefined, { granularity: "word" }).segment(text);
  const segmentAt = (offset: number) => (offset < 0 ? undefined : segments.containing(offset));
  return {
    at(offset) {
      const found = segmentAt(offset);
      return found?.isWordLike === true ? toStretch(found) : null;
    },
    after(offset) {
      let found = segmentAt(offset);
      while (found !== undefined && (found.isWordLike !== true || found.index < offset))
        found = segmentAt(found.index + found.segment.length);
      return found === undefined ? null : toStretch(found);
    },
    before(offset) {
      let found = segmentAt(offset - 1);
      while (
        found !== undefined &&
        (found.isWordLike !== true || found.index + found.segment.length > offset)
      )
        found = segmentAt(found.index - 1);
      return found === undefined ? null : toStretch(found);
    },
  };
}

function toStretch({ index, segment }: Intl.SegmentData): TextStretch {
  return { from: index, to: index + segment.length };
}

/** The words of long texts, folded as `foldText` folds them. Words recur, so that each is folded once. */
import { foldText } from "../../core/index.ts";

/** ASCII that is neither letter nor digit: nothing on its one side is folded by what stands on its other. */
const APART = /[\0-/:-@[-`{-\x7f]+/u;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;
/** Distinct stretches that are remembered, after which remembering starts anew. */
const REMEMBERED = 200_000;
/** A longer stretch without any ASCII mark is no word that comes again. */
const LONGEST_REMEMBERED = 64;

/** Reads the words of a text, and gives what was made of them, stretch by stretch. */
export type WordReader<Read> = (text: string, take: (read: Read) => void) => void;

/** @param make - what is given of the words of one stretch of text; remembered with it. */
export function createWordReader<Read>(make: (words: readonly string[]) => Read): WordReader<Read> {
  let known = new Map<string, Read>();
  return (text, take) => {
    for (const stretch of text.split(APART)) {
      if (stretch === "") continue;
      let read = known.get(stretch);
      if (read === undefined) {
        read = make(foldText(stretch).match(WORD) ?? []);
        if (stretch.length <= LONGEST_REMEMBERED) {
          if (known.size >= REMEMBERED) known = new Map();
          known.set(stretch, read);
        }
      }
      take(read);
    }
  };
}

/** The words of a short text. */
export function wordsOf(text: string): readonly string[] {
  return foldText(text).match(WORD) ?? [];
}

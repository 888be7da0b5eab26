/** Telling records that differ from records that write one value in different ways. */
import { foldText, toCoarseSkeleton } from "../../src/core/pure.ts";

/**
 * - `one`: a single spelling.
 * - `same`: several spellings of what reads as one value: other digits, letters of another keyboard, another script.
 * - `differ`: values that no way of writing explains.
 *
 * Values of one script are compared as folded text; only across scripts, where vowels are lost, by consonants.
 */
export function compareSpellings(texts: readonly string[]): "one" | "same" | "differ" {
  if (texts.length < 2) return "one";
  const folded = texts.map((text) => ({ text: foldText(text), isLatin: /\p{Script=Latin}/u.test(text) }));
  const agrees = folded.every((a) =>
    folded.every((b) =>
      a.isLatin === b.isLatin ? a.text === b.text : toCoarseSkeleton(a.text) === toCoarseSkeleton(b.text),
    ),
  );
  return agrees ? "same" : "differ";
}

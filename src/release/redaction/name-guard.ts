/** Words that go out are looked through for the names of those who are not to be shown. */
import { foldText } from "../../core/index.ts";

/** Longest name that is looked for, in words. */
const MOST_WORDS = 8;
/** A name of one word stands in too many sentences that are about somebody else: it is looked for only where asked. */
const FEWEST_WORDS = 2;

/**
 * @param names - whole names, in any script.
 * @param fewest - words that a name must have to be looked for: two when left out.
 * @returns whether a text holds one of them as whole words, whatever its case, marks, digits, joints or punctuation.
 */
export function createNameGuard(
  names: Iterable<string>,
  fewest: number = FEWEST_WORDS,
): (text: string) => boolean {
  const known = new Set<string>();
  let longest = 0;
  for (const name of names) {
    const words = wordsOf(name);
    if (words.length < fewest || words.length > MOST_WORDS) continue;
    known.add(words.join(" "));
    longest = Math.max(longest, words.length);
  }
  return (text) => {
    if (known.size === 0) return false;
    const words = wordsOf(text);
    for (let start = 0; start < words.length; start += 1) {
      for (let count = fewest; count <= longest && start + count <= words.length; count += 1)
        if (known.has(words.slice(start, start + count).join(" "))) return true;
    }
    return false;
  };
}

function wordsOf(text: string): string[] {
  return foldText(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

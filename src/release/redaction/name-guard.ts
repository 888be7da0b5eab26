/** Words that go out are looked through for the names of those who are not to be shown. */
import { createWordFinder } from "../leak-scan/find-words.ts";
import { wordsOf } from "../leak-scan/folded-words.ts";

/** A name of one word stands in too many sentences that are about somebody else: it is looked for only where asked. */
const FEWEST_WORDS = 2;

/** Whether a name is long enough to be looked for. */
export function isTellingName(name: string): boolean {
  return wordsOf(name).length >= FEWEST_WORDS;
}

/**
 * As the scan of a release finds them: what is let through here stops no release there.
 *
 * @param names - whole names, in any script.
 * @param fewest - words that a name must have to be looked for: two when left out.
 * @returns whether a text holds one of them as whole words, whatever its case, marks, digits, joints or punctuation.
 */
export function createNameGuard(
  names: Iterable<string>,
  fewest: number = FEWEST_WORDS,
): (text: string) => boolean {
  const telling = [...names].filter((name) => wordsOf(name).length >= fewest);
  const find = createWordFinder(telling.map((text) => ({ id: "name", is: "words", text })));
  if (find === null) return () => false;
  return (text) => find(text)[Symbol.iterator]().next().done !== true;
}

/** Whether a whole text is one of the names and nothing else, in any spelling of its letters, also a name of one word. */
export function createSameName(names: Iterable<string>): (text: string) => boolean {
  const bare = (text: string) => wordsOf(text).join("");
  const known = new Set([...names].map(bare).filter((name) => name !== ""));
  return (text) => known.size > 0 && known.has(bare(text));
}

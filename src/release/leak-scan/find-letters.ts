/** The same letters in a row, whatever parts them: words broken by marks of a format, set apart letter by letter, or glued. */
import { createWordReader, wordsOf } from "./folded-words.ts";
import { FEWEST_LETTERS, type Finder, type Sought } from "./sought.ts";

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}]/u;

/** Null where nothing is sought by its letters. */
export function createLetterFinder(sought: readonly Sought[]): Finder | null {
  const byStart = new Map<string, { readonly id: string; readonly letters: string }[]>();
  for (const each of sought) {
    if (each.is !== "letters") continue;
    const letters = wordsOf(each.text).join("");
    if (letters.length < FEWEST_LETTERS) continue;
    const ways = RIGHT_TO_LEFT.test(letters) ? [letters, [...letters].reverse().join("")] : [letters];
    for (const way of ways) {
      const start = way.slice(0, FEWEST_LETTERS);
      byStart.set(start, [...(byStart.get(start) ?? []), { id: each.id, letters: way }]);
    }
  }
  if (byStart.size === 0) return null;
  const read = createWordReader((words) => words.join(""));
  return function* find(text) {
    const parts: string[] = [];
    read(text, (letters) => parts.push(letters));
    const all = parts.join("");
    for (let at = 0; at + FEWEST_LETTERS <= all.length; at += 1)
      for (const { id, letters } of byStart.get(all.slice(at, at + FEWEST_LETTERS)) ?? [])
        if (all.startsWith(letters, at)) yield id;
  };
}

/** Whole words in a row, of many thousand names at once. */
import { createWordReader, wordsOf } from "./folded-words.ts";
import type { Finder, Sought } from "./sought.ts";

/** Written from right to left, and so at times stored in the order in which it is seen. */
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}]/u;

const JOINT = "\u200c";

/** Words as numbers, those that stand in nothing sought as 0. */
interface Pattern {
  readonly id: string;
  readonly words: readonly number[];
}

/** Null where nothing is sought by its words. */
export function createWordFinder(sought: readonly Sought[]): Finder | null {
  const numbers = new Map<string, number>();
  const numberOf = (word: string) => {
    const known = numbers.get(word);
    if (known !== undefined) return known;
    numbers.set(word, numbers.size + 1);
    return numbers.size;
  };
  const byStart = new Map<number, Map<number, Pattern[]>>();
  let count = 0;
  for (const each of sought) {
    if (each.is !== "words") continue;
    for (const words of waysToWrite(each.text)) {
      const [first, second = 0, ...rest] = words.map(numberOf);
      if (first === undefined) continue;
      const pattern = { id: each.id, words: rest };
      const bySecond = byStart.get(first) ?? new Map<number, Pattern[]>();
      byStart.set(first, bySecond);
      const alike = bySecond.get(second);
      if (alike === undefined) bySecond.set(second, [pattern]);
      else alike.push(pattern);
      count += 1;
    }
  }
  if (count === 0) return null;
  const read = createWordReader((words) => words.map((word) => numbers.get(word) ?? 0));
  return function* find(text) {
    const stream: number[] = [];
    read(text, (words) => {
      for (const word of words) stream.push(word);
    });
    for (let at = 0; at < stream.length; at += 1) {
      const first = stream[at] ?? 0;
      const bySecond = first === 0 ? undefined : byStart.get(first);
      if (bySecond === undefined) continue;
      for (const { id } of bySecond.get(0) ?? []) yield id;
      const second = stream[at + 1] ?? 0;
      if (second === 0) continue;
      for (const { id, words } of bySecond.get(second) ?? [])
        if (words.every((word, index) => stream[at + 2 + index] === word)) yield id;
    }
  };
}

/**
 * With the joints of its compounds as spaces and as nothing, which is what a page draws; and words of Arabic and Hebrew script
 * also in the order in which a line shows them from its left end, with their letters in order or turned.
 */
function waysToWrite(text: string): readonly (readonly string[])[] {
  const ways = [wordsOf(text)];
  // One word alone may be another's first name.
  const joined = text.includes(JOINT) ? wordsOf(text.replaceAll(JOINT, "")) : [];
  if (joined.length > 1) ways.push(joined);
  if (!RIGHT_TO_LEFT.test(text)) return ways;
  return ways.flatMap((words) => {
    const turned = [...words].reverse();
    return [words, turned, turned.map((word) => [...word].reverse().join(""))];
  });
}

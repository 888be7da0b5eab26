/** Search by name across scripts: a Latin query finds a Persian name, and digits match in any script. */
import { foldText, toCoarseSkeleton, toNameSkeleton } from "../core/index.ts";

export interface NameIndex<Item> {
  /**
   * Items whose names hold every word of the query, best first: words as written (or begun) before words
   * that only sound alike. Words match in any order.
   */
  search(query: string): Item[];
}

interface Entry<Item> {
  readonly item: Item;
  readonly words: readonly string[];
  readonly skeletons: ReadonlySet<string>;
}

const EXACT = 3;
const BEGUN = 2;
const SOUNDS_ALIKE = 1;

/** An index over items and their names; ids may be given among the names. */
export function createNameIndex<Item>(
  items: readonly Item[],
  namesOf: (item: Item) => readonly string[],
): NameIndex<Item> {
  const entries: Entry<Item>[] = items.map((item) => {
    const words = namesOf(item).flatMap((name) => foldText(name).split(" "));
    return { item, words, skeletons: new Set(words.flatMap(soundsOf)) };
  });
  return {
    search(query) {
      const wanted = foldText(query)
        .split(" ")
        .filter((word) => word !== "")
        .map((word) => ({ word, sounds: soundsOf(word) }));
      if (wanted.length === 0) return items.slice();
      return entries
        .map((entry, order) => ({ entry, order, score: scoreOf(entry, wanted) }))
        .filter(({ score }) => score > 0)
        .sort((a, b) => b.score - a.score || a.order - b.order)
        .map(({ entry }) => entry.item);
    },
  };
}

/** The sum over the words of the query; 0 as soon as one is not found. */
function scoreOf<Item>(
  entry: Entry<Item>,
  wanted: readonly { readonly word: string; readonly sounds: readonly string[] }[],
): number {
  let score = 0;
  for (const { word, sounds } of wanted) {
    if (entry.words.includes(word)) score += EXACT;
    else if (entry.words.some((known) => known.startsWith(word))) score += BEGUN;
    else if (sounds.some((sound) => entry.skeletons.has(sound))) score += SOUNDS_ALIKE;
    else return 0;
  }
  return score;
}

/** A word by its consonants, fine and coarse; a word of one consonant alone says too little. */
function soundsOf(word: string): string[] {
  return [`f ${toNameSkeleton(word)}`, `c ${toCoarseSkeleton(word)}`].filter((sound) => sound.length > 3);
}

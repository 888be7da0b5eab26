/**
 * Search over anything with words: blind to script, digits, case and marks, forgiving of beginnings and slips.
 *
 * A thing is found when each word of the query stands in it: as written, as a beginning, or as a word that closely sounds
 * so, in whatever script. Where a word means nothing in that way, or all of them together find nothing, words with a slip
 * and words that only roughly sound so count too. Words between quotation marks stand together, as they are written.
 */
import { isHonorific } from "../core/index.ts";
import { createMarker, type Mark } from "./search/marks.ts";
import { createMeaningFinder } from "./search/meanings.ts";
import { parseQuery, type Wanted, wordsOf } from "./search/query.ts";
import { rankThings } from "./search/ranking.ts";
import { createPackedTexts } from "./search/texts.ts";
import { createWordList } from "./search/words.ts";

export interface SearchHits {
  /** Numbers of the things found, the best first, then in the order in which they were added. */
  readonly found: Int32Array;
  /** Whether spellings that are only near count too, because they were asked for or nothing else was found. */
  readonly isNear: boolean;
  /** Where a text holds what was asked for. */
  marks(text: string): Mark[];
}

export interface SearchOptions {
  /** Also what is only near to what is asked for, although there is something closer. */
  readonly isNear?: boolean;
}

export interface SearchIndex {
  /** Things added. */
  readonly size: number;
  /**
   * Adds the next thing; gives its number, from 0.
   *
   * @param texts - where its words stand.
   * @param names - what it is called; found as its texts are, and before them.
   */
  add(texts: readonly string[], names?: readonly string[]): number;
  /** Nothing for a query without a word. */
  search(query: string, options?: SearchOptions): SearchHits;
}

export function createSearchIndex(): SearchIndex {
  const words = createWordList();
  const texts = createPackedTexts();
  /** By word: twice the number of each thing that holds it, and one more where it stands in its name; ascending. */
  const places: number[][] = [];
  const finder = createMeaningFinder({ words, texts, places });
  let size = 0;

  function numbersOf(text: string, place: number): number[] {
    return wordsOf(text).map((word) => {
      const number = words.add(word);
      const list = places[number];
      if (list === undefined) places.push([place]);
      else if ((list.at(-1) ?? -1) >> 1 !== place >> 1) list.push(place);
      return number;
    });
  }

  return {
    get size() {
      return size;
    },
    add(given, names = []) {
      const thing = size++;
      const ofNames = names.map((name) => numbersOf(name, thing * 2 + 1));
      texts.add(
        ofNames,
        given.map((text) => numbersOf(text, thing * 2)),
      );
      return thing;
    },
    search(query, { isNear = false } = {}) {
      const wanted = parseQuery(query);
      // A title belongs to no name: where nobody has it beside the name, the name is what is meant.
      const untitled = wanted.filter(({ words: [word = ""], isPhrase }) => isPhrase || !isHonorific(word));
      const isTitled = untitled.length > 0 && untitled.length < wanted.length;
      const attempts = [false, true].flatMap((near) => [
        { wanted, near },
        ...(isTitled ? [{ wanted: untitled, near }] : []),
      ]);
      let hits: SearchHits = { found: new Int32Array(), isNear, marks: () => [] };
      if (wanted.length === 0) return hits;
      for (const attempt of attempts) {
        if (isNear && !attempt.near) continue;
        hits = ask(attempt.wanted, attempt.near, attempt.wanted !== wanted);
        if (hits.found.length > 0) break;
      }
      return hits;
    },
  };

  function ask(wanted: readonly Wanted[], isNear: boolean, isShortened: boolean): SearchHits {
    const strict = finder.strict(wanted);
    // A word that means nothing as it stands can only be a slip.
    const isWide = wanted.map((_, n) => isNear || strict[n]?.length === 0);
    const asked = wanted.map((each, n) => [
      ...(strict[n] ?? []),
      ...(isWide[n] === true ? finder.near(each) : []),
    ]);
    return {
      found: rankThings(asked, texts, size),
      isNear: isShortened || isWide.includes(true),
      marks: createMarker(wanted, asked, words.numberOf),
    };
  }
}

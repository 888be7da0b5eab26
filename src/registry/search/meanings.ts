/** Which words of the index a word of a query may mean, how well, and in which things they stand. */
import { toSounds } from "../../core/index.ts";
import type { Wanted } from "./query.ts";
import type { PackedTexts } from "./texts.ts";
import type { WordList } from "./words.ts";

/** How a word was found: as it is written, as a beginning, by its sound, or with a slip. */
export type FoundHow = "written" | "begun" | "sound" | "slip";

/** One way in which something asked for may stand in a text. */
export interface Meaning {
  /** Numbers of the words that stand there, next to each other where there are several. */
  readonly words: readonly number[];
  /** Where: twice the number of a thing, and one more where it stands in its name; ascending. */
  readonly places: readonly number[];
  /** At most `BEST`. */
  readonly quality: number;
  readonly how: FoundHow;
}

export const BEST = 100;

/** Chosen by bench/search-quality.ts: sounds and slips lie below every beginning, so that they never hide it. */
const QUALITY = {
  written: BEST,
  joined: 95,
  /** And up to 30 more, the more of the word is there. */
  begun: 60,
  apart: 85,
  sound: 80,
  /** Less for each unit of distance. */
  soundFall: 40,
  soundBegun: 50,
  slip: 45,
  roughly: 35,
  nearly: 25,
} as const;

/** What sounds may differ by and still be what was asked for (`soundDistance`), and when nothing else is found. */
const CLOSE = 0.5;
const ROUGH = 1;

/** Shorter words are too often one letter from another; longer ones may have two slips. */
const SLIP_LETTERS = 4;
const TWO_SLIPS_LETTERS = 9;
const HEARD_LETTERS = 5;
const APART_LETTERS = 4;

export interface MeaningFinder {
  /** What each thing asked for may mean, in the order of the query. */
  strict(wanted: readonly Wanted[]): Meaning[][];
  /** What is near to it as well: slips, and what only roughly sounds so. */
  near(wanted: Wanted): Meaning[];
}

interface Parts {
  readonly words: WordList;
  readonly texts: PackedTexts;
  /** By word: see `Meaning.places`. */
  readonly places: readonly (readonly number[])[];
}

export function createMeaningFinder({ words, texts, places }: Parts): MeaningFinder {
  const placesOf = (number: number) => places[number] ?? [];

  function meaning(number: number, quality: number, how: FoundHow): Meaning {
    return { words: [number], places: placesOf(number), quality, how };
  }

  /** Words written so or that sound closely so. */
  function closeTo(word: string, within = CLOSE): Meaning[] {
    const found: Meaning[] = [];
    const own = words.numberOf(word);
    if (own !== undefined) found.push(meaning(own, QUALITY.written, "written"));
    const asked = toSounds(word);
    for (const { number, distance } of words.soundingLike(word)) {
      if (distance > within) continue;
      // One consonant says too little, unless all the rest is heard as well: Ali, علی.
      if (asked.consonants < 2 && (distance > 0 || isArabic(words.wordAt(number)) === asked.isArabic))
        continue;
      found.push(meaning(number, QUALITY.sound - QUALITY.soundFall * distance, "sound"));
    }
    return found;
  }

  function ofWord(word: string): Meaning[] {
    const begun = words.begunWith(word).flatMap((number) => {
      const { length } = words.wordAt(number);
      if (length === word.length) return [];
      return meaning(number, QUALITY.begun + Math.floor((30 * word.length) / length), "begun");
    });
    return [...closeTo(word), ...begun, ...writtenApart(word)];
  }

  /** محمدرضا for "Mohammad Reza" is asked as two words, and stands as one. */
  function joined(first: Wanted, second: Wanted | undefined): Meaning[] {
    if (second === undefined || first.isPhrase || second.isPhrase) return [];
    const word = `${first.words[0]}${second.words[0]}`;
    return closeTo(word).map((each) => ({ ...each, quality: Math.min(each.quality, QUALITY.joined) }));
  }

  /** Alireza for علی رضا is asked as one word, and stands as two. */
  function writtenApart(word: string): Meaning[] {
    if (word.length < APART_LETTERS || /\p{N}/u.test(word)) return [];
    const found: Meaning[] = [];
    for (let cut = 2; cut <= word.length - 2; cut++) {
      const heads = closeTo(word.slice(0, cut));
      const tails = heads.length === 0 ? [] : closeTo(word.slice(cut));
      for (const head of heads)
        for (const tail of tails) {
          const pair = [...head.words, ...tail.words];
          const together = texts.holding(pair, inBoth(head.places, tail.places));
          if (together.length === 0) continue;
          const quality = Math.min(QUALITY.apart, head.quality, tail.quality);
          const how = head.how === "written" && tail.how === "written" ? "written" : "sound";
          found.push({ words: pair, places: together, quality, how });
        }
    }
    return found;
  }

  function ofPhrase(phrase: readonly string[]): Meaning[] {
    const numbers: number[] = [];
    for (const word of phrase) {
      const number = words.numberOf(word);
      if (number === undefined) return [];
      numbers.push(number);
    }
    // Where the rarest word stands the phrase may stand.
    const [rarest = []] = numbers.map(placesOf).sort((a, b) => a.length - b.length);
    const held = numbers.length === 1 ? rarest : texts.holding(numbers, rarest);
    return held.length === 0 ? [] : [{ words: numbers, places: held, quality: BEST, how: "written" }];
  }

  return {
    strict(wanted) {
      const found = wanted.map(({ words: asked, isPhrase }) =>
        isPhrase ? ofPhrase(asked) : ofWord(asked[0] ?? ""),
      );
      for (const [number, each] of wanted.entries())
        for (const both of joined(each, wanted[number + 1])) {
          found[number]?.push(both);
          found[number + 1]?.push(both);
        }
      return found;
    },
    near({ words: [word = ""], isPhrase }) {
      if (isPhrase) return [];
      const found: Meaning[] = [];
      if (toSounds(word).consonants > 1) {
        for (const number of words.soundingBegun(word))
          found.push(meaning(number, QUALITY.soundBegun, "sound"));
        for (const { number, distance } of words.soundingLike(word))
          if (distance > CLOSE && distance <= ROUGH) found.push(meaning(number, QUALITY.roughly, "sound"));
      }
      // A digit more or less is another number.
      if (/\p{N}/u.test(word)) return found;
      const slips = word.length >= TWO_SLIPS_LETTERS ? 2 : word.length >= SLIP_LETTERS ? 1 : 0;
      if (slips > 0)
        for (const number of words.within(slips, word)) found.push(meaning(number, QUALITY.slip, "slip"));
      for (const number of words.soundingNearly(word)) found.push(meaning(number, QUALITY.nearly, "slip"));
      if (word.length >= HEARD_LETTERS) found.push(...unslippedInOtherScript(word));
      return found;
    },
  };

  /** A slip of a query in one script, for a word of another, where no letters can be compared. */
  function unslippedInOtherScript(word: string): Meaning[] {
    return [...unslipped(word)]
      .flatMap((variant) => closeTo(variant, CLOSE / 2))
      .filter(({ words: [number = -1] }) => isArabic(words.wordAt(number)) !== isArabic(word))
      .map((each) => ({ ...each, quality: Math.min(each.quality, QUALITY.nearly), how: "slip" }));
  }
}

/** What a word was before a letter was put in, or two neighbours were swapped. */
function unslipped(word: string): Set<string> {
  const found = new Set<string>();
  for (let at = 0; at < word.length; at++) {
    const [before, after] = [word.slice(0, at), word.slice(at + 1)];
    found.add(before + after);
    found.add(before + after.charAt(0) + word.charAt(at) + after.slice(1));
  }
  found.delete(word);
  return found;
}

function isArabic(word: string): boolean {
  return /[\u0600-\u06ff]/u.test(word);
}

/** Places of the first list whose thing is in the second too. */
function inBoth(first: readonly number[], second: readonly number[]): number[] {
  const found: number[] = [];
  let at = 0;
  for (const place of first) {
    while (at < second.length && (second[at] ?? 0) >> 1 < place >> 1) at++;
    if ((second[at] ?? -1) >> 1 === place >> 1) found.push(place);
  }
  return found;
}

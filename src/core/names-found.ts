/** Whether a name is found by a query across scripts, and the shard of an index that it lies in: no index is needed whole. */
import { foldText } from "./names-fold.ts";
import { type Sounds, soundDistance, toSoundKeys, toSounds } from "./names-sound.ts";

/** Letters of a key that name a shard: two keep the shards of some ten thousand names at some tens of kilobytes. */
const LETTERS_OF_SHARD = 2;
/** For words without a consonant; numbers lie by their first digits beside it. */
const REST = "0";
/** Spellings further apart than this are two names. */
const FURTHEST = 0.75;
/** Letters from which on the beginning of a word finds it. */
const LEAST_PREFIX = 2;

/** The folded words of a name or a query. */
export function toNameWords(text: string): string[] {
  return foldText(text)
    .replaceAll("'", "")
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => word !== "");
}

/**
 * The shards in which a folded word lies, and in which it is looked for: words of any script that sound alike share one.
 * A name of a shard is of a-z, 0-9 and `-`, so that it can name a file.
 */
export function shardsOfWord(word: string): string[] {
  if (/^[0-9]/.test(word)) return [`${REST}${word.slice(0, LETTERS_OF_SHARD).replace(/[^0-9]/g, "")}`];
  const keys = toSoundKeys(word).map((key) => [...key].slice(0, LETTERS_OF_SHARD).map(toFileSign).join(""));
  return keys.length === 0 ? [REST] : [...new Set(keys)];
}

function toFileSign(letter: string): string {
  return /^[a-z]$/.test(letter) ? letter : `-${(letter.codePointAt(0) ?? 0).toString(16)}`;
}

/** A word of a name, ready to be compared. */
interface HeardWord {
  readonly word: string;
  readonly sounds: Sounds;
  readonly keys: readonly string[];
}

function hear(word: string): HeardWord {
  return { word, sounds: toSounds(word), keys: toSoundKeys(word) };
}

/**
 * How far a name is from what is asked for, null where a word of the query is not in it: 0 for the same letters, then
 * words that begin so or sound so.
 *
 * @example createNameMatcher("Reza Karimi")("رضا کریمی") → 0.2
 */
export function createNameMatcher(query: string): (name: string) => number | null {
  const asked = toNameWords(query).map(hear);
  return (name) => {
    const words = toNameWords(name);
    let sum = 0;
    for (const each of asked) {
      const least = Math.min(NEVER, ...words.map((word) => distanceOf(each, word)));
      if (least === NEVER) return null;
      sum += least;
    }
    return sum;
  };
}

const NEVER = 9;

function distanceOf(asked: HeardWord, word: string): number {
  if (asked.word === word) return 0;
  if (asked.word.length >= LEAST_PREFIX && word.startsWith(asked.word)) return 0.1;
  const heard = hear(word);
  if (!heard.keys.some((key) => asked.keys.includes(key))) return NEVER;
  const distance = soundDistance(asked.sounds, heard.sounds);
  return distance > FURTHEST ? NEVER : 0.1 + distance / 10;
}

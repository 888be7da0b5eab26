/** The distinct words of everything that can be found, by their letters, their beginnings and their sounds. */
import { editDistanceWithin, type Sounds, soundDistance, toSoundKeys, toSounds } from "../../core/index.ts";

export interface WordList {
  readonly size: number;
  wordAt(number: number): string;
  numberOf(word: string): number | undefined;
  /** The number of a word, which it is given when it is new. */
  add(word: string): number;
  /** Words that begin so, the word itself among them. */
  begunWith(start: string): number[];
  /** Words that may sound like it, each with its distance (`soundDistance`); never the word itself. */
  soundingLike(word: string): WordDistance[];
  /** Words that begin so, as far as they are heard, in the other script. */
  soundingBegun(start: string): number[];
  /** Words within so many slips: a letter left out, put in, changed, or swapped with its neighbour. */
  within(slips: number, word: string): number[];
  /** Words that would sound like it but for one consonant. */
  soundingNearly(word: string): number[];
}

export interface WordDistance {
  readonly number: number;
  readonly distance: number;
}

/** Words that came since the list was last put in order are looked through one by one while they are few. */
const FEW = 2000;

export function createWordList(): WordList {
  const words: string[] = [];
  const numberOf = new Map<string, number>();
  /** The letters of each word as bits, to pass over those that differ in too many. */
  const letters: number[] = [];
  const byKey = new Map<string, number[]>();
  const heard = new Map<number, Sounds>();
  /** Numbers of the first words in the order of their letters; made when it is next needed. */
  let sorted: number[] = [];

  const wordAt = (number: number) => words[number] ?? "";

  function soundsAt(number: number): Sounds {
    const known = heard.get(number);
    if (known !== undefined) return known;
    const sounds = toSounds(wordAt(number));
    heard.set(number, sounds);
    return sounds;
  }

  function begunWith(start: string): number[] {
    if (words.length - sorted.length > FEW)
      sorted = words.map((_, number) => number).sort((a, b) => (wordAt(a) < wordAt(b) ? -1 : 1));
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (wordAt(sorted[middle] ?? 0) < start) low = middle + 1;
      else high = middle;
    }
    const found: number[] = [];
    for (let at = low; at < sorted.length; at++) {
      const number = sorted[at] ?? 0;
      if (!wordAt(number).startsWith(start)) break;
      found.push(number);
    }
    for (let number = sorted.length; number < words.length; number++)
      if (wordAt(number).startsWith(start)) found.push(number);
    return found;
  }

  /** Words of the keys, without repeats. */
  function ofKeys(keys: readonly string[]): ReadonlySet<number> {
    const found = new Set<number>();
    for (const key of keys) for (const number of byKey.get(key) ?? []) found.add(number);
    return found;
  }

  function keysLike(isLike: (key: string) => boolean): string[] {
    const found: string[] = [];
    for (const key of byKey.keys()) if (isLike(key)) found.push(key);
    return found;
  }

  return {
    get size() {
      return words.length;
    },
    wordAt,
    numberOf: (word) => numberOf.get(word),
    add(word) {
      const known = numberOf.get(word);
      if (known !== undefined) return known;
      const number = words.length;
      words.push(word);
      numberOf.set(word, number);
      letters.push(lettersOf(word));
      for (const key of toSoundKeys(word)) {
        const alike = byKey.get(key);
        if (alike === undefined) byKey.set(key, [number]);
        else alike.push(number);
      }
      return number;
    },
    begunWith,
    soundingLike(word) {
      const sounds = toSounds(word);
      const own = numberOf.get(word);
      const found: WordDistance[] = [];
      for (const number of ofKeys(toSoundKeys(word)))
        if (number !== own) found.push({ number, distance: soundDistance(sounds, soundsAt(number)) });
      return found;
    },
    soundingBegun(start) {
      const sounds = toSounds(start);
      const keys = toSoundKeys(start);
      const longer = keysLike((key) => keys.some((own) => own.length < key.length && key.startsWith(own)));
      return [...ofKeys(longer)].filter((number) => beginsLike(soundsAt(number), sounds));
    },
    within(slips, word) {
      const own = lettersOf(word);
      const found: number[] = [];
      for (let number = 0; number < words.length; number++) {
        // Each slip changes at most one letter for another.
        if (bitsIn((letters[number] ?? 0) ^ own) > 2 * slips) continue;
        const other = wordAt(number);
        if (Math.abs(other.length - word.length) > slips) continue;
        if (editDistanceWithin(word, other, slips) <= slips) found.push(number);
      }
      return found;
    },
    soundingNearly(word) {
      const sounds = toSounds(word);
      const keys = toSoundKeys(word).filter((key) => key.length >= NEARLY_CONSONANTS);
      // The first consonant is the same: a slip there leaves too little of a word to know it by.
      const near = keysLike((key) =>
        keys.some(
          (own) =>
            key !== own &&
            key.charCodeAt(0) === own.charCodeAt(0) &&
            Math.abs(key.length - own.length) < 2 &&
            editDistanceWithin(own, key, 1) <= 1,
        ),
      );
      return [...ofKeys(near)].filter((number) => isNearly(soundsAt(number), sounds));
    },
  };
}

const NEARLY_CONSONANTS = 3;

/**
 * In another script: one consonant too many or another one (9), or two swapped (18), and the vowels as they should be. The
 * first consonant is the same.
 */
function isNearly(left: Sounds, right: Sounds): boolean {
  if (left.isArabic === right.isArabic) return false;
  if (Math.min(left.consonants, right.consonants) < NEARLY_CONSONANTS) return false;
  if (firstConsonant(left) !== firstConsonant(right)) return false;
  const distance = soundDistance(left, right);
  return distance <= 9.5 || (left.consonants === right.consonants && distance >= 18 && distance <= 18.25);
}

function firstConsonant({ readings: [signs = ""] }: Sounds): string | undefined {
  return /[^aeiouvwyE]/.exec(signs)?.[0];
}

/** Whether the beginning of a word sounds like all of another, which stands in another script. */
function beginsLike(whole: Sounds, start: Sounds): boolean {
  if (whole.isArabic === start.isArabic) return false;
  return whole.readings.some((signs) => {
    for (let end = 1; end <= signs.length; end++) {
      const begun = { ...whole, readings: [signs.slice(0, end)] };
      if (soundDistance(begun, start) === 0) return true;
    }
    return false;
  });
}

/** One bit a letter; letters that share one only let a word through that is then looked at. */
function lettersOf(word: string): number {
  let bits = 0;
  for (let at = 0; at < word.length; at++) bits |= 1 << (word.charCodeAt(at) & 31);
  return bits;
}

function bitsIn(bits: number): number {
  let rest = bits - ((bits >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return Math.imul((rest + (rest >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

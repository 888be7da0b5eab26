/** How alike two name tokens are: the rules, on what is known of each token. */
import { editDistanceWithin } from "../core/pure.ts";
import { crossScriptDistance } from "./cross-script.ts";
import { bitsOf } from "./letter-bits.ts";
import { jaroWinkler } from "./text-distance.ts";

/** How alike two tokens are, from nothing in common to the same letters. */
export const TOKEN_LIKENESS = {
  none: 0,
  /** Similar letters only. */
  resembles: 1,
  /** An initial and a name that begins with it, or the same consonants with other vowels (Hasan, Hossein). */
  weak: 2,
  /** A typing error, a coarse skeleton, an article added. */
  near: 3,
  /** The same sounds, spelt otherwise or in another script. */
  sound: 4,
  same: 5,
} as const;

/** Similar letters from here on. */
export const LEAST_JARO_WINKLER = 0.84;

export interface Token {
  readonly text: string;
  readonly key: string;
  readonly skeleton: string;
  readonly coarse: string;
  readonly gaps: readonly string[];
  /** Consonants and vowels in order, for comparison with the other script. */
  readonly sounds: string;
  readonly isArabic: boolean;
  readonly isNumber: boolean;
  /** Whether it may begin with the Arabic article. */
  readonly hasArticle: boolean;
  /** Of a man's name that a woman's is made of: its number; the woman's has it negative. 0 for all other tokens. */
  readonly form: number;
  /** A bit for each letter of the key. */
  readonly letters: number;
}

/** A number of `TOKEN_LIKENESS` for two tokens of different texts; symmetric. `mayBeAlike` must not contradict it. */
export function compareTokens(left: Token, right: Token): number {
  if (left.text.length === 1 || right.text.length === 1) return compareInitial(left, right);
  if (left.isNumber || right.isNumber) return TOKEN_LIKENESS.none;
  // امیر and امیره, Hamid and Hamideh: another person, however near the letters.
  if (left.form !== 0 && left.form === -right.form) return TOKEN_LIKENESS.none;
  if (left.isArabic !== right.isArabic) return compareScripts(left, right);
  if (left.skeleton === right.skeleton && !left.isArabic && vowelsAgree(left, right)) {
    return TOKEN_LIKENESS.sound;
  }
  if (isTypingError(left, right)) return TOKEN_LIKENESS.near;
  if (left.skeleton === right.skeleton) return TOKEN_LIKENESS.weak;
  if (hasArticleOnly(left, right)) return TOKEN_LIKENESS.near;
  if (left.coarse === right.coarse && left.coarse.length > 1) {
    return firstVowel(left) === firstVowel(right) ? TOKEN_LIKENESS.near : TOKEN_LIKENESS.weak;
  }
  return jaroWinkler(left.key, right.key) >= LEAST_JARO_WINKLER
    ? TOKEN_LIKENESS.resembles
    : TOKEN_LIKENESS.none;
}

/** At most so much of a slip between scripts is spelling, not error. */
const SPELLING = 0.75;

/** One token in each script: by sounds, since they share no letter. */
function compareScripts(left: Token, right: Token): number {
  const [arabic, latin] = left.isArabic ? [left, right] : [right, left];
  if (Math.abs(arabic.skeleton.length - latin.skeleton.length) > 2) return TOKEN_LIKENESS.none;
  if (arabic.coarse !== latin.coarse && editDistanceWithin(arabic.skeleton, latin.skeleton, 1) > 1) {
    return hasArticleOnly(left, right) ? TOKEN_LIKENESS.near : TOKEN_LIKENESS.none;
  }
  const distance = crossScriptDistance(arabic.sounds, latin.sounds);
  if (arabic.skeleton === latin.skeleton && distance < SPELLING && vowelsAgree(left, right)) {
    return TOKEN_LIKENESS.sound;
  }
  if (hasArticleOnly(left, right)) return TOKEN_LIKENESS.near;
  // Arabic script writes only what is long: its letters are the ones that can be wrong.
  const letters = arabic.sounds.length;
  const allowed = letters >= 5 ? 1.2 : letters === 4 ? 1 : 0.6;
  if (distance <= allowed && latin.sounds.length >= 3) return TOKEN_LIKENESS.near;
  return arabic.coarse === latin.coarse || (distance <= 1.75 && letters >= 4)
    ? TOKEN_LIKENESS.weak
    : TOKEN_LIKENESS.none;
}

function hasArticleOnly(left: Token, right: Token): boolean {
  return (
    (left.skeleton === `l${right.skeleton}` && left.hasArticle) ||
    (right.skeleton === `l${left.skeleton}` && right.hasArticle)
  );
}

/** Letters that leave no consonant when they stand alone: alef and ayn for any vowel (علی and A., عمر and O.), h, y, v. */
const SOFT_BEGINNINGS: readonly (readonly [arabic: RegExp, latin: RegExp])[] = [
  [/^[اع]/u, /^[aeiou]/u],
  [/^[هح]/u, /^h/u],
  [/^ی/u, /^[yj]/u],
  [/^و/u, /^[vw]/u],
];

function compareInitial(left: Token, right: Token): number {
  const [initial, whole] = left.text.length === 1 ? [left, right] : [right, left];
  if (initial.isNumber || whole.isNumber) return TOKEN_LIKENESS.none;
  if (initial.isArabic === whole.isArabic) {
    return whole.text.startsWith(initial.text) && whole.text.length > 1
      ? TOKEN_LIKENESS.weak
      : TOKEN_LIKENESS.none;
  }
  const [arabic, latin] = initial.isArabic ? [initial, whole] : [whole, initial];
  const begins =
    initial.coarse === "A"
      ? SOFT_BEGINNINGS.some(([here, there]) => here.test(arabic.text) && there.test(latin.text))
      : initial.coarse[0] === whole.coarse[0];
  return begins ? TOKEN_LIKENESS.weak : TOKEN_LIKENESS.none;
}

/** One slip in four letters or more, two in nine or more. */
function isTypingError({ key: left, letters }: Token, { key: right, letters: others }: Token): boolean {
  const shorter = Math.min(left.length, right.length);
  if (shorter < 3) return false;
  const allowed = slipsAllowed(shorter);
  // A slip brings at most one letter that the other key lacks.
  if (bitsOf(letters & ~others) > allowed || bitsOf(others & ~letters) > allowed) return false;
  if (editDistanceWithin(left, right, allowed) > allowed) return false;
  // In three letters one slip is another name, unless only an end was lost.
  return shorter >= 4 || left.startsWith(right) || right.startsWith(left);
}

/** Typing errors that two keys may be apart. */
export function slipsAllowed(shorter: number): number {
  return shorter >= 9 ? 2 : 1;
}

function firstVowel(token: Token): string {
  return token.gaps[0] === "" ? "" : "v";
}

/** Whether the vowels leave the two names possible as one: Hussein and Hossein yes, Hasan and Hossein no. */
function vowelsAgree(left: Token, right: Token): boolean {
  if (left.gaps.length !== right.gaps.length) return true;
  for (const [index, gap] of left.gaps.entries()) {
    const other = right.gaps[index] ?? "";
    // The end of a name is where romanisations differ most (Fatima, Fatemeh) but never by a long i.
    const isEnd = index === left.gaps.length - 1;
    if (left.isArabic === right.isArabic) {
      if (!gapsMeet(gap, other, isEnd)) return false;
    } else if (!(left.isArabic ? longMeets(gap, other) : longMeets(other, gap))) {
      return false;
    }
  }
  return true;
}

/** Two Latin spellings: they share a vowel class; e stands for i or a, and a lost vowel at the end is no matter. */
function gapsMeet(left: string, right: string, isEnd: boolean): boolean {
  if (left === right) return true;
  if (left === "" || right === "") return isEnd ? !/i/.test(left + right) : (left + right).length === 1;
  return classes(left).some((vowel) => classes(right).includes(vowel));
}

function classes(gap: string): string[] {
  return [...gap].flatMap((vowel) => (vowel === "o" ? ["u"] : vowel === "e" ? ["i", "a"] : [vowel]));
}

/** Arabic script beside Latin: each long vowel that is written must be heard, and ee, ei, ou may not lack one. */
function longMeets(arabic: string, latin: string): boolean {
  if (arabic.includes("i") && !/[ieaj]/.test(latin)) return false;
  if (arabic.includes("u") && !/[uoa]/.test(latin)) return false;
  if (arabic.includes("a") && !/[aoeui]/.test(latin)) return false;
  return arabic !== "" || !/ee|ei|ii|oo/.test(latin);
}

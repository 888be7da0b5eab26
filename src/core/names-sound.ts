/**
 * How far two words are from sounding alike, across scripts: consonants and vowels laid beside each other.
 *
 * A skeleton (names-skeleton.ts) is a key under which spellings meet; without its vowels خاوران (Khavaran) and آخرین
 * (ākharin, "last") meet as well. What meets by key is judged here. The costs were set on pairs of Persian and Latin
 * spellings that lists give for one name (bench/search-quality.ts measures them).
 */
import { soundsOfLatin, toCoarseTokenSkeleton, toLatinLetters, toTokenSkeleton } from "./names-skeleton.ts";

/** A word as it may be heard. */
export interface Sounds {
  /** One sign a sound; more than one reading where letters may be heard in two ways (Eshaq: sh, or s and h). */
  readonly readings: readonly string[];
  /** Whether its script leaves short vowels out. */
  readonly isArabic: boolean;
  /** How many consonants the first reading has. */
  readonly consonants: number;
}

/**
 * Signs of Arabic letters. و and ی stand for consonants and for long vowels, E for ع, which Latin script writes as any
 * vowel or not at all; T and D for letters that Persian says as s and z, Arabic as th and d.
 */
const ARABIC: ReadonlyMap<string, string> = new Map(
  "اa بb پp تt طt ټt ٹt ثT سs صs جj ژj چc حh هh خx دd ډd ڈd ذD زz ضD ظD رr ڑr شS عE ءE غq قq فf ڤf کk گg لl مm نn وu یi"
    .split(" ")
    .map((pair) => [pair.charAt(0), pair.charAt(1)]),
);

/**
 * The sounds of one folded word, in Arabic, Latin or Cyrillic script.
 *
 * @example soundDistance(toSounds("khavaran"), toSounds("خاوران")) → 0
 */
export function toSounds(word: string): Sounds {
  const isArabic = /[\u0600-\u06ff]/.test(word);
  const readings = isArabic ? ofArabic(word) : ofLatin(toLatinLetters(word));
  const consonants = (readings[0] ?? "").replace(/[aeiouvwyE]/g, "").length;
  return { readings, isArabic, consonants };
}

/**
 * Keys under which words that may sound alike meet: none for a word with a digit or without a consonant. Most words
 * have one; ث has a key for each of its sounds.
 */
export function toSoundKeys(word: string): string[] {
  if (/\p{N}/u.test(word)) return [];
  const spellings = [word];
  if (word.includes("ث")) spellings.push(word.replaceAll("ث", "ت"));
  if (ARTICLE.test(word)) spellings.push(word.replace(ARTICLE, ""));
  if (BOUND_ABD.test(word)) spellings.push("abd");
  const keys = spellings.map((each) => toCoarseTokenSkeleton(toTokenSkeleton(each)));
  return [...new Set(keys)].filter((key) => key !== "A");
}

/** The Arabic article before a word, which Latin script writes apart or with the word before: Abdel Rahman. */
const ARTICLE = /^ال(?=...)/u;
const BOUND_ABD = /^abd[aeou]l$/;

function ofArabic(word: string): string[] {
  if (word === "الله") return ["olah", "alah"];
  if (word === "الدین") return ["adin", "aldin"];
  const signs = signsOfArabic(word);
  return ARTICLE.test(word) ? [signs, signsOfArabic(word.replace(ARTICLE, ""))] : [signs];
}

function signsOfArabic(word: string): string {
  const plain = word
    .replace(/(?<=.)ا?لله$/, "OLH")
    .replaceAll("لله", "له")
    .replace(/^عبدال(?!هی?$)/, "عبد")
    .replace(/^(اب|ذ)وال/, "$1ول")
    .replace(/(?<=..)ا?لدین/, "دین");
  const signs = [...plain].map((letter) => ARABIC.get(letter) ?? letter).join("");
  // Khāh is written with a و that nobody hears.
  return signs.replace(/xua/g, "xa").replace("OLH", "olah");
}

function ofLatin(word: string): string[] {
  // A point keeps letters from becoming a digraph: Abdolhamid has no dh, Eshaq no sh.
  const whole = word.replace(/^abd[aeou]+l(?!l?ah|i$|van|$)/, "abd.");
  const readings = new Set([joinSounds(whole)]);
  if (BOUND_ABD.test(word)) readings.add("abd");
  if (/[std]h/.test(whole)) readings.add(joinSounds(whole.replace(/([std])h/g, "$1.h")));
  // Sarah ends as Sara does, Fatemeh with a letter.
  for (const signs of [...readings]) if (/.[ae]h$/.test(signs)) readings.add(signs.slice(0, -1));
  return [...readings];
}

function joinSounds(word: string): string {
  const signs = word.split(".").map(soundsOfLatin).join("");
  return signs
    .replace(/ee/g, "i")
    .replace(/oo|ou/g, "u")
    .replace(/yi|ii+/g, "i");
}

/** Signs of two words, and what is known of the place where they are compared. */
interface Side {
  readonly signs: string;
  readonly isArabic: boolean;
}

/** More than any likeness costs. */
const NEVER = 9;

/**
 * What separates two words: 0 when each may be read as the other, about 0.5 for a vowel or a consonant that ears
 * confuse, 1 for one that does not fit; `NEVER` (9) and more when a consonant is missing. Symmetric.
 *
 * Arabic script leaves short vowels out, so there they cost nothing; a long vowel that is written must be heard, and no
 * word that begins with a consonant is one that begins with a vowel.
 */
export function soundDistance(left: Sounds, right: Sounds): number {
  let least = Number.POSITIVE_INFINITY;
  for (const a of left.readings)
    for (const b of right.readings) {
      const one = { signs: a, isArabic: left.isArabic };
      least = Math.min(least, distance(one, { signs: b, isArabic: right.isArabic }));
    }
  return least;
}

function distance(left: Side, right: Side): number {
  const [rows, columns] = [left.signs.length, right.signs.length];
  let last = new Float64Array(columns + 1);
  let current = new Float64Array(columns + 1);
  for (let j = 0; j < columns; j++) last[j + 1] = (last[j] ?? 0) + costOfLack(right, j, left.isArabic);
  for (let i = 0; i < rows; i++) {
    const without = costOfLack(left, i, right.isArabic);
    current[0] = (last[0] ?? 0) + without;
    for (let j = 0; j < columns; j++)
      current[j + 1] = Math.min(
        (last[j] ?? 0) + costOfSwap(left, i, right, j),
        (last[j + 1] ?? 0) + without,
        (current[j] ?? 0) + costOfLack(right, j, left.isArabic),
      );
    [last, current] = [current, last];
  }
  return last[columns] ?? 0;
}

/** Consonants that are said or typed for one another; any other pair is `NEVER`. */
const CONSONANTS: ReadonlyMap<string, number> = new Map([
  ["Dz", 0],
  ["Ts", 0],
  ["Dd", 0.25],
  ["Tt", 0.25],
  ["gq", 0.5],
  ["Ss", 0.75],
  ["cj", 0.75],
  ["bp", 0.75],
  ["qx", 0.75],
  ["gx", 1],
  ["gk", 1],
  ["dz", 1],
]);

/** Vowels within one script, and where one of the two is in Arabic script; any other pair costs 1. */
const VOWELS: ReadonlyMap<string, readonly [same: number, across: number]> = new Map([
  ["iy", [0, 0]],
  ["vw", [0, 0]],
  ["uv", [0, 0]],
  ["uw", [0, 0]],
  ["ou", [0.25, 0]],
  ["ov", [0.25, 0]],
  ["ow", [0.25, 0]],
  ["ei", [0.25, 0]],
  ["ey", [0.25, 0]],
  ["ae", [0.25, 0.25]],
  ["ao", [0.5, 0.5]],
  ["ay", [1, 0.5]],
]);

function costOfSwap(left: Side, i: number, right: Side, j: number): number {
  const [a, b] = [left.signs.charAt(i), right.signs.charAt(j)];
  if (a === b) return 0;
  const isAcross = left.isArabic !== right.isArabic;
  const [arabic, latin] = left.isArabic ? [a, b] : [b, a];
  const isEnd = i === left.signs.length - 1 && j === right.signs.length - 1;
  const pair = a < b ? a + b : b + a;
  const isVowelPair = isVowel(a) && isVowel(b);
  // A final ه is heard as a vowel: Fatemeh, Fatima.
  if (isVowel(a) !== isVowel(b))
    return isAcross && isEnd && arabic === "h" && "ae".includes(latin) ? 0 : NEVER;
  if (!isVowelPair) return CONSONANTS.get(pair) ?? NEVER;
  if (pair.includes("E")) return /[vw]/.test(pair) ? NEVER : 0;
  // An alef at the start carries any vowel.
  if (isAcross && i === 0 && j === 0 && arabic === "a") return "eiou".includes(latin) ? 0 : 1;
  if (isAcross && isEnd && (pair === "ei" || pair === "ey")) return 0.75;
  // A final ی may be an a: Musa, Isa.
  if (isAcross && pair === "ai") return isEnd && arabic === "i" ? 0.5 : 1;
  const [same, across] = VOWELS.get(pair) ?? [1, 1];
  return isAcross ? across : same;
}

/** The cost of a sign of one word that the other lacks. */
function costOfLack({ signs, isArabic }: Side, at: number, isOtherArabic: boolean): number {
  const sign = signs.charAt(at);
  const [before, after] = [signs.charAt(at - 1), signs.charAt(at + 1)];
  if (sign === "E") return at > 0 || isVowel(after) ? 0 : 1;
  if (!isVowel(sign) && sign === before) return 0.25;
  if (sign === "h") return at === 0 || after === "" ? 1 : 0.75;
  if (!isVowel(sign)) return NEVER;
  // Written twice: ii, i'i, aa.
  if (sign === before || (before === "E" && signs.charAt(at - 2) === sign)) return 0;
  if (isArabic) return at === 0 && sign === "a" && /[ui]/.test(after) ? 0 : 1;
  if (at === 0) return 1.5;
  if (sign === "v" || sign === "w") return 1;
  if (sign === "y") return costOfGlide(before, after);
  return isOtherArabic ? costOfShortVowel(signs, at) : sign === "i" && after === "" ? 1 : 0.5;
}

/** A y that is not written elsewhere: none after an i, half a vowel before a consonant, a consonant between vowels. */
function costOfGlide(before: string, after: string): number {
  if (before === "i" || after === "i") return before === "i" ? 0 : 0.25;
  return isVowel(after) ? 1 : 0.5;
}

/** A Latin vowel beside Arabic script, which leaves short ones out, but none at an end and not two in a row. */
function costOfShortVowel(signs: string, at: number): number {
  const sign = signs.charAt(at);
  const [before, after] = [signs.charAt(at - 1), signs.charAt(at + 1)];
  if (after === "") return sign === "a" || sign === "e" ? 0.75 : 1;
  if ("aeiou".includes(before)) return 0.5;
  if (after === "i" && at === signs.length - 2) return 0.5;
  return sign === "i" || sign === "u" ? 0.25 : 0;
}

function isVowel(sign: string): boolean {
  return sign !== "" && "aeiouvwyE".includes(sign);
}

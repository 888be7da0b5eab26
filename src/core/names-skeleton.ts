/** Consonant skeletons: one key for a name however Persian, Arabic, Latin or Cyrillic letters spell it. */
import { toNameTokens } from "./names-tokens.ts";

/**
 * Sounds of Arabic-script consonants. S is sh and x is kh; ژ joins ج because romanisations write both as j;
 * غ joins ق as Persian speakers pronounce them.
 */
const ARABIC: ReadonlyMap<string, string> = new Map([
  ...sounds("b", "ب"),
  ...sounds("p", "پ"),
  ...sounds("t", "تطټٹ"),
  ...sounds("s", "ثسص"),
  ...sounds("j", "جژ"),
  ...sounds("c", "چ"),
  ...sounds("h", "حه"),
  ...sounds("x", "خ"),
  ...sounds("d", "دډڈ"),
  ...sounds("z", "ذزضظ"),
  ...sounds("r", "رڑ"),
  ...sounds("S", "ش"),
  ...sounds("q", "غق"),
  ...sounds("f", "فڤ"),
  ...sounds("k", "ک"),
  ...sounds("g", "گ"),
  ...sounds("l", "ل"),
  ...sounds("m", "م"),
  ...sounds("n", "ن"),
]);

/** Cyrillic letters, folded, as the Latin letters that sound like them. */
const CYRILLIC: ReadonlyMap<string, string> = new Map(
  `аa бb вv гg ґg дd еe єe жzh зz иi іi кk лl мm нn оo пp рr сs тt уu ўu фf хkh цts чch шsh щsh ъ ыy ь эe юyu яya
  өo үu ңn қk ғgh әa`
    .split(/\s+/)
    .map((word) => [word.charAt(0), word.slice(1)]),
);

/** Weak letters of Arabic script, which romanisations write as they please, as the vowels they usually carry. */
const WEAK: ReadonlyMap<string, string> = new Map([
  ["ا", "a"],
  ["و", "u"],
  ["ی", "i"],
  ["ع", ""],
  ["ء", ""],
]);

/** The consonants of one folded token; "A" for a token of vowels alone, so that it is still a key. */
export function toTokenSkeleton(token: string): string {
  const skeleton = toSounds(token)
    .replace(VOWELS, "")
    .replace(/ldn$/, "dn")
    .replace(/(?<=.)h$/, "");
  return skeleton === "" ? "A" : skeleton;
}

const VOWELS = /[aeiouvwy]/g;

/**
 * What stands between the consonants of one folded token: one entry before, between and after each sound, of the
 * letters a e i o u (v w y as u u i). Arabic script writes only long vowels, so its entries are often empty.
 */
export function toVowelGaps(token: string): readonly string[] {
  const gaps = [""];
  for (const sound of toSounds(token)) {
    if ("aeiouvwy".includes(sound)) {
      const vowel = sound === "y" ? "i" : sound === "v" || sound === "w" ? "u" : sound;
      gaps[gaps.length - 1] += vowel;
    } else {
      gaps.push("");
    }
  }
  return gaps;
}

/** One sign a sound, vowels kept. */
function toSounds(token: string): string {
  const latin = toLatinLetters(token);
  return /[\u0600-\u06ff]/.test(latin) ? soundsOfArabic(latin) : soundsOfLatin(latin);
}

function soundsOfArabic(token: string): string {
  let sounds = "";
  for (const letter of token.replaceAll("لله", "له").replace(/^عبدال(?!هی?$)/, "عبد")) {
    sounds += WEAK.get(letter) ?? ARABIC.get(letter) ?? letter;
  }
  return sounds;
}

/** Cyrillic letters of a folded token as the Latin ones that sound like them; all others as they are. */
export function toLatinLetters(token: string): string {
  return [...token].map((letter) => CYRILLIC.get(letter) ?? letter).join("");
}

/**
 * The sounds of a folded token in Latin script, vowels kept, one sign a consonant (S is sh, x is kh, q is gh).
 * Doubled letters first (but not h, for Mashhad), then the article of Abdol-, and digraphs.
 */
export function soundsOfLatin(token: string): string {
  return token
    .replace(/kkh/g, "kX")
    .replace(/([b-df-gj-np-tx-z])\1+/g, "$1")
    .replace(/^abd[aeou]+l(?!ah|i$|van|$)/, "abd")
    .replace(/tch/g, "C")
    .replace(/sch|sh/g, "S")
    .replace(/ch/g, "C")
    .replace(/kh/g, "X")
    .replace(/gh/g, "q")
    .replace(/zh|dj/g, "j")
    .replace(/ph/g, "f")
    .replace(/([td])h/g, "$1")
    .replace(/ck/g, "k")
    .replace(/c(?=[eiy])/g, "s")
    .replace(/c/g, "k")
    .replace(/x/g, "ks")
    .replace(/C/g, "c")
    .replace(/X/g, "x");
}

/** Merges what ears and typists confuse: q g kh, j ch, s sh, z d, b p; h and repeated letters go. */
export function toCoarseTokenSkeleton(skeleton: string): string {
  const merged = skeleton
    .replace(/h/g, "")
    .replace(/[qx]/g, "g")
    .replace(/c/g, "j")
    .replace(/S/g, "s")
    .replace(/z/g, "d")
    .replace(/p/g, "b")
    .replace(/(.)\1+/g, "$1");
  return merged === "" ? "A" : merged;
}

/**
 * The skeleton of a whole name, a word a token, in the order of `toNameTokens`.
 *
 * @example toNameSkeleton("محمدرضا قربانی") === toNameSkeleton("Mohammadreza Ghorbani") → "mhmdrz qrbn"
 */
export function toNameSkeleton(text: string): string {
  return toNameTokens(text).tokens.map(toTokenSkeleton).join(" ");
}

/** `toNameSkeleton` in the coarse alphabet: more spellings meet, and more strangers too. */
export function toCoarseSkeleton(text: string): string {
  return toNameTokens(text)
    .tokens.map((token) => toCoarseTokenSkeleton(toTokenSkeleton(token)))
    .join(" ");
}

function sounds(sound: string, letters: string): [string, string][] {
  return [...letters].map((letter) => [letter, sound]);
}

/** Consonant skeletons: one key for a name however Persian, Arabic, Latin or Cyrillic letters spell it. */
import { toNameTokens } from "./names-tokens.ts";

/**
 * Sounds of Arabic-script consonants. S is sh and x is kh; ژ joins ج because romanisations write both as j;
 * غ joins ق as Persian speakers pronounce them. و ی ا ع ء are weak: romanisations write them as they please.
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
  ...sounds("", "اویعء"),
]);

/** Cyrillic letters, folded, as the Latin letters that sound like them. */
const CYRILLIC: ReadonlyMap<string, string> = new Map(
  `аa бb вv гg ґg дd еe єe жzh зz иi іi кk лl мm нn оo пp рr сs тt уu ўu фf хkh цts чch шsh щsh ъ ыy ь эe юyu яya
  өo үu ңn қk ғgh әa`
    .split(/\s+/)
    .map((word) => [word.charAt(0), word.slice(1)]),
);

/** The consonants of one folded token; "A" for a token of vowels alone, so that it is still a key. */
export function toTokenSkeleton(token: string): string {
  const latin = [...token].map((letter) => CYRILLIC.get(letter) ?? letter).join("");
  const skeleton = /[\u0600-\u06ff]/.test(latin) ? skeletonOfArabic(latin) : skeletonOfLatin(latin);
  const bare = skeleton.replace(/ldn$/, "dn").replace(/(?<=.)h$/, "");
  return bare === "" ? "A" : bare;
}

function skeletonOfArabic(token: string): string {
  let skeleton = "";
  for (const letter of token.replaceAll("لله", "له").replace(/^عبدال(?!هی?$)/, "عبد")) {
    skeleton += ARABIC.get(letter) ?? letter;
  }
  return skeleton;
}

/** Doubled letters first (but not h, for Mashhad), then the article of Abdol-, digraphs, and vowels off. */
function skeletonOfLatin(token: string): string {
  return token
    .replace(/kkh/g, "kX")
    .replace(/([a-gi-z])\1+/g, "$1")
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
    .replace(/[aeiouvwy]/g, "")
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

/** Folding of text for comparison and search: one spelling for what readers take as the same letters. */

/** Signs that are never letters: bidi controls, joiners, tatweel, harakat, Koranic marks, Latin accents. */
const STRIPPED = new RegExp(
  `[${[
    String.raw`\u00ad\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0\ufe20-\ufe2f`,
    String.raw`\u061c\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed`,
    String.raw`\u200b\u200d-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff`,
  ].join("")}]`,
  "gu",
);

/** What is read as a space: ZWNJ keeps the parts of a compound apart, as Persian readers see them. */
const SPACES = /[\s\u200c]+/gu;

/** Signs that NFKD would tear into a space and a mark, so they are unified before it. */
const APOSTROPHES = /[`´\u02b9-\u02bf\u02c8\u02ca\u02cb\u055a\u2018-\u201b\u2032\u2035\uff07]/gu;

const LETTERS: ReadonlyMap<string, string> = new Map([
  // Arabic script: the letter Persian uses. NFKD has already taken hamza and madda off their carriers.
  ...pairs("ی", "يىېۍێےۓ"),
  ...pairs("ک", "كڪػ"),
  ...pairs("ه", "ةۃەہھۀۂ"),
  ...pairs("ا", "ٱٲٳٵ"),
  ...pairs("و", "ۆۇۈۅۉۊۋٶٷ"),
  ...pairs("ر", "ڕړ"),
  ...pairs("ل", "ڵ"),
  ...pairs("ن", "ں"),
  // Latin letters whose stroke or ligature NFKD leaves in place.
  ["ß", "ss"],
  ["æ", "ae"],
  ["œ", "oe"],
  ["ø", "o"],
  ["đ", "d"],
  ["ð", "d"],
  ["ħ", "h"],
  ["ı", "i"],
  ["ł", "l"],
  ["þ", "th"],
  ["ə", "a"],
  // Greek: one sigma wherever it stands.
  ["ς", "σ"],
  // Punctuation of Arabic script and typographic dashes.
  ["،", ","],
  ["؛", ";"],
  ["؟", "?"],
  ["٪", "%"],
  ["٫", "."],
  ["٬", ","],
  ...pairs("-", "‐‑‒–—―−﹘"),
  ...pairs('"', "«»“”„‟″"),
]);

/** The code point of the zero of each run of decimal digits that lists are seen to use. */
const ZEROS = [0x0660, 0x06f0, 0x0966, 0x09e6, 0x0e50, 0x1040, 0x17e0] as const;

/**
 * The text with one spelling for equal letters, in its own script: compatibility forms unfolded (NFKD, composed
 * again at the end), ي ى ئ → ی, ك → ک, ة → ه, أ إ آ ٱ → ا, harakat, tatweel, bidi controls and Latin accents
 * off, digits in ASCII, case folded, ZWNJ read as a space, spaces collapsed and trimmed.
 *
 * It never transliterates, so it serves search as well as linkage; folding twice changes nothing; every letter
 * of the input has a letter in the output. The raw string must be kept beside it: it cannot be unfolded.
 *
 * @example foldText("كِتابِي ۱۳۶۷") → "کتابی 1367"
 */
export function foldText(text: string): string {
  const unfolded = text.replace(APOSTROPHES, "'").normalize("NFKD").toLowerCase().replace(APOSTROPHES, "'");
  let folded = "";
  for (const letter of unfolded.replace(STRIPPED, "")) {
    folded += LETTERS.get(letter) ?? foldDigit(letter);
  }
  return folded.normalize("NFC").replace(SPACES, " ").trim();
}

function foldDigit(letter: string): string {
  const code = letter.codePointAt(0) ?? 0;
  if (code < 0x0660) return letter;
  for (const zero of ZEROS) {
    if (code >= zero && code < zero + 10) return String.fromCharCode(0x30 + code - zero);
  }
  return letter;
}

function pairs(target: string, sources: string): [string, string][] {
  return [...sources].map((source) => [source, target]);
}

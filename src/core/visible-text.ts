/** Text from strangers, made safe to look at: what would hide or reorder it is shown, not obeyed. */

/** Joins Arabic-script letters or parts of an emoji: obeyed there, shown elsewhere. */
const JOINERS =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: each is a character by itself here.
  /(?<=[\p{Script=Arabic}\p{M}])\u200c(?=\p{Script=Arabic})|(?<=[\p{Script=Arabic}\p{M}\p{Extended_Pictographic}\ufe0f])\u200d(?=[\p{Script=Arabic}\p{Extended_Pictographic}])/gu;

/**
 * Controls, line and paragraph separators, bidi marks, embeddings and isolates, and every other character
 * without a glyph: format characters, tags, fillers, surrogates that stand alone, private use.
 */
const HIDDEN =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: each is a character by itself here.
  /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180e\u2800\u3164\uffa0]/gu;

/** Marks of the Arabic script that Unicode calls format characters but that have a glyph. */
const SEEN = /[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2]/u;

/**
 * The text with every character shown that would hide, reorder or break it: `⟨U+202E⟩gpj.exe`. What has a glyph
 * stays, so does the joining of Persian words. For names, identifiers and file names; texts have lines, and
 * keep them with `mayHaveLines`.
 *
 * @example toVisibleText("\u202egpj.exe") // "⟨U+202E⟩gpj.exe"
 */
export function toVisibleText(text: string, options: { readonly mayHaveLines?: boolean } = {}): string {
  // Nearly every text of nearly every page ends here.
  if (text.search(HIDDEN) < 0) return text;
  const kept = joinersOf(text);
  return text.replace(HIDDEN, (character, offset: number) => {
    if (kept.has(offset) || SEEN.test(character)) return character;
    if (options.mayHaveLines === true && /[\t\n]/u.test(character)) return character;
    const code = character.codePointAt(0) ?? 0;
    return `⟨U+${code.toString(16).toUpperCase().padStart(4, "0")}⟩`;
  });
}

/** True when `toVisibleText` would change the text. */
export function hasHiddenCharacters(text: string): boolean {
  return toVisibleText(text) !== text;
}

/** True when one word mixes Latin with Cyrillic or Greek letters, which look like each other. */
export function hasMixedScripts(text: string): boolean {
  return (text.match(/[\p{L}\p{M}]+/gu) ?? []).some((word) => {
    const scripts = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u];
    return scripts.filter((script) => script.test(word)).length > 1;
  });
}

/** Cyrillic, Greek and Arabic letters with the Latin or Persian ones they are taken for (UTS 39, chosen). */
const LOOK_ALIKES: ReadonlyMap<string, string> = new Map(
  [
    ["аαɑ", "a"],
    ["вβ", "b"],
    ["сϲ", "c"],
    ["ԁ", "d"],
    ["еє", "e"],
    ["һн", "h"],
    ["іıιl1|", "i"],
    ["јϳ", "j"],
    ["кκ", "k"],
    ["мμ", "m"],
    ["пո", "n"],
    ["оοօ0٠۰", "o"],
    ["рρ", "p"],
    ["ѕ", "s"],
    ["тτ", "t"],
    ["υս", "u"],
    ["ѵν", "v"],
    ["ѡω", "w"],
    ["хχ", "x"],
    ["уγү", "y"],
    ["ىي", "ی"],
    ["ك", "ک"],
    ["ةہھ", "ه"],
  ].flatMap(([letters = "", like = ""]) => [...letters].map((letter): [string, string] => [letter, like])),
);

/** One key for texts that a reader would take for the same; never shown, never stored. */
export function toLookAlikeKey(text: string): string {
  return [...text.normalize("NFKD").toLowerCase().replace(HIDDEN, "").replace(/\p{M}/gu, "")]
    .map((character) => LOOK_ALIKES.get(character) ?? character)
    .join("");
}

function joinersOf(text: string): ReadonlySet<number> {
  return new Set([...text.matchAll(JOINERS)].map((match) => match.index));
}

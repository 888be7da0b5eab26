/** Words of texts and queries, each with where it stands, so that what was found can be marked. */
import { foldText } from "../../core/index.ts";

/** A run of letters or digits, and the folded words it is compared by (nearly always one). */
export interface Token {
  /** UTF-16 offsets into the text. */
  readonly start: number;
  readonly end: number;
  readonly words: readonly string[];
}

/** What a query asks for: one word however it is spelled, or a phrase as it is written. */
export interface Wanted {
  /** As the reader wrote it. */
  readonly asked: string;
  /** Folded; one word unless it is a phrase. */
  readonly words: readonly string[];
  readonly isPhrase: boolean;
}

const APOSTROPHE = "['`´\\u02b9-\\u02bf\\u2018-\\u201b\\u2032\\uff07]";

/** Letters, digits and their marks, what readers do not see between them, and apostrophes inside; ZWNJ parts words. */
const TOKEN = new RegExp(
  String.raw`[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}]|(?!\u200c)\p{Cf}|${APOSTROPHE}(?=\p{L}))*`,
  "gu",
);

const INNER_APOSTROPHE = /(?<=\p{L})'(?=\p{L})/gu;
const POSSESSIVE = /(?<=\p{L})'s(?![\p{L}\p{N}])/gu;
const BETWEEN_WORDS = /[^\p{L}\p{N}\p{M}]+/u;
const PLAIN = /^[\x20-\x5f\x61-\x7e\n\r\t]*$/;

/**
 * The words by which a text is found, folded: digits of every script are ASCII, so ۱۳۶۷ finds 1367; an apostrophe within a
 * word parts nothing (Reza'i), and a possessive s is none of the word.
 */
export function wordsOf(text: string): string[] {
  // Most texts in Latin script have nothing else to fold.
  let folded = PLAIN.test(text) ? text.toLowerCase() : foldText(text);
  if (folded.includes("'")) folded = folded.replace(POSSESSIVE, "").replace(INNER_APOSTROPHE, "");
  return folded.split(BETWEEN_WORDS).filter((word) => word !== "");
}

/** The words of a text where they stand. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (const { 0: written, index } of text.matchAll(TOKEN)) {
    const words = wordsOf(written);
    if (words.length > 0) tokens.push({ start: index, end: index + written.length, words });
  }
  return tokens;
}

const QUOTE = /["«»“”„‟″]/u;

/**
 * What a query asks for. Words between quotation marks, of any script, are one phrase; a mark that is not closed yet, as
 * while somebody types, is none. The same word twice is asked for once.
 */
export function parseQuery(query: string): Wanted[] {
  const parts = query.split(QUOTE);
  const wanted = new Map<string, Wanted>();
  for (const [number, part] of parts.entries()) {
    const isPhrase = number % 2 === 1 && number < parts.length - 1;
    if (isPhrase) {
      const words = wordsOf(part);
      if (words.length > 0) wanted.set(`"${words.join(" ")}`, { asked: part.trim(), words, isPhrase });
      continue;
    }
    for (const { start, end, words } of tokensOf(part))
      for (const word of words)
        if (!wanted.has(word))
          wanted.set(word, { asked: part.slice(start, end), words: [word], isPhrase: false });
  }
  return [...wanted.values()];
}

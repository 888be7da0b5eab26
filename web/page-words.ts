/** How the page writes in the language and the digits that its reader chose: words, numbers, days. No React here. */
import {
  createTranslate,
  formatNumber,
  type Language,
  localeOf,
  type Numerals,
  numeralsOf,
  rewriteNumbers,
  type Translate,
  writeDigits,
} from "../src/core/pure.ts";
import { en, type MessageKey } from "./messages/en.ts";
import { fa } from "./messages/fa.ts";

/** `language`: those that the language is written with. */
export const DIGIT_CHOICES = ["language", "latn", "arabext", "arab"] as const;
export type DigitChoice = (typeof DIGIT_CHOICES)[number];

/** A choice as the reader sees it: the digits themselves, which need no word. */
export function digitWord(choice: DigitChoice, t: PageWords["t"]): string {
  return choice === "language" ? t("app.digits.language") : writeDigits("0123456789", choice);
}

/** What days and numbers are written with. */
export interface Writing {
  readonly language: Language;
  readonly numerals: Numerals;
}

export interface PageWords {
  readonly t: Translate<MessageKey>;
  readonly writing: Writing;
  /** What `Intl` calls both. */
  readonly locale: string;
  /** A number with its grouping. */
  readonly number: (value: number) => string;
  /** The digits of a text that is no number, such as those of a year or a row; everything else stays. */
  readonly digits: (text: string) => string;
  /** Numbers in what the program behind the page wrote, in the digits of the reader. Never for the words of a source. */
  readonly rewritten: (text: string) => string;
  /** The same for a value that may be a number or somebody's words: only what has no letter is a number. */
  readonly valueText: (text: string) => string;
}

export function createPageWords(language: Language, choice: DigitChoice): PageWords {
  const numerals = choice === "language" ? numeralsOf(language) : choice;
  const number = (value: number) => formatNumber(value, language, numerals);
  const rewritten = (text: string) => (choice === "language" ? text : rewriteNumbers(text, numerals));
  return {
    t: createTranslate<Record<MessageKey, string>>({ en, fa }, language, number),
    writing: { language, numerals },
    locale: localeOf(language, numerals),
    number,
    digits: (text) => writeDigits(text, numerals),
    rewritten,
    valueText: (text) => (/\p{L}/u.test(text) ? text : rewritten(text)),
  };
}

/** How the page writes in the language and the digits that its reader chose: words, numbers, days. No React here. */
import {
  createTranslate,
  createWriter,
  formatNumber,
  type Language,
  localeOf,
  type NumberLanguage,
  type Numerals,
  numeralsOf,
  rewriteNumbers,
  type Translate,
  writeDigits,
} from "../src/core/pure.ts";
import { ar } from "./messages/ar.ts";
import { en, type MessageKey } from "./messages/en.ts";
import { fa } from "./messages/fa.ts";

/** Of Arabic there are the words of the shell, times and numbers; what is not there is read in English. */
export const PAGE_LANGUAGES = ["en", "fa", "ar"] as const satisfies readonly NumberLanguage[];
export type PageLanguage = (typeof PAGE_LANGUAGES)[number];

/** What each calls itself. */
export const LANGUAGE_NAMES = { en: "English", fa: "فارسی", ar: "العربية" } as const satisfies Readonly<
  Record<PageLanguage, string>
>;

export const DIRECTIONS = { en: "ltr", fa: "rtl", ar: "rtl" } as const satisfies Readonly<
  Record<PageLanguage, "ltr" | "rtl">
>;

/** The language in which the program behind the page answers a reader: the one it has, else English. */
export function servedLanguage(language: PageLanguage): Language {
  return language === "ar" ? "en" : language;
}

/** `language`: those that the language is written with. */
export const DIGIT_CHOICES = ["language", "latn", "arabext", "arab"] as const;
export type DigitChoice = (typeof DIGIT_CHOICES)[number];

/** A choice as the reader sees it: the digits themselves, which need no word. */
export function digitWord(choice: DigitChoice, t: PageWords["t"]): string {
  return choice === "language" ? t("app.digits.language") : writeDigits("0123456789", choice);
}

/** What days and numbers are written with. */
export interface Writing {
  readonly language: PageLanguage;
  readonly numerals: Numerals;
}

export interface PageWords {
  readonly t: Translate<MessageKey>;
  readonly writing: Writing;
  /** The language of what the program behind the page answers, and of every word that is not there in another. */
  readonly served: { readonly language: Language; readonly numerals: Numerals };
  /** What `Intl` calls language and digits. */
  readonly locale: string;
  /** A number with its grouping. */
  readonly number: (value: number) => string;
  /** The digits of a text that is no number, such as those of a year or a row; everything else stays. */
  readonly digits: (text: string) => string;
  /** Numbers in what the program behind the page wrote, in the digits of the reader. Never for the words of a source. */
  readonly rewritten: (text: string) => string;
  /** The same for a value that may be a number or somebody's words: only what has no letter is a number. */
  readonly valueText: (text: string) => string;
  /** Language and direction of a text on a page whose words are not all of its language; nothing on any other page. */
  readonly mark: (text: string) => LanguageMark;
  /** The same of all that stands on such a page and is not of the shell. */
  readonly contentMark: LanguageMark;
}

export interface LanguageMark {
  readonly lang?: PageLanguage;
  readonly dir?: "ltr" | "rtl";
}

const NO_MARK: LanguageMark = {};
const ARABIC: LanguageMark = { lang: "ar", dir: "rtl" };
const ENGLISH: LanguageMark = { lang: "en", dir: "ltr" };

export function createPageWords(language: PageLanguage, choice: DigitChoice): PageWords {
  const own = choice === "language" ? numeralsOf(language) : choice;
  const behind = servedLanguage(language);
  const served = { language: behind, numerals: choice === "language" ? numeralsOf(behind) : choice };
  const rewritten = (text: string) => (choice === "language" ? text : rewriteNumbers(text, served.numerals));
  const isArabic = language === "ar";
  return {
    t: isArabic ? writeArabic(own, served.numerals) : writeWhole(served),
    writing: { language, numerals: own },
    served,
    locale: localeOf(language, own),
    number: (value) => formatNumber(value, language, own),
    digits: (text) => writeDigits(text, own),
    rewritten,
    valueText: (text) => (/\p{L}/u.test(text) ? text : rewritten(text)),
    mark: (text) => (isArabic ? (/\p{Script=Arabic}/u.test(text) ? ARABIC : ENGLISH) : NO_MARK),
    contentMark: isArabic ? ENGLISH : NO_MARK,
  };
}

function writeWhole({ language, numerals }: PageWords["served"]): PageWords["t"] {
  const number = (value: number) => formatNumber(value, language, numerals);
  return createTranslate<Record<MessageKey, string>>({ en, fa }, language, number);
}

/** A sentence that is not there in Arabic is English, and so are the numbers in it, unless somebody chose the digits. */
function writeArabic(own: Numerals, others: Numerals): PageWords["t"] {
  const arabic = createWriter(ar, (value) => formatNumber(value, "ar", own));
  const english = writeWhole({ language: "en", numerals: others });
  const inEnglish = (value: string | number) =>
    typeof value === "number" || /\p{L}/u.test(value) ? value : rewriteNumbers(value, others);
  return (key, params = {}) => {
    if (isInArabic(key)) return arabic(key, params);
    return english(
      key,
      Object.fromEntries(Object.entries(params).map(([name, value]) => [name, inEnglish(value)])),
    );
  };
}

function isInArabic(key: MessageKey): key is MessageKey & keyof typeof ar {
  return Object.hasOwn(ar, key);
}

/** Message files: every word a person reads, by language, with typed keys and parameters. */

export type Language = "en" | "fa";

export const LANGUAGES: readonly Language[] = ["en", "fa"];

/** A language in which numbers and times can be written, also where the other words are not there. */
export type NumberLanguage = Language | "ar";

/** Digits, by the names that Unicode gives to their systems: 0123456789, ۰۱۲۳۴۵۶۷۸۹, ٠١٢٣٤٥٦٧٨٩. */
export type Numerals = "latn" | "arabext" | "arab";

const NUMERALS_OF = { en: "latn", fa: "arabext", ar: "arab" } as const;
const REGIONS = { en: "en-GB", fa: "fa-IR", ar: "ar" } as const;
const ZEROS = { latn: 0x30, arabext: 0x06f0, arab: 0x0660 } as const;

/** A text in several languages; the first one given stands in for those that are missing. */
export type LocalText = { readonly [L in Language]?: string | undefined };

/** One language's messages: key to template with `{name}` holes. */
export type MessageFile = Readonly<Record<string, string>>;

export type MessageParams = Readonly<Record<string, string | number>>;

/**
 * Writes a message: the template of `key`, its holes filled, numbers in the digits of the language. `{count:waits|wait}` is
 * the first word where the number is one, else the other; languages that count with one form have no need of it.
 */
export type Translate<Key extends string> = (key: Key, params?: MessageParams) => string;

/**
 * The writer of one language over a set of message files with the same keys.
 *
 * @example createTranslate({ en: { n: "{count} people" }, fa: { n: "{count} نفر" } }, "fa")("n", { count: 3 }) // "۳ نفر"
 */
export function createTranslate<File extends MessageFile>(
  files: Readonly<Record<Language, File>>,
  language: Language,
  number: (value: number) => string = (value) => formatNumber(value, language),
): Translate<keyof File & string> {
  return createWriter(files[language], number);
}

/** `{name}`, or `{name:word of one|word of others}`. */
const HOLE = /\{(\w+)(?::([^{}|]*)\|([^{}|]*))?\}/gu;

/** The writer of one message file, with numbers as they are to be written. */
export function createWriter<File extends MessageFile>(
  file: File,
  number: (value: number) => string,
): Translate<keyof File & string> {
  return (key, params = {}) =>
    (file[key] ?? key).replace(HOLE, (hole, name: string, one?: string, others?: string) => {
      const value = params[name];
      if (value === undefined) return hole;
      if (one !== undefined && others !== undefined) return value === 1 ? one : others;
      return typeof value === "number" ? number(value) : value;
    });
}

/** The digits that a language is written with. */
export function numeralsOf(language: NumberLanguage): Numerals {
  return NUMERALS_OF[language];
}

/** What `Intl` calls a language with its digits, or with those that somebody chose. */
export function localeOf(language: NumberLanguage, numerals: Numerals = numeralsOf(language)): string {
  return `${REGIONS[language]}-u-nu-${numerals}`;
}

/** A number in the digits and grouping of a language. Never for years or ids, which are not grouped. */
export function formatNumber(value: number, language: NumberLanguage, numerals?: Numerals): string {
  return new Intl.NumberFormat(localeOf(language, numerals), { maximumFractionDigits: 1 }).format(value);
}

/** ASCII digits in a text written in the digits of a language; everything else stays. */
export function localizeDigits(text: string, language: NumberLanguage): string {
  return writeDigits(text, numeralsOf(language));
}

/** ASCII digits in a text written in other digits; everything else stays. */
export function writeDigits(text: string, numerals: Numerals): string {
  if (numerals === "latn") return text;
  return text.replace(/[0-9]/gu, (digit) => String.fromCodePoint(ZEROS[numerals] + Number(digit)));
}

/**
 * Numbers that were written in one language, in the digits that somebody chose: digits of every system, and the signs
 * between them. For what the program wrote; never for what a source says.
 *
 * @example rewriteNumbers("۳۰٬۰۰۰ نفر", "latn") // "30,000 نفر"
 */
export function rewriteNumbers(text: string, numerals: Numerals): string {
  const ascii = text.replace(/[\u06f0-\u06f9\u0660-\u0669]/gu, (digit) =>
    String((digit.codePointAt(0) ?? 0) & 0xf),
  );
  const signs =
    numerals === "latn"
      ? ascii.replace(/(?<=[0-9])٬(?=[0-9])/gu, ",").replace(/(?<=[0-9])٫(?=[0-9])/gu, ".")
      : ascii.replace(/(?<=[0-9]),(?=[0-9]{3}(?![0-9]))/gu, "٬").replace(/(?<=[0-9])\.(?=[0-9])/gu, "٫");
  return writeDigits(signs, numerals);
}

/** The text in the language asked for, else in the first language it has, else nothing. */
export function pickLocal(text: LocalText, language: Language): string {
  return text[language] ?? text.en ?? Object.values(text)[0] ?? "";
}

/** Words of others inside a sentence of ours: neither turns the other round (Unicode first strong isolate). */
export function isolate(text: string): string {
  return `\u2068${text}\u2069`;
}

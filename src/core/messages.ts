/** Message files: every word a person reads, by language, with typed keys and parameters. */

export type Language = "en" | "fa";

export const LANGUAGES: readonly Language[] = ["en", "fa"];

/** A text in several languages; the first one given stands in for those that are missing. */
export type LocalText = { readonly [L in Language]?: string | undefined };

/** One language's messages: key to template with `{name}` holes. */
export type MessageFile = Readonly<Record<string, string>>;

export type MessageParams = Readonly<Record<string, string | number>>;

/** Writes a message: the template of `key`, its holes filled, numbers in the digits of the language. */
export type Translate<Key extends string> = (key: Key, params?: MessageParams) => string;

/**
 * The writer of one language over a set of message files with the same keys.
 *
 * @example createTranslate({ en: { n: "{count} people" }, fa: { n: "{count} نفر" } }, "fa")("n", { count: 3 }) // "۳ نفر"
 */
export function createTranslate<File extends MessageFile>(
  files: Readonly<Record<Language, File>>,
  language: Language,
): Translate<keyof File & string> {
  const file = files[language];
  return (key, params = {}) =>
    (file[key] ?? key).replace(/\{(\w+)\}/gu, (hole, name: string) => {
      const value = params[name];
      if (value === undefined) return hole;
      return typeof value === "number" ? formatNumber(value, language) : value;
    });
}

/** A number in the digits and grouping of a language. Never for years or ids, which are not grouped. */
export function formatNumber(value: number, language: Language): string {
  return new Intl.NumberFormat(language === "fa" ? "fa-IR" : "en-GB", { maximumFractionDigits: 1 }).format(
    value,
  );
}

/** ASCII digits in a text written in the digits of a language; everything else stays. */
export function localizeDigits(text: string, language: Language): string {
  if (language !== "fa") return text;
  return text.replace(/[0-9]/gu, (digit) => String.fromCodePoint(0x06f0 + Number(digit)));
}

/** The text in the language asked for, else in the first language it has, else nothing. */
export function pickLocal(text: LocalText, language: Language): string {
  return text[language] ?? text.en ?? Object.values(text)[0] ?? "";
}

/** Words of others inside a sentence of ours: neither turns the other round (Unicode first strong isolate). */
export function isolate(text: string): string {
  return `\u2068${text}\u2069`;
}

/** The writer of estimates' words. */
import { createTranslate, type Language, localizeDigits, type MessageParams } from "../core/pure.ts";
import { type EstimateMessage, messagesEn } from "./messages.en.ts";
import { messagesFa } from "./messages.fa.ts";

const FILES: Readonly<Record<Language, Readonly<Record<EstimateMessage, string>>>> = {
  en: messagesEn,
  fa: messagesFa,
};

/** Writes messages in one language. */
export interface Writer {
  readonly language: Language;
  readonly write: (key: EstimateMessage, params?: MessageParams) => string;
  /** A number with the decimals given, in the digits of the language: for shares and ratios below 1. */
  readonly decimal: (value: number, decimals: number) => string;
  /** Several names as one enumeration. */
  readonly join: (names: readonly string[]) => string;
}

export function createWriter(language: Language): Writer {
  return {
    language,
    write: createTranslate(FILES, language),
    decimal: (value, decimals) => {
      const text = localizeDigits(value.toFixed(decimals), language);
      return language === "fa" ? text.replace(".", "٫") : text;
    },
    join: (names) => names.join(language === "fa" ? "، " : ", "),
  };
}

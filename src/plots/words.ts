/** The words and numbers of pictures in one language. */
import {
  createTranslate,
  formatNumber,
  type Language,
  type Numerals,
  numeralsOf,
  type Translate,
  writeDigits,
} from "../core/pure.ts";
import type { MethodName } from "../estimate/index.ts";
import { messagesEn, type PlotMessage } from "./messages.en.ts";
import { messagesFa } from "./messages.fa.ts";

export interface Words {
  readonly language: Language;
  readonly write: Translate<PlotMessage>;
  /** Whole people, grouped. */
  readonly people: (value: number) => string;
  /** A number of at most so many significant digits, for ratios and shares. */
  readonly ratio: (value: number, digits?: number) => string;
  /** A number with so many decimals. */
  readonly decimal: (value: number, decimals: number) => string;
  /** Names as one enumeration. */
  readonly names: (names: readonly string[]) => string;
  /** Both ends of an interval, rounded outward to whole people. */
  readonly range: (interval: readonly [number, number]) => string;
  /** What a row says at its end: the interval first, the estimate behind it in brackets. */
  readonly numbers: (point: number, interval: readonly [number, number] | null) => string;
}

/** @param numerals - those of the language unless somebody chose others. */
export function wordsOf(language: Language, numerals: Numerals = numeralsOf(language)): Words {
  const number = (value: number) => formatNumber(value, language, numerals);
  const files = { en: messagesEn, fa: messagesFa };
  const write = createTranslate<Record<PlotMessage, string>>(files, language, number);
  const digitsOf = (text: string): string => {
    const local = writeDigits(text, numerals);
    return numerals === "latn" ? local : local.replace(".", "٫");
  };
  const range = ([low, high]: readonly [number, number]) =>
    write("row.range", { low: Math.floor(low), high: Math.ceil(high) });
  return {
    language,
    write,
    people: (value) => number(Math.round(value)),
    ratio: (value, digits = 2) => digitsOf(String(Number(value.toPrecision(digits)))),
    decimal: (value, decimals) => digitsOf(value.toFixed(decimals)),
    names: (names) => names.join(language === "fa" ? "، " : ", "),
    range,
    numbers: (point, interval) => {
      const mark = write("row.point", { point: Math.round(point) });
      return interval === null ? mark : `${range(interval)} ${mark}`;
    },
  };
}

/** What a method is called in pictures. */
export function methodTitle(name: MethodName, language: Language): string {
  return wordsOf(language).write(`method.${name}`);
}

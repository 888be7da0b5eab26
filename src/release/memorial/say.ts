/** The words of one language on a page: holes take markup, words from people stand isolated, numbers in the digits of the language. */
import {
  type Calendar,
  formatNumber,
  formatSpan,
  type Language,
  localizeDigits,
  parseEdtf,
} from "../../core/index.ts";
import type { ReleasedTime } from "../content.ts";
import { Html, html, type Part, words } from "./html.ts";
import { memorialMessagesEn } from "./memorial.messages.en.ts";
import { memorialMessagesFa } from "./memorial.messages.fa.ts";

export type MessageKey = keyof typeof memorialMessagesEn;

export function isMessageKey(key: string): key is MessageKey {
  return Object.hasOwn(memorialMessagesEn, key);
}

export interface Say {
  (key: MessageKey, params?: Readonly<Record<string, Html | string | number>>): Html;
  readonly language: Language;
  /** A value of a fact: numbers in the digits of the language, words isolated. */
  value(text: string): Html;
  /** A number that is a name, ungrouped. */
  digits(text: string): string;
  /** EDTF in the three calendars, that of the language first. */
  edtf(text: string): Html;
  time(time: ReleasedTime): Html;
  /** A day in the calendar of the language alone. */
  day(iso: string): string;
}

const FILES = { en: memorialMessagesEn, fa: memorialMessagesFa } as const;
const OF_LANGUAGE: Readonly<Record<Language, readonly [Calendar, ...Calendar[]]>> = {
  en: ["gregorian", "solar-hijri", "lunar-hijri"],
  fa: ["solar-hijri", "gregorian", "lunar-hijri"],
};
const NAMES = { gregorian: "gregorian", "solar-hijri": "solarHijri", "lunar-hijri": "lunarHijri" } as const;
const NUMBER = /^\d{1,9}$/;

/** The writer of a language. It keeps what it wrote of dates: tens of thousands of persons died on a few days. */
export function createSay(language: Language): Say {
  const file: Readonly<Record<MessageKey, string>> = FILES[language];
  const pieces = new Map<MessageKey, readonly string[]>();
  const dates = new Map<string, Html>();
  const say = (key: MessageKey, params: Readonly<Record<string, Html | string | number>> = {}): Html => {
    let split = pieces.get(key);
    if (split === undefined) {
      split = file[key].split(/[{}]/);
      pieces.set(key, split);
    }
    return html`${split.map((piece, at): Part => {
      if (at % 2 === 0) return piece;
      const value = params[piece] ?? "";
      if (value instanceof Html) return value;
      return typeof value === "number" ? formatNumber(value, language) : words(value);
    })}`;
  };
  const inCalendars = (texts: Readonly<Record<Calendar, string>>): Html =>
    html`<span class="calendars">${OF_LANGUAGE[language].map(
      (calendar) =>
        html`<span><span>${texts[calendar]}</span> <small>${say(NAMES[calendar])}</small></span> `,
    )}</span>`;
  const edtf = (text: string): Html => {
    const known = dates.get(text);
    if (known !== undefined) return known;
    const span = parseEdtf(text);
    const written = (calendar: Calendar) => formatSpan(span, { language, calendar });
    const made = inCalendars({
      gregorian: written("gregorian"),
      "solar-hijri": written("solar-hijri"),
      "lunar-hijri": written("lunar-hijri"),
    });
    dates.set(text, made);
    return made;
  };
  const digits = (text: string) => localizeDigits(text, language);
  return Object.assign(say, {
    ...{ language, edtf, digits },
    day: (iso: string) => formatSpan(parseEdtf(iso), { language, calendar: OF_LANGUAGE[language][0] }),
    value: (text: string) => (NUMBER.test(text) ? html`${digits(text)}` : words(text)),
    time: ({ gregorian, solarHijri, lunarHijri }: ReleasedTime) =>
      inCalendars({ gregorian, "solar-hijri": solarHijri, "lunar-hijri": lunarHijri }),
  });
}

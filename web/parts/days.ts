/** Days as people write them. */
import {
  type Calendar as CoreCalendar,
  formatSpan,
  parseEdtf,
  toIsoDay,
  writeDigits,
} from "../../src/core/pure.ts";
import type { Writing } from "../page-words.ts";

export const DAY_MS = 86_400_000;

/** The calendars that the workbench writes in, by what `core` calls them. */
export const CALENDARS = {
  gregorian: "gregorian",
  solarHijri: "solar-hijri",
  lunarHijri: "lunar-hijri",
} as const satisfies Readonly<Record<string, CoreCalendar>>;

export type Calendar = keyof typeof CALENDARS;

/** A day number (whole days since 1970-01-01) in words and digits of the reader, as the server writes times. */
export function formatDay(day: number, writing: Writing, calendar: Calendar): string {
  return formatSpan(parseEdtf(toIsoDay(day)), { ...writing, calendar: CALENDARS[calendar] });
}

/** The day number of an ISO time. */
export function dayOf(isoTime: string): number {
  return Math.floor(Date.parse(isoTime) / DAY_MS);
}

/** The year of a day, Gregorian, for the ticks of an axis. */
export function toYear(day: number): number {
  return new Date(day * DAY_MS).getUTCFullYear();
}

/** The first day of a Gregorian year. */
export function yearStart(year: number): number {
  return Date.UTC(year, 0, 1) / DAY_MS;
}

/** A Gregorian year on an axis, in the calendar of the language. */
export function yearLabel(year: number, { language, numerals }: Writing): string {
  if (language !== "fa") return writeDigits(String(year), numerals);
  const locale = `fa-IR-u-ca-persian-nu-${numerals}`;
  const persian = new Intl.DateTimeFormat(locale, { year: "numeric", timeZone: "UTC" });
  // A Gregorian year begins in the winter of the Persian year that is named here.
  return persian.format(new Date(Date.UTC(year, 0, 1)));
}

/** Days as people write them. */
import type { Language } from "../../src/core/pure.ts";

export const DAY_MS = 86_400_000;

/** The calendars that the workbench writes in, by what Intl calls them. */
const CALENDARS = { gregorian: "gregory", solarHijri: "persian" } as const;

export type Calendar = keyof typeof CALENDARS;

/** A day number (whole days since 1970-01-01) in words and digits of a language. */
export function formatDay(day: number, language: Language, calendar: Calendar): string {
  const words = new Intl.DateTimeFormat(
    `${language === "fa" ? "fa-IR" : "en-GB"}-u-ca-${CALENDARS[calendar]}`,
    {
      day: "numeric",
      month: "long",
      year: "numeric",
      timeZone: "UTC",
    },
  ).formatToParts(new Date(day * DAY_MS));
  // The order of the parts is ours, so that no era and no comma of one engine's data gets in.
  const part = (type: Intl.DateTimeFormatPartTypes) => words.find((each) => each.type === type)?.value ?? "";
  return `${part("day")} ${part("month")} ${part("year")}`;
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
export function yearLabel(year: number, language: Language): string {
  if (language === "en") return String(year);
  const persian = new Intl.DateTimeFormat("fa-IR-u-ca-persian", { year: "numeric", timeZone: "UTC" });
  // A Gregorian year begins in the winter of the Persian year that is named here.
  return persian.format(new Date(Date.UTC(year, 0, 1)));
}

/** Days as people write them. */
import type { Language } from "../../src/core/pure.ts";

const DAY_MS = 86_400_000;

/** A day number (whole days since 1970-01-01) in the calendar of the language. */
export function toDays(day: number, language: Language): string {
  return new Intl.DateTimeFormat(language === "fa" ? "fa-IR" : "en-GB", {
    dateStyle: "medium",
    timeZone: "UTC",
  }).format(new Date(day * DAY_MS));
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

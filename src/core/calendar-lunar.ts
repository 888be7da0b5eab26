/**
 * The Lunar Hijri calendar by arithmetic: thirty years of 10,631 days, months of 30 and 29 days in turn, and
 * eleven years of each thirty (2, 5, 7, 10, 13, 16, 18, 21, 24, 26, 29) whose last month has a 30th day. Year 1
 * begins on Friday, 16 July 622 of the Julian calendar (Reingold and Dershowitz, "Calendrical Calculations",
 * the arithmetical Islamic calendar; `islamic-civil` of Unicode CLDR).
 *
 * People began their months when the moon was seen, so a month of theirs may begin a day before or after the
 * month of this calendar: `LUNAR_DOUBT_DAYS`. docs/decisions/2026-11-27-lunar-hijri-by-arithmetic.md says why this
 * one, and how often that is enough.
 */

/**
 * How many days a month may have begun before or after the calculated one. Of the 1,212 months of Iran's official
 * calendar from 1346 to 1446 AH (1927–2025), 1,209 began within it, and three two days later.
 */
export const LUNAR_DOUBT_DAYS = 1;

/** Years for which it is computed. */
export const LUNAR_HIJRI_YEARS = { first: 1, last: 2900 };

/** Day number (days since 1970-01-01) of the first day of year 1: 622-07-19 of the proleptic Gregorian calendar. */
const FIRST_DAY = -492_148;
const DAYS_IN_CYCLE = 10_631;
const YEARS_IN_CYCLE = 30;

/** Month 1 (Muharram) … 12 (Dhu al-Hijja), day from 1. */
interface LunarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The day number of a date that the calendar has. */
export function lunarDays({ year, month, day }: LunarDate): number {
  const daysBefore = 354 * (year - 1) + Math.floor((11 * year + 3) / YEARS_IN_CYCLE);
  return FIRST_DAY + daysBefore + Math.ceil(29.5 * (month - 1)) + day - 1;
}

/** The inverse, for days from the first of year 1. */
export function lunarDate(dayNumber: number): LunarDate {
  const year = Math.floor((YEARS_IN_CYCLE * (dayNumber - FIRST_DAY) + 10_646) / DAYS_IN_CYCLE);
  const dayOfYear = dayNumber - lunarDays({ year, month: 1, day: 1 });
  const month = Math.min(12, Math.floor(dayOfYear / 29.5) + 1);
  return { year, month, day: dayNumber - lunarDays({ year, month, day: 1 }) + 1 };
}

/** Whether the year has 355 days. */
export function isLeapLunarYear(year: number): boolean {
  return (11 * year + 14) % YEARS_IN_CYCLE < 11;
}

/** 29 or 30. The month that was seen may have had a day more or less. */
export function lunarMonthLength(year: number, month: number): number {
  return month % 2 === 1 || (month === 12 && isLeapLunarYear(year)) ? 30 : 29;
}

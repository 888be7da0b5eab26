/** Days, and the calendars that name them: Gregorian (proleptic), Solar Hijri and Lunar Hijri. */
import {
  isLeapJalaaliYear,
  isValidJalaaliDate,
  jalaaliMonthLength,
  toGregorian,
  toJalaali,
} from "jalaali-js";
import {
  isLeapLunarYear,
  LUNAR_DOUBT_DAYS,
  LUNAR_HIJRI_YEARS,
  lunarDate,
  lunarDays,
  lunarMonthLength,
} from "./calendar-lunar.ts";
import { InquestError } from "./errors.ts";

export const CALENDARS = ["gregorian", "solar-hijri", "lunar-hijri"] as const;

export type Calendar = (typeof CALENDARS)[number];

/**
 * How many days the days that people lived by may lie from the calculated ones: none, except in the Lunar Hijri
 * calendar, whose months began when the moon was seen.
 */
export const DOUBT_DAYS: Readonly<Record<Calendar, number>> = {
  gregorian: 0,
  "solar-hijri": 0,
  "lunar-hijri": LUNAR_DOUBT_DAYS,
};

/** Whole days since 1970-01-01 of the proleptic Gregorian calendar; negative before it. */
export type DayNumber = number;

/** A day of a calendar: month 1 … 12, day from 1. Gregorian years are astronomical: 0 is 1 BCE. */
export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const DAYS_PER_ERA = 146_097;
/** Days from 0000-03-01 to 1970-01-01. */
const EPOCH_OFFSET = 719_468;
/** Solar Hijri years that jalaali-js converts, less the outermost, whose ends it does not reach. */
const SOLAR_HIJRI_YEARS = { first: -60, last: 3176 };

/** The days for which a calendar is computed. */
export const COMPUTED_DAYS: Readonly<
  Record<Calendar, { readonly first: DayNumber; readonly last: DayNumber }>
> = {
  gregorian: { first: Number.NEGATIVE_INFINITY, last: Number.POSITIVE_INFINITY },
  // The whole Gregorian years 562 and 3796 that jalaali-js reaches.
  "solar-hijri": {
    first: gregorianDays({ year: 562, month: 1, day: 1 }),
    last: gregorianDays({ year: 3796, month: 12, day: 31 }),
  },
  "lunar-hijri": {
    first: lunarDays({ year: LUNAR_HIJRI_YEARS.first, month: 1, day: 1 }),
    last: lunarDays({ year: LUNAR_HIJRI_YEARS.last, month: 12, day: 29 }),
  },
};

/**
 * The day number of a date.
 *
 * @throws InquestError "core/no-such-date" when the calendar has no such day (1988-02-30), or, for Solar
 *   Hijri, when the year is outside -60 … 3176, for Lunar Hijri outside 1 … 2900.
 */
export function toDayNumber(date: CalendarDate, calendar: Calendar = "gregorian"): DayNumber {
  if (!isDate(date, calendar)) {
    throw new InquestError({
      code: "core/no-such-date",
      reaction: "input",
      message: `${date.year}-${date.month}-${date.day} is not a day of the ${calendar} calendar. Check the order of day and month, and the calendar.`,
      evidence: { date: { ...date }, calendar },
    });
  }
  if (calendar === "gregorian") return gregorianDays(date);
  if (calendar === "lunar-hijri") return lunarDays(date);
  const { gy, gm, gd } = toGregorian(date.year, date.month, date.day);
  return gregorianDays({ year: gy, month: gm, day: gd });
}

/**
 * The date of a day number.
 *
 * @throws InquestError "core/no-such-date" for Solar Hijri outside the years -60 … 3176, for Lunar Hijri outside
 *   1 … 2900.
 */
export function fromDayNumber(day: DayNumber, calendar: Calendar = "gregorian"): CalendarDate {
  const { first, last } = COMPUTED_DAYS[calendar];
  if (day < first || day > last) {
    throw new InquestError({
      code: "core/no-such-date",
      reaction: "input",
      message: `The day ${day} lies outside what the ${calendar} calendar is computed for. Show this date in the Gregorian calendar.`,
      evidence: { day, calendar },
    });
  }
  if (calendar === "lunar-hijri") return lunarDate(day);
  const date = gregorianDate(day);
  if (calendar === "gregorian") return date;
  const { jy, jm, jd } = toJalaali(date.year, date.month, date.day);
  return { year: jy, month: jm, day: jd };
}

/** Whether the calendar has that day. */
export function isDate({ year, month, day }: CalendarDate, calendar: Calendar): boolean {
  if (![year, month, day].every(Number.isInteger)) return false;
  if (month < 1 || month > 12 || day < 1) return false;
  if (calendar === "gregorian") return day <= daysInMonth(year, month, calendar);
  if (calendar === "lunar-hijri")
    return (
      year >= LUNAR_HIJRI_YEARS.first &&
      year <= LUNAR_HIJRI_YEARS.last &&
      day <= lunarMonthLength(year, month)
    );
  const { first, last } = SOLAR_HIJRI_YEARS;
  return year >= first && year <= last && isValidJalaaliDate(year, month, day);
}

/** Length of a month (1 … 12) in days. */
export function daysInMonth(year: number, month: number, calendar: Calendar = "gregorian"): number {
  if (calendar === "solar-hijri") return jalaaliMonthLength(year, month);
  if (calendar === "lunar-hijri") return lunarMonthLength(year, month);
  if (month === 2) return isLeapYear(year, calendar) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Whether the year has its extra day: 366 days, in the Lunar Hijri calendar 355. */
export function isLeapYear(year: number, calendar: Calendar = "gregorian"): boolean {
  if (calendar === "solar-hijri") return isLeapJalaaliYear(year);
  if (calendar === "lunar-hijri") return isLeapLunarYear(year);
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** First and last day of a whole month, or of a whole year when the month is left out. */
export function daysOf(
  { year, month }: { readonly year: number; readonly month?: number | undefined },
  calendar: Calendar = "gregorian",
): readonly [first: DayNumber, last: DayNumber] {
  const from = month ?? 1;
  const to = month ?? 12;
  const first = toDayNumber({ year, month: from, day: 1 }, calendar);
  return [first, toDayNumber({ year, month: to, day: daysInMonth(year, to, calendar) }, calendar)];
}

/**
 * Days from the civil epoch, over eras of 400 years that start on 1 March (Howard Hinnant, "chrono-Compatible
 * Low-Level Date Algorithms", days_from_civil). No Date object: years are not bounded by milliseconds.
 */
function gregorianDays({ year, month, day }: CalendarDate): DayNumber {
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_PER_ERA + dayOfEra - EPOCH_OFFSET;
}

/** The inverse (same source, civil_from_days). */
function gregorianDate(day: DayNumber): CalendarDate {
  const shifted = day + EPOCH_OFFSET;
  const era = Math.floor(shifted / DAYS_PER_ERA);
  const dayOfEra = shifted - era * DAYS_PER_ERA;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  };
}

/** A day as ISO 8601 writes it, which is EDTF too. @example toIsoDay(0) // "1970-01-01" */
export function toIsoDay(day: DayNumber): string {
  const { year, month, day: ofMonth } = fromDayNumber(day);
  const sign = year < 0 ? "-" : "";
  const digits = String(Math.abs(year)).padStart(4, "0");
  return `${sign}${digits}-${String(month).padStart(2, "0")}-${String(ofMonth).padStart(2, "0")}`;
}

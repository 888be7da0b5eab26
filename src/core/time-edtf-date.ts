/** One date of EDTF: year, month, day or season, with unspecified digits and qualifiers. */
import { type DayNumber, daysOf, isDate, toDayNumber } from "./calendar.ts";
import { seasonBounds } from "./time-season.ts";
import type { TimePrecision } from "./time-span.ts";

export interface EdtfDate {
  /** Normalised text; a time of day is cut off. */
  readonly text: string;
  /** Null only where every digit of the year is unspecified. */
  readonly earliest: DayNumber | null;
  readonly latest: DayNumber | null;
  readonly precision: TimePrecision;
  /** The number of a season or other part of a year, 21–41. */
  readonly season: number | null;
  readonly approximate: boolean;
  readonly uncertain: boolean;
}

const DATE =
  /^[?~%]?(?<year>-?[0-9X]{4})(?:S(?<significant>[1-4]))?[?~%]?(?:-[?~%]?(?<month>[0-9X]{2})[?~%]?(?:-[?~%]?(?<day>[0-9X]{2})[?~%]?)?)?$/u;
const DATE_TIME =
  /^(-?\d{4}-\d\d-\d\d)T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:Z|[+-](?:0\d|1[0-4])(?::?[0-5]\d)?)?$/u;
const LONG_YEAR =
  /^[?~%]?Y(?<year>-?[1-9]\d*)(?:E(?<exponent>\d{1,2}))?(?:S(?<significant>\d{1,2}))?[?~%]?$/u;
/** Keeps every day number an exact integer. */
const LAST_YEAR = 1e12;

/** Reads one date; null when the text is none, or names a day that the calendar does not have. */
export function readEdtfDate(written: string): EdtfDate | null {
  const text = DATE_TIME.exec(written)?.[1] ?? written;
  const qualifiers = { approximate: /[~%]/u.test(text), uncertain: /[?%]/u.test(text) };
  const long = LONG_YEAR.exec(text)?.groups;
  if (long !== undefined) return readLongYear(text, long, qualifiers);
  const { year, month, day, significant } = DATE.exec(text)?.groups ?? {};
  if (year === undefined || year === "-0000") return null;
  if (significant !== undefined) {
    if (month !== undefined || year.includes("X")) return null;
    return readYear(text, { year: Number(year), significant: Number(significant) }, qualifiers);
  }
  const season = month !== undefined && /^(?:2[1-9]|3\d|4[01])$/u.test(month) ? Number(month) : null;
  if (season !== null) return day === undefined ? readSeason(text, { year, season }, qualifiers) : null;
  return readMasked(text, { year, month, day }, qualifiers);
}

interface Qualifiers {
  readonly approximate: boolean;
  readonly uncertain: boolean;
}

/** Y and more than four digits, or an exponent: Y17E7 is the year 170,000,000. */
function readLongYear(
  text: string,
  groups: Readonly<Record<string, string | undefined>>,
  qualifiers: Qualifiers,
): EdtfDate | null {
  const { year = "", exponent, significant } = groups;
  if (exponent === undefined && year.replace("-", "").length <= 4) return null;
  const value = Number(year) * 10 ** Number(exponent ?? 0);
  if (Math.abs(value) > LAST_YEAR) return null;
  return readYear(
    text,
    { year: value, significant: significant === undefined ? null : Number(significant) },
    qualifiers,
  );
}

/** With significant digits the year is an estimate of which only the first digits are meant: 1950S2 is 19XX. */
function readYear(
  text: string,
  { year, significant }: { readonly year: number; readonly significant: number | null },
  qualifiers: Qualifiers,
): EdtfDate | null {
  const digits = Math.max(4, String(Math.abs(year)).length);
  if (significant !== null && (significant < 1 || significant > digits)) return null;
  const loose = significant === null ? 0 : digits - significant;
  const low = Math.floor(Math.abs(year) / 10 ** loose) * 10 ** loose;
  const high = low + 10 ** loose - 1;
  const [first, last] = year < 0 ? [-high, -low] : [low, high];
  return {
    text,
    earliest: toDayNumber({ year: first, month: 1, day: 1 }),
    latest: toDayNumber({ year: last, month: 12, day: 31 }),
    precision: yearPrecision(loose),
    season: null,
    approximate: qualifiers.approximate || loose > 0,
    uncertain: qualifiers.uncertain,
  };
}

function readSeason(
  text: string,
  { year, season }: { readonly year: string; readonly season: number },
  qualifiers: Qualifiers,
): EdtfDate | null {
  const bounds = seasonBounds(season);
  if (bounds === null) return null;
  const years = isUnspecified(year) ? null : yearsOf(year);
  const [first, last] = bounds;
  return {
    text,
    earliest: years === null ? null : dayInYear(years.first, first),
    latest: years === null ? null : dayInYear(years.last, last),
    precision: years === null ? "unknown" : year.includes("X") ? maskedPrecision({ year }) : "season",
    season,
    ...qualifiers,
  };
}

function dayInYear(
  year: number,
  { yearOffset, month, day }: { readonly yearOffset: number; readonly month: number; readonly day: number },
): DayNumber {
  return toDayNumber({ year: year + yearOffset, month, day });
}

interface Masks {
  readonly year: string;
  readonly month?: string | undefined;
  readonly day?: string | undefined;
}

/** The first and the last day that fit the digits given, X standing for any. */
function readMasked(text: string, masks: Masks, qualifiers: Qualifiers): EdtfDate | null {
  if (![masks.year, masks.month, masks.day].some((mask) => mask?.includes("X")))
    return readPlain(text, masks, qualifiers);
  const months = matching(masks.month ?? "XX", 12);
  const days = matching(masks.day ?? "XX", 31);
  const precision = maskedPrecision(masks);
  if (isUnspecified(masks.year)) {
    // 2000 is a leap year, so a day that it lacks, no year has.
    const exists = firstDay([2000], months, days) !== null;
    return exists ? { text, earliest: null, latest: null, precision, season: null, ...qualifiers } : null;
  }
  const years = candidates(masks.year);
  const earliest = firstDay(years, months, days);
  const latest = firstDay(years.toReversed(), months.toReversed(), days.toReversed());
  if (earliest === null || latest === null) return null;
  return { text, earliest, latest, precision, season: null, ...qualifiers };
}

/** Nearly every date: nothing of it is masked, so that nothing need be tried. */
function readPlain(text: string, masks: Masks, qualifiers: Qualifiers): EdtfDate | null {
  const [year, month, day] = [masks.year, masks.month, masks.day].map((mask) =>
    mask === undefined ? undefined : Number(mask),
  );
  if (year === undefined || !isDate({ year, month: month ?? 1, day: day ?? 1 }, "gregorian")) return null;
  const [first, last] =
    month === undefined || day === undefined
      ? daysOf({ year, month })
      : [toDayNumber({ year, month, day }), null];
  return {
    text,
    earliest: first,
    latest: last ?? first,
    precision: maskedPrecision(masks),
    season: null,
    ...qualifiers,
  };
}

function firstDay(
  years: readonly number[],
  months: readonly number[],
  days: readonly number[],
): DayNumber | null {
  for (const year of years)
    for (const month of months)
      for (const day of days) {
        const date = { year, month, day };
        if (isDate(date, "gregorian")) return toDayNumber(date);
      }
  return null;
}

function maskedPrecision({ year, month, day }: Masks): TimePrecision {
  const unspecified = /X+$/u.exec(year)?.[0].length ?? 0;
  if (year.slice(0, year.length - unspecified).includes("X")) return "interval";
  if (unspecified > 0) return unspecified === 4 ? "unknown" : yearPrecision(unspecified);
  if (month === undefined || month.includes("X")) return "year";
  return day === undefined || day.includes("X") ? "month" : "day";
}

function yearPrecision(looseDigits: number): TimePrecision {
  return (["year", "decade", "century"] as const)[looseDigits] ?? "interval";
}

function isUnspecified(year: string): boolean {
  return /^-?XXXX$/u.test(year);
}

/** Numbers from 1 to the last that fit a mask of two digits. */
function matching(mask: string, last: number): number[] {
  // Nearly every month and day that is written is written whole.
  if (!mask.includes("X")) return [Number(mask)].filter((value) => value >= 1 && value <= last);
  return Array.from({ length: last }, (_, index) => index + 1).filter((value) => fits(mask, value));
}

/** Every year that fits a mask of four digits, ascending. */
function candidates(mask: string): number[] {
  const { first, last } = yearsOf(mask);
  const digits = mask.replace("-", "");
  const years: number[] = [];
  for (let year = first; year <= last; year += 1) if (fits(digits, Math.abs(year))) years.push(year);
  return years;
}

function yearsOf(mask: string): { readonly first: number; readonly last: number } {
  const digits = mask.replace("-", "");
  const low = Number(digits.replaceAll("X", "0"));
  const high = Number(digits.replaceAll("X", "9"));
  return mask.startsWith("-") ? { first: -high, last: -low } : { first: low, last: high };
}

function fits(mask: string, value: number): boolean {
  const digits = String(value).padStart(mask.length, "0");
  return [...mask].every((letter, at) => letter === "X" || letter === digits[at]);
}

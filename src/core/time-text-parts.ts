/** The year, month and day that a folded text writes, in whatever order lists use. */
import { type Calendar, type DayNumber, isDate, toDayNumber } from "./calendar.ts";
import { eraOf, joinEras, type StatedEra } from "./time-text-eras.ts";
import {
  FORTNIGHT_WORDS,
  LONGEST_NAME_WORDS,
  MONTHS,
  type NamedMonth,
  SILENT_WORDS,
} from "./time-text-words.ts";

/**
 * `by-year`: bare years before 1500 are Solar Hijri, later ones Gregorian. `as-stated`: later ones are Gregorian, and
 * an earlier one is read only where the text itself says whose it is, by a month's name or by words such as "ه‍.ق".
 */
export type WrittenCalendar = Calendar | "by-year" | "as-stated";

export const DATE_ORDERS = ["dmy", "mdy", "ymd"] as const;

export type DateOrder = (typeof DATE_ORDERS)[number];

export interface DateParts {
  readonly calendar: Calendar;
  /** The calendar that the text itself names; null where it is only that of the column. */
  readonly named: Calendar | null;
  /** Null where the text leaves it to the other end of a range. */
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
  /** 1 or 2: the first half of the month (to the 15th) or the second. */
  readonly fortnight: number | null;
}

export interface PartsOptions {
  readonly calendar: WrittenCalendar;
  readonly order?: DateOrder | undefined;
  /** A bare year that would be a Solar Hijri one after this day may be a Lunar Hijri one, and is not read. */
  readonly today?: DayNumber | undefined;
}

/** Bare years before it are of a Hijri calendar, or a slip; nobody lists the dead of 1367 CE beside those of 1988. */
export const FIRST_GREGORIAN_YEAR = 1500;

/**
 * The parts, or null when the text is no date. A day or month of zero is one that is not known. With `partial`
 * the year, or month and year, may be left out, as in the left end of "20-21/05/1977".
 */
export function readParts(
  text: string,
  options: PartsOptions & { readonly partial?: boolean },
): DateParts | null {
  const { numbers, months, fortnight, era } = sortTokens(tokenize(text));
  if (numbers === null || months.length > 1) return null;
  const [month] = months;
  const fields = month === undefined ? readNumbers(numbers, options) : readWithMonth(numbers, month.month);
  if (fields === null) return null;
  const year = zeroIsUnknown(fields.year);
  if (year === null && options.partial !== true) return null;
  const named = month === undefined ? era : joinEras(era, month.calendar);
  if (named === null && month !== undefined) return null;
  const calendar = calendarOf({ year, named, isEra: era !== null }, options);
  if (calendar === null) return null;
  const known = zeroIsUnknown(fields.month);
  const day = known === null && year !== null ? null : zeroIsUnknown(fields.day);
  const parts = {
    calendar,
    named: named === "hijri" ? null : named,
    year,
    month: known,
    day,
    fortnight,
  };
  return isPossible(parts) ? parts : null;
}

interface Token {
  readonly text: string;
  readonly isNumber: boolean;
}

function tokenize(text: string): Token[] {
  const plain = text
    .replace(/(?<!\d)(\d{1,2})(?:o|a|st|nd|rd|th|er|ام|م)(?!\p{L})/gu, "$1 ")
    // Apostrophes within names: Sha'ban, Dhu'l-Hijja.
    .replace(/(?<=\p{L})'|'(?=\p{L})/gu, "");
  return [...plain.matchAll(/\d+|\p{L}+/gu)].map(([token]) => ({ text: token, isNumber: /\d/u.test(token) }));
}

interface Sorted {
  /** Null when a word is not understood, or when two words name different calendars. */
  readonly numbers: readonly string[] | null;
  readonly months: readonly NamedMonth[];
  readonly fortnight: number | null;
  readonly era: StatedEra | null;
}

function sortTokens(tokens: readonly Token[]): Sorted {
  const numbers: string[] = [];
  const months: NamedMonth[] = [];
  let fortnight: number | null = null;
  let era: StatedEra | null = null;
  for (let at = 0; at < tokens.length; at += 1) {
    const { text, isNumber } = tokens[at] ?? { text: "", isNumber: false };
    const month = isNumber ? null : longestName(tokens, at, MONTHS);
    const stated = isNumber || month !== null ? null : longestName(tokens, at, { get: eraOf });
    if (isNumber && FORTNIGHT_WORDS.has(tokens[at + 1]?.text ?? "") && (text === "1" || text === "2")) {
      fortnight = Number(text);
      at += 1;
    } else if (isNumber) numbers.push(text);
    else if (month !== null) {
      months.push(month.found);
      at += month.words - 1;
    } else if (stated !== null) {
      era = joinEras(era, stated.found);
      if (era === null) return { numbers: null, months, fortnight, era };
      at += stated.words - 1;
    } else if (!SILENT_WORDS.has(text)) return { numbers: null, months, fortnight, era };
  }
  return { numbers, months, fortnight, era };
}

/** The longest name that begins with a token, and how many tokens it takes. */
function longestName<T>(
  tokens: readonly Token[],
  at: number,
  names: { readonly get: (name: string) => T | undefined },
): { readonly found: T; readonly words: number } | null {
  for (let words = LONGEST_NAME_WORDS; words > 0; words -= 1) {
    const name = tokens.slice(at, at + words).map(({ text }) => text);
    const found = name.length < words ? undefined : names.get(name.join(" "));
    if (found !== undefined) return { found, words };
  }
  return null;
}

interface Fields {
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
}

function readWithMonth(numbers: readonly string[], month: number): Fields | null {
  const years = numbers.filter(isYear);
  const days = numbers.filter((number) => !isYear(number));
  if (years.length > 1 || days.length > 1) return null;
  return { year: toNumber(years[0]), month, day: toNumber(days[0]) };
}

function readNumbers(
  numbers: readonly string[],
  { order, ...options }: PartsOptions & { readonly partial?: boolean },
): Fields | null {
  const [first, second, third, more] = numbers;
  if (first === undefined || more !== undefined) return null;
  if (second === undefined) return readOneNumber(first, options.partial === true);
  if (third === undefined) {
    if (isYear(first) !== isYear(second)) {
      const [year, month] = isYear(first) ? [first, second] : [second, first];
      return { year: Number(year), month: Number(month), day: null };
    }
    if (isYear(first) || options.partial !== true) return null;
    const [day, month] = order === "mdy" ? [second, first] : [first, second];
    return { year: null, month: Number(month), day: Number(day) };
  }
  if (isYear(first)) return isYear(second) || isYear(third) ? null : ymd(first, second, third);
  if (!isYear(third) || isYear(second)) return null;
  // 05/28/1988 has no twenty-eighth month: where no order is asked for, only one reading is left.
  const monthFirst = order === "mdy" || (order === undefined && Number(second) > 12 && Number(first) <= 12);
  return monthFirst ? ymd(third, first, second) : ymd(third, second, first);
}

function readOneNumber(number: string, partial: boolean): Fields | null {
  if (/^\d{8}$/u.test(number)) return ymd(number.slice(0, 4), number.slice(4, 6), number.slice(6));
  if (isYear(number)) return { year: Number(number), month: null, day: null };
  return partial ? { year: null, month: null, day: Number(number) } : null;
}

function ymd(year: string, month: string, day: string): Fields {
  return { year: Number(year), month: Number(month), day: Number(day) };
}

/** Four digits; a year of two is not guessed. */
function isYear(number: string): boolean {
  return /^\d{4}$/u.test(number);
}

function toNumber(text: string | undefined): number | null {
  return text === undefined ? null : Number(text);
}

function zeroIsUnknown(value: number | null): number | null {
  return value === 0 ? null : value;
}

/** Null when the year belongs to another calendar, or when nothing says to which. */
function calendarOf(
  {
    year,
    named,
    isEra,
  }: { readonly year: number | null; readonly named: StatedEra | null; readonly isEra: boolean },
  { calendar: written, today }: PartsOptions,
): Calendar | null {
  const isHijri = year !== null && year < FIRST_GREGORIAN_YEAR;
  const calendar = named === null || named === "hijri" ? ofColumn(named, written, isHijri) : named;
  if (calendar === null || year === null) return calendar;
  // "1367 CE" is what it says; "July 1367" is a slip.
  if (calendar === "gregorian") return isHijri && !isEra ? null : calendar;
  if (!isHijri) return null;
  const isBare = named === null || named === "hijri";
  const isAhead = isBare && calendar === "solar-hijri" && today !== undefined && beginsAfter(year, today);
  return isAhead ? null : calendar;
}

function ofColumn(named: "hijri" | null, written: WrittenCalendar, isHijri: boolean): Calendar | null {
  if (written === "solar-hijri" || written === "lunar-hijri") return written;
  if (named === "hijri") return null;
  if (written === "gregorian" || !isHijri) return "gregorian";
  return written === "by-year" ? "solar-hijri" : null;
}

function beginsAfter(solarYear: number, day: DayNumber): boolean {
  return solarYear > 0 && toDayNumber({ year: solarYear, month: 1, day: 1 }, "solar-hijri") > day;
}

/**
 * Whether the calendar has such a date. A lunar month that was seen may have had a 30th day that the calculated one
 * lacks; it is then the day after the 29th.
 */
function isPossible({ calendar, year, month, day }: DateParts): boolean {
  if (month !== null && (month < 1 || month > 12)) return false;
  if (calendar === "lunar-hijri" && (day ?? 1) > 30) return false;
  if (day === null) return year === null || year > 0;
  if (year === null || month === null) return day <= 31;
  return isDate({ year, month, day: calendar === "lunar-hijri" ? Math.min(day, 29) : day }, calendar);
}

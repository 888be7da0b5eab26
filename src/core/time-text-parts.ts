/** The year, month and day that a folded text writes, in whatever order lists use. */
import { type Calendar, isDate } from "./calendar.ts";
import { FORTNIGHT_WORDS, MONTHS, SILENT_WORDS } from "./time-text-words.ts";

/** `by-year`: years before 1500 are Solar Hijri, later ones Gregorian. */
export type WrittenCalendar = Calendar | "by-year";

export type DateOrder = "dmy" | "mdy" | "ymd";

export interface DateParts {
  readonly calendar: Calendar;
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
}

/** Bare years before it are Solar Hijri, or a slip; nobody lists the dead of 1367 CE beside those of 1988. */
export const FIRST_GREGORIAN_YEAR = 1500;

/**
 * The parts, or null when the text is no date. A day or month of zero is one that is not known. With `partial`
 * the year, or month and year, may be left out, as in the left end of "20-21/05/1977".
 */
export function readParts(
  text: string,
  options: PartsOptions & { readonly partial?: boolean },
): DateParts | null {
  const { numbers, months, fortnight } = sortTokens(tokenize(text));
  if (numbers === null || months.length > 1) return null;
  const [month] = months;
  const fields = month === undefined ? readNumbers(numbers, options) : readWithMonth(numbers, month.month);
  if (fields === null) return null;
  const year = zeroIsUnknown(fields.year);
  if (year === null && options.partial !== true) return null;
  const calendar = calendarOf(year, month?.calendar ?? null, options.calendar);
  if (calendar === null) return null;
  const known = zeroIsUnknown(fields.month);
  const day = known === null && year !== null ? null : zeroIsUnknown(fields.day);
  const parts = { calendar, year, month: known, day, fortnight };
  return isPossible(parts) ? parts : null;
}

interface Token {
  readonly text: string;
  readonly isNumber: boolean;
}

function tokenize(text: string): Token[] {
  const plain = text.replace(/(\d)(?:o|a|st|nd|rd|th|er|ام|م)(?!\p{L})/gu, "$1 ");
  return [...plain.matchAll(/\d+|\p{L}+/gu)].map(([token]) => ({ text: token, isNumber: /\d/u.test(token) }));
}

interface Sorted {
  /** Null when a word is not understood. */
  readonly numbers: readonly string[] | null;
  readonly months: readonly { readonly calendar: Calendar; readonly month: number }[];
  readonly fortnight: number | null;
}

function sortTokens(tokens: readonly Token[]): Sorted {
  const numbers: string[] = [];
  const months: { calendar: Calendar; month: number }[] = [];
  let fortnight: number | null = null;
  for (let at = 0; at < tokens.length; at += 1) {
    const { text, isNumber } = tokens[at] ?? { text: "", isNumber: false };
    const next = tokens[at + 1]?.text ?? "";
    const twoWords = MONTHS.get(`${text} ${next}`);
    const month = twoWords ?? MONTHS.get(text);
    if (isNumber && FORTNIGHT_WORDS.has(next) && (text === "1" || text === "2")) {
      fortnight = Number(text);
      at += 1;
    } else if (isNumber) numbers.push(text);
    else if (month !== undefined) {
      months.push(month);
      if (twoWords !== undefined) at += 1;
    } else if (!SILENT_WORDS.has(text)) return { numbers: null, months, fortnight };
  }
  return { numbers, months, fortnight };
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

/** Null when the year belongs to the other calendar. */
function calendarOf(
  year: number | null,
  ofMonth: Calendar | null,
  written: WrittenCalendar,
): Calendar | null {
  const byYear = year === null ? null : year < FIRST_GREGORIAN_YEAR ? "solar-hijri" : "gregorian";
  const stated = ofMonth ?? (written === "by-year" ? null : written);
  if (stated === null) return byYear ?? "gregorian";
  return byYear === null || byYear === stated ? stated : null;
}

function isPossible({ calendar, year, month, day }: DateParts): boolean {
  if (month !== null && (month < 1 || month > 12)) return false;
  if (day === null) return true;
  if (year === null || month === null) return day <= 31;
  return isDate({ year, month, day }, calendar);
}

/** The words for stretches of days in one language and calendar: the units that a span fills, or touches. */
import {
  type Calendar,
  type CalendarDate,
  type DayNumber,
  DOUBT_DAYS,
  daysInMonth,
  fromDayNumber,
} from "./calendar.ts";
import {
  createWriter,
  formatNumber,
  type MessageParams,
  type NumberLanguage,
  type Numerals,
  numeralsOf,
  writeDigits,
} from "./messages.ts";
import { timeMessagesAr } from "./time-messages.ar.ts";
import { type TimeMessageKey, timeMessagesEn } from "./time-messages.en.ts";
import { timeMessagesFa } from "./time-messages.fa.ts";
import type { SeasonName } from "./time-season.ts";
import type { TimePrecision } from "./time-span.ts";

export interface DayWords {
  readonly calendar: Calendar;
  readonly say: (key: TimeMessageKey, params?: MessageParams) => string;
  /**
   * Days from first to last: as a whole day, month or year where they are one, else in the unit given. Where the days
   * of the calendar are doubtful the words say so, for a day, or name what the days may touch.
   */
  readonly days: (first: DayNumber, last: DayNumber, unit: TimePrecision) => string;
  /** The same of days that were written in this calendar: what was written is not in doubt. */
  readonly ownDays: (first: DayNumber, last: DayNumber, unit: TimePrecision) => string;
  /** A season of the years from first to last. */
  readonly season: (name: SeasonName, years: readonly [first: number, last: number]) => string;
}

type Unit = "day" | "month" | "year";

const WORDS: Readonly<Record<NumberLanguage, Readonly<Record<TimeMessageKey, string>>>> = {
  en: timeMessagesEn,
  fa: timeMessagesFa,
  ar: timeMessagesAr,
};

/** @param numerals - those of the language unless somebody chose others. */
export function createDayWords(
  language: NumberLanguage,
  calendar: Calendar,
  numerals: Numerals = numeralsOf(language),
): DayWords {
  const say = createWriter(WORDS[language], (value) => formatNumber(value, language, numerals));
  const digits = (value: number) => writeDigits(String(value), numerals);

  const yearText = (year: number) => {
    if (calendar === "gregorian" && year <= 0) return say("beforeChrist", { year: digits(1 - year) });
    if (calendar === "lunar-hijri") return say("lunarHijriYear", { year: digits(year) });
    return calendar === "solar-hijri" ? say("solarHijriYear", { year: digits(year) }) : digits(year);
  };
  const yearAfterMonth = (year: number) => (year > 0 ? digits(year) : yearText(year));
  const monthName = (month: number) => say(monthKey(calendar, month));
  // Persian joins a month that ends in a silent ه to its year with ezafe: ژوئیهٔ ۱۹۸۸.
  const joined = (name: string) => (language === "fa" ? name.replace(/ه$/u, "هٔ") : name);

  const text = ({ year, month, day }: CalendarDate, unit: Unit) => {
    if (unit === "year") return yearText(year);
    const parts = { day: digits(day), month: joined(monthName(month)), year: yearAfterMonth(year) };
    return say(unit, parts);
  };
  /** The start of a pair, without what its end repeats. */
  const head = (first: CalendarDate, last: CalendarDate, unit: Unit) => {
    if (unit === "year") return yearAfterMonth(first.year);
    if (first.year !== last.year) return text(first, unit);
    if (unit === "month") return monthName(first.month);
    if (first.month === last.month) return digits(first.day);
    return say("dayMonth", { day: digits(first.day), month: monthName(first.month) });
  };
  const range = (first: CalendarDate, last: CalendarDate, unit: Unit) =>
    say("range", { start: head(first, last, unit), end: text(last, unit) });
  const either = (first: CalendarDate, last: CalendarDate, unit: Unit) =>
    say("either", { first: head(first, last, unit), second: text(last, unit) });

  const ownDays = (from: DayNumber, to: DayNumber, unit: TimePrecision) => {
    const first = fromDayNumber(from, calendar);
    const last = fromDayNumber(to, calendar);
    if (from === to) return text(first, "day");
    const filled = filledUnit(first, last, calendar);
    const isDecade = filled === "year" && first.year % 10 === 0 && last.year === first.year + 9;
    if (unit === "decade" && isDecade && first.year > 0)
      return say(`decade.${calendar}`, { year: digits(first.year) });
    const shown = coarser(filled, unitOf(unit));
    const apart = unitsApart(first, last, shown);
    if (apart === 0) return text(first, shown);
    return apart === 1 && filled === "day" && shown !== "day"
      ? either(first, last, shown)
      : range(first, last, shown);
  };

  const doubt = DOUBT_DAYS[calendar];
  const days = (from: DayNumber, to: DayNumber, unit: TimePrecision) => {
    if (doubt === 0) return ownDays(from, to, unit);
    if (from !== to && unitOf(unit) !== "day") return ownDays(from - doubt, to + doubt, unit);
    return say("giveOrTake", { time: ownDays(from, to, unit) });
  };

  const season = (name: SeasonName, [first, last]: readonly [number, number]) => {
    const years = { first: yearAfterMonth(first), second: yearAfterMonth(last) };
    const year =
      first === last
        ? years.first
        : last === first + 1
          ? say("either", years)
          : say("range", { start: years.first, end: years.second });
    return say("season", { season: say(`season.${name}`), year });
  };

  return { calendar, say, days, ownDays, season };
}

/** The largest unit that starts with the first day and ends with the last. */
function filledUnit(first: CalendarDate, last: CalendarDate, calendar: Calendar): Unit {
  if (first.day !== 1 || last.day !== daysInMonth(last.year, last.month, calendar)) return "day";
  return first.month === 1 && last.month === 12 ? "year" : "month";
}

function unitOf(precision: TimePrecision): Unit {
  if (precision === "month" || precision === "season") return "month";
  return precision === "year" || precision === "decade" || precision === "century" ? "year" : "day";
}

function coarser(left: Unit, right: Unit): Unit {
  const order: readonly Unit[] = ["day", "month", "year"];
  return order.indexOf(left) > order.indexOf(right) ? left : right;
}

function unitsApart(first: CalendarDate, last: CalendarDate, unit: Unit): number {
  if (unit === "year") return last.year - first.year;
  if (unit === "month") return (last.year - first.year) * 12 + last.month - first.month;
  return Number.POSITIVE_INFINITY;
}

function monthKey(calendar: Calendar, month: number): TimeMessageKey {
  const key = `${calendar}.${month}`;
  if (isTimeMessageKey(key)) return key;
  throw new RangeError(`no month ${month} in a year`);
}

function isTimeMessageKey(key: string): key is TimeMessageKey {
  return Object.hasOwn(timeMessagesEn, key);
}

/** Spans of days in words, in any calendar and either language, never finer than what is known. */
import { type Calendar, COMPUTED_DAYS, type DayNumber, DOUBT_DAYS, fromDayNumber } from "./calendar.ts";
import type { NumberLanguage, Numerals } from "./messages.ts";
import { type EdtfEnd, readEdtf } from "./time-edtf.ts";
import type { EdtfDate } from "./time-edtf-date.ts";
import { createDayWords, type DayWords } from "./time-format-days.ts";
import { type SeasonName, seasonName } from "./time-season.ts";
import type { TimePrecision, TimeSpan } from "./time-span.ts";

export interface FormatSpanOptions {
  readonly language: NumberLanguage;
  /** The calendar to show it in, whatever it was written in. */
  readonly calendar: Calendar;
  /** Those of the language unless somebody chose others. */
  readonly numerals?: Numerals | undefined;
}

/**
 * A span in words, with the digits of the language.
 *
 * A month or year of one calendar touches two of the other: both are named ("Tir or Mordad 1367"), because
 * its first and last day would look like knowledge of days. A day that was written in the Lunar Hijri calendar, or is
 * shown in it, is given or taken a day. What lies outside the years that a calendar is computed for is shown in the
 * Gregorian one.
 *
 * @example formatSpan(parseEdtf("1988-07/1988-12"), { language: "en", calendar: "gregorian" }) // "July to December 1988"
 */
export function formatSpan(span: TimeSpan, { language, calendar, numerals }: FormatSpanOptions): string {
  const words = createDayWords(language, hasDaysOf(span, calendar) ? calendar : "gregorian", numerals);
  const time = spanText(span, words);
  if (span.approximate && span.uncertain) return words.say("aboutDoubtful", { time });
  if (span.approximate) return words.say("about", { time });
  return span.uncertain ? words.say("doubtful", { time }) : time;
}

/** Room for a winter's end, and for days in doubt. */
const MARGIN_DAYS = 366;

function hasDaysOf(span: TimeSpan, calendar: Calendar): boolean {
  const { first, last } = COMPUTED_DAYS[calendar];
  return daysNamed(span).every((day) => day >= first + MARGIN_DAYS && day <= last - MARGIN_DAYS);
}

function daysNamed(span: TimeSpan): DayNumber[] {
  const value = readEdtf(span.edtf);
  const ends =
    value === null
      ? []
      : value.kind === "date"
        ? [value.date]
        : value.kind === "interval"
          ? [value.start, value.end]
          : value.members.flat();
  return ends
    .flatMap((end) => (typeof end === "string" ? [] : [end.earliest, end.latest]))
    .filter((day) => day !== null);
}

function spanText(span: TimeSpan, words: DayWords): string {
  const { earliest, latest, precision } = span;
  // What was written in a Hijri calendar is stored as days; its own unit is in the precision.
  if (span.calendar !== "gregorian" && earliest !== null && latest !== null) {
    if (span.calendar === "lunar-hijri") return lunarText([earliest, latest], precision, words);
    if (precision === "season") return solarSeasonText(earliest, latest, words);
    return words.days(earliest, latest, precision);
  }
  const value = readEdtf(span.edtf);
  if (value === null) return words.say("unknown");
  if (value.kind === "date") return dateText(value.date, words);
  if (value.kind === "interval") return pairText(value.start, value.end, words);
  const list = value.members
    .map(([start, end]) => (start === end ? endText(start, words) : pairText(start, end, words)))
    .join(words.say("listComma"));
  return words.say(value.all ? "allOf" : "oneOf", { list });
}

/** In its own calendar as it was written; in another one, days with their doubt, or the units that they touch. */
function lunarText(
  [earliest, latest]: readonly [DayNumber, DayNumber],
  precision: TimePrecision,
  words: DayWords,
): string {
  const doubt = DOUBT_DAYS["lunar-hijri"];
  const written = () => words.ownDays(earliest + doubt, latest - doubt, precision);
  if (words.calendar === "lunar-hijri") return written();
  if (precision === "day" || precision === "interval") return words.say("giveOrTake", { time: written() });
  return words.days(earliest, latest, precision);
}

function pairText(start: EdtfEnd, end: EdtfEnd, words: DayWords): string {
  if (typeof start === "string" && typeof end === "string")
    return words.say(start === "open" && end === "open" ? "always" : "unknown");
  if (typeof start === "string")
    return words.say(start === "open" ? "until" : "startUnknown", { end: endText(end, words) });
  if (typeof end === "string")
    return words.say(end === "open" ? "since" : "endUnknown", { start: endText(start, words) });
  const isOneUnit = start.precision === end.precision && start.season === null && end.season === null;
  if (isOneUnit && start.earliest !== null && end.latest !== null && start.precision !== "decade")
    return words.days(start.earliest, end.latest, start.precision);
  return words.say("range", { start: dateText(start, words), end: dateText(end, words) });
}

function endText(end: EdtfEnd, words: DayWords): string {
  return typeof end === "string" ? words.say("unknown") : dateText(end, words);
}

function dateText(date: EdtfDate, words: DayWords): string {
  const { earliest, latest, precision, season } = date;
  if (earliest === null || latest === null) return words.say("unknown");
  const name = season === null ? null : seasonName(season);
  if (name === null || words.calendar === "lunar-hijri") return words.days(earliest, latest, precision);
  return words.season(name, seasonYears(earliest, latest, words.calendar));
}

/** A winter that may lie at either end of its Gregorian year touches two years of the Solar Hijri calendar. */
function seasonYears(earliest: DayNumber, latest: DayNumber, calendar: Calendar): readonly [number, number] {
  const yearOf = (day: DayNumber) => fromDayNumber(day, calendar).year;
  const lengthDays = latest - earliest;
  if (calendar === "gregorian") {
    // Every season starts in the year that is written; only several years (198X-22) end in another.
    const last = lengthDays > 450 ? yearOf(latest) : yearOf(earliest);
    return [yearOf(earliest), last];
  }
  if (lengthDays > 130) return [yearOf(earliest), yearOf(latest)];
  const middle = yearOf(Math.floor((earliest + latest) / 2));
  return [middle, middle];
}

const SOLAR_SEASONS: readonly SeasonName[] = ["spring", "summer", "autumn", "winter"];

function solarSeasonText(earliest: DayNumber, latest: DayNumber, words: DayWords): string {
  if (words.calendar === "lunar-hijri") return words.days(earliest, latest, "month");
  const { month } = fromDayNumber(earliest, "solar-hijri");
  const name = SOLAR_SEASONS[Math.floor((month - 1) / 3)] ?? "winter";
  const year = (day: DayNumber) => fromDayNumber(day, words.calendar).year;
  return words.season(name, [year(earliest), year(latest)]);
}

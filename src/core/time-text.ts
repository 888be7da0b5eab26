/**
 * Dates as lists write them: any order and separator, digits of any script, month names, ranges, "about",
 * Gregorian and Solar Hijri. Never finer than written, and never a guess: what has two readings is unreadable.
 */
import type { DayNumber } from "./calendar.ts";
import { daysInMonth, daysOf, fromDayNumber, toDayNumber } from "./calendar.ts";
import { foldText } from "./names.ts";
import { parseEdtf, readEdtf } from "./time-edtf.ts";
import type { TimePrecision, TimeSpan } from "./time-span.ts";
import {
  type DateOrder,
  type DateParts,
  FIRST_GREGORIAN_YEAR,
  readParts,
  type WrittenCalendar,
} from "./time-text-parts.ts";
import {
  ABOUT_WORDS,
  DECADE_WORD,
  DOUBT_WORDS,
  RANGE_OPENERS,
  RANGE_WORDS,
  SEASONS,
} from "./time-text-words.ts";

/**
 * What a date may claim: as written; at most a month or a year; or a year where month and day are both 1,
 * which in many lists stands for "day not known".
 */
export type DatePrecisionRule = "day" | "month" | "year" | "year-when-january-first";

export interface DateTextOptions {
  /** The calendar of bare numbers; a month's name outweighs it. Default gregorian. */
  readonly calendar?: WrittenCalendar | undefined;
  /** Of day and month where both are numbers. Default dmy; a month above 12 is then taken as the day. */
  readonly order?: DateOrder | undefined;
  /** Default day. */
  readonly precision?: DatePrecisionRule | undefined;
  /** Texts that mean "nobody knows", compared after folding. */
  readonly unknown?: readonly string[] | undefined;
}

const FIRST_GREGORIAN_DAY = toDayNumber({ year: FIRST_GREGORIAN_YEAR, month: 1, day: 1 });

export type DateReading =
  | { readonly kind: "span"; readonly span: TimeSpan }
  /** Empty, or one of the words for unknown. */
  | { readonly kind: "missing" }
  /** No date that we know, one that the calendar lacks, or one with a year of the other calendar. */
  | { readonly kind: "unreadable" };

/**
 * Reads one date of a list.
 *
 * @example parseDateText("۱۳۶۷/۰۵", { calendar: "solar-hijri" }) // span 1988-07-23/1988-08-22, precision "month"
 * @example parseDateText("JUL-AGO/1975") // span 1975-07/1975-08
 */
export function parseDateText(raw: string, options: DateTextOptions = {}): DateReading {
  const folded = foldText(raw);
  if (folded === "" || /^[-?.]+$/u.test(folded)) return { kind: "missing" };
  if ((options.unknown ?? []).some((word) => foldText(word) === folded)) return { kind: "missing" };
  const calendar = options.calendar ?? "gregorian";
  const stretch = readWords(folded, calendar, options);
  const span = readPlainEdtf(raw, calendar, EDTF_ONLY) ?? stretch ?? readPlainEdtf(raw, calendar, /./u);
  return span === null ? { kind: "unreadable" } : { kind: "span", span: { ...span, raw } };
}

/** Signs that only EDTF has: they must not be passed over as if they were separators. */
const EDTF_ONLY = /[X[{%]|\.\.|^\/|\/$/u;

/** EDTF as it stands, its years Gregorian; null where a bare year would be one of the other calendar. */
function readPlainEdtf(raw: string, calendar: WrittenCalendar, signs: RegExp): TimeSpan | null {
  const text = raw.trim().toUpperCase();
  if (calendar === "solar-hijri" || !signs.test(text) || readEdtf(text) === null) return null;
  const span = parseEdtf(text);
  const day = span.earliest ?? span.latest;
  return day !== null && day < FIRST_GREGORIAN_DAY ? null : span;
}

function readWords(folded: string, calendar: WrittenCalendar, options: DateTextOptions): TimeSpan | null {
  const { text, ...qualifiers } = takeQualifiers(folded);
  if (!SEPARATED.test(text)) return null;
  const stretch =
    readSingle(text, calendar, options) ??
    readSeason(text, calendar) ??
    readDecade(text, calendar) ??
    readRange(text, calendar, options);
  return stretch === null ? null : toSpan(stretch, qualifiers);
}

/** Letters and digits with the separators that dates have; an interval without one of its ends is none. */
const SEPARATED = /^(?!\/)(?!.*\/$)(?!.*\.\.)[\p{L}\p{N}\s/.,:'()+-]+$/u;

interface Qualifiers {
  readonly approximate: boolean;
  readonly uncertain: boolean;
}

const ABOUT = new RegExp(
  `^(?:در )?(?:${ABOUT_WORDS.join("|")})(?:\\.|(?!\\p{L})) *(?:سال )?|^~ *| *~$| *\\(?aprox\\.?\\)?$`,
  "u",
);
const DOUBT = new RegExp(`^(?:${DOUBT_WORDS.join("|")})(?!\\p{L}) *| *\\(?\\?\\)?$`, "u");

function takeQualifiers(folded: string): Qualifiers & { readonly text: string } {
  const withoutDoubt = folded.replace(DOUBT, "");
  const text = withoutDoubt.replace(ABOUT, "");
  const certainPart = text.replace(DOUBT, "");
  return {
    text: certainPart,
    approximate: text !== withoutDoubt,
    uncertain: withoutDoubt !== folded || certainPart !== text,
  };
}

/** A stretch of days as written: EDTF where the calendar is Gregorian, else its first and last day. */
interface Stretch {
  readonly calendar: "gregorian" | "solar-hijri";
  readonly start: string;
  readonly end: string;
  readonly first: DayNumber;
  readonly last: DayNumber;
  readonly precision: TimePrecision;
}

function readSingle(text: string, calendar: WrittenCalendar, options: DateTextOptions): Stretch | null {
  const withoutTime = text.replace(
    /(?<=\d)[t ]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[ap]m| ?z|[+-]\d{2}:?\d{2})?$/u,
    "",
  );
  const parts = readParts(withoutTime, { calendar, order: options.order });
  return parts === null ? null : toStretch(withRule(parts, options.precision ?? "day"));
}

function withRule(parts: DateParts, rule: DatePrecisionRule): DateParts {
  if (rule === "month") return { ...parts, day: null, fortnight: null };
  const isYearOnly =
    rule === "year" || (rule === "year-when-january-first" && parts.month === 1 && parts.day === 1);
  return isYearOnly ? { ...parts, month: null, day: null, fortnight: null } : parts;
}

function toStretch(parts: DateParts): Stretch | null {
  const { calendar, year, month, day, fortnight } = parts;
  if (year === null) return null;
  if (month !== null && day !== null) {
    const only = toDayNumber({ year, month, day }, calendar);
    return { calendar, start: toIso(only), end: toIso(only), first: only, last: only, precision: "day" };
  }
  if (month !== null && fortnight !== null) {
    const [from, to] = fortnight === 1 ? [1, 15] : [16, daysInMonth(year, month, calendar)];
    const first = toDayNumber({ year, month, day: from }, calendar);
    return daysStretch(calendar, [first, toDayNumber({ year, month, day: to }, calendar)], "interval");
  }
  const [first, last] = daysOf({ year, month: month ?? undefined }, calendar);
  const precision = month === null ? "year" : "month";
  if (calendar === "solar-hijri") return daysStretch(calendar, [first, last], precision);
  const text = toIso(first).slice(0, month === null ? 4 : 7);
  return { calendar, start: text, end: text, first, last, precision };
}

function daysStretch(
  calendar: Stretch["calendar"],
  [first, last]: readonly [DayNumber, DayNumber],
  precision: TimePrecision,
): Stretch {
  return { calendar, start: toIso(first), end: toIso(last), first, last, precision };
}

/** "تابستان ۱۳۶۷" is exactly three months; "summer 1988" is what EDTF's season 22 is. */
function readSeason(text: string, calendar: WrittenCalendar): Stretch | null {
  const [, before, word, after] = /^(\d{4})? ?(\p{L}+) ?(\d{4})?$/u.exec(text) ?? [];
  const season = SEASONS.get(word ?? "");
  const year = before ?? after;
  if (season === undefined || year === undefined || (before !== undefined && after !== undefined))
    return null;
  const parts = readParts(year, { calendar: calendar === "by-year" ? calendar : season.calendar });
  if (parts === null || parts.year === null) return null;
  const number = ["spring", "summer", "autumn", "winter"].indexOf(season.name);
  if (parts.calendar === "solar-hijri") {
    const [first] = daysOf({ year: parts.year, month: number * 3 + 1 }, "solar-hijri");
    const [, last] = daysOf({ year: parts.year, month: number * 3 + 3 }, "solar-hijri");
    return daysStretch("solar-hijri", [first, last], "season");
  }
  return edtfStretch(`${year}-${21 + number}`, "season");
}

/** "1980s", "دهه ۱۳۶۰". */
function readDecade(text: string, calendar: WrittenCalendar): Stretch | null {
  const year = new RegExp(`^(?:(?:the )?(\\d{3}0)'?s|${DECADE_WORD} (\\d{3}0))$`, "u").exec(text);
  const written = year?.[1] ?? year?.[2];
  if (written === undefined) return null;
  const parts = readParts(written, { calendar });
  if (parts === null || parts.year === null) return null;
  if (parts.calendar === "gregorian") return edtfStretch(`${written.slice(0, 3)}X`, "decade");
  const [first] = daysOf({ year: parts.year }, "solar-hijri");
  const [, last] = daysOf({ year: parts.year + 9 }, "solar-hijri");
  return daysStretch("solar-hijri", [first, last], "decade");
}

function edtfStretch(edtf: string, precision: TimePrecision): Stretch | null {
  const { earliest, latest } = parseEdtf(edtf);
  if (earliest === null || latest === null) return null;
  return { calendar: "gregorian", start: edtf, end: edtf, first: earliest, last: latest, precision };
}

const RANGE_SIGNS = new RegExp(` *- *| */ *| +(?:${RANGE_WORDS.join("|")}) +`, "gu");

/** The left end takes from the right one what it leaves out: "20-21/05/1977", "31/01-18/02/1977", "1976-77". */
function readRange(text: string, calendar: WrittenCalendar, options: DateTextOptions): Stretch | null {
  const [opener = "", ...rest] = text.split(" ");
  const body = RANGE_OPENERS.has(opener) ? rest.join(" ") : text;
  const found = new Map<string, Stretch>();
  for (const sign of body.matchAll(RANGE_SIGNS)) {
    const left = readParts(body.slice(0, sign.index), { calendar, order: options.order, partial: true });
    // 03-05/09/1977 are days of September: a slash parts two dates only where the first has its own year.
    if (left === null || (sign[0].includes("/") && left.year === null)) continue;
    const right = readRightEnd(body.slice(sign.index + sign[0].length), left, calendar, options);
    const stretch = right === null ? null : joinEnds(left, right);
    if (stretch !== null) found.set(`${stretch.start}/${stretch.end}`, stretch);
  }
  // Two signs that give two different ranges leave it open which is meant.
  const [only, ...others] = found.values();
  return only === undefined || others.length > 0 ? null : only;
}

function readRightEnd(
  text: string,
  left: DateParts,
  calendar: WrittenCalendar,
  options: DateTextOptions,
): DateParts | null {
  const isShortYear = /^\d{2}$/u.test(text) && left.year !== null && left.month === null;
  const full = isShortYear ? `${String(left.year).slice(0, 2)}${text}` : text;
  return readParts(full, { calendar, order: options.order });
}

function joinEnds(left: DateParts, right: DateParts): Stretch | null {
  const isOnlyDay = left.year === null && left.month === null;
  if (isOnlyDay && right.day === null) return null;
  const calendar = left.year === null ? right.calendar : left.calendar;
  const month = isOnlyDay ? right.month : left.month;
  const day = left.day;
  const year = left.year ?? right.year;
  if (
    year === null || month === null ? day !== null : day !== null && day > daysInMonth(year, month, calendar)
  )
    return null;
  const start = toStretch({ ...left, calendar, year, month, day });
  const end = toStretch(right);
  if (start === null || end === null || start.first > end.last) return null;
  return {
    calendar: right.calendar,
    start: start.start,
    end: end.end,
    first: start.first,
    last: end.last,
    precision: "interval",
  };
}

function toSpan(stretch: Stretch, { approximate, uncertain }: Qualifiers): TimeSpan {
  const { calendar, start, end, first, last, precision } = stretch;
  const mark = approximate && uncertain ? "%" : approximate ? "~" : uncertain ? "?" : "";
  const edtf = start === end ? `${start}${mark}` : `${start}${mark}/${end}${mark}`;
  return { edtf, raw: "", calendar, earliest: first, latest: last, precision, approximate, uncertain };
}

function toIso(day: DayNumber): string {
  const { year, month, day: dayOfMonth } = fromDayNumber(day);
  const pad = (value: number, length: number) => String(value).padStart(length, "0");
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(dayOfMonth, 2)}`;
}

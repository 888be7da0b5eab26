/**
 * Dates as lists write them: any order and separator, digits of any script, month names, ranges, "about", in the
 * Gregorian, Solar Hijri and Lunar Hijri calendars. Never finer than written, and never a guess: what has two readings
 * is not read.
 */
import { type Calendar, daysOf, toDayNumber } from "./calendar.ts";
import { foldText } from "./names.ts";
import { parseEdtf, readEdtf } from "./time-edtf.ts";
import type { TimeSpan } from "./time-span.ts";
import {
  type DateParts,
  FIRST_GREGORIAN_YEAR,
  type PartsOptions,
  readParts,
  type WrittenCalendar,
} from "./time-text-parts.ts";
import {
  daysStretch,
  edtfStretch,
  joinEnds,
  type Qualifiers,
  type Stretch,
  toSpan,
  toStretch,
} from "./time-text-stretch.ts";
import {
  ABOUT_WORDS,
  DECADE_WORD,
  DOUBT_NOTES,
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

export interface DateTextOptions extends Pick<PartsOptions, "order" | "today"> {
  /** The calendar of bare numbers; a month's name and words such as "ه‍.ق" outweigh it. Default gregorian. */
  readonly calendar?: WrittenCalendar | undefined;
  /** Default day. */
  readonly precision?: DatePrecisionRule | undefined;
  /** Texts that mean "nobody knows", compared after folding. */
  readonly unknown?: readonly string[] | undefined;
}

const LONGEST_DATE = 200;
const FIRST_GREGORIAN_DAY = toDayNumber({ year: FIRST_GREGORIAN_YEAR, month: 1, day: 1 });

export type DateReading =
  | { readonly kind: "span"; readonly span: TimeSpan }
  /** Empty, or one of the words for unknown. */
  | { readonly kind: "missing" }
  /** A date of the Solar or of the Lunar Hijri calendar, and nothing says of which. */
  | { readonly kind: "ambiguous" }
  /** No date that we know, one that the calendar lacks, or one with a year of another calendar. */
  | { readonly kind: "unreadable" };

interface Reader extends PartsOptions {
  readonly precision: DatePrecisionRule;
}

/**
 * Reads one date of a list.
 *
 * @example parseDateText("۱۳۶۷/۰۵", { calendar: "solar-hijri" }) // span 1988-07-23/1988-08-22, precision "month"
 * @example parseDateText("JUL-AGO/1975") // span 1975-07/1975-08
 * @example parseDateText("۱۶ ذی‌الحجه ۱۴۰۸") // span [1988-07-30..1988-08-01], precision "day", lunar-hijri
 */
export function parseDateText(raw: string, options: DateTextOptions = {}): DateReading {
  const folded = foldText(raw);
  if (folded === "" || /^[-?.]+$/u.test(folded)) return { kind: "missing" };
  if ((options.unknown ?? []).some((word) => foldText(word) === folded)) return { kind: "missing" };
  // No date is so long; the patterns below take the square of a text's length.
  if (folded.length > LONGEST_DATE) return { kind: "unreadable" };
  const { calendar = "gregorian", order, today, precision = "day" } = options;
  const reader: Reader = { calendar, order, today, precision };
  const stretch = readWords(folded, reader);
  const span = readPlainEdtf(raw, calendar, EDTF_ONLY) ?? stretch ?? readPlainEdtf(raw, calendar, /./u);
  if (span !== null) return { kind: "span", span: { ...span, raw } };
  return { kind: isEitherHijri(folded, reader) ? "ambiguous" : "unreadable" };
}

/** Whether a text that was not read would be a date in either of the Hijri calendars. */
function isEitherHijri(folded: string, reader: Reader): boolean {
  if (reader.calendar === "gregorian" || reader.calendar === "lunar-hijri") return false;
  return (["solar-hijri", "lunar-hijri"] as const).every(
    (calendar) => readWords(folded, { ...reader, calendar, today: undefined }) !== null,
  );
}

/** Signs that only EDTF has: they must not be passed over as if they were separators. */
const EDTF_ONLY = /[X[{%]|\.\.|^\/|\/$/u;

/** EDTF as it stands, its years Gregorian; null where a bare year would be one of another calendar. */
function readPlainEdtf(raw: string, calendar: WrittenCalendar, signs: RegExp): TimeSpan | null {
  const text = raw.trim().toUpperCase();
  if (calendar === "solar-hijri" || calendar === "lunar-hijri") return null;
  if (!signs.test(text) || readEdtf(text) === null) return null;
  const span = parseEdtf(text);
  const day = span.earliest ?? span.latest;
  return day !== null && day < FIRST_GREGORIAN_DAY ? null : span;
}

function readWords(folded: string, reader: Reader): TimeSpan | null {
  const { text, ...qualifiers } = takeQualifiers(folded);
  if (!SEPARATED.test(text)) return null;
  const stretch =
    readSingle(text, reader) ??
    readSeason(text, reader) ??
    readDecade(text, reader) ??
    readRange(text, reader);
  return stretch === null ? null : toSpan(stretch, qualifiers);
}

/** Letters and digits with the separators that dates have; an interval without one of its ends is none. */
const SEPARATED = /^(?!\/)(?!.*\/$)(?!.*\.\.)[\p{L}\p{N}\s/.,:'()+-]+$/u;

const ABOUT = new RegExp(
  `^(?:در )?(?:${ABOUT_WORDS.join("|")})(?:\\.|(?!\\p{L})) *(?:سال )?|^~ *| *~$| *\\(?aprox\\.?\\)?$`,
  "u",
);
const DOUBT = new RegExp(
  `^(?:${DOUBT_WORDS.join("|")})(?!\\p{L}) *| *\\(?\\?\\)?$| *\\((?:${DOUBT_NOTES.join("|")})\\)$`,
  "u",
);

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

function readSingle(text: string, reader: Reader): Stretch | null {
  const withoutTime = text.replace(
    /(?<=\d)[t ]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[ap]m| ?z|[+-]\d{2}:?\d{2})?$/u,
    "",
  );
  const parts = readParts(withoutTime, reader);
  return parts === null ? null : toStretch(withRule(parts, reader.precision));
}

function withRule(parts: DateParts, rule: DatePrecisionRule): DateParts {
  if (rule === "month") return { ...parts, day: null, fortnight: null };
  const isYearOnly =
    rule === "year" || (rule === "year-when-january-first" && parts.month === 1 && parts.day === 1);
  return isYearOnly ? { ...parts, month: null, day: null, fortnight: null } : parts;
}

/** A year of four digits, and the words after it that say of which calendar it is: "1367", "۱۳۶۷ شمسی". */
const YEAR = String.raw`\d{4}(?: ?[\p{L}.]+)*`;
const SEASON = new RegExp(String.raw`^(?:(\p{L}+)(?: سال| of)? (${YEAR})|(\d{4}) (\p{L}+))$`, "u");

/**
 * "تابستان ۱۳۶۷" is exactly three months; "summer 1988" is what EDTF's season 22 is. A year of the Lunar Hijri calendar
 * has no seasons of its own.
 */
function readSeason(text: string, reader: Reader): Stretch | null {
  const [, before, year, yearFirst, after] = SEASON.exec(text) ?? [];
  const season = SEASONS.get(before ?? after ?? "");
  const written = year ?? yearFirst;
  if (season === undefined || written === undefined) return null;
  const parts = readParts(written, {
    ...reader,
    calendar: calendarOfSeason(season.calendar, written, reader),
  });
  if (parts?.year == null || parts.month !== null || parts.calendar === "lunar-hijri") return null;
  const number = ["spring", "summer", "autumn", "winter"].indexOf(season.name);
  if (parts.calendar === "gregorian") return edtfStretch(`${parts.year}-${21 + number}`, "season");
  const [first] = daysOf({ year: parts.year, month: number * 3 + 1 }, "solar-hijri");
  const [, last] = daysOf({ year: parts.year, month: number * 3 + 3 }, "solar-hijri");
  return daysStretch("solar-hijri", [first, last], "season");
}

/** Persian names of seasons go with Solar Hijri years in a Gregorian column too; in a column of its own the column decides. */
function calendarOfSeason(
  ofName: Calendar,
  written: string,
  { calendar }: Pick<Reader, "calendar">,
): WrittenCalendar {
  if (calendar !== "gregorian" && calendar !== "as-stated") return calendar;
  return Number(written.slice(0, 4)) < FIRST_GREGORIAN_YEAR ? ofName : "gregorian";
}

const DECADE = new RegExp(
  String.raw`^(?:(?:the )?(\d{3}0)'?s|${DECADE_WORD} (\d{3}0))((?: ?[\p{L}.]+)*)$`,
  "u",
);

/** "1980s", "دهه ۱۳۶۰". */
function readDecade(text: string, reader: Reader): Stretch | null {
  const [, english, persian, era = ""] = DECADE.exec(text) ?? [];
  const written = english ?? persian;
  if (written === undefined) return null;
  const parts = readParts(`${written}${era}`, reader);
  if (parts?.year == null || parts.month !== null) return null;
  const { calendar, year } = parts;
  if (calendar === "gregorian") return edtfStretch(`${written.slice(0, 3)}X`, "decade");
  const [first] = daysOf({ year }, calendar);
  const [, last] = daysOf({ year: year + 9 }, calendar);
  return daysStretch(calendar, [first, last], "decade");
}

const RANGE_SIGNS = new RegExp(` *- *| */ *| +(?:${RANGE_WORDS.join("|")}) +`, "gu");

/** The left end takes from the right one what it leaves out: "20-21/05/1977", "31/01-18/02/1977", "1976-77". */
function readRange(text: string, reader: Reader): Stretch | null {
  const [opener = "", ...rest] = text.split(" ");
  const body = RANGE_OPENERS.has(opener) ? rest.join(" ") : text;
  const found = new Map<string, Stretch>();
  for (const sign of body.matchAll(RANGE_SIGNS)) {
    const left = readParts(body.slice(0, sign.index), { ...reader, partial: true });
    // 03-05/09/1977 are days of September: a slash parts two dates only where the first has its own year.
    if (left === null || (sign[0].includes("/") && left.year === null)) continue;
    const right = readRightEnd(body.slice(sign.index + sign[0].length), left, reader);
    const stretch = right === null ? null : joinEnds(left, right);
    if (stretch !== null) found.set(`${stretch.start}/${stretch.end}`, stretch);
  }
  // Two signs that give two different ranges leave it open which is meant.
  const [only, ...others] = found.values();
  return only === undefined || others.length > 0 ? null : only;
}

function readRightEnd(text: string, left: DateParts, reader: Reader): DateParts | null {
  const isShortYear = /^\d{2}$/u.test(text) && left.year !== null && left.month === null;
  return readParts(isShortYear ? `${String(left.year).slice(0, 2)}${text}` : text, reader);
}

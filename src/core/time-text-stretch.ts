/** Stretches of days as a text writes them, on the way from its year, month and day to a span. */
import {
  type Calendar,
  type DayNumber,
  DOUBT_DAYS,
  daysInMonth,
  daysOf,
  toDayNumber,
  toIsoDay,
} from "./calendar.ts";
import { parseEdtf } from "./time-edtf.ts";
import type { TimePrecision, TimeSpan } from "./time-span.ts";
import type { DateParts } from "./time-text-parts.ts";

/**
 * The first and the last day that a text can mean. Of a calendar whose days are doubtful the doubt is in them, at
 * both ends.
 */
export interface Stretch {
  readonly calendar: Calendar;
  /** EDTF as it was written where the calendar is Gregorian, else the first and the last day. */
  readonly start: string;
  readonly end: string;
  readonly first: DayNumber;
  readonly last: DayNumber;
  readonly precision: TimePrecision;
}

/** The stretch that the parts name; null without a year. */
export function toStretch({ calendar, year, month, day, fortnight }: DateParts): Stretch | null {
  if (year === null) return null;
  if (month !== null && day !== null) {
    // A 30th day that the calculated month lacks is the day after its 29th.
    const only = toDayNumber({ year, month, day: 1 }, calendar) + day - 1;
    return daysStretch(calendar, [only, only], "day");
  }
  if (month !== null && fortnight !== null) {
    const [from, to] = fortnight === 1 ? [1, 15] : [16, daysInMonth(year, month, calendar)];
    const first = toDayNumber({ year, month, day: from }, calendar);
    return daysStretch(calendar, [first, toDayNumber({ year, month, day: to }, calendar)], "interval");
  }
  const [first, last] = daysOf({ year, month: month ?? undefined }, calendar);
  const precision = month === null ? "year" : "month";
  if (calendar !== "gregorian") return daysStretch(calendar, [first, last], precision);
  const text = toIsoDay(first).slice(0, month === null ? 4 : 7);
  return { calendar, start: text, end: text, first, last, precision };
}

/** Whole calculated days, widened by what is doubtful of them. */
export function daysStretch(
  calendar: Calendar,
  [first, last]: readonly [DayNumber, DayNumber],
  precision: TimePrecision,
): Stretch {
  const doubt = DOUBT_DAYS[calendar];
  const [from, to] = [first - doubt, last + doubt];
  return { calendar, start: toIsoDay(from), end: toIsoDay(to), first: from, last: to, precision };
}

/** What an EDTF text names; null where an end of it is open or unknown. */
export function edtfStretch(edtf: string, precision: TimePrecision): Stretch | null {
  const { earliest, latest } = parseEdtf(edtf);
  if (earliest === null || latest === null) return null;
  return { calendar: "gregorian", start: edtf, end: edtf, first: earliest, last: latest, precision };
}

/** The left end takes from the right one what it leaves out; null where the two do not make one time. */
export function joinEnds(left: DateParts, right: DateParts): Stretch | null {
  const isOnlyDay = left.year === null && left.month === null;
  if (isOnlyDay && right.day === null) return null;
  if (left.year === null && left.named !== null && left.named !== right.calendar) return null;
  const calendar = left.year === null ? right.calendar : left.calendar;
  // The doubt of a span is the same at both of its ends.
  if (DOUBT_DAYS[calendar] !== DOUBT_DAYS[right.calendar]) return null;
  const month = isOnlyDay ? right.month : left.month;
  const year = left.year ?? right.year;
  const { day } = left;
  if (
    year === null || month === null ? day !== null : day !== null && day > longestMonth(year, month, calendar)
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

function longestMonth(year: number, month: number, calendar: Calendar): number {
  return calendar === "lunar-hijri" ? 30 : daysInMonth(year, month, calendar);
}

/** What the writer says of the whole: about it, and in doubt. */
export interface Qualifiers {
  readonly approximate: boolean;
  readonly uncertain: boolean;
}

/** The span, its raw text still to come. One day that is doubtful is one of several: EDTF writes them in brackets. */
export function toSpan(stretch: Stretch, { approximate, uncertain }: Qualifiers): TimeSpan {
  const { calendar, start, end, first, last, precision } = stretch;
  const mark = approximate && uncertain ? "%" : approximate ? "~" : uncertain ? "?" : "";
  const isOneOf = precision === "day" && start !== end;
  const several = isOneOf ? `[${start}${mark}..${end}${mark}]` : `${start}${mark}/${end}${mark}`;
  const edtf = start === end ? `${start}${mark}` : several;
  return { edtf, raw: "", calendar, earliest: first, latest: last, precision, approximate, uncertain };
}

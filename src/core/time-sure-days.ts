/** The days that belong to a time however it is read, beside the outer days that a span has. */
import { type DayNumber, DOUBT_DAYS, toDayNumber } from "./calendar.ts";
import { type EdtfEnd, readEdtf } from "./time-edtf.ts";
import type { EdtfDate } from "./time-edtf-date.ts";
import { seasonCore } from "./time-season.ts";
import type { TimeSpan } from "./time-span.ts";

/** Days from earliest to latest, null where there is no bound. */
export interface DayBounds {
  readonly earliest: DayNumber | null;
  readonly latest: DayNumber | null;
}

/**
 * The stretches of days that are days of the time on every reading of it.
 *
 * All days of a date, of "198X" or "1988-XX" and of an interval between dates. An open end goes on for ever; of an end
 * that is unknown only the day that is written is sure. Of a season only the days that every count gives it, of a date
 * of the Lunar Hijri calendar those that are its days whenever the moon was seen. Of one of several dates none; of all
 * of several each. Nothing is sure of what its writer calls approximate or doubtful.
 */
export function sureDays(span: TimeSpan): readonly DayBounds[] {
  if (span.approximate || span.uncertain) return [];
  const value = readEdtf(span.edtf);
  if (value === null) return [];
  if (value.kind === "date") return shrink(span, betweenEnds(value.date, value.date));
  if (value.kind === "interval") return shrink(span, betweenEnds(value.start, value.end));
  const [first, ...others] = value.members;
  // One of one date is that date; a range stands for any date in it.
  if (!value.all && (first === undefined || others.length > 0 || first[0] !== first[1])) return [];
  return value.members.flatMap(([start, end]) => shrink(span, betweenEnds(start, end)));
}

/** Of a calendar whose days are doubtful the span is wider than what was written at each end by that doubt, so here narrower. */
function shrink(span: TimeSpan, days: DayBounds | null): DayBounds[] {
  if (days === null) return [];
  const doubt = 2 * DOUBT_DAYS[span.calendar];
  const earliest = days.earliest === null ? null : days.earliest + doubt;
  const latest = days.latest === null ? null : days.latest - doubt;
  return earliest !== null && latest !== null && earliest > latest ? [] : [{ earliest, latest }];
}

function betweenEnds(start: EdtfEnd, end: EdtfEnd): DayBounds | null {
  const from = typeof start === "string" ? null : sureOfDate(start);
  const to = typeof end === "string" ? null : sureOfDate(end);
  if (start === "unknown") return to === null ? null : { earliest: to.latest, latest: to.latest };
  if (end === "unknown") return from === null ? null : { earliest: from.earliest, latest: from.earliest };
  if ((start !== "open" && from === null) || (end !== "open" && to === null)) return null;
  return { earliest: from?.earliest ?? null, latest: to?.latest ?? null };
}

/** X only where whole units are left open, from the year's last digits on: 198X, 1988-XX, 1988-07-XX. */
const WHOLE_UNITS = /^-?(?:\d+X{0,3}|\d{4}-XX|\d{4}-\d\d(?:-(?:\d\d|XX))?|\d{4}-XX-XX)$/u;

function sureOfDate({ text, season, earliest, latest }: EdtfDate): DayBounds | null {
  if (earliest === null || latest === null) return null;
  if (season !== null) return sureOfSeason(text, season);
  return WHOLE_UNITS.test(text) || text.startsWith("Y") ? { earliest, latest } : null;
}

function sureOfSeason(text: string, season: number): DayBounds | null {
  const core = seasonCore(season);
  const year = /^-?\d{4}(?=-)/u.exec(text)?.[0];
  if (core === null || year === undefined) return null;
  const [first, last] = core.map(({ yearOffset, month, day }) =>
    toDayNumber({ year: Number(year) + yearOffset, month, day }),
  );
  return { earliest: first ?? null, latest: last ?? null };
}

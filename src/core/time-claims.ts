/** What a statement claims of a time: that something held on every day of it, or on one day of it at least. */
import { type DayNumber, toIsoDay } from "./calendar.ts";
import { parseEdtf } from "./time-edtf.ts";
import { certainlyOverlaps, isCertainlyWithin, possiblyOverlaps } from "./time-relations.ts";
import type { TimeSpan } from "./time-span.ts";
import { type DayBounds, sureDays } from "./time-sure-days.ts";

/** The claim model of Security Force Monitor. */
export interface TimeClaim {
  readonly span: TimeSpan;
  /** precise: it held on every day of the time. imprecise: on at least one day of it, whichever. */
  readonly bound: "precise" | "imprecise";
  /** It began with the time: with its first day, or on a day of an imprecise one. */
  readonly starts: boolean;
  /** It ended with the time likewise. */
  readonly ends: boolean;
}

/** Whether something is so: whatever the real days are; as far as the dates as written go; or against them. */
export type Certainty = "certain" | "possible" | "no";

/** Whether the thing held on at least one day of a time that is asked about. */
export function heldOn(claim: TimeClaim, time: TimeSpan): Certainty {
  const { span, bound } = claim;
  const isCertain = bound === "precise" ? certainlyOverlaps(span, time) : isCertainlyWithin(span, time);
  if (isCertain) return "certain";
  return possiblyOverlaps(span, time) ? "possible" : "no";
}

/** All time up to the end of a day: what held on a day of it had happened by then. */
export function untilDay(day: DayNumber): TimeSpan {
  return spanOfDays({ earliest: null, latest: day });
}

/** The days on each of which the thing held, however the time is read; none of an imprecise claim, but of a single day. */
export function daysHeld({ span, bound }: TimeClaim): readonly DayBounds[] {
  const isOneDay = span.earliest !== null && span.earliest === span.latest;
  return bound === "precise" || isOneDay ? sureDays(span) : [];
}

/** When the thing began, where the claim says so; null where it does not. */
export function beginningOf(claim: TimeClaim): TimeSpan | null {
  const { span, bound, starts } = claim;
  if (!starts) return null;
  if (bound === "imprecise") return span;
  if (span.earliest === null) return null;
  const [first] = daysHeld(claim);
  const latest = first === undefined ? span.latest : first.earliest;
  return withQualifiers(spanOfOne({ earliest: span.earliest, latest }), span);
}

/** When the thing ended, where the claim says so; null where it does not. */
export function endOf(claim: TimeClaim): TimeSpan | null {
  const { span, bound, ends } = claim;
  if (!ends) return null;
  if (bound === "imprecise") return span;
  if (span.latest === null) return null;
  const last = daysHeld(claim).at(-1);
  const earliest = last === undefined ? span.earliest : last.latest;
  return withQualifiers(spanOfOne({ earliest, latest: span.latest }), span);
}

/** A stretch of days as a span: `1988-07-23/1988-08-22`; a bound of null is open. */
export function spanOfDays({ earliest, latest }: DayBounds): TimeSpan {
  const text = (day: DayNumber | null) => (day === null ? ".." : toIsoDay(day));
  return parseEdtf(
    earliest !== null && earliest === latest ? toIsoDay(earliest) : `${text(earliest)}/${text(latest)}`,
  );
}

/** One day among several: `[1988-07-30..1988-08-01]`. */
function spanOfOne({ earliest, latest }: DayBounds): TimeSpan {
  const text = (day: DayNumber | null) => (day === null ? "" : toIsoDay(day));
  return earliest !== null && earliest === latest
    ? spanOfDays({ earliest, latest })
    : parseEdtf(`[${text(earliest)}..${text(latest)}]`);
}

function withQualifiers(span: TimeSpan, { approximate, uncertain }: TimeSpan): TimeSpan {
  return { ...span, approximate, uncertain };
}

/**
 * A time that begins in one span and ends in another: `1988/1990`. Where an end is no plain date, its outer day stands;
 * where nobody gives one, the time is open there. Two that exclude each other, because the end lies before the start, give
 * all the days from the first to the last of both.
 */
export function spanBetween(start: TimeSpan | null, end: TimeSpan | null): TimeSpan {
  const from = start === null ? ".." : endText(start, start.earliest);
  const to = end === null ? ".." : endText(end, end.latest);
  if (start?.earliest != null && end?.latest != null && start.earliest > end.latest)
    return spanOfDays({ earliest: end.earliest, latest: start.latest });
  return parseEdtf(`${from}/${to}`);
}

function endText(span: TimeSpan, outer: DayNumber | null): string {
  if (/^[^/[{]+$/u.test(span.edtf)) return span.edtf;
  return outer === null ? ".." : toIsoDay(outer);
}

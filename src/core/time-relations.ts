/**
 * How two times stand to each other. A time is known by the outer days that it can mean and, less wide, by the days that
 * belong to it however it is read (`sureDays`).
 *
 * Each relation comes as "certainly" (true whatever the real days are) and "possibly" (not excluded by the
 * dates as written). A span that its writer calls approximate or doubtful (~ ? %) is never certain of anything.
 * An open end (`..`) lies beyond every day; an unknown one (nothing written) may lie anywhere, so that nothing
 * is certainly within a span whose end nobody knows. Every view compares times by these and by `heldOn`, and by
 * nothing else (docs/formats/time.md).
 */
import type { DayNumber } from "./calendar.ts";
import type { TimeSpan } from "./time-span.ts";
import { type DayBounds, sureDays } from "./time-sure-days.ts";

/** Every day that the left span can be comes before every day that the right one can be. */
export function isCertainlyBefore(left: TimeSpan, right: TimeSpan): boolean {
  return isExact(left) && isExact(right) && endsBefore(left, right);
}

/** Some day of the left span comes before some day of the right one. */
export function isPossiblyBefore(left: TimeSpan, right: TimeSpan): boolean {
  return left.earliest === null || right.latest === null || left.earliest < right.latest;
}

/** Every day that the inner span can be is a day of the outer time, however that is read. */
export function isCertainlyWithin(inner: TimeSpan, outer: TimeSpan): boolean {
  return isExact(inner) && sureDays(outer).some((days) => isInside(inner, days));
}

/** Whether the outer days hold all of the inner ones; an open bound of the outer ones holds any. */
export function isInside(inner: DayBounds, outer: DayBounds): boolean {
  const startsInside =
    outer.earliest === null || (inner.earliest !== null && inner.earliest >= outer.earliest);
  const endsInside = outer.latest === null || (inner.latest !== null && inner.latest <= outer.latest);
  return startsInside && endsInside;
}

/** Some day that the inner span can be is a day of the outer one. */
export function isPossiblyWithin(inner: TimeSpan, outer: TimeSpan): boolean {
  return possiblyOverlaps(inner, outer);
}

/** The two spans can share a day. */
export function possiblyOverlaps(left: TimeSpan, right: TimeSpan): boolean {
  return daysOverlap(left, right);
}

/** Whether days that are known share one with a time, however that is read. */
export function certainlyMeets(days: DayBounds, time: TimeSpan): boolean {
  return sureDays(time).some((sure) => daysOverlap(days, sure)) || (isExact(time) && isInside(time, days));
}

/** Some day of the left time is a day of the right one, however both are read. */
export function certainlyOverlaps(left: TimeSpan, right: TimeSpan): boolean {
  return (
    sureDays(left).some((days) => certainlyMeets(days, right)) ||
    (isExact(left) && sureDays(right).some((days) => isInside(left, days)))
  );
}

/** Whether two stretches of days share one; a bound of null is open. */
export function daysOverlap(left: DayBounds, right: DayBounds): boolean {
  return !endsBefore(left, right) && !endsBefore(right, left);
}

/** The days that both spans can be; null when there are none. */
export function commonDays(left: TimeSpan, right: TimeSpan): DayBounds | null {
  if (!possiblyOverlaps(left, right)) return null;
  return {
    earliest: tighter(left.earliest, right.earliest, Math.max),
    latest: tighter(left.latest, right.latest, Math.min),
  };
}

/** The outermost days of several stretches; null when there are none. A bound is null as soon as one of them has none. */
export function hullOf(stretches: readonly DayBounds[]): DayBounds | null {
  const outermost = (days: readonly (DayNumber | null)[], choose: (...days: number[]) => number) => {
    const known = days.filter((day) => day !== null);
    return known.length < days.length ? null : choose(...known);
  };
  if (stretches.length === 0) return null;
  return {
    earliest: outermost(
      stretches.map(({ earliest }) => earliest),
      Math.min,
    ),
    latest: outermost(
      stretches.map(({ latest }) => latest),
      Math.max,
    ),
  };
}

/**
 * The order in which times are told: by the first day that they can be, then by the last. What is open or unknown at its
 * start comes first, as it may have begun before the others; what has no time at all comes last.
 */
export function compareTimes(left: DayBounds | null, right: DayBounds | null): number {
  if (left === null || right === null) return Number(left === null) - Number(right === null);
  const start = ({ earliest }: DayBounds) => earliest ?? Number.NEGATIVE_INFINITY;
  const end = ({ latest }: DayBounds) => latest ?? Number.POSITIVE_INFINITY;
  return compareNumbers(start(left), start(right)) || compareNumbers(end(left), end(right));
}

/** How many days it is from a day to the first and to the last day that a time can be: negative when that is over. */
export function daysUntil(time: DayBounds, day: DayNumber): DayBounds {
  const apart = (bound: DayNumber | null) => (bound === null ? null : bound - day);
  return { earliest: apart(time.earliest), latest: apart(time.latest) };
}

/** Subtraction would give NaN for two infinite bounds. */
function compareNumbers(left: number, right: number): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Whether its writer gives it without "about" and without doubt. */
export function isExact(span: TimeSpan): boolean {
  return !span.approximate && !span.uncertain;
}

function endsBefore(left: DayBounds, right: DayBounds): boolean {
  return left.latest !== null && right.earliest !== null && left.latest < right.earliest;
}

function tighter(
  left: DayNumber | null,
  right: DayNumber | null,
  choose: (left: number, right: number) => number,
): DayNumber | null {
  if (left === null) return right;
  return right === null ? left : choose(left, right);
}

/**
 * How two spans stand to each other, given that only their outer days are known.
 *
 * Each relation comes as "certainly" (true whatever the real days are) and "possibly" (not excluded by the
 * dates as written). A span that its writer calls approximate or doubtful (~ ? %) is never certain of anything.
 * An open end (`..`) lies beyond every day; an unknown one (nothing written) may lie anywhere, so that nothing
 * is certainly within a span whose end nobody knows.
 */
import type { DayNumber } from "./calendar.ts";
import { readEdtf } from "./time-edtf.ts";
import type { TimeSpan } from "./time-span.ts";

/** Days from earliest to latest, null where there is no bound. */
export interface DayBounds {
  readonly earliest: DayNumber | null;
  readonly latest: DayNumber | null;
}

/** Every day that the left span can be comes before every day that the right one can be. */
export function isCertainlyBefore(left: TimeSpan, right: TimeSpan): boolean {
  return isExact(left) && isExact(right) && endsBefore(left, right);
}

/** Some day of the left span comes before some day of the right one. */
export function isPossiblyBefore(left: TimeSpan, right: TimeSpan): boolean {
  return left.earliest === null || right.latest === null || left.earliest < right.latest;
}

/** Every day that the inner span can be is a day of the outer one. */
export function isCertainlyWithin(inner: TimeSpan, outer: TimeSpan): boolean {
  if (!isExact(inner) || !isExact(outer)) return false;
  const outerEnds = boundKinds(outer);
  const startsInside =
    outer.earliest === null
      ? outerEnds.start === "open"
      : inner.earliest !== null && inner.earliest >= outer.earliest;
  const endsInside =
    outer.latest === null ? outerEnds.end === "open" : inner.latest !== null && inner.latest <= outer.latest;
  return startsInside && endsInside;
}

/** Some day that the inner span can be is a day of the outer one. */
export function isPossiblyWithin(inner: TimeSpan, outer: TimeSpan): boolean {
  return possiblyOverlaps(inner, outer);
}

/** The two spans can share a day. */
export function possiblyOverlaps(left: TimeSpan, right: TimeSpan): boolean {
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

/** What each end of a span is: a day that bounds it, open, or unknown. */
export function boundKinds(span: TimeSpan): {
  readonly start: "day" | "open" | "unknown";
  readonly end: "day" | "open" | "unknown";
} {
  const value = readEdtf(span.edtf);
  const kind = (day: DayNumber | null, isOpen: boolean) =>
    day !== null ? "day" : isOpen ? "open" : "unknown";
  const pairs =
    value?.kind === "interval"
      ? [[value.start, value.end] as const]
      : value?.kind === "set"
        ? value.members
        : [];
  return {
    start: kind(
      span.earliest,
      pairs.some(([start]) => start === "open"),
    ),
    end: kind(
      span.latest,
      pairs.some(([, end]) => end === "open"),
    ),
  };
}

function isExact(span: TimeSpan): boolean {
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

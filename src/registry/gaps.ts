/** Gaps: days on which the record names nobody in an office. That nobody is named is not that nobody held it. */
import { type DayBounds, daysOverlap, hullOf } from "../core/index.ts";
import type { Posting } from "./postings.ts";

export interface OfficeGap {
  /** First and last day of the gap; null where the record begins or ends with it. */
  readonly from: number | null;
  readonly to: number | null;
  /** Who is recorded last before it, and first after it. */
  readonly after: Posting | null;
  readonly before: Posting | null;
}

interface Extent {
  readonly from: number;
  readonly to: number;
  readonly posting: Posting;
}

/**
 * The gaps of one office, in their order: before the first record, between records, after the last.
 *
 * A record reaches over all days that its own dates may mean: "1988" leaves no gap in that year, since the day in
 * office may be any of it.
 *
 * @param postings - of one office. Those without any dated record fill nothing.
 */
export function findGaps(postings: readonly Posting[]): OfficeGap[] {
  const extents = postings.flatMap(extentsOf).sort((a, b) => a.from - b.from || a.to - b.to);
  const [first] = extents;
  if (first === undefined) return [{ from: null, to: null, after: null, before: null }];
  const gaps: OfficeGap[] = [{ from: null, to: first.from - 1, after: null, before: first.posting }];
  let reach = first;
  for (const extent of extents.slice(1)) {
    if (extent.from > reach.to + 1)
      gaps.push({ from: reach.to + 1, to: extent.from - 1, after: reach.posting, before: extent.posting });
    if (extent.to > reach.to) reach = extent;
  }
  if (Number.isFinite(reach.to))
    gaps.push({ from: reach.to + 1, to: null, after: reach.posting, before: null });
  return Number.isFinite(first.from) ? gaps : gaps.slice(1);
}

/** The gap that a day lies in; undefined when somebody is recorded then. */
export function gapOn(gaps: readonly OfficeGap[], day: number): OfficeGap | undefined {
  return gapsWithin(gaps, { earliest: day, latest: day })[0];
}

/** The gaps that a time touches. */
export function gapsWithin(gaps: readonly OfficeGap[], time: DayBounds): OfficeGap[] {
  return gaps.filter(({ from, to }) => daysOverlap({ earliest: from, latest: to }, time));
}

/** One stretch for an unbroken posting; one for each of its dates where it was decided that it was broken. */
function extentsOf(posting: Posting): Extent[] {
  const times: readonly DayBounds[] = [...posting.taken, ...posting.cited, ...posting.left];
  const hull = hullOf(times);
  const toExtent = ({ earliest, latest }: DayBounds): Extent => ({
    from: earliest ?? Number.NEGATIVE_INFINITY,
    to: latest ?? Number.POSITIVE_INFINITY,
    posting,
  });
  if (hull === null) return [];
  return posting.continuity === "broken" ? times.map(toExtent) : [toExtent(hull)];
}

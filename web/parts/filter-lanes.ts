/** Which lanes of offices an address asks for, and who there is to ask for. */
import type { OfficesView, PostingView } from "../../src/server/client.ts";
import { reachOf, type TimeRange } from "./time-axis.ts";

type LaneViews = OfficesView["lanes"];

/** The lanes of one office, and in them the postings of one person; empty asks for all. */
export function filterLanes(
  lanes: LaneViews,
  { office, person }: { readonly office: string; readonly person: string },
): LaneViews {
  return lanes
    .filter((lane) => office === "" || lane.office.id === office)
    .map((lane) => ({
      ...lane,
      postings: lane.postings.filter((posting) => person === "" || posting.person.id === person),
    }))
    .filter(({ postings }) => postings.length > 0);
}

/** Everyone who holds anything, once each, by name. */
export function holdersOf(lanes: LaneViews, language: string): PostingView["person"][] {
  const found = new Map(
    lanes.flatMap(({ postings }) => postings.map(({ person }) => [person.id, person] as const)),
  );
  return [...found.values()].sort((a, b) => a.name.localeCompare(b.name, language));
}

/** Those of which something lies in the time that is looked at; one without any time lies in every time. */
export function postingsWithin(
  postings: readonly PostingView[],
  range: TimeRange,
  whole: TimeRange,
): PostingView[] {
  return postings.filter((posting) => {
    const reach = reachOf(posting, whole);
    return reach === null || (reach.from <= range.to && reach.to >= range.from);
  });
}

/** The last day of which a source says that somebody was in office; null where none says of any. */
export function lastKnownDay(lanes: LaneViews): number | null {
  const days = lanes.flatMap(({ postings }) =>
    postings.flatMap(({ certain, statements }) => [
      ...certain.map(({ to }) => to),
      ...statements.map(({ time }) => time?.latest),
    ]),
  );
  const known = days.filter((day) => typeof day === "number");
  return known.length === 0 ? null : Math.max(...known);
}

/** Sites: where the dead lie and what became of the place, as a view over statements about it. */
import { parseEdtf, type TimeSpan } from "../core/index.ts";
import type { PropertyName, RecordedStatement, StatementStore, SubjectId } from "../statements/index.ts";

export type SiteStatusCode = "destroyed" | "threatened" | "reported" | "other";

export interface SiteStage {
  readonly recorded: RecordedStatement;
  readonly time: TimeSpan | null;
}

export interface Site {
  readonly id: SubjectId;
  /** The place that the statements give for it. */
  readonly place: SubjectId | null;
  /** Everything said of its life, dated stages first and in order, undated ones last. */
  readonly life: readonly SiteStage[];
}

export interface SiteStatus {
  readonly code: SiteStatusCode;
  /** False when the stage's time may as well lie after the day asked for. */
  readonly certain: boolean;
  /** The stages that the status rests on. */
  readonly stages: readonly SiteStage[];
}

const LIFE_PROPERTIES = [
  "site-reported",
  "site-located",
  "site-protected",
  "site-threatened",
  "site-disturbed",
  "site-investigated",
  "site-exhumed",
  "remains-identified",
  "remains-returned",
  "site-memorialised",
  "site-destroyed",
] as const satisfies readonly PropertyName[];

/** Every site of which an open statement speaks, by id. */
export function viewSites(store: StatementStore): Site[] {
  const stages = new Map<SubjectId, SiteStage[]>();
  for (const recorded of store.openWith(LIFE_PROPERTIES)) {
    const { subject, time } = recorded.statement;
    const stage = { recorded, time: time === undefined ? null : parseEdtf(time) };
    stages.set(subject, [...(stages.get(subject) ?? []), stage]);
  }
  return [...stages]
    .map(([id, life]) => ({ id, place: placeOf(life), life: life.sort(byTime) }))
    .sort((left, right) => (left.id < right.id ? -1 : 1));
}

/**
 * What is known of a site at the end of a day. A destruction outweighs a threat; an undated destruction
 * may have come later, so it is possible and not certain.
 *
 * @param on - days since 1970-01-01; null for "whenever", where every stage counts.
 */
export function siteStatus(site: Site, on: number | null): SiteStatus {
  const destroyed = stagesOf(site, "site-destroyed");
  const surely = destroyed.filter((stage) => isCertainlyBy(stage, on));
  if (surely.length > 0) return { code: "destroyed", certain: true, stages: surely };
  const maybe = destroyed.filter((stage) => isPossiblyBy(stage, on));
  if (maybe.length > 0) return { code: "destroyed", certain: false, stages: maybe };
  const threatened = stagesOf(site, "site-threatened").filter((stage) => isPossiblyBy(stage, on));
  if (threatened.length > 0) return { code: "threatened", certain: true, stages: threatened };
  const reported = stagesOf(site, "site-reported");
  if (reported.length > 0) return { code: "reported", certain: true, stages: reported };
  return { code: "other", certain: true, stages: site.life };
}

function stagesOf(site: Site, property: PropertyName): SiteStage[] {
  return site.life.filter(
    ({ recorded }) => recorded.statement.property === property && recorded.statement.polarity === "asserts",
  );
}

function isCertainlyBy({ time }: SiteStage, on: number | null): boolean {
  if (on === null) return true;
  return time !== null && time.latest !== null && time.latest <= on;
}

function isPossiblyBy({ time }: SiteStage, on: number | null): boolean {
  if (on === null || time === null) return true;
  return time.earliest === null || time.earliest <= on;
}

function placeOf(life: readonly SiteStage[]): SubjectId | null {
  return (
    life.find(({ recorded }) => recorded.statement.place !== undefined)?.recorded.statement.place ?? null
  );
}

function byTime(left: SiteStage, right: SiteStage): number {
  const start = (stage: SiteStage) => stage.time?.earliest ?? stage.time?.latest ?? Number.POSITIVE_INFINITY;
  const [a, b] = [start(left), start(right)];
  if (a !== b) return a < b ? -1 : 1;
  return left.recorded.leafIndex - right.recorded.leafIndex;
}

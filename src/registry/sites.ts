/** Sites: where the dead lie and what became of the place, as a view over statements about it. */
import { compareTimes, type TimeClaim, type TimeSpan, untilDay } from "../core/index.ts";
import {
  claimOf,
  type PropertyName,
  type RecordedStatement,
  type StatementStore,
  type SubjectId,
} from "../statements/index.ts";
import { hadHappened } from "./citations.ts";

export type SiteStatusCode = "destroyed" | "threatened" | "reported" | "other";

export interface SiteStage {
  readonly recorded: RecordedStatement;
  readonly time: TimeSpan | null;
  /** Its time and how that is meant. */
  readonly claim: TimeClaim | null;
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
    const { subject } = recorded.statement;
    const claim = claimOf(recorded.statement);
    const stage = { recorded, time: claim?.span ?? null, claim };
    stages.set(subject, [...(stages.get(subject) ?? []), stage]);
  }
  return [...stages]
    .map(([id, life]) => ({ id, place: placeOf(life), life: life.sort(byTime) }))
    .sort((left, right) => (left.id < right.id ? -1 : 1));
}

/**
 * What is known of a site at the end of a day. A destruction outweighs a threat; a stage without a time, or with one that
 * reaches beyond the day, may have come later, so it is possible and not certain.
 *
 * @param on - days since 1970-01-01; null for "whenever", where every stage counts.
 */
export function siteStatus(site: Site, on: number | null): SiteStatus {
  const until = on === null ? null : untilDay(on);
  const by = (stage: SiteStage) => (until === null ? "certain" : hadHappened(stage.claim, until));
  const toStatus = (code: SiteStatusCode, stages: readonly SiteStage[]): SiteStatus => ({
    code,
    certain: stages.some((stage) => by(stage) === "certain"),
    stages,
  });
  const destroyed = stagesOf(site, "site-destroyed").filter((stage) => by(stage) !== "no");
  const surely = destroyed.filter((stage) => by(stage) === "certain");
  if (destroyed.length > 0) return toStatus("destroyed", surely.length > 0 ? surely : destroyed);
  const threatened = stagesOf(site, "site-threatened").filter((stage) => by(stage) !== "no");
  if (threatened.length > 0) return toStatus("threatened", threatened);
  const reported = stagesOf(site, "site-reported");
  if (reported.length > 0) return toStatus("reported", reported);
  return { code: "other", certain: true, stages: site.life };
}

function stagesOf(site: Site, property: PropertyName): SiteStage[] {
  return site.life.filter(
    ({ recorded }) => recorded.statement.property === property && recorded.statement.polarity === "asserts",
  );
}

function placeOf(life: readonly SiteStage[]): SubjectId | null {
  return (
    life.find(({ recorded }) => recorded.statement.place !== undefined)?.recorded.statement.place ?? null
  );
}

function byTime(left: SiteStage, right: SiteStage): number {
  return compareTimes(left.time, right.time) || left.recorded.leafIndex - right.recorded.leafIndex;
}

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

/** The statements that a view of sites reads; a face for strangers gives fewer of them. */
export type OpenStatements = Pick<StatementStore, "openWith">;

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
  "site-threat",
  "site-disturbed",
  "site-investigated",
  "site-exhumed",
  "site-partly-exhumed",
  "site-fully-exhumed",
  "remains-identified",
  "remains-returned",
  "site-memorialised",
  "site-destroyed",
] as const satisfies readonly PropertyName[];

/** What else is said of a site than what became of it. */
export const SITE_FACTS = [
  "site-kind",
  "site-existence",
  "site-persons",
  "site-land-controlled-by",
  "site-imaged",
  "coordinate",
  "outline",
] as const satisfies readonly PropertyName[];

/** Every site of which an open statement speaks, by id; of some nothing is told but where they lie. */
export function viewSites(store: OpenStatements): Site[] {
  const said = new Map<SubjectId, RecordedStatement[]>();
  for (const recorded of store.openWith([...LIFE_PROPERTIES, ...SITE_FACTS])) {
    const { subject } = recorded.statement;
    if (!subject.startsWith("site:")) continue;
    const list = said.get(subject);
    if (list === undefined) said.set(subject, [recorded]);
    else list.push(recorded);
  }
  return [...said]
    .map(([id, statements]) => ({ id, place: placeOf(statements), life: lifeOf(statements) }))
    .sort((left, right) => (left.id < right.id ? -1 : 1));
}

function lifeOf(statements: readonly RecordedStatement[]): SiteStage[] {
  return statements
    .filter(({ statement }) => LIFE_PROPERTIES.some((property) => property === statement.property))
    .map((recorded) => {
      const claim = claimOf(recorded.statement);
      return { recorded, time: claim?.span ?? null, claim };
    })
    .sort(byTime);
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
  const threatened = [...stagesOf(site, "site-threatened"), ...stagesOf(site, "site-threat")].filter(
    (stage) => by(stage) !== "no",
  );
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

function placeOf(statements: readonly RecordedStatement[]): SubjectId | null {
  return statements.find(({ statement }) => statement.place !== undefined)?.statement.place ?? null;
}

function byTime(left: SiteStage, right: SiteStage): number {
  return compareTimes(left.time, right.time) || left.recorded.leafIndex - right.recorded.leafIndex;
}

/** Sites: where the dead lie and what became of the place, as a view over statements about it. */
import { parseEdtf, type TimeSpan } from "../core/index.ts";
import type { PropertyName, RecordedStatement, StatementStore, SubjectId } from "../statements/index.ts";

/** The statements that a view of sites reads; a face for strangers gives fewer of them. */
export type OpenStatements = Pick<StatementStore, "openWith">;

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
      const { time } = recorded.statement;
      return { recorded, time: time === undefined ? null : parseEdtf(time) };
    })
    .sort(byTime);
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
  const threatened = [...stagesOf(site, "site-threatened"), ...stagesOf(site, "site-threat")].filter(
    (stage) => isPossiblyBy(stage, on),
  );
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

function placeOf(statements: readonly RecordedStatement[]): SubjectId | null {
  return statements.find(({ statement }) => statement.place !== undefined)?.statement.place ?? null;
}

function byTime(left: SiteStage, right: SiteStage): number {
  const start = (stage: SiteStage) => stage.time?.earliest ?? stage.time?.latest ?? Number.POSITIVE_INFINITY;
  const [a, b] = [start(left), start(right)];
  if (a !== b) return a < b ? -1 : 1;
  return left.recorded.leafIndex - right.recorded.leafIndex;
}

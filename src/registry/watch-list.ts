/** Sites at risk, the most urgent first: what was announced for them comes before what already happened. */
import { compareTimes, daysUntil, type TimeSpan, untilDay } from "../core/index.ts";
import {
  claimOf,
  type PropertyName,
  type RecordedStatement,
  type StatementStore,
  type SubjectId,
  timeOf,
} from "../statements/index.ts";
import { hadHappened } from "./citations.ts";
import { type Site, type SiteStatus, siteStatus, viewSites } from "./sites.ts";

/**
 * works-soon: announced works may begin within the days asked for, or may have begun; works-announced: later, or
 * without a time; threatened: another threat is recorded; quiet: none is; destroyed: nothing is left to protect.
 */
export type Urgency = "works-soon" | "works-announced" | "threatened" | "quiet" | "destroyed";

const ORDER: readonly Urgency[] = ["works-soon", "works-announced", "threatened", "quiet", "destroyed"];

export interface SiteThreat {
  readonly recorded: RecordedStatement;
  /** A code of the vocabulary, or null for a threat told in words. */
  readonly code: string | null;
  readonly time: TimeSpan | null;
}

/** Two dated images of one site, one after the other: between them something may have changed. */
export interface ImagePair {
  readonly before: RecordedStatement;
  readonly after: RecordedStatement;
}

export interface WatchedSite {
  readonly site: SubjectId;
  readonly place: SubjectId | null;
  readonly urgency: Urgency;
  /** Days until announced works may begin; negative when they may have begun; null without works or their time. */
  readonly daysLeft: number | null;
  readonly status: SiteStatus;
  /** Threats known by the day, works announced first, then by time. */
  readonly threats: readonly SiteThreat[];
  /** What is said of it, by property, newest last; contradictions stay side by side. */
  readonly facts: ReadonlyMap<PropertyName, readonly RecordedStatement[]>;
  readonly imagePairs: readonly ImagePair[];
}

const THREATS = ["site-threat", "site-threatened"] as const satisfies readonly PropertyName[];
const FACTS = [
  "site-kind",
  "site-existence",
  "site-persons",
  "site-land-controlled-by",
  "coordinate",
] as const satisfies readonly PropertyName[];

/**
 * @param on - the day from which it is looked, as days since 1970-01-01: what certainly happened later is not known yet.
 * @param withinDays - how soon announced works count as soon.
 */
export function viewWatchList(store: StatementStore, on: number, withinDays: number): WatchedSite[] {
  const life = new Map(viewSites(store).map((site) => [site.id, site]));
  const until = untilDay(on);
  const said = [...store.openWith([...THREATS, ...FACTS, "site-imaged"])].filter(
    (recorded) => recorded.statement.subject.startsWith("site:") && isAnnouncedBy(recorded, until),
  );
  const ids = new Set([...life.keys(), ...said.map(({ statement }) => statement.subject)]);
  return [...ids]
    .map((id) =>
      watch(
        id,
        life.get(id) ?? { id, place: null, life: [] },
        said.filter(({ statement }) => statement.subject === id),
        { on, withinDays },
      ),
    )
    .sort(byUrgency);
}

function watch(
  id: SubjectId,
  site: Site,
  said: readonly RecordedStatement[],
  { on, withinDays }: { readonly on: number; readonly withinDays: number },
): WatchedSite {
  const siteThen = {
    ...site,
    life: site.life.filter(({ claim }) => hadHappened(claim, untilDay(on)) !== "no"),
  };
  const status = siteStatus(siteThen, on);
  const threats = said
    .filter(
      ({ statement }) =>
        THREATS.some((property) => property === statement.property) && statement.polarity === "asserts",
    )
    .map(toThreat)
    .sort(byThreat);
  const works = threats.filter(({ code }) => code === "works-announced");
  const starts = works.flatMap(({ time }) => (time === null ? [] : [daysUntil(time, on).earliest]));
  const known = starts.filter((days) => days !== null);
  const daysLeft = known.length === 0 ? null : Math.min(...known);
  // Works whose start is open or unknown may have begun.
  const isSoon = starts.some((days) => days === null || days <= withinDays);
  return {
    site: id,
    place: site.place ?? said.find(({ statement }) => statement.place !== undefined)?.statement.place ?? null,
    urgency: urgencyOf({ status, threats, works, isSoon }),
    daysLeft,
    status,
    threats,
    facts: new Map(
      FACTS.map((property) => [
        property,
        said.filter(({ statement }) => statement.property === property).sort(byTime),
      ]),
    ),
    imagePairs: pairImages(
      said.filter(({ statement }) => statement.property === "site-imaged" && statement.time !== undefined),
    ),
  };
}

function urgencyOf({
  status,
  threats,
  works,
  isSoon,
}: Pick<WatchedSite, "status" | "threats"> & {
  readonly works: readonly SiteThreat[];
  readonly isSoon: boolean;
}): Urgency {
  if (status.code === "destroyed" && status.certain) return "destroyed";
  if (isSoon) return "works-soon";
  if (works.length > 0) return "works-announced";
  return threats.length > 0 ? "threatened" : "quiet";
}

/** Announced works lie ahead and are known all the same; anything else that certainly came later is not. */
function isAnnouncedBy({ statement }: RecordedStatement, until: TimeSpan): boolean {
  return statement.property === "site-threat" || hadHappened(claimOf(statement), until) !== "no";
}

function toThreat(recorded: RecordedStatement): SiteThreat {
  const { value } = recorded.statement;
  return {
    recorded,
    code: value.kind === "code" ? value.code : null,
    time: timeOf(recorded.statement),
  };
}

function byThreat(left: SiteThreat, right: SiteThreat): number {
  const rank = ({ code }: SiteThreat) => (code === "works-announced" ? 0 : 1);
  return rank(left) - rank(right) || compareTimes(left.time, right.time);
}

/** Undated ones first, so that the newest stands last. */
function byTime(left: RecordedStatement, right: RecordedStatement): number {
  const [before, after] = [timeOf(left.statement), timeOf(right.statement)];
  const isUndated = Number(after === null) - Number(before === null);
  return isUndated || compareTimes(before, after) || left.leafIndex - right.leafIndex;
}

function pairImages(images: readonly RecordedStatement[]): ImagePair[] {
  const ordered = [...images].sort(byTime);
  return ordered.slice(1).flatMap((after, index) => {
    const before = ordered[index];
    return before === undefined ? [] : [{ before, after }];
  });
}

function byUrgency(left: WatchedSite, right: WatchedSite): number {
  const rank = ({ urgency }: WatchedSite) => ORDER.indexOf(urgency);
  const days = ({ daysLeft }: WatchedSite) => daysLeft ?? Number.MAX_SAFE_INTEGER;
  return rank(left) - rank(right) || days(left) - days(right) || (left.site < right.site ? -1 : 1);
}

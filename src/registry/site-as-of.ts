/** One site as it was known on a day: its life, what threatens it, what it is, who controls the ground, images, where it lies. */
import { compareTimes, type TimeSpan, untilDay } from "../core/index.ts";
import {
  claimOf,
  type PropertyName,
  type RecordedStatement,
  type SubjectId,
  timeOf,
} from "../statements/index.ts";
import { hadHappened } from "./citations.ts";
import { type LandControl, viewLandControl } from "./land-control.ts";
import {
  type OpenStatements,
  SITE_FACTS,
  type Site,
  type SiteStage,
  type SiteStatus,
  siteStatus,
  viewSites,
} from "./sites.ts";

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

export interface SiteAsOf {
  readonly site: SubjectId;
  readonly place: SubjectId | null;
  readonly status: SiteStatus;
  /** Stages known by the day, and those that deny one. */
  readonly life: readonly SiteStage[];
  /** Threats known by the day, works announced first, then by time. */
  readonly threats: readonly SiteThreat[];
  /** What is said of it, by property, newest last; contradictions stay side by side. */
  readonly facts: ReadonlyMap<PropertyName, readonly RecordedStatement[]>;
  readonly control: readonly LandControl[];
  /** Every image, dated ones first and in order. */
  readonly images: readonly RecordedStatement[];
  readonly imagePairs: readonly ImagePair[];
  /** Statements of coordinates and of outlines, the most exact first. */
  readonly points: readonly RecordedStatement[];
  readonly outlines: readonly RecordedStatement[];
  /** Statements about times that certainly lie after the day: left out. */
  readonly later: number;
}

const THREATS = ["site-threat", "site-threatened"] as const satisfies readonly PropertyName[];
/** Shown value by value; the land has its own view, and so have images. */
const PLAIN_FACTS = [
  "site-kind",
  "site-existence",
  "site-persons",
  "site-land-controlled-by",
  "coordinate",
  "outline",
] as const satisfies readonly PropertyName[];

/**
 * Every site of which an open statement speaks, by id.
 *
 * @param on - the day from which it is looked, as days since 1970-01-01: what certainly happened later is not known
 *   yet; what was announced is. Null for whatever is known.
 */
export function viewSitesAsOf(store: OpenStatements, on: number | null): SiteAsOf[] {
  const said = new Map<SubjectId, RecordedStatement[]>();
  for (const recorded of store.openWith(SITE_FACTS)) {
    const { subject } = recorded.statement;
    const list = said.get(subject);
    if (list === undefined) said.set(subject, [recorded]);
    else list.push(recorded);
  }
  return viewSites(store).map((site) => toSiteAsOf(site, said.get(site.id) ?? [], on));
}

function toSiteAsOf(site: Site, facts: readonly RecordedStatement[], on: number | null): SiteAsOf {
  const life = site.life.filter(({ recorded }) => isKnownOn(recorded, on));
  const known = facts.filter((recorded) => isKnownOn(recorded, on));
  const having = (property: PropertyName) =>
    known.filter(({ statement }) => statement.property === property).sort(byTime);
  const images = having("site-imaged");
  const dated = images.filter(
    ({ statement: { time, polarity } }) => time !== undefined && polarity === "asserts",
  );
  return {
    site: site.id,
    place: site.place,
    status: siteStatus({ ...site, life }, on),
    life,
    threats: threatsOf(life),
    facts: new Map(PLAIN_FACTS.map((property) => [property, having(property)])),
    control: viewLandControl(having("site-land-controlled-by"), on),
    images: [...dated, ...images.filter((image) => !dated.includes(image))],
    imagePairs: pairImages(dated),
    points: [...having("coordinate")].sort(byAccuracy),
    outlines: [...having("outline")].sort(byAccuracy),
    later: site.life.length - life.length + facts.length - known.length,
  };
}

/** Announced works lie ahead and are known all the same; anything else that certainly came later is not. */
function isKnownOn({ statement }: RecordedStatement, on: number | null): boolean {
  if (on === null || statement.property === "site-threat") return true;
  return hadHappened(claimOf(statement), untilDay(on)) !== "no";
}

function threatsOf(life: readonly SiteStage[]): SiteThreat[] {
  return life
    .filter(
      ({ recorded: { statement } }) =>
        THREATS.some((property) => property === statement.property) && statement.polarity === "asserts",
    )
    .map(({ recorded, time }) => {
      const { value } = recorded.statement;
      return { recorded, code: value.kind === "code" ? value.code : null, time };
    })
    .sort(byThreat);
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

/** Of two that are equally exact the one recorded first. */
function byAccuracy(left: RecordedStatement, right: RecordedStatement): number {
  const radius = ({ statement: { value } }: RecordedStatement) =>
    value.kind === "point" || value.kind === "outline" ? value.accuracyM : Number.MAX_SAFE_INTEGER;
  return radius(left) - radius(right) || left.leafIndex - right.leafIndex;
}

function pairImages(ordered: readonly RecordedStatement[]): ImagePair[] {
  return ordered.slice(1).flatMap((after, index) => {
    const before = ordered[index];
    return before === undefined ? [] : [{ before, after }];
  });
}

/** Sites in words, for those who work in the case or for strangers. */
import { InquestError } from "../core/index.ts";
import { createFigureWriter } from "../findings/index.ts";
import { type SiteAsOf, viewSitesAsOf, viewWatchList } from "../registry/index.ts";
import type { RecordedStatement, SubjectId } from "../statements/index.ts";
import { findSubject } from "./find-subject.ts";
import type { Presenter } from "./present-statement.ts";
import {
  type Audience,
  type PublicationDecided,
  statementsFor,
  type Telling,
  tellingOf,
  viewFor,
} from "./publication.ts";
import { coordinateOf, indexPoints, outlinesOf, type PointOf } from "./site-coordinates.ts";
import type { ImageView, PublicationView, SiteAsOfView, SitePageView, WatchListView } from "./site-views.ts";
import type { CaseState } from "./state.ts";
import type { StatementView } from "./views.ts";

export interface WatchQuestion {
  /** Days since 1970-01-01. */
  readonly on: number;
  readonly withinDays: number;
  /** Those who work in the case, when left out. */
  readonly audience?: Audience | undefined;
}

export function presentWatchList(
  state: CaseState,
  { on, withinDays, audience = "internal" }: WatchQuestion,
  presenter: Presenter,
): WatchListView {
  const all = viewWatchList(statementsFor(state, audience), on, withinDays);
  const told = all.filter(({ site }) => tellingOf(state, site, audience).kind !== "withheld");
  const context = siteContext(state, presenter, audience);
  return {
    on,
    withinDays,
    audience,
    sites: told.map((watched) => ({
      ...presentSite(watched, context),
      urgency: watched.urgency,
      urgencyText: presenter.translate(`urgency.${watched.urgency}`, { days: watched.daysLeft ?? "?" }),
      daysLeft: watched.daysLeft,
    })),
    withheld: all.length - told.length,
  };
}

export interface SiteQuestion {
  /** A name or an id. */
  readonly site: string;
  /** Days since 1970-01-01; null for whatever is known. */
  readonly on: number | null;
  readonly audience?: Audience | undefined;
}

/**
 * Everything about one site as of a day.
 *
 * @throws InquestError "case/not-found", "case/ambiguous-name" (decision); "case/site-withheld" (decision) for a site of
 *   which this audience is told nothing.
 */
export function presentSitePage(
  state: CaseState,
  { site: word, on, audience = "internal" }: SiteQuestion,
  presenter: Presenter,
): SitePageView {
  const { id } = findSubject(state, { word, kinds: ["site"] });
  if (tellingOf(state, id, audience).kind === "withheld") {
    throw new InquestError({
      code: "case/site-withheld",
      reaction: "decision",
      message: `Strangers are told nothing of ${id}: ${state.publicationOf(id) === undefined ? "nobody decided yet what they may be told" : "its place is withheld"}. inquest sites ${id} --publish exact|coarsened decides otherwise.`,
      evidence: { site: id },
    });
  }
  const found = viewSitesAsOf(statementsFor(state, audience), on).find(({ site }) => site === id);
  if (found === undefined) {
    throw new InquestError({
      code: "case/not-found",
      reaction: "not-found",
      message: `No open statement speaks of ${id}. Record one first.`,
      evidence: { site: id },
    });
  }
  return { ...presentSite(found, siteContext(state, presenter, audience)), on, audience };
}

export interface SiteContext {
  readonly state: CaseState;
  readonly presenter: Presenter;
  readonly audience: Audience;
  /** The most exact coordinate of a place or site. */
  readonly pointOf: PointOf;
}

/** What sites are told with. */
export function siteContext(state: CaseState, presenter: Presenter, audience: Audience): SiteContext {
  return { state, presenter, audience, pointOf: indexPoints(statementsFor(state, audience), presenter) };
}

export function presentSite(site: SiteAsOf, context: SiteContext): SiteAsOfView {
  const { state, presenter, audience } = context;
  const telling = tellingOf(state, site.site, audience);
  const writer = createFigureWriter(presenter.language, (id) => state.subjects.get(id)?.value);
  const say = (recorded: RecordedStatement) => viewFor(tell(recorded, presenter, telling), audience);
  const image = (recorded: RecordedStatement) => toImage(recorded, say(recorded), context);
  const place = site.place ?? state.subjects.get(site.site)?.value.within ?? null;
  const { code, certain } = site.status;
  return {
    site: presenter.named(site.site),
    place: place === null || !mayName(place, telling, context) ? null : presenter.named(place),
    status: { code, text: writer.message({ key: `where.status.${code}` }), certain },
    life: site.life.map(({ recorded, time }) => {
      const statement = say(recorded);
      return {
        property: statement.property,
        text: statement.propertyText,
        detail: statement.valueText,
        time: time === null ? null : presenter.time(time),
        statement: statement.id,
        key: statement.key,
        speaker: statement.speaker.name,
        polarity: statement.polarity,
      };
    }),
    threats: site.threats.map(({ recorded }) => say(recorded)),
    facts: [...site.facts]
      .filter(([property, said]) => said.length > 0 && (telling.kind === "exact" || !saysWhere(property)))
      .map(([property, said]) => ({
        property,
        propertyText: presenter.translate(`property.${property}`),
        support: presenter.support(said),
        statements: said.map(say),
      })),
    control: site.control.map(({ relation, control }) => ({
      by: presenter.named(relation.parent),
      control,
      controlText: control === null ? null : presenter.translate(`control.${control}`),
      times: relation.times.map((span) => presenter.time(span)),
      statements: [...relation.asserting, ...relation.denying].map(say),
    })),
    images: site.images.map(image),
    imagePairs: site.imagePairs.map(({ before, after }) => ({ before: image(before), after: image(after) })),
    coordinate: coordinateOf(site, place, { ...context, telling }),
    outlines: telling.kind === "exact" ? outlinesOf(site, presenter) : [],
    later: site.later,
    publication: audience === "internal" ? presentPublication(state.publicationOf(site.site)) : null,
    publicationText: publicationText(site.site, context),
  };
}

/** The decision in words; of a site that nobody decided about, that it is told to nobody. */
export function publicationText(
  site: SubjectId,
  { state, presenter, audience }: Omit<SiteContext, "pointOf">,
): string {
  const decided = state.publicationOf(site);
  if (audience === "public") return presenter.translate("publication.public");
  if (decided === undefined) return presenter.translate("publication.undecided");
  const { decision, km = 0, reviewer: by, reason: why } = decided;
  return presenter.translate(`publication.${decision}`, { km, by, why });
}

const WHERE: readonly string[] = ["coordinate", "outline"];
const saysWhere = (property: string) => WHERE.includes(property);

/** Free words may say where a site lies: of a place that is told coarsely they are left out. */
function tell(recorded: RecordedStatement, presenter: Presenter, telling: Telling): StatementView {
  const view = presenter.statement(recorded);
  if (telling.kind === "exact") return view;
  const { kind } = recorded.statement.value;
  const isPlain = kind === "code" || kind === "quantity" || kind === "ref";
  const source = { id: view.source.id, name: "" };
  const valueText = isPlain ? view.valueText : "";
  return { ...view, source, valueText, place: null, via: null, note: null, quote: "" };
}

/** Whether the place of a site may be named: it is known no better than the site may be. */
function mayName(place: SubjectId, telling: Telling, { pointOf }: SiteContext): boolean {
  if (telling.kind === "exact") return true;
  const point = pointOf(place);
  return telling.kind === "coarsened" && point !== null && point.accuracyM >= telling.km * 1000;
}

function toImage(
  { statement }: RecordedStatement,
  view: StatementView,
  { state, audience }: SiteContext,
): ImageView {
  const source = audience === "internal" ? state.sources.get(statement.source)?.value : undefined;
  if (source === undefined) return { ...view, sealed: null };
  const { fileName, mediaType, sha256, sealed } = source;
  return { ...view, sealed: { fileName, mediaType, sha256, isEncrypted: sealed !== undefined } };
}

function presentPublication(decided: PublicationDecided | undefined): PublicationView | null {
  if (decided === undefined) return null;
  const { site: _, ...decision } = decided;
  return decision;
}

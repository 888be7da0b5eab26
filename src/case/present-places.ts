/** The view of places: sites with their status as of a day, places of lists, and records by place. */
import { compareText, parseEdtf } from "../core/index.ts";
import { type SiteAsOf, viewSitesAsOf } from "../registry/index.ts";
import type { CaseContents } from "./case-contents.ts";
import { presentSite, siteContext } from "./present-site.ts";
import type { Presenter } from "./present-statement.ts";
import { type Audience, statementsFor, tellingOf } from "./publication.ts";
import type { PointOf } from "./site-coordinates.ts";
import type { SiteAsOfView } from "./site-views.ts";
import type { CaseState } from "./state.ts";
import type { PlacesView, SiteView } from "./views.ts";

/** @param on - ISO day for the sites; null for whatever is known. */
export function presentPlaces(
  state: CaseState,
  contents: CaseContents,
  { on, audience }: { readonly on: string | null; readonly audience: Audience },
  presenter: Presenter,
): PlacesView {
  const context = siteContext(state, presenter, audience);
  const day = on === null ? null : parseEdtf(on).latest;
  const all = viewSitesAsOf(statementsFor(state, audience), day);
  const isTold = ({ site }: SiteAsOf) => tellingOf(state, site, audience).kind !== "withheld";
  const told = all.filter(isTold);
  const ever = day === null ? told : viewSitesAsOf(statementsFor(state, audience), null).filter(isTold);
  return {
    on,
    audience,
    sites: told.map((site) => toSiteView(presentSite(site, context))),
    span: spanOf(ever),
    withheld: all.length - told.length,
    listedPlaces: contents.listedPlaces.map((record) => ({
      id: record.id,
      name: nameOf(record.fields) ?? record.recordId,
      list: presenter.named(`list:${record.list}`).name,
      // Nobody decides row by row what strangers may be told of a list.
      latitude: audience === "internal" ? numberOf(record.fields.latitude) : null,
      longitude: audience === "internal" ? numberOf(record.fields.longitude) : null,
    })),
    recordsByPlace: countByPlace(state, contents, context.pointOf),
  };
}

function spanOf(sites: readonly SiteAsOf[]): PlacesView["span"] {
  const days = sites
    .flatMap(({ life }) => life.flatMap(({ time }) => [time?.earliest, time?.latest]))
    .filter((day): day is number => typeof day === "number");
  if (days.length === 0) return null;
  return {
    earliest: days.reduce((one, other) => Math.min(one, other)),
    latest: days.reduce((one, other) => Math.max(one, other)),
  };
}

function toSiteView(view: SiteAsOfView): SiteView {
  const { site, place, coordinate, outlines, life, status, publicationText } = view;
  return { ...site, place, coordinate, outlines, life, status, publicationText };
}

function countByPlace(
  state: CaseState,
  contents: CaseContents,
  pointOf: PointOf,
): PlacesView["recordsByPlace"] {
  const counts = new Map<string | null, number>();
  for (const { place } of contents.persons.records) counts.set(place, (counts.get(place) ?? 0) + 1);
  const known = placesByName(state);
  return [...counts]
    .sort((a, b) => b[1] - a[1] || compareText(a[0] ?? "", b[0] ?? ""))
    .map(([name, records]) => {
      const id = name === null ? undefined : known.get(name.toLowerCase());
      const coordinate = id === undefined ? null : pointOf(id);
      return {
        name,
        records,
        latitude: coordinate?.latitude ?? null,
        longitude: coordinate?.longitude ?? null,
      };
    });
}

/** Places of the case by each of their names; a place that is not named in the case stays off the map. */
function placesByName(state: CaseState): Map<string, string> {
  const known = new Map<string, string>();
  for (const [id, { value }] of state.subjects) {
    if (!id.startsWith("place:")) continue;
    for (const name of [value.names.en, value.names.fa])
      if (name !== undefined) known.set(name.toLowerCase(), id);
  }
  return known;
}

type Fields = CaseContents["listedPlaces"][number]["fields"];

function nameOf(fields: Fields): string | null {
  const value = fields.name ?? fields.place;
  return value !== undefined && "text" in value ? value.text : null;
}

function numberOf(value: Fields[string] | undefined): number | null {
  return value?.kind === "number" ? value.number : null;
}

/** The view of places: sites with their status as of a day, places of lists, and records by place. */
import { compareText, parseEdtf } from "../core/index.ts";
import { createFigureWriter } from "../findings/index.ts";
import { type Site, siteStatus, viewSites } from "../registry/index.ts";
import type { CaseContents } from "./case-contents.ts";
import type { Presenter } from "./present-statement.ts";
import type { CaseState } from "./state.ts";
import type { PlacesView, SiteView } from "./views.ts";

type Coordinate = NonNullable<SiteView["coordinate"]>;

export function presentPlaces(
  state: CaseState,
  contents: CaseContents,
  on: string | null,
  presenter: Presenter,
): PlacesView {
  const day = on === null ? null : parseEdtf(on).latest;
  return {
    on,
    sites: viewSites(state.statements).map((site) => presentSite(site, day, state, presenter)),
    listedPlaces: contents.listedPlaces.map((record) => ({
      id: record.id,
      name: nameOf(record.fields) ?? record.recordId,
      list: presenter.named(`list:${record.list}`).name,
      latitude: numberOf(record.fields.latitude),
      longitude: numberOf(record.fields.longitude),
    })),
    recordsByPlace: countByPlace(state, contents, presenter),
  };
}

function presentSite(site: Site, day: number | null, state: CaseState, presenter: Presenter): SiteView {
  const status = siteStatus(site, day);
  const writer = createFigureWriter(presenter.language, (id) => state.subjects.get(id)?.value);
  const place = site.place ?? state.subjects.get(site.id)?.value.within ?? null;
  return {
    id: site.id,
    name: presenter.named(site.id).name,
    place: place === null ? null : presenter.named(place),
    coordinate:
      coordinateOf(site.id, state, presenter) ??
      (place === null ? null : coordinateOf(place, state, presenter)),
    life: site.life.map(({ recorded, time }) => {
      const statement = presenter.statement(recorded);
      return {
        property: statement.property,
        text: statement.propertyText,
        detail: statement.valueText,
        time: time === null ? null : presenter.time(time),
        statement: statement.id,
        speaker: statement.speaker.name,
      };
    }),
    status: {
      code: status.code,
      text: writer.message({ key: `where.status.${status.code}` }),
      certain: status.certain,
    },
  };
}

/** The coordinate that a statement gives for a place or site; null where nobody gives one. */
function coordinateOf(id: string, state: CaseState, presenter: Presenter): Coordinate | null {
  const stated = state.statements.ofSubject(id).find(({ statement }) => statement.property === "coordinate");
  if (stated?.statement.value.kind !== "point") return null;
  const { latitude, longitude, accuracyM } = stated.statement.value;
  return { latitude, longitude, accuracyM, from: presenter.named(stated.statement.speaker).name };
}

function countByPlace(
  state: CaseState,
  contents: CaseContents,
  presenter: Presenter,
): PlacesView["recordsByPlace"] {
  const counts = new Map<string | null, number>();
  for (const { place } of contents.persons.records) counts.set(place, (counts.get(place) ?? 0) + 1);
  const known = placesByName(state);
  return [...counts]
    .sort((a, b) => b[1] - a[1] || compareText(a[0] ?? "", b[0] ?? ""))
    .map(([name, records]) => {
      const id = name === null ? undefined : known.get(name.toLowerCase());
      const coordinate = id === undefined ? null : coordinateOf(id, state, presenter);
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

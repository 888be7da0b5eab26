/** Where those sites lie that are not told exactly: nothing else of a release may tell it either. */
import type { FieldValue } from "../intake/index.ts";
import { viewSites } from "../registry/index.ts";
import { createFinder } from "../release/index.ts";
import type { Statement, SubjectId } from "../statements/index.ts";
import { statementsFor, type Telling, tellingOf, tellPoint } from "./publication.ts";
import type { CaseState } from "./state.ts";

export interface HiddenPlace {
  readonly site: SubjectId;
  readonly latitude: number;
  readonly longitude: number;
}

export interface HiddenPlaces {
  /** Points and corners of outlines, as far as telling the site coarsely does not tell them as they are. */
  readonly all: readonly HiddenPlace[];
  /** Whether a statement gives one of them, also one that another corrected. */
  isToldBy(statement: Statement): boolean;
}

/** Of sites, and of the places that are told in the stead of theirs. */
export function hiddenPlaces(state: CaseState): HiddenPlaces {
  const byPlace = vagueSitesByPlace(state);
  const hiddenIn = ({ subject, value }: Statement): HiddenPlace[] => {
    const points =
      value.kind === "point"
        ? [value]
        : value.kind === "outline"
          ? value.ring.map(([longitude, latitude]) => ({ latitude, longitude, accuracyM: value.accuracyM }))
          : [];
    if (points.length === 0) return [];
    const sites = subject.startsWith("site:") ? [subject] : (byPlace.get(subject) ?? []);
    return sites.flatMap((site) => {
      const telling = tellingOf(state, site, "public");
      if (telling.kind === "exact") return [];
      return points
        .filter((point) => !isToldAnyway(point, telling))
        .map(({ latitude, longitude }) => ({ site, latitude, longitude }));
    });
  };
  return {
    all: state.statements.recorded().flatMap(({ statement }) => hiddenIn(statement)),
    isToldBy: (statement) => hiddenIn(statement).length > 0,
  };
}

/**
 * Sites without a point of their own are told by that of their place, coarsely where it was decided so: then the point of the
 * place is theirs. One that stands for a site which is told exactly is told already.
 */
function vagueSitesByPlace(state: CaseState): ReadonlyMap<SubjectId, readonly SubjectId[]> {
  const statements = statementsFor(state, "public");
  const located = new Set(
    statements
      .openWith(["coordinate", "outline"])
      .flatMap(({ statement: { subject, polarity } }) => (polarity === "denies" ? [] : [subject])),
  );
  const sites = new Map<SubjectId, SubjectId[]>();
  const told = new Set<SubjectId>();
  for (const { id, place } of viewSites(statements)) {
    if (place === null || located.has(id)) continue;
    const { kind } = tellingOf(state, id, "public");
    if (kind === "exact") told.add(place);
    if (kind === "coarsened") sites.set(place, [...(sites.get(place) ?? []), id]);
  }
  return new Map([...sites].filter(([place]) => !told.has(place)));
}

type Point = Parameters<typeof tellPoint>[0];

/** What is known no better than it is told, or lies by chance where its square has its middle. */
function isToldAnyway(point: Point, telling: Telling): boolean {
  const told = tellPoint(point, telling);
  if (told === null) return false;
  const find = createFinder([{ id: "site", is: "point", ...point }]);
  return [...find(written(told))].length > 0;
}

/** The fields of a row without its coordinates, where they tell a place that is not to be told. */
export type PlaceGuard = (
  fields: Readonly<Record<string, FieldValue>>,
) => Readonly<Record<string, FieldValue>>;

export function createPlaceGuard(places: readonly HiddenPlace[]): PlaceGuard {
  if (places.length === 0) return (fields) => fields;
  const find = createFinder(places.map(({ site, ...point }) => ({ id: site, is: "point", ...point })));
  return (fields) => {
    const { latitude, longitude, ...others } = fields;
    const written = [latitude, longitude].map((value) => (value === undefined ? "" : value.raw)).join(" ");
    return [...find(written)].length === 0 ? fields : others;
  };
}

/** As the finder reads it. */
export function written({ latitude, longitude }: Pick<HiddenPlace, "latitude" | "longitude">): string {
  return `${latitude.toFixed(7)} ${longitude.toFixed(7)}`;
}

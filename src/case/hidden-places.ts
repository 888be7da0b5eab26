/** Where those sites lie that are not told exactly: nothing else of a release may tell it either. */
import type { FieldValue } from "../intake/index.ts";
import { createFinder } from "../release/index.ts";
import type { SubjectId } from "../statements/index.ts";
import { type Telling, tellingOf, tellPoint } from "./publication.ts";
import type { CaseState } from "./state.ts";

export interface HiddenPlace {
  readonly site: SubjectId;
  readonly latitude: number;
  readonly longitude: number;
}

/** Points and corners of outlines, as far as telling the site coarsely does not tell them as they are. */
export function hiddenPlaces(state: Pick<CaseState, "statements" | "publicationOf">): HiddenPlace[] {
  return state.statements.recorded().flatMap(({ statement: { subject, value } }) => {
    if (!subject.startsWith("site:")) return [];
    const telling = tellingOf(state, subject, "public");
    if (telling.kind === "exact") return [];
    const points =
      value.kind === "point"
        ? [value]
        : value.kind === "outline"
          ? value.ring.map(([longitude, latitude]) => ({ latitude, longitude, accuracyM: value.accuracyM }))
          : [];
    return points
      .filter((point) => !isToldAnyway(point, telling))
      .map(({ latitude, longitude }) => ({ site: subject, latitude, longitude }));
  });
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

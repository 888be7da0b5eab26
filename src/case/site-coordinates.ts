/** Where a site lies, as sources give it: of several the most exact is shown, and each stands among the facts. */
import { distanceM, type OpenStatements, type SiteAsOf } from "../registry/index.ts";
import { centreOf, type RecordedStatement, type SubjectId } from "../statements/index.ts";
import type { Presenter } from "./present-statement.ts";
import { type Telling, tellPoint } from "./publication.ts";
import type { CoordinateView, OutlineView } from "./site-views.ts";

/** The most exact coordinate that is stated of a place or site; of two that are equally exact the one recorded first. */
export type PointOf = (id: SubjectId) => CoordinateView | null;

/** Reads the coordinates once, when the first is asked for. */
export function indexPoints(statements: OpenStatements, presenter: Presenter): PointOf {
  let index: ReadonlyMap<SubjectId, CoordinateView> | null = null;
  const read = () => {
    const points = new Map<SubjectId, CoordinateView>();
    for (const recorded of statements.openWith(["coordinate"])) {
      const known = points.get(recorded.statement.subject);
      for (const point of toCoordinate(recorded, presenter))
        if (known === undefined || point.accuracyM < known.accuracyM)
          points.set(recorded.statement.subject, point);
    }
    return points;
  };
  return (id) => {
    index ??= read();
    return index.get(id) ?? null;
  };
}

/** Of the site itself, the middle of its outline, or else that of its place; as its audience is told. */
export function coordinateOf(
  site: SiteAsOf,
  place: SubjectId | null,
  {
    presenter,
    telling,
    pointOf,
  }: { readonly presenter: Presenter; readonly telling: Telling; readonly pointOf: PointOf },
): CoordinateView | null {
  const [own] = site.points.flatMap((each) => toCoordinate(each, presenter));
  const [outline] = site.outlines.flatMap((each) => middleOf(each, presenter));
  const point = own ?? outline ?? (place === null ? null : pointOf(place));
  return point === null ? null : tellPoint(point, telling);
}

export function outlinesOf({ outlines }: SiteAsOf, presenter: Presenter): OutlineView[] {
  return outlines.flatMap(({ statement: { id, value, speaker, polarity } }) => {
    if (value.kind !== "outline" || polarity === "denies") return [];
    const { ring, accuracyM } = value;
    return [{ ring, accuracyM, from: presenter.named(speaker).name, statement: id }];
  });
}

function toCoordinate({ statement }: RecordedStatement, presenter: Presenter): CoordinateView[] {
  const { value, speaker, polarity } = statement;
  if (value.kind !== "point" || polarity === "denies") return [];
  const { latitude, longitude, accuracyM } = value;
  return [{ latitude, longitude, accuracyM, from: presenter.named(speaker).name }];
}

/** The middle of an outline, with a radius that reaches over it. */
function middleOf({ statement }: RecordedStatement, presenter: Presenter): CoordinateView[] {
  const { value, speaker, polarity } = statement;
  if (value.kind !== "outline" || polarity === "denies") return [];
  const middle = centreOf(value.ring);
  const reachM = Math.max(
    ...value.ring.map(([longitude, latitude]) => distanceM(middle, { latitude, longitude })),
  );
  return [{ ...middle, accuracyM: Math.ceil(reachM + value.accuracyM), from: presenter.named(speaker).name }];
}

/**
 * Outlines of places: one closed ring of positions, each longitude before latitude in degrees of WGS 84, as GeoJSON
 * writes it (RFC 7946, 3.1.6). Departs from it where a stranger could be misled: a ring has no holes, never crosses
 * itself, and does not step over the 180th meridian; its direction is free.
 */
import { z } from "zod";

const Longitude = z
  .number()
  .min(-180, "is no longitude (−180 to 180)")
  .max(180, "is no longitude (−180 to 180)");
const Latitude = z.number().min(-90, "is no latitude (−90 to 90)").max(90, "is no latitude (−90 to 90)");

/** [longitude, latitude]. */
export const Position = z.tuple([Longitude, Latitude]);
export type Position = readonly [number, number];

/** More corners than any survey of a grave gives, and few enough that each pair of edges can be compared. */
const MOST_POSITIONS = 1000;

export const Outline = z.strictObject({
  kind: z.literal("outline"),
  ring: z.array(Position).min(4).max(MOST_POSITIONS),
  /** Metres within which each corner lies. */
  accuracyM: z.number().positive(),
});
export type Outline = z.infer<typeof Outline>;

/** What is wrong with a ring and how to mend it; null for one that encloses a piece of ground. */
export function faultOfRing(ring: readonly (readonly number[])[]): string | null {
  const positions: Position[] = [];
  for (const [index, position] of ring.entries()) {
    const [longitude, latitude] = position;
    if (longitude === undefined || latitude === undefined || position.length !== 2)
      return `corner ${index + 1} has ${position.length} numbers. Give longitude and latitude.`;
    if (!Position.safeParse(position).success)
      return `corner ${index + 1} is ${longitude}, ${latitude}: a longitude from −180 to 180 comes first, then a latitude from −90 to 90.`;
    positions.push([longitude, latitude]);
  }
  const [first, , third] = positions;
  const last = positions.at(-1);
  if (first !== undefined && third !== undefined && last !== undefined && !isSame(first, last))
    return "the ring is not closed. Give its first position again at its end.";
  if (positions.length < 4)
    return `a ring of ${positions.length} positions encloses nothing. Give at least three corners, and the first again at the end.`;
  if (positions.length > MOST_POSITIONS)
    return `a ring of ${positions.length} positions is too fine: at most ${MOST_POSITIONS}. Leave out corners within its accuracy.`;
  return faultOfEdges(positions);
}

function faultOfEdges(positions: readonly Position[]): string | null {
  const edges = positions.slice(1).flatMap((to, index): Edge[] => {
    const from = positions[index];
    return from === undefined ? [] : [{ from, to }];
  });
  for (const [index, { from, to }] of edges.entries()) {
    if (isSame(from, to)) return `corners ${index + 1} and ${index + 2} are the same. Leave one of them out.`;
    if (Math.abs(from[0] - to[0]) > 180)
      return `the edge after corner ${index + 1} steps over the 180th meridian. Give a ring on one side of it.`;
  }
  for (const [index, one] of edges.entries()) {
    for (let at = index + 1; at < edges.length; at++) {
      const other = edges[at];
      const isNeighbour = at === index + 1 || (index === 0 && at === edges.length - 1);
      if (other === undefined) continue;
      if (isNeighbour ? foldsBack(one, other) : meet(one, other))
        return `the ring crosses or touches itself: its edges after corners ${index + 1} and ${at + 1} meet. Put the corners in the order in which one walks round it.`;
    }
  }
  return null;
}

interface Edge {
  readonly from: Position;
  readonly to: Position;
}

function isSame(a: Position, b: Position): boolean {
  return a[0] === b[0] && a[1] === b[1];
}

/** Twice the area of the triangle a b c: above 0 when c lies to the left of a → b. */
function turn(a: Position, b: Position, c: Position): number {
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
}

/** Whether two edges share a position. */
function meet(one: Edge, other: Edge): boolean {
  const [a, b] = [Math.sign(turn(one.from, one.to, other.from)), Math.sign(turn(one.from, one.to, other.to))];
  const [c, d] = [
    Math.sign(turn(other.from, other.to, one.from)),
    Math.sign(turn(other.from, other.to, one.to)),
  ];
  if (a * b < 0 && c * d < 0) return true;
  return (
    (a === 0 && isWithin(one, other.from)) ||
    (b === 0 && isWithin(one, other.to)) ||
    (c === 0 && isWithin(other, one.from)) ||
    (d === 0 && isWithin(other, one.to))
  );
}

/** Whether a position on the line of an edge lies within its box. */
function isWithin({ from, to }: Edge, [longitude, latitude]: Position): boolean {
  return (
    Math.min(from[0], to[0]) <= longitude &&
    longitude <= Math.max(from[0], to[0]) &&
    Math.min(from[1], to[1]) <= latitude &&
    latitude <= Math.max(from[1], to[1])
  );
}

/** Whether of two edges with a common corner one lies on the other. */
function foldsBack(one: Edge, other: Edge): boolean {
  const [corner, back, on] = isSame(one.to, other.from)
    ? [one.to, one.from, other.to]
    : [one.from, one.to, other.from];
  if (turn(back, corner, on) !== 0) return false;
  return (back[0] - corner[0]) * (on[0] - corner[0]) + (back[1] - corner[1]) * (on[1] - corner[1]) > 0;
}

/** The middle of the box around a ring, in degrees. */
export function centreOf(ring: readonly Position[]): {
  readonly latitude: number;
  readonly longitude: number;
} {
  const [longitudes, latitudes] = [
    ring.map(([longitude]) => longitude),
    ring.map(([, latitude]) => latitude),
  ];
  const middle = (values: readonly number[]) => (Math.min(...values) + Math.max(...values)) / 2;
  return { latitude: middle(latitudes), longitude: middle(longitudes) };
}

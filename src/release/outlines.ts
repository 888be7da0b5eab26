/**
 * Coasts and borders for orientation: Natural Earth 1:50m (public domain), as `world-atlas` ships it. What it draws says
 * nothing of the case.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { feature, mesh } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";

/** `[longitude, latitude]`, degrees of WGS 84. */
export type Position = readonly [longitude: number, latitude: number];

/** Degrees; the west lies left of the east. */
export interface Window {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

export interface Outlines {
  /** Outer and inner rings of the land that lies in the window, cut at its edges. Inner ones run the other way round. */
  readonly land: readonly (readonly Position[])[];
  /** Lines between two countries, cut at the edges. */
  readonly borders: readonly (readonly Position[])[];
}

type Line = readonly Position[];

/** What lies within the window. The same window gives the same numbers. */
export function outlinesWithin(window: Window): Outlines {
  const { rings, borders } = readAtlas();
  return {
    land: rings.filter((ring) => touches(ring, window)).flatMap((ring) => cutRing(ring, window)),
    borders: borders.filter((line) => touches(line, window)).flatMap((line) => cutLine(line, window)),
  };
}

let atlas: { readonly rings: readonly Line[]; readonly borders: readonly Line[] } | undefined;

function readAtlas() {
  if (atlas !== undefined) return atlas;
  const path = createRequire(import.meta.url).resolve("world-atlas/countries-50m.json");
  const topology: Topology<{ countries: GeometryCollection }> = JSON.parse(readFileSync(path, "utf8"));
  const { countries } = topology.objects;
  const polygons = feature(topology, countries).features.flatMap(({ geometry }) => {
    if (geometry.type === "Polygon") return geometry.coordinates;
    return geometry.type === "MultiPolygon" ? geometry.coordinates.flat() : [];
  });
  const lines = mesh(topology, countries, (one, other) => one !== other).coordinates;
  atlas = { rings: polygons.map(toLine), borders: lines.map(toLine) };
  return atlas;
}

function toLine(positions: readonly (readonly number[])[]): Line {
  return positions.map(([longitude = 0, latitude = 0]): Position => [longitude, latitude]);
}

function touches(line: Line, { west, south, east, north }: Window): boolean {
  const longitudes = line.map(([longitude]) => longitude);
  const latitudes = line.map(([, latitude]) => latitude);
  return (
    longitudes.some((each) => each >= west) &&
    longitudes.some((each) => each <= east) &&
    latitudes.some((each) => each >= south) &&
    latitudes.some((each) => each <= north)
  );
}

interface Edge {
  readonly isInside: (position: Position) => boolean;
  readonly crossing: (from: Position, to: Position) => Position;
}

function edgesOf({ west, south, east, north }: Window): readonly Edge[] {
  const atLongitude =
    (at: number) =>
    (from: Position, to: Position): Position => [at, between(from[0], to[0], at, from[1], to[1])];
  const atLatitude =
    (at: number) =>
    (from: Position, to: Position): Position => [between(from[1], to[1], at, from[0], to[0]), at];
  return [
    { isInside: ([longitude]) => longitude >= west, crossing: atLongitude(west) },
    { isInside: ([longitude]) => longitude <= east, crossing: atLongitude(east) },
    { isInside: ([, latitude]) => latitude >= south, crossing: atLatitude(south) },
    { isInside: ([, latitude]) => latitude <= north, crossing: atLatitude(north) },
  ];
}

function between(from: number, to: number, at: number, valueFrom: number, valueTo: number): number {
  return valueFrom + ((at - from) / (to - from)) * (valueTo - valueFrom);
}

/** Sutherland and Hodgman, "Reentrant polygon clipping" (1974). Edges along the window are for filling and not for drawing. */
function cutRing(ring: Line, window: Window): Line[] {
  const cut = edgesOf(window).reduce<Line>(
    (line, { isInside, crossing }) =>
      line.flatMap((position, at) => {
        const before = line.at(at - 1) ?? position;
        const [is, was] = [isInside(position), isInside(before)];
        if (is) return was ? [position] : [crossing(before, position), position];
        return was ? [crossing(before, position)] : [];
      }),
    ring,
  );
  return cut.length < 3 ? [] : [cut];
}

/** The pieces of a line that lie inside, each up to the edge. */
function cutLine(line: Line, window: Window): Line[] {
  return edgesOf(window).reduce<Line[]>(
    (lines, edge) => lines.flatMap((each) => cutAtEdge(each, edge)),
    [line],
  );
}

function cutAtEdge(line: Line, { isInside, crossing }: Edge): Line[] {
  const pieces: Position[][] = [];
  let piece: Position[] = [];
  for (const [at, position] of line.entries()) {
    const before = line[at - 1];
    const is = isInside(position);
    if (before !== undefined && is !== isInside(before)) piece.push(crossing(before, position));
    if (is) piece.push(position);
    else if (piece.length > 0) {
      pieces.push(piece);
      piece = [];
    }
  }
  pieces.push(piece);
  return pieces.filter((each) => each.length > 1);
}

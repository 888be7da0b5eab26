import { expect, test } from "vitest";
import { type Outlines, outlinesWithin, type Position, type Window } from "./outlines.ts";

const AROUND_TEHRAN: Window = { west: 46, south: 33, east: 56, north: 39 };

/** By the even–odd rule, over all rings: a lake or a hole is outside. */
function isLand([x, y]: Position, { land }: Outlines): boolean {
  const crossings = land.flatMap((ring) =>
    ring.map((from, at) => [from, ring[(at + 1) % ring.length] ?? from] as const),
  );
  return (
    crossings.filter(
      ([[x1, y1], [x2, y2]]) => y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1),
    ).length %
      2 ===
    1
  );
}

test("what is land and what is sea comes out where it lies", () => {
  const outlines = outlinesWithin(AROUND_TEHRAN);
  expect(isLand([51.4, 35.7], outlines), "Tehran").toBe(true);
  expect(isLand([51.5, 38.5], outlines), "the Caspian Sea").toBe(false);
  const gulf = outlinesWithin({ west: 47, south: 24, east: 58, north: 32 });
  expect(isLand([51, 27.5], gulf), "the Persian Gulf").toBe(false);
  expect(isLand([52.6, 29.6], gulf), "Shiraz").toBe(true);
});

test("nothing leaves the window, and a border that crosses it is cut in pieces and not bent", () => {
  const { west, south, east, north } = AROUND_TEHRAN;
  const { land, borders } = outlinesWithin(AROUND_TEHRAN);
  expect(borders.length).toBeGreaterThan(0);
  for (const [longitude, latitude] of [...land, ...borders].flat()) {
    expect(longitude).toBeGreaterThanOrEqual(west);
    expect(longitude).toBeLessThanOrEqual(east);
    expect(latitude).toBeGreaterThanOrEqual(south);
    expect(latitude).toBeLessThanOrEqual(north);
  }
  // No piece runs along an edge: that is where the drawing ends, and no border.
  for (const line of borders)
    for (const [at, [x, y]] of line.entries()) {
      const next = line[at + 1];
      if (next === undefined) continue;
      expect(x === next[0] && (x === west || x === east)).toBe(false);
      expect(y === next[1] && (y === south || y === north)).toBe(false);
    }
});

test("a window in the middle of a land is land and holds no border", () => {
  const inside: Window = { west: 53, south: 33, east: 54, north: 34 };
  const outlines = outlinesWithin(inside);
  expect(outlines.borders).toEqual([]);
  expect(isLand([53.5, 33.5], outlines)).toBe(true);
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { centreOf, faultOfRing, type Position } from "./outline.ts";

const SQUARE: Position[] = [
  [48.7, 31.3],
  [48.8, 31.3],
  [48.8, 31.4],
  [48.7, 31.4],
  [48.7, 31.3],
];

describe("a ring", () => {
  test("that encloses a piece of ground is taken, whichever way round it goes", () => {
    expect(faultOfRing(SQUARE)).toBeNull();
    expect(faultOfRing([...SQUARE].reverse())).toBeNull();
    expect(centreOf(SQUARE)).toEqual({ latitude: (31.3 + 31.4) / 2, longitude: (48.7 + 48.8) / 2 });
  });

  test.each<[string, number[][], RegExp]>([
    ["is not closed", SQUARE.slice(0, 4).map((each) => [...each]), /not closed.*first position again/u],
    [
      "has two corners",
      [
        [1, 1],
        [2, 2],
        [1, 1],
      ],
      /encloses nothing/u,
    ],
    [
      "has latitude before longitude",
      [
        [31.3, 148.7],
        [31.3, 148.8],
        [31.4, 148.8],
        [31.3, 148.7],
      ],
      /corner 1 .*longitude .*comes first/u,
    ],
    [
      "has a height",
      [
        [1, 1, 9],
        [2, 1],
        [2, 2],
        [1, 1],
      ],
      /corner 1 has 3 numbers/u,
    ],
    [
      "repeats a corner",
      [
        [1, 1],
        [2, 1],
        [2, 1],
        [2, 2],
        [1, 1],
      ],
      /corners 2 and 3 are the same/u,
    ],
    [
      "is a bow tie",
      [
        [0, 0],
        [2, 2],
        [2, 0],
        [0, 2],
        [0, 0],
      ],
      /edges after corners 1 and 3 meet/u,
    ],
    [
      "touches itself at a corner",
      [
        [0, 0],
        [2, 0],
        [1, 1],
        [2, 2],
        [0, 2],
        [1, 1],
        [0, 0],
      ],
      /crosses or touches itself/u,
    ],
    [
      "lies on a line",
      [
        [0, 0],
        [1, 0],
        [2, 0],
        [0, 0],
      ],
      /crosses or touches itself/u,
    ],
    [
      "goes out and back on a spike",
      [
        [0, 0],
        [4, 0],
        [4, 4],
        [4, 6],
        [4, 4.5],
        [0, 4],
        [0, 0],
      ],
      /crosses or touches itself/u,
    ],
    [
      "steps over the date line",
      [
        [179, 1],
        [-179, 1],
        [-179, 2],
        [179, 1],
      ],
      /180th meridian/u,
    ],
  ])("that %s is refused with the corner and the remedy", (_what, ring, fault) => {
    expect(faultOfRing(ring)).toMatch(fault);
  });

  test("of more corners than can be compared is refused", () => {
    const many = Array.from({ length: 1001 }, (_, index) => [index / 1000, (index % 2) / 1000]);
    expect(faultOfRing([...many, [0, 0]])).toMatch(/at most 1000/u);
  });

  /** Corners around a middle, each at its own angle: a star-shaped ring, which never crosses itself. */
  const star = fc
    .array(fc.double({ min: 0.1, max: 1, noNaN: true }), { minLength: 4, maxLength: 40 })
    .map((radii) =>
      radii.map((radius, index): Position => {
        const angle = (index / radii.length) * 2 * Math.PI;
        return [30 + radius * Math.cos(angle), 30 + radius * Math.sin(angle)];
      }),
    );
  const closed = (corners: readonly Position[]) => [...corners, ...corners.slice(0, 1)];

  test("around a middle is taken, from whichever corner it begins", () => {
    fc.assert(
      fc.property(star, fc.nat(39), (corners, at) => {
        const from = at % corners.length;
        expect(faultOfRing(closed([...corners.slice(from), ...corners.slice(0, from)]))).toBeNull();
      }),
    );
  });

  test("of a convex ground with two corners exchanged is refused", () => {
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 40 }), fc.nat(39), (count, at) => {
        const corners = Array.from({ length: count }, (_, index): Position => {
          const angle = (index / count) * 2 * Math.PI;
          return [30 + Math.cos(angle), 30 + Math.sin(angle)];
        });
        const [one, other] = [at % count, (at + 1) % count];
        const swapped = corners.map((corner, index) =>
          index === one ? (corners[other] ?? corner) : index === other ? (corners[one] ?? corner) : corner,
        );
        expect(faultOfRing(closed(swapped))).toMatch(/crosses or touches itself/u);
      }),
    );
  });
});

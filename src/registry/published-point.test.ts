import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { coarsenPoint, distanceM, type PlacePoint } from "./published-point.ts";

const point = fc.record({
  latitude: fc.double({ min: -84, max: 84, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
  accuracyM: fc.double({ min: 1, max: 900, noNaN: true }),
});
const km = fc.double({ min: 1, max: 200, noNaN: true });

describe("a place told coarsely", () => {
  test("still lies within the radius that is told with it", () => {
    fc.assert(
      fc.property(point, km, (known, side) => {
        const told = coarsenPoint(known, side);
        expect(distanceM(told, known) + known.accuracyM).toBeLessThanOrEqual(told.accuracyM);
      }),
    );
  });

  test("is told no better than asked for, and not much worse", () => {
    fc.assert(
      fc.property(point, km, (known, side) => {
        const { accuracyM } = coarsenPoint(known, side);
        expect(accuracyM).toBeGreaterThanOrEqual((side * 1000) / 2);
        expect(accuracyM).toBeLessThanOrEqual(side * 1000 + known.accuracyM + 2);
      }),
    );
  });

  test("is told alike for all places of one square, so that many tell no more than one", () => {
    fc.assert(
      fc.property(point, km, (known, side) => {
        const told = coarsenPoint(known, side);
        // The middle of the square is a place of it too.
        const again = coarsenPoint({ ...told, accuracyM: known.accuracyM }, side);
        expect([again.latitude, again.longitude]).toEqual([told.latitude, told.longitude]);
      }),
    );
  });

  test("that is known no better stays as it is", () => {
    const city: PlacePoint = { latitude: 31.3, longitude: 48.7, accuracyM: 10_000 };
    expect(coarsenPoint(city, 5)).toBe(city);
    expect(coarsenPoint(city, 20)).not.toEqual(city);
  });
});

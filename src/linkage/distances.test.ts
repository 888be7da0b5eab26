import fc from "fast-check";
import { expect, test } from "vitest";
import { editDistanceWithin, fromDayNumber } from "../core/pure.ts";
import { jaroWinkler } from "./text-distance.ts";

test("edit distance counts letters, and a swap of neighbours once", () => {
  expect(editDistanceWithin("hossein", "hosein", 3)).toBe(1);
  expect(editDistanceWithin("abcd", "abdc", 3)).toBe(1);
  expect(editDistanceWithin("kitten", "sitting", 5)).toBe(3);
  expect(editDistanceWithin("kitten", "sitting", 2)).toBe(3);
});

test("edit distance is symmetric, zero only for equal keys, and stops above its bound", () => {
  const key = fc.string({ unit: fc.constantFrom(..."abc"), maxLength: 8 });
  fc.assert(
    fc.property(key, key, fc.nat({ max: 4 }), (left, right, max) => {
      const distance = editDistanceWithin(left, right, max);
      expect(distance).toBe(editDistanceWithin(right, left, max));
      expect(distance === 0).toBe(left === right);
      expect(distance).toBeLessThanOrEqual(max + 1);
    }),
  );
});

test("Jaro–Winkler gives the values of Winkler's own examples", () => {
  expect(jaroWinkler("MARTHA", "MARHTA")).toBeCloseTo(0.9611, 4);
  expect(jaroWinkler("DIXON", "DICKSONX")).toBeCloseTo(0.8133, 4);
  expect(jaroWinkler("DWAYNE", "DUANE")).toBeCloseTo(0.84, 4);
});

test("civil dates agree with the platform's calendar over two millennia", () => {
  fc.assert(
    fc.property(fc.integer({ min: -600_000, max: 100_000 }), (days) => {
      const date = new Date(days * 86_400_000);
      expect(fromDayNumber(days)).toEqual({
        year: date.getUTCFullYear(),
        month: date.getUTCMonth() + 1,
        day: date.getUTCDate(),
      });
    }),
  );
});

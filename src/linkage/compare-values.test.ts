import fc from "fast-check";
import { expect, test } from "vitest";
import { editDistanceWithin, fromDayNumber } from "../core/pure.ts";
import { compareDays, toDayValues } from "./compare-values.ts";

const day = fc.integer({ min: -40_000, max: 22_000 });
const near = fc.tuple(day, fc.integer({ min: -400, max: 400 })).map(([one, by]) => [one, one + by] as const);

test("a slip between two days is one digit, two neighbours turned, or day and month in each other's place", () => {
  const digits = (value: number): string => {
    const { year, month, day: date } = fromDayNumber(value);
    return `${year}${String(month).padStart(2, "0")}${String(date).padStart(2, "0")}`;
  };
  let slips = 0;
  fc.assert(
    fc.property(fc.oneof(near, fc.tuple(day, day)), ([left, right]) => {
      fc.pre(left !== right);
      const days = toDayValues([
        [left, left],
        [right, right],
      ]);
      const [a, b] = [fromDayNumber(left), fromDayNumber(right)];
      const isTurned = a.year === b.year && a.month === b.day && a.day === b.month;
      const equal = [a.year === b.year, a.month === b.month, a.day === b.day].filter(Boolean).length;
      const isSlip = isTurned || (equal === 2 && editDistanceWithin(digits(left), digits(right), 1) === 1);
      slips += isSlip ? 1 : 0;
      expect(compareDays(days, 0, 1) === 2).toBe(isSlip);
      expect(compareDays(days, 1, 0)).toBe(compareDays(days, 0, 1));
    }),
    { numRuns: 5000 },
  );
  expect(slips).toBeGreaterThan(50);
});

test("an interval is never equal to itself: it only overlaps", () => {
  const days = toDayValues([
    [100, 130],
    [100, 100],
  ]);
  expect(compareDays(days, 1, 1)).toBe(1);
  expect(compareDays(days, 0, 0)).toBeGreaterThan(1);
});

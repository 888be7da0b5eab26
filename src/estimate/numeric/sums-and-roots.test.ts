import fc from "fast-check";
import { expect, test } from "vitest";
import { findRoot } from "./find-root.ts";
import { logSumExp, toWeights } from "./log-sum-exp.ts";
import { countBits, sumOverSubsets, sumOverSupersets } from "./subset-sums.ts";

const values = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 16, maxLength: 16 });

test("subset and superset sums equal their definitions", () => {
  fc.assert(
    fc.property(values, (given) => {
      const [below, above] = [Float64Array.from(given), Float64Array.from(given)];
      sumOverSubsets(below);
      sumOverSupersets(above);
      for (let mask = 0; mask < 16; mask++) {
        const sum = (belongs: (other: number) => boolean) =>
          given.reduce((total, value, other) => (belongs(other) ? total + value : total), 0);
        expect(below[mask]).toBe(sum((other) => (other & mask) === other));
        expect(above[mask]).toBe(sum((other) => (other & mask) === mask));
      }
    }),
  );
});

test("bits are counted in all sixteen places", () => {
  expect([0, 1, 2, 3, 255, 65535].map(countBits)).toEqual([0, 1, 1, 2, 8, 16]);
});

test("log-sum-exp neither overflows nor underflows", () => {
  expect(logSumExp([])).toBe(Number.NEGATIVE_INFINITY);
  expect(logSumExp([1000, 1000])).toBeCloseTo(1000 + Math.LN2, 12);
  expect(logSumExp([-1000, -1000, Number.NEGATIVE_INFINITY])).toBeCloseTo(-1000 + Math.LN2, 12);
  expect(logSumExp([-3, 0, 2])).toBeCloseTo(Math.log(Math.exp(-3) + 1 + Math.exp(2)), 14);
  const weights = toWeights([-5000, -5001, -5002]);
  expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 14);
  expect(weights[0]).toBeCloseTo(1 / (1 + Math.exp(-1) + Math.exp(-2)), 14);
});

test("a root is found wherever it lies in the bracket", () => {
  fc.assert(
    fc.property(fc.double({ min: -9.9, max: 9.9, noNaN: true }), (root) => {
      const found = findRoot((x) => Math.expm1(x - root), { low: -10, high: 10, tolerance: 1e-12 });
      expect(Math.abs(found - root)).toBeLessThan(1e-9);
    }),
  );
});

test("without a change of sign the nearer end is given", () => {
  expect(findRoot((x) => x + 5, { low: 0, high: 1, tolerance: 1e-9 })).toBe(0);
});

import { expect, test } from "vitest";
import { normalCdf, normalQuantile } from "./normal-cdf.ts";
import { HALF_CHI_SQUARED_95, NORMAL_975, poissonTail } from "./quantiles.ts";

test("χ² with one degree of freedom is the square of a normal", () => {
  expect(HALF_CHI_SQUARED_95).toBeCloseTo(NORMAL_975 ** 2 / 2, 14);
});

test("the Poisson tail is the smaller side, the count itself included in both", () => {
  for (const mean of [0.3, 2, 17.5, 400]) {
    for (const k of [0, 1, 5, 17, 18, 390, 450]) {
      let [below, term] = [0, Math.exp(-mean)];
      let atK = 0;
      for (let x = 0; x <= k; x++) {
        if (x > 0) term *= mean / x;
        below += term;
        atK = term;
      }
      const expected = Math.min(below, 1 - below + atK);
      expect(Math.abs(poissonTail(k, mean) - expected)).toBeLessThan(1e-12);
    }
  }
});

test("a far Poisson tail keeps its relative precision", () => {
  // P(X ≥ 30) for mean 1 is e⁻¹/30! · (1 + 1/31 + …).
  const leading = Math.exp(-1) / 2.6525285981219107e32;
  expect(poissonTail(30, 1) / (leading * (1 + 1 / 31 + 1 / (31 * 32) + 1 / (31 * 32 * 33)))).toBeCloseTo(
    1,
    5,
  );
});

test("a mean of 0 leaves only the count 0", () => {
  expect(poissonTail(0, 0)).toBe(1);
  expect(poissonTail(2, 0)).toBe(0);
});

test("the normal distribution function has its tabled values and is symmetric", () => {
  expect(normalCdf(0)).toBe(0.5);
  expect(normalCdf(NORMAL_975)).toBeCloseTo(0.975, 14);
  expect(normalCdf(-1)).toBeCloseTo(0.15865525393145705, 14);
  expect(normalCdf(-6) / 9.865876450376981e-10).toBeCloseTo(1, 10);
  for (const x of [0.1, 1, 2.9, 3.9999, 4.0001, 8]) expect(normalCdf(x) + normalCdf(-x)).toBeCloseTo(1, 14);
  expect(normalCdf(4.0000001)).toBeCloseTo(normalCdf(3.9999999), 9);
  expect([Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY].map(normalCdf)).toEqual([0, 1]);
});

test("the normal quantile undoes the distribution function, far out too", () => {
  expect(normalQuantile(0.975)).toBeCloseTo(NORMAL_975, 13);
  for (const x of [-7, -3.2, -1, -0.001, 0, 0.4, 2, 5])
    expect(normalQuantile(normalCdf(x))).toBeCloseTo(x, 8);
  expect([0, 0.5, 1].map(normalQuantile)).toEqual(
    [Number.NEGATIVE_INFINITY, -0, Number.POSITIVE_INFINITY].map((x) => expect.closeTo(x)),
  );
  expect(normalQuantile(-0.1)).toBeNaN();
});

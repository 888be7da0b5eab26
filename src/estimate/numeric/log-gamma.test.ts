import { describe, expect, test } from "vitest";
import { digamma, logGamma } from "./log-gamma.ts";

describe("logGamma", () => {
  test("gives the logarithm of factorials", () => {
    let logFactorial = 0;
    for (let n = 1; n <= 170; n++) {
      logFactorial += Math.log(n);
      expect(Math.abs(logGamma(n + 1) - logFactorial)).toBeLessThan(1e-13 * Math.max(1, logFactorial));
    }
  });

  test("gives √π at one half and obeys the duplication formula", () => {
    expect(logGamma(0.5)).toBeCloseTo(0.5 * Math.log(Math.PI), 14);
    for (const x of [0.01, 0.0625, 0.3, 1.7, 9.9, 250.25, 1e6]) {
      const left = logGamma(x) + logGamma(x + 0.5);
      const right = (1 - 2 * x) * Math.LN2 + 0.5 * Math.log(Math.PI) + logGamma(2 * x);
      expect(Math.abs(left - right)).toBeLessThan(4e-15 * Math.max(10, Math.abs(right)));
    }
  });

  test("is not a number at or below 0", () => {
    expect(logGamma(0)).toBeNaN();
    expect(digamma(-1)).toBeNaN();
  });
});

test("digamma is the harmonic number less Euler's constant", () => {
  let harmonic = 0;
  for (let n = 1; n <= 100; n++) {
    expect(digamma(n)).toBeCloseTo(harmonic - 0.5772156649015329, 13);
    harmonic += 1 / n;
  }
});

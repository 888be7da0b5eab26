import { describe, expect, test } from "vitest";
import { digamma, logGamma, logGammaRise } from "./log-gamma.ts";

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

test("a rise of log Γ is a sum of logarithms, however large the start", () => {
  for (const x of [0.5, 3, 12, 1e4, 1e9, 1e15]) {
    expect(logGammaRise(x, 1)).toBeCloseTo(Math.log(x), 12);
    const three = Math.log(x) + Math.log(x + 1) + Math.log(x + 2);
    expect(logGammaRise(x, 3)).toBeCloseTo(three, 11);
  }
  expect(logGammaRise(40, -30.5)).toBeCloseTo(logGamma(9.5) - logGamma(40), 11);
});

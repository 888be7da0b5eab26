import { expect, test } from "vitest";
import { toPatternCounts } from "../pattern-counts.ts";
import { independentPatterns, simulateTable } from "../simulate.ts";
import { bootstrapStepwise, sampleQuantile } from "./bootstrap.ts";

const simulated = (seed: number) =>
  toPatternCounts(
    simulateTable({ seed, people: 800, patternProbabilities: independentPatterns([0.4, 0.35, 0.3]) }),
  );

test("the same seed gives the same interval, another one nearly the same", () => {
  const run = (seed: number) => bootstrapStepwise({ table: simulated(5), replicates: 400, seed });
  expect(run(1)).toEqual(run(1));
  const [first, second] = [run(1)?.interval ?? ([0, 0] as const), run(2)?.interval ?? ([0, 0] as const)];
  expect(first).not.toEqual(second);
  for (const side of [0, 1] as const) expect(Math.abs(first[side] / second[side] - 1)).toBeLessThan(0.05);
});

test("the interval holds the truth of most independent populations", () => {
  const held = Array.from({ length: 40 }, (_, seed) => {
    const result = bootstrapStepwise({ table: simulated(seed), replicates: 200, seed });
    const [low = Number.NaN, high = Number.NaN] = result?.interval ?? [];
    return low <= 800 && high >= 800;
  }).filter(Boolean).length;
  // 95 % of 40 is 38; 33 or fewer would come once in a hundred tries.
  expect(held).toBeGreaterThanOrEqual(34);
});

test("a table whose search ends without a finite estimate has no interval", () => {
  const table = toPatternCounts({
    lists: ["A", "B"],
    cells: [
      { pattern: 2, count: 40 },
      { pattern: 3, count: 10 },
    ],
  });
  expect(bootstrapStepwise({ table, replicates: 50, seed: 1 })).toBeNull();
});

test("sample quantiles are those of Hyndman and Fan's type 8", () => {
  const draws = Float64Array.from([1, 2, 3, 4, 10]);
  // By hand: position 16/3 · 0.5 + 1/3 = 3 exactly; 16/3 · 0.9 + 1/3 = 5.13, beyond the last.
  expect(sampleQuantile(draws, 0.5)).toBeCloseTo(3, 12);
  expect(sampleQuantile(draws, 0.9)).toBe(10);
  expect(sampleQuantile(draws, 0.25)).toBeCloseTo(1 + 2 / 3, 12);
});

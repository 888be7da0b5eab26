import { describe, expect, test } from "vitest";
import { logGamma } from "../numeric/log-gamma.ts";
import { toPatternCounts } from "../pattern-counts.ts";
import { independentPatterns, simulateTable } from "../simulate.ts";
import { listDecomposableGraphs } from "./decomposable-graph.ts";
import { estimateDga } from "./dga-posterior.ts";
import { createUnseenGrid, quantileOf } from "./unseen-grid.ts";

describe("decomposable graphs", () => {
  test.each([
    [2, 2],
    [3, 8],
    [4, 61],
    [5, 822],
    [6, 18154],
  ])("on %i lists are %i", (lists, expected) => {
    expect(listDecomposableGraphs(lists)).toHaveLength(expected);
  });

  test("have one factor more for cliques than for separators in each component", () => {
    for (const { exponents, componentCount, cliques } of listDecomposableGraphs(5)) {
      expect(exponents.reduce((sum, exponent) => sum + exponent, 0)).toBe(componentCount);
      for (const clique of cliques) expect(exponents[clique]).toBe(1);
    }
  });
});

describe("the grid", () => {
  test("stands for every whole number in its range", () => {
    const grid = createUnseenGrid({ least: 3, most: 100_000, relativeStep: 0.01 });
    expect(grid.weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(100_000 - 2, 6);
    expect(grid.points.length).toBeLessThan(1200);
  });

  test("sums a smooth bell to five parts in a hundred thousand", () => {
    const bell = (x: number) => Math.exp(-0.5 * ((x - 9000) / 600) ** 2);
    const grid = createUnseenGrid({ least: 0, most: 30_000, relativeStep: 0.01 });
    const coarse = grid.points.reduce((sum, point, k) => sum + bell(point) * (grid.weights[k] ?? 0), 0);
    expect(coarse / (600 * Math.sqrt(2 * Math.PI))).toBeCloseTo(1, 4);
  });

  test("gives whole quantiles where every number has its point", () => {
    const grid = createUnseenGrid({ least: 0, most: 3, relativeStep: 0 });
    const masses = Float64Array.from([0.1, 0.3, 0.4, 0.2]);
    expect([0.05, 0.39, 0.5, 0.99].map((share) => quantileOf(grid, masses, share))).toEqual([0, 1, 2, 3]);
  });
});

describe("the posterior", () => {
  test("of two lists equals direct summation over both graphs", () => {
    const table = toPatternCounts({
      lists: ["A", "B"],
      cells: [
        { pattern: 1, count: 20 },
        { pattern: 2, count: 15 },
        { pattern: 3, count: 12 },
      ],
    });
    const delta = 0.25;
    const most = 400;
    const dirichlet = (counts: readonly number[], each: number) =>
      counts.reduce((sum, count) => sum + logGamma(count + each) - logGamma(each), 0) +
      logGamma(each * counts.length) -
      logGamma(counts.reduce((sum, count) => sum + count, 0) + each * counts.length);
    const logJoint = (unseen: number, saturated: boolean) => {
      const total = 47 + unseen;
      const prior = logGamma(total + 1) - logGamma(unseen + 1) - Math.log(total);
      const likelihood = saturated
        ? dirichlet([unseen, 20, 15, 12], delta)
        : dirichlet([unseen + 15, 32], 2 * delta) + dirichlet([unseen + 20, 27], 2 * delta);
      return prior + likelihood;
    };
    const joint = [false, true].map((saturated) =>
      Array.from({ length: most + 1 }, (_, unseen) => Math.exp(logJoint(unseen, saturated) + 100)),
    );
    const all = joint.flat().reduce((sum, value) => sum + value, 0);
    const independent = (joint[0] ?? []).reduce((sum, value) => sum + value, 0) / all;
    const mean =
      joint.reduce((sum, row) => row.reduce((part, value, unseen) => part + (value * unseen) / all, sum), 0) +
      47;
    const posterior = estimateDga(table, { unseenRange: { least: 0, most }, relativeStep: 0 });
    expect(posterior.delta).toBe(delta);
    expect(posterior.mean).toBeCloseTo(mean, 8);
    const found = posterior.graphs.find(({ graph }) => graph.componentCount === 2);
    expect(found?.probability).toBeCloseTo(independent, 10);
  });

  test("widens its grid until the tail is light", () => {
    const posterior = estimateDga(
      toPatternCounts({
        lists: ["A", "B", "C"],
        cells: [
          { pattern: 1, count: 40 },
          { pattern: 2, count: 30 },
          { pattern: 4, count: 20 },
          { pattern: 3, count: 6 },
        ],
      }),
    );
    expect(posterior.tailMass).toBeLessThan(1e-6);
    expect(posterior.largestUnseen).toBeGreaterThan(32 * 96);
  });

  test("does not underflow on a hundred thousand people", () => {
    const patternProbabilities = independentPatterns([0.3, 0.25, 0.2]);
    const table = simulateTable({ seed: 3, people: 100_000, patternProbabilities });
    const posterior = estimateDga(toPatternCounts(table));
    expect(Math.abs(posterior.median / 100_000 - 1)).toBeLessThan(0.03);
  });

  test("holds N = 1,000 in most tables of independent lists", () => {
    const patternProbabilities = independentPatterns([0.3, 0.25, 0.2, 0.15]);
    let held = 0;
    for (let seed = 1; seed <= 40; seed++) {
      const table = simulateTable({ seed, people: 1000, patternProbabilities });
      const [low, high] = estimateDga(toPatternCounts(table)).interval;
      if (low <= 1000 && high >= 1000) held += 1;
    }
    // Binomial(40, 0.95): 34 is three standard deviations below 38.
    expect(held).toBeGreaterThanOrEqual(34);
  });
});

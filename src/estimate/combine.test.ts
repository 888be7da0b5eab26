import { describe, expect, test } from "vitest";
import { combineReplicates } from "./combine-replicates.ts";
import { combineStrata } from "./combine-strata.ts";
import { diagnoseTable } from "./diagnostics.ts";
import { studentQuantile } from "./numeric/student.ts";
import { independentPatterns, simulateTable } from "./simulate.ts";
import { keepUsableLists, peopleOnList, withMergedLists, withoutList } from "./table-variants.ts";
import { mixUnseenLaws, poolPosteriors, totalInterval, totalQuantile } from "./unseen-posterior.ts";

/** A posterior with chances of being unseen around the one given. */
const posterior = (seen: number, missed: number) =>
  mixUnseenLaws({ seen, missed: Float64Array.from([missed - 0.02, missed, missed + 0.02]), most: 50 * seen });

describe("groups added up", () => {
  test("are narrower than the ends of their intervals added up", () => {
    const parts = [0.5, 0.55, 0.6].map((missed, i) => ({
      name: `${i}`,
      posterior: posterior(300, missed),
      seen: 300,
    }));
    const total = combineStrata(parts);
    const ends = parts.map((part) => totalInterval(part.posterior));
    const width = ends.reduce((sum, [low, high]) => sum + high - low, 0);
    expect(total.interval[1] - total.interval[0]).toBeLessThan(0.8 * width);
    const medians = parts.reduce((sum, part) => sum + totalQuantile(part.posterior, 0.5), 0);
    expect(Math.abs(total.point / medians - 1)).toBeLessThan(0.02);
    expect(combineStrata(parts)).toEqual(total);
  });

  test("count only listed people where there is no estimate, and say so", () => {
    const total = combineStrata([
      { name: "north", posterior: null, seen: 40 },
      { name: "south", posterior: null, seen: 2 },
    ]);
    expect(total.point).toBe(42);
    expect(total.withoutEstimate).toEqual(["north", "south"]);
    expect(() => combineStrata([])).toThrowError(/no group/u);
  });
});

describe("linkages combined", () => {
  test("that agree give linkage no share, and that differ give it most", () => {
    const same = combineReplicates([posterior(300, 0.5), posterior(300, 0.5), posterior(300, 0.5)]);
    expect(same.linkageShare).toBeCloseTo(0, 10);
    const apart = combineReplicates([posterior(300, 0.3), posterior(300, 0.5), posterior(300, 0.7)]);
    expect(apart.linkageShare).toBeGreaterThan(0.8);
    expect(apart.interval[1] - apart.interval[0]).toBeGreaterThan(same.interval[1] - same.interval[0]);
    expect(apart.degreesOfFreedom).toBeLessThan(4);
    expect(apart.isFew).toBe(true);
    // By hand: 300 + exp of the mean of the three means of log n0.
    expect(same.point).toBeCloseTo(300 + Math.exp(Math.log(300)), -1);
  });

  test("of one table are refused: nothing tells what linkage adds", () => {
    expect(() => combineReplicates([posterior(300, 0.5)])).toThrowError(/two tables/u);
  });

  test("use Student's quantiles", () => {
    // Tables of Student (1908) and since: t(0.975; 1, 4, 30).
    expect(studentQuantile(0.975, 1)).toBeCloseTo(12.7062, 3);
    expect(studentQuantile(0.975, 4)).toBeCloseTo(2.776445, 5);
    expect(studentQuantile(0.975, 30)).toBeCloseTo(2.042272, 5);
    expect(studentQuantile(0.975, Number.POSITIVE_INFINITY)).toBeCloseTo(1.959964, 5);
  });
});

test("a pool of two posteriors lies between them and holds more than either alone", () => {
  const [low, high] = [posterior(400, 0.4), posterior(400, 0.6)];
  const pooled = poolPosteriors([
    { posterior: low, weight: 0.5 },
    { posterior: high, weight: 0.5 },
  ]);
  expect(totalQuantile(pooled, 0.5)).toBeGreaterThan(totalQuantile(low, 0.5));
  expect(totalQuantile(pooled, 0.5)).toBeLessThan(totalQuantile(high, 0.5));
  // Half of each: the 2.5 % point of the pool is the 5 % point of the lower one.
  expect(Math.abs(totalQuantile(pooled, 0.025) / totalQuantile(low, 0.05) - 1)).toBeLessThan(0.01);
  expect(Math.abs(totalQuantile(pooled, 0.975) / totalQuantile(high, 0.95) - 1)).toBeLessThan(0.01);
});

describe("tables made from a table", () => {
  const table = {
    lists: ["A", "B", "C"],
    cells: [
      { pattern: 1, count: 10 },
      { pattern: 2, count: 7 },
      { pattern: 3, count: 4 },
      { pattern: 6, count: 2 },
    ],
  };

  test("lose a list with those on it alone", () => {
    expect(withoutList(table, 0)).toEqual({
      lists: ["B", "C"],
      cells: [
        { pattern: 1, count: 11 },
        { pattern: 3, count: 2 },
      ],
    });
  });

  test("join two lists without losing anyone", () => {
    expect(withMergedLists(table, 0, 1)).toEqual({
      lists: ["A+B", "C"],
      cells: [
        { pattern: 1, count: 21 },
        { pattern: 3, count: 2 },
      ],
    });
  });

  test("hold the people of one list by the others", () => {
    expect(peopleOnList(table, 1)).toEqual({
      size: 13,
      table: {
        lists: ["A", "C"],
        cells: [
          { pattern: 1, count: 4 },
          { pattern: 2, count: 2 },
        ],
      },
    });
    expect(keepUsableLists({ ...table, cells: table.cells.slice(0, 3) }).lists).toEqual(["A", "B"]);
  });
});

describe("diagnostics", () => {
  const table = simulateTable({
    seed: 3,
    people: 2000,
    patternProbabilities: independentPatterns([0.4, 0.35, 0.3, 0.25]),
  });
  const diagnostics = diagnoseTable(table);

  test("predict lists of an independent population from the others", () => {
    expect(diagnostics.predictedLists).toHaveLength(4);
    const held = diagnostics.predictedLists.flatMap(({ answers }) =>
      answers.filter(({ name }) => name === "loglinear").map(({ holds }) => holds),
    );
    expect(held.filter(Boolean).length).toBeGreaterThanOrEqual(3);
  });

  test("leave out each list and join each pair", () => {
    expect(diagnostics.leaveOneOut.map(({ lists }) => lists)).toEqual([["L1"], ["L2"], ["L3"], ["L4"]]);
    expect(diagnostics.merged).toHaveLength(6);
    for (const { answers } of [...diagnostics.leaveOneOut, ...diagnostics.merged]) {
      const graphs = answers.find(({ name }) => name === "dga");
      expect(graphs?.point).toBeGreaterThan(1500);
      expect(graphs?.point).toBeLessThan(2600);
    }
  });

  test("show odds ratios near 1, priors that matter little, and no misfit", () => {
    for (const { oddsRatio, chapman } of diagnostics.pairs) {
      expect(oddsRatio).toBeGreaterThan(0.6);
      expect(oddsRatio).toBeLessThan(1.6);
      expect(chapman).toBeGreaterThan(1700);
    }
    const points = diagnostics.priors.map(({ point }) => point);
    expect(Math.max(...points) / Math.min(...points)).toBeLessThan(1.1);
    expect(Math.min(...diagnostics.predictive.map(({ tail }) => tail))).toBeGreaterThan(0.001);
    expect(
      diagnostics.predictive.reduce((sum, { of, counted }) => sum + (of.kind === "seen-on" ? counted : 0), 0),
    ).toBe(table.cells.reduce((sum, { count }) => sum + count, 0));
  });
});

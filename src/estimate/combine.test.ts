import { describe, expect, test } from "vitest";
import { combineReplicates } from "./combine-replicates.ts";
import { combineStrata } from "./combine-strata.ts";
import { combineTables } from "./combine-tables.ts";
import { diagnoseTable } from "./diagnostics.ts";
import { ALL_METHODS, estimateTable } from "./estimate-table.ts";
import type { Interval } from "./log-normal-interval.ts";
import { studentQuantile } from "./numeric/student.ts";
import type { MethodName } from "./report.ts";
import { independentPatterns, simulateTable } from "./simulate.ts";
import { keepUsableLists, peopleOnList, withMergedLists, withoutList } from "./table-variants.ts";
import {
  mixUnseenLaws,
  poolPosteriors,
  totalInterval,
  totalQuantile,
  type UnseenPosterior,
} from "./unseen-posterior.ts";

/** A posterior with chances of being unseen around the one given. */
const posterior = (seen: number, missed: number) =>
  mixUnseenLaws({ seen, missed: Float64Array.from([missed - 0.02, missed, missed + 0.02]), most: 50 * seen });

const part = (name: string, seen: number, posteriors: Partial<Record<MethodName, UnseenPosterior>>) => ({
  name,
  seen,
  posteriors: new Map(
    ALL_METHODS.flatMap((method) => {
      const own = posteriors[method];
      return own === undefined ? [] : [[method, own] as const];
    }),
  ),
});

/** A part whose ensemble has the models given; its own mixture stands under the ensemble's name. */
const ensemblePart = (name: string, missed: Partial<Record<MethodName, number>>) => {
  const models = Object.entries(missed).map(([model, chance]) => [model, posterior(300, chance)] as const);
  const weight = 1 / models.length;
  const pooled = poolPosteriors(models.map(([, own]) => ({ posterior: own, weight })));
  return part(name, 300, { ...Object.fromEntries(models), ensemble: pooled });
};

describe("groups added up", () => {
  test("are narrower than the ends of their intervals added up", () => {
    const own = [0.5, 0.55, 0.6].map((missed) => posterior(300, missed));
    const parts = own.map((dga, i) => part(`${i}`, 300, { dga }));
    const { total } = combineStrata(parts, { asked: ["dga"] });
    const [low, high] = total?.interval ?? [];
    const ends = own.map(totalInterval);
    const width = ends.reduce((sum, [from, to]) => sum + to - from, 0);
    expect((high ?? Number.NaN) - (low ?? Number.NaN)).toBeLessThan(0.8 * width);
    const medians = own.reduce((sum, each) => sum + totalQuantile(each, 0.5), 0);
    expect(Math.abs((total?.point ?? Number.NaN) / medians - 1)).toBeLessThan(0.02);
    expect(total?.method).toBe("dga");
    expect(combineStrata(parts, { asked: ["dga"] }).total).toEqual(total);
  });

  test("have no total where none has a posterior: people counted are no estimate", () => {
    const strata = [part("north", 40, {}), part("south", 2, {})];
    expect(combineStrata(strata, { asked: ALL_METHODS })).toEqual({ total: null, noTotal: "no-posterior" });
    expect(() => combineStrata([], { asked: ALL_METHODS })).toThrowError(/no group/u);
  });

  test("have a lower end and no other where one lacks a posterior, and name it", () => {
    const dga = posterior(300, 0.5);
    const { total } = combineStrata([part("north", 300, { dga }), part("south", 40, {})], {
      asked: ["dga"],
    });
    expect(total?.point).toBeNull();
    expect(total?.interval).toEqual([totalQuantile(dga, 0.025) + 40, null]);
    expect(total?.withoutPosterior).toEqual(["south"]);
    const thin = { ...part("thin", 20, { dga: posterior(20, 0.5) }), isTooThin: true };
    const both = combineStrata([part("north", 300, { dga }), thin], { asked: ["dga"] });
    expect(both.total).toMatchObject({ point: null, withoutPosterior: [], tooThin: ["thin"] });
    expect(both.total?.interval).toEqual([totalQuantile(dga, 0.025) + 20, null]);
    expect(combineStrata([thin], { asked: ["dga"] }).noTotal).toBe("no-posterior");
  });

  test("are taken from one method that all have, or from none", () => {
    const [lcmcr, dga] = [posterior(300, 0.3), posterior(300, 0.6)];
    const both = part("both", 300, { lcmcr, dga });
    const graphs = part("graphs", 300, { dga });
    const asked = ["lcmcr", "dga"] as const;
    const { total } = combineStrata([both, graphs], { asked });
    expect(total?.method).toBe("dga");
    expect(Math.abs((total?.point ?? Number.NaN) / (2 * totalQuantile(dga, 0.5)) - 1)).toBeLessThan(0.02);
    const apart = combineStrata([part("classes", 300, { lcmcr }), graphs], { asked });
    expect(apart).toEqual({ total: null, noTotal: "no-common-method" });
  });

  test("of an ensemble are the hull of its models' sums; one group is its own total", () => {
    const north = ensemblePart("north", { dga: 0.3, lcmcr: 0.5, logitNormal: 0.8 });
    const models = [0.3, 0.5, 0.8].map((missed) => posterior(300, missed));
    const hull = [
      Math.min(...models.map((model) => totalQuantile(model, 0.01))),
      Math.max(...models.map((model) => totalQuantile(model, 0.99))),
    ];
    const alone = combineStrata([north], { asked: ["ensemble"] }).total;
    expect(alone?.interval).toEqual(hull);
    const twice = combineStrata([north, { ...north, name: "south" }], { asked: ["ensemble"] }).total;
    // The sum of the mixtures would end far below twice the widest model.
    const widest = models[2] ?? posterior(1, 0.5);
    expect(twice?.interval[1]).toBeGreaterThan(2 * totalQuantile(widest, 0.9));
    expect(twice?.interval[0]).toBeLessThan(2 * totalQuantile(models[0] ?? widest, 0.5));
  });

  test("leave out of an ensemble the model that one of them lacks, and say which", () => {
    const north = ensemblePart("north", { dga: 0.3, lcmcr: 0.5, logitNormal: 0.8 });
    const south = ensemblePart("south", { dga: 0.3, lcmcr: 0.5 });
    const { total } = combineStrata([north, south], { asked: ["ensemble"] });
    expect(total?.models).toEqual(["dga", "lcmcr"]);
    expect(total?.modelsLeftOut).toEqual(["logitNormal"]);
    expect(total?.interval[1]).toBeLessThan(2 * totalQuantile(posterior(300, 0.5), 0.999));
  });
});

describe("linkages combined", () => {
  const widthOf = ({ interval }: { readonly interval: Interval }) => interval[1] - interval[0];

  test("that agree give linkage no share, and that differ give it most", () => {
    const same = combineReplicates([posterior(300, 0.5), posterior(300, 0.5), posterior(300, 0.5)]);
    expect(same.linkageShare).toBeCloseTo(0, 10);
    const apart = combineReplicates([posterior(300, 0.3), posterior(300, 0.5), posterior(300, 0.7)]);
    expect(apart.linkageShare).toBeGreaterThan(0.8);
    expect(widthOf(apart)).toBeGreaterThan(widthOf(same));
    expect(apart.degreesOfFreedom).toBeLessThan(4);
    expect(apart.isFew).toBe(true);
    // By hand: 300 + exp of the mean of the three means of log n0.
    expect(same.point).toBeCloseTo(300 + Math.exp(Math.log(300)), -1);
  });

  test("have no interval where few tables lie far apart", () => {
    const tables = (chances: readonly number[]) =>
      chances.map((missed, i) => part(`${i}`, 300, { dga: posterior(300, missed) }));
    const combine = (chances: readonly number[]) => combineTables(tables(chances), ["dga"]).combined;
    expect(combine([0.3, 0.7])).toMatchObject({ interval: null, noInterval: "few-degrees" });
    const far = combine([0.03, 0.03, 0.97, 0.97]);
    expect(far).toMatchObject({ interval: null, noInterval: "beyond-tables" });
    expect(combine([0.5, 0.5])?.interval?.[1]).toBeLessThan(2 * totalQuantile(posterior(300, 0.5), 0.975));
  });

  test("that count differently span what they count: none raises the interval over the others", () => {
    const counts = [900, 905, 910, 920, 930, 940, 950, 960, 980, 1000];
    const nearlyAll = (seen: number) =>
      mixUnseenLaws({ seen, missed: Float64Array.from([0.008, 0.01, 0.012]), most: 50 * seen });
    const tables = counts.map(nearlyAll);
    const { interval, point, linkageShare } = combineReplicates(tables);
    const ends = tables.map(totalInterval);
    const own = Math.max(...ends.map(([low, high]) => high - low));
    // 939.5 counted on average, and one in a hundred unseen.
    expect(Math.abs(point - 949)).toBeLessThan(2);
    expect(interval[0]).toBeLessThan(912);
    expect(interval[0]).toBeGreaterThanOrEqual(900);
    expect(interval[1]).toBeGreaterThan(1000);
    expect(interval[1]).toBeLessThan(1000 + 2 * own);
    expect(linkageShare).toBeGreaterThan(0.5);
    // One linkage that misses far more links than the rest moves the upper end, not the lower.
    const odd = combineReplicates([300, 310, 500, 300].map(nearlyAll));
    expect(odd.interval[0]).toBeLessThan(310);
    expect(odd.interval[1]).toBeGreaterThan(500);
  });

  test("that count the same are combined by the unseen alone", () => {
    const tables = [0.3, 0.35, 0.4, 0.45].map((missed) => posterior(300, missed));
    const { interval, point, within, between, degreesOfFreedom, linkageShare } = combineReplicates(tables);
    const spread = Math.sqrt(within + 1.25 * between);
    const steps = studentQuantile(0.975, degreesOfFreedom);
    expect(interval[1]).toBeCloseTo(300 + (point - 300) * Math.exp(steps * spread), 8);
    expect(interval[0]).toBeCloseTo(300 + (point - 300) * Math.exp(-steps * spread), 8);
    expect(linkageShare).toBeCloseTo((1.25 * between) / (within + 1.25 * between), 12);
  });

  test("of an ensemble are the hull of its models, each combined by itself", () => {
    const missed = { dga: 0.3, lcmcr: 0.5, logitNormal: 0.8 };
    const { combined } = combineTables([ensemblePart("a", missed), ensemblePart("b", missed)], ["ensemble"]);
    const alone = (chance: number) =>
      combineReplicates([posterior(300, chance), posterior(300, chance)], undefined, 0.01).interval;
    expect(combined?.interval).toEqual([alone(0.3)?.[0], alone(0.8)?.[1]]);
    expect(combined?.point).toBeGreaterThan(alone(0.5)?.[0] ?? Number.NaN);
    expect(combined?.point).toBeLessThan(alone(0.5)?.[1] ?? Number.NaN);
  });

  test("are taken from one method that all tables have, or from none", () => {
    const [lcmcr, dga] = [posterior(300, 0.3), posterior(300, 0.6)];
    const asked = ["lcmcr", "dga"] as const;
    const both = part("both", 300, { lcmcr, dga });
    expect(combineTables([both, part("graphs", 300, { dga })], asked).combined?.method).toBe("dga");
    expect(combineTables([part("classes", 300, { lcmcr }), part("graphs", 300, { dga })], asked)).toEqual({
      combined: null,
      noCombined: "no-common-method",
    });
    expect(combineTables([both, part("none", 300, {})], asked).noCombined).toBe("one-posterior");
    expect(combineTables([part("none", 300, {}), part("nor", 300, {})], asked).noCombined).toBe(
      "no-posterior",
    );
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

  test("are those of the report beside them: a list without anyone is in neither, and no number is infinite", () => {
    const cells = [40, 30, 10, 30, 9, 8, 4].map((count, i) => ({ pattern: i + 1, count }));
    const diagnostics = diagnoseTable({ lists: ["A", "B", "C", "none"], cells });
    expect(diagnostics).toEqual(diagnoseTable({ lists: ["A", "B", "C"], cells }));
    const { methods } = estimateTable({ lists: ["A", "B", "C", "none"], cells }, { methods: ["dga"] });
    expect(diagnostics.priors[1]).toMatchObject({ point: methods[0]?.point, interval: methods[0]?.interval });
    // On C there are those on both others or on neither: an odds ratio without end, which JSON would write as null.
    const hanging = [40, 20, 9, 12, 0, 0, 10].map((count, i) => ({ pattern: i + 1, count }));
    const { pairs } = diagnoseTable({ lists: ["A", "B", "C"], cells: hanging });
    expect(JSON.parse(JSON.stringify(pairs))).toEqual(pairs);
    expect(pairs[0]).toMatchObject({ lists: ["A", "B"], oddsRatio: "infinite" });
    expect(pairs[0]?.score).toBeGreaterThan(2);
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

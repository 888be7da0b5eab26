/** One log-linear model that is asked for by name: it alone answers, or says why it cannot. */
import { describe, expect, test } from "vitest";
import { type EstimateOptions, estimateTable } from "../estimate-table.ts";
import { listHierarchicalModels, parseModelName, toModelName } from "./hierarchical-model.ts";

const table = (counts: readonly number[], lists = ["A", "B", "C"]) => ({
  lists,
  cells: counts.map((count, i) => ({ pattern: i + 1, count })),
});

/** Artificial_3 of Chan, Silverman & Vincent (2021): two of three pairs share nobody. */
const ARTIFICIAL = table([40, 30, 6, 20]);

const ask = (given: ReturnType<typeof table>, options: EstimateOptions) =>
  estimateTable(given, { methods: ["loglinear"], ...options });

describe("the name of a model", () => {
  test("is read back as every model it is written for, with brackets and without", () => {
    for (const model of listHierarchicalModels(4, 3)) {
      const name = toModelName(model, 4);
      expect(parseModelName(name, 4)).toEqual(model);
      expect(parseModelName(` ${name.slice(1, -1)} `, 4)).toEqual(model);
    }
    expect(parseModelName("[1.12,3]", 12).interactions).toEqual([1 | (1 << 11)]);
    // A generator brings in its parts, and the lists that nothing names stay as main effects.
    expect(parseModelName("[123]", 4).interactions).toEqual([3, 5, 6, 7]);
    expect(toModelName(parseModelName("12", 3), 3)).toBe("[12,3]");
  });

  test.each(["", "[]", "[14]", "[0]", "[11]", "[1 2]", "[12;3]", "AB", "[1.2]", "[12,]"])(
    "%o is none",
    (name) => {
      expect(() => parseModelName(name, 3)).toThrowError(/names no log-linear model of 3 lists/u);
    },
  );
});

describe("a model that is asked for", () => {
  test("is refused where its likelihood has no maximum: 1.39e13 people is what a peer prints for this one", () => {
    const { methods, refused } = ask(ARTIFICIAL, { model: "[12,3]" });
    expect(methods).toEqual([]);
    expect(refused).toHaveLength(1);
    expect(refused[0]).toMatchObject({ name: "loglinear", code: "MLE_DOES_NOT_EXIST" });
    expect(refused[0]?.text).toContain("model [12,3] has no maximum at a finite number unseen");
  });

  test("is reported where it has one, whatever BIC prefers, with the others beside it", () => {
    const { methods, refused } = ask(ARTIFICIAL, { model: "1,2,3" });
    expect(refused).toEqual([]);
    const [loglinear] = methods;
    if (loglinear?.name !== "loglinear") throw new TypeError("there is no log-linear estimate");
    expect(loglinear.point).toBeCloseTo(539.0939303, 6);
    expect(loglinear.settings.criterion).toBe("asked for");
    expect(loglinear.settings.models[0]?.model).toBe("[1,2,3]");
    expect(loglinear.settings.models.map(({ model }) => model)).toContain("[13,23]");
    expect(new Set(loglinear.settings.models.map(({ model }) => model)).size).toBe(
      loglinear.settings.models.length,
    );
  });

  test("leaves the answer of the search as it is where it is the best one", () => {
    const kosovo = table(
      [1131, 845, 177, 936, 228, 217, 181, 306, 106, 31, 18, 123, 42, 32, 27],
      ["EXH", "ABA", "OSCE", "HRW"],
    );
    const [searched] = ask(kosovo, {}).methods;
    const [asked] = ask(kosovo, { model: "[123,14,34]" }).methods;
    expect({ ...asked, settings: { ...asked?.settings, criterion: "BIC" } }).toEqual(searched);
  });

  test("numbers its lists as in the table given, a list without people included", () => {
    const moved = ARTIFICIAL.cells.map(({ pattern, count }) => ({
      pattern: (pattern & 1) | ((pattern & 6) << 1),
      count,
    }));
    const { refused } = ask({ lists: ["A", "none", "B", "C"], cells: moved }, { model: "[13,4]" });
    expect(refused[0]?.text).toContain("model [12,3] has no maximum");
  });

  test("with all lists in one interaction leaves the unseen free", () => {
    const { refused, methods } = ask(table([90, 80, 35, 60, 30, 28, 14]), { model: "[123]" });
    expect(methods).toEqual([]);
    expect(refused.map(({ code }) => code)).toEqual(["NOT_IDENTIFIABLE"]);
  });
});

describe("a bootstrap that is asked for", () => {
  test("stands beside the search with its own model, and says how many tables had no number", () => {
    const bootstrap = { replicates: 300, seed: 1 };
    const [loglinear] = ask(ARTIFICIAL, { bootstrap }).methods;
    if (loglinear?.name !== "loglinear") throw new TypeError("there is no log-linear estimate");
    const given = loglinear.settings.bootstrap;
    expect(given).toMatchObject({ model: "[1,2,3]", replicates: 300, seed: 1, threshold: 0.02 });
    expect(given?.profile).toEqual(loglinear.interval);
    expect(given?.withoutEstimate).toBeLessThan(7);
    expect(given?.interval?.[0]).toBeGreaterThan(96);
    expect(given?.interval?.[1]).toBeGreaterThan(given?.point ?? Number.NaN);
    expect(ask(ARTIFICIAL, {}).methods[0]?.settings).not.toHaveProperty("bootstrap");
  });

  test("has no interval, and a warning, where too many tables have no number", () => {
    const report = ask(table([40, 30, 1, 20, 0, 1, 0]), { bootstrap: { replicates: 200, seed: 1 } });
    const [loglinear] = report.methods;
    if (loglinear?.name !== "loglinear") throw new TypeError("there is no log-linear estimate");
    expect(loglinear.settings.bootstrap?.interval).toBeNull();
    expect(loglinear.settings.bootstrap?.withoutEstimate).toBeGreaterThan(5);
    expect(report.warnings.map(({ code }) => code)).toContain("BOOTSTRAP_UNBOUNDED");
  });
});

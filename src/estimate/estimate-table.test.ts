import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toCanonicalJson } from "../core/pure.ts";
import { estimateTable } from "./estimate-table.ts";
import { messagesEn } from "./messages.en.ts";
import { messagesFa } from "./messages.fa.ts";
import { independentPatterns, simulateTable } from "./simulate.ts";

/** Killings in Kosovo, March to June 1999 (Ball et al. 2002): people by pattern on four lists. */
const KOSOVO = {
  lists: ["EXH", "ABA", "OSCE", "HRW"],
  cells: [1131, 845, 177, 936, 228, 217, 181, 306, 106, 31, 18, 123, 42, 32, 27].map((count, i) => ({
    pattern: i + 1,
    count,
  })),
};

const ARTIFICIAL = {
  lists: ["A", "B", "C"],
  cells: [
    { pattern: 1, count: 40 },
    { pattern: 2, count: 30 },
    { pattern: 4, count: 20 },
    { pattern: 3, count: 6 },
  ],
};

const codes = (list: readonly { readonly code: string }[]) => list.map(({ code }) => code);

describe("Kosovo", () => {
  const report = estimateTable(KOSOVO);
  const loglinear = report.methods.find((method) => method.name === "loglinear");

  test("gives the published log-linear estimate with its profile interval", () => {
    expect(loglinear?.settings.model).toBe("[123,14,34]");
    expect(loglinear?.settings.generators).toEqual([
      ["EXH", "ABA", "OSCE"],
      ["EXH", "HRW"],
      ["OSCE", "HRW"],
    ]);
    expect(loglinear?.point).toBeCloseTo(10356.519, 3);
    expect(loglinear?.interval?.[0]).toBeCloseTo(8994.26, 2);
    expect(loglinear?.interval?.[1]).toBeCloseTo(12110.41, 2);
    expect(loglinear?.settings.modelsConsidered).toBe(113);
  });

  test("gives Chao's number as a lower bound and names its form", () => {
    const chao = report.methods.find((method) => method.name === "chao");
    expect(chao?.kind).toBe("lower bound");
    expect(chao?.settings.form).toBe("bias-corrected");
    expect(chao?.point).toBeCloseTo(8796.506, 3);
  });

  test("does not hide that other models fit as well", () => {
    expect(codes(report.warnings)).toContain("MODELS_DISAGREE");
    expect(loglinear?.settings.models.slice(0, 3).map(({ model }) => model)).toEqual([
      "[123,14,34]",
      "[123,134]",
      "[134,12,23]",
    ]);
    const weights = loglinear?.settings.models.map(({ weight }) => weight) ?? [];
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeLessThanOrEqual(1);
  });

  test("refuses a two-list method and keeps its pairs to explore with", () => {
    expect(report.refused).toMatchObject([{ name: "chapman", code: "TWO_LIST_METHOD" }]);
    expect(report.table.pairs).toHaveLength(6);
    expect(report.table.n).toBe(4400);
    expect(report.table.seenOn).toEqual([3218, 882, 273, 27]);
  });

  test("is plain JSON, the same each time", () => {
    const text = JSON.stringify(report);
    expect(JSON.parse(text)).toEqual(report);
    expect(JSON.stringify(estimateTable(KOSOVO))).toBe(text);
    expect(toCanonicalJson(JSON.parse(text)).length).toBeGreaterThan(1000);
  });
});

describe("what cannot be estimated", () => {
  test("a model without a maximum is refused by name, and the next that has one is reported with a warning", () => {
    const report = estimateTable(ARTIFICIAL);
    const refusal = report.refused.find(({ name }) => name === "loglinear");
    expect(refusal?.code).toBe("MLE_DOES_NOT_EXIST");
    expect(refusal?.text).toContain("[12,3]");
    const loglinear = report.methods.find((method) => method.name === "loglinear");
    expect(loglinear?.settings.model).toBe("[1,2,3]");
    expect(loglinear?.point).toBeCloseTo(539.0939303, 6);
    expect(codes(report.warnings)).toEqual(
      expect.arrayContaining(["MLE_DOES_NOT_EXIST", "ZERO_OVERLAP", "STRATUM_TOO_SMALL", "PRIOR_DOMINATED"]),
    );
    for (const { point } of report.methods) expect(point).toBeLessThan(1e4);
  });

  test("lists that share nobody give no number by any method", () => {
    const report = estimateTable({
      lists: ["A", "B"],
      cells: [
        { pattern: 1, count: 9 },
        { pattern: 2, count: 8 },
      ],
    });
    expect(report.methods).toEqual([]);
    expect(new Set(codes(report.refused))).toEqual(new Set(["NOTHING_SHARED"]));
    expect(report.refused).toHaveLength(4);
  });

  test("a list inside the other has no log-linear estimate", () => {
    const report = estimateTable({
      lists: ["A", "B"],
      cells: [
        { pattern: 2, count: 40 },
        { pattern: 3, count: 10 },
      ],
    });
    expect(report.refused).toMatchObject([
      { name: "loglinear", code: "MLE_DOES_NOT_EXIST" },
      { name: "dga", code: "TOO_FEW_LISTS" },
    ]);
    expect(codes(report.warnings)).toEqual(expect.arrayContaining(["TWO_LISTS", "LISTS_COPY_EACH_OTHER"]));
  });

  test("counts that add up to more than a number holds exactly are an error: they are ids or dates", () => {
    const cells = [1, 2, 3].map((pattern) => ({ pattern, count: 9e15 }));
    const malformed = expect.objectContaining({ code: "estimate/count" });
    expect(() => estimateTable({ lists: ["A", "B"], cells })).toThrowError(malformed);
    const half = [1, 2, 3].map((pattern) => ({ pattern, count: 3e15 }));
    expect(estimateTable({ lists: ["A", "B"], cells: half }, { methods: ["chapman"] }).table.n).toBe(9e15);
  });

  test("a table that is malformed is an error, not a refusal", () => {
    expect(() => estimateTable({ lists: ["A", "B"], cells: [] })).toThrowError(/counts nobody/u);
    expect(() => estimateTable({ lists: ["A", "B"], cells: [{ pattern: 1, count: 3 }] })).toThrowError(
      /lists/u,
    );
  });
});

describe("warnings", () => {
  test("name lists that avoid each other", () => {
    const cells = [60, 49, 4, 247, 112, 142, 12].map((count, i) => ({ pattern: i + 1, count }));
    const report = estimateTable({ lists: ["L1", "L2", "L3"], cells });
    const hostile = report.warnings.filter(({ code }) => code === "HOSTILE_LISTS");
    expect(hostile).toHaveLength(1);
    expect(hostile[0]?.text).toContain("L1 and L2");
  });

  test("tell when one list alone documents more than is estimated in all", () => {
    const { warnings } = estimateTable(KOSOVO, {
      documentedElsewhere: [{ name: "Register", count: 11_000 }],
    });
    const found = warnings.filter(({ code }) => code === "ESTIMATE_BELOW_DOCUMENTED_IN_ANOTHER_LIST");
    expect(found).toHaveLength(1);
    expect(found[0]?.text).toContain("loglinear");
  });

  test("tell when lists of unequal reach raise Chao's bound", () => {
    const table = simulateTable({
      seed: 2,
      people: 4000,
      patternProbabilities: independentPatterns([0.6, 0.05, 0.04]),
    });
    const report = estimateTable(table);
    expect(codes(report.warnings)).toContain("LISTS_UNEQUAL");
    const chao = report.methods.find((method) => method.name === "chao");
    expect(chao?.point).toBeGreaterThan(4400);
    const safer = chao?.settings.unequalLists;
    expect(safer?.interval?.[0]).toBeLessThan(4000);
    expect(safer?.interval?.[1]).toBeGreaterThan(4000);
  });

  test("tell so most of all when one list holds all the others: the bound is then the people counted", () => {
    const inside = [
      { pattern: 1, count: 4000 },
      { pattern: 3, count: 20 },
      { pattern: 7, count: 10 },
    ];
    const { methods, warnings } = estimateTable(
      { lists: ["A", "B", "C"], cells: inside },
      { methods: ["chao"] },
    );
    const [chao] = methods;
    if (chao?.name !== "chao") throw new TypeError("there is no bound");
    expect(chao.point).toBeGreaterThan(250_000);
    expect(chao.settings.unequalLists).toEqual({ point: 4030, interval: null });
    const unequal = warnings.find(({ code }) => code === "LISTS_UNEQUAL");
    expect(unequal?.text).toContain("the bound is 4,030");
    // Without anyone on just two lists nothing bounds it.
    const apart = [40, 30, 0, 20, 0, 0, 5].map((count, i) => ({ pattern: i + 1, count }));
    const others = estimateTable({ lists: ["A", "B", "C"], cells: apart }, { methods: ["chao"] });
    expect(others.methods[0]?.settings).toMatchObject({ unequalLists: null });
  });

  test("speak Persian, with Persian digits", () => {
    const report = estimateTable(KOSOVO, { language: "fa" });
    const text = report.refused[0]?.text ?? "";
    expect(text).toContain("۴ فهرست");
    expect(Object.keys(messagesFa)).toEqual(Object.keys(messagesEn));
    const holes = (message: string) => (message.match(/\{\w+\}/gu) ?? []).sort();
    const english: Readonly<Record<string, string>> = messagesEn;
    for (const [key, message] of Object.entries(messagesFa))
      expect(holes(message)).toEqual(holes(english[key] ?? ""));
  });
});

describe("properties", () => {
  const counts = fc
    .array(fc.nat(60), { minLength: 7, maxLength: 7 })
    .filter((list) => list.some((count) => count > 0));
  const toTable = (list: readonly number[]) => ({
    lists: ["A", "B", "C"],
    cells: list.map((count, i) => ({ pattern: i + 1, count })),
  });
  const quick = { methods: ["chao", "loglinear"] } as const;
  const usable = (list: readonly number[]) =>
    [1, 2, 4].filter((list1) => list.some((count, i) => count > 0 && ((i + 1) & list1) > 0)).length >= 2;

  test("every estimate is at least the people counted, with its interval around it", () => {
    fc.assert(
      fc.property(counts.filter(usable), (list) => {
        const { methods, table } = estimateTable(toTable(list), quick);
        for (const { point, interval } of methods) {
          expect(point).toBeGreaterThanOrEqual(table.n);
          if (interval === null) continue;
          expect(interval[0]).toBeGreaterThanOrEqual(table.n);
          expect(interval[0]).toBeLessThanOrEqual(point * (1 + 1e-9));
          expect(interval[1]).toBeGreaterThanOrEqual(point * (1 - 1e-9));
        }
      }),
      { numRuns: 60 },
    );
  });

  test("empty cells written out, and the order of cells, change nothing", () => {
    fc.assert(
      fc.property(counts.filter(usable), (list) => {
        const table = toTable(list);
        const lean = { ...table, cells: table.cells.filter(({ count }) => count > 0).reverse() };
        expect(estimateTable(lean, quick)).toEqual(estimateTable(table, quick));
      }),
      { numRuns: 30 },
    );
  });

  test("a list without people is left out and changes no number", () => {
    const withEmpty = {
      lists: ["A", "none", "B", "C"],
      cells: ARTIFICIAL.cells.map(({ pattern, count }) => ({
        pattern: (pattern & 1) | ((pattern & 6) << 1),
        count,
      })),
    };
    const report = estimateTable(withEmpty);
    expect(report.methods).toEqual(estimateTable(ARTIFICIAL).methods);
    expect(codes(report.warnings)).toContain("EMPTY_LIST");
  });
});

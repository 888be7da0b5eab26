/** Every code of warnings and refusals: a table that has it and one that has not. */
import { describe, expect, test } from "vitest";
import type { CaptureTable } from "./capture-table.ts";
import { type EstimateOptions, estimateTable } from "./estimate-table.ts";
import { estimateLatentClass } from "./latent/latent-estimate.ts";
import { createWriter } from "./messages.ts";
import { independentPatterns, simulateTable } from "./simulate.ts";

/** Counts of the patterns 1, 2, 3 … of lists A, B, C …. */
function table(lists: number, counts: readonly number[]): CaptureTable {
  return {
    lists: ["A", "B", "C", "D"].slice(0, lists),
    cells: counts.map((count, i) => ({ pattern: i + 1, count })),
  };
}

const independent = (seed: number, chances: readonly number[], people = 2000) =>
  simulateTable({ seed, people, patternProbabilities: independentPatterns(chances) });

/** A table about which nothing is to be said. */
const SOUND = independent(3, [0.4, 0.35, 0.3]);

const warningsOf = (given: CaptureTable, options: EstimateOptions = {}) =>
  estimateTable(given, options).warnings.map(({ code }) => code);
const refusalsOf = (given: CaptureTable, options: EstimateOptions = {}) =>
  estimateTable(given, options).refused.map(({ code }) => code);

test("a sound table has no warning", () => {
  expect(warningsOf(SOUND)).toEqual([]);
});

const BY_TABLE: readonly (readonly [string, CaptureTable, EstimateOptions?])[] = [
  ["TWO_LISTS", table(2, [50, 40, 30])],
  ["ZERO_OVERLAP", table(3, [40, 30, 6, 20, 0, 9, 0])],
  ["LISTS_COPY_EACH_OTHER", table(3, [100, 2, 60, 80, 30, 1, 40])],
  ["HOSTILE_LISTS", table(3, [60, 49, 4, 247, 112, 142, 12])],
  ["STRATUM_TOO_SMALL", table(3, [10, 9, 4, 8, 3, 3, 2])],
  ["EMPTY_LIST", table(4, [60, 49, 40, 47, 30, 22, 12])],
  ["MLE_DOES_NOT_EXIST", table(3, [40, 30, 6, 20])],
  ["SINGLE_CELL_LEVERAGE", table(3, [40, 30, 6, 20, 0, 1, 0])],
  ["MODELS_DISAGREE", table(4, [1131, 845, 177, 936, 228, 217, 181, 306, 106, 31, 18, 123, 42, 32, 27])],
  ["LISTS_UNEQUAL", independent(2, [0.6, 0.05, 0.04], 4000)],
  ["PRIOR_DOMINATED", table(3, [40, 30, 6, 20])],
  ["ESTIMATE_BELOW_DOCUMENTED_IN_ANOTHER_LIST", SOUND, { documentedElsewhere: [{ name: "X", count: 9000 }] }],
  ["REFERRAL", SOUND, { known: { referrals: [{ list: "L2", from: "L1" }] } }],
  ["LISTS_COPY_EACH_OTHER", SOUND, { known: { copies: [{ list: "L2", from: "L1" }] } }],
  ["LIST_WITH_ZERO_CATCHABILITY", SOUND, { known: { unreachable: ["children"] } }],
  [
    "OPEN_POPULATION",
    SOUND,
    {
      known: {
        covers: [
          { list: "L1", covers: "1988" },
          { list: "L2", covers: "1989" },
        ],
      },
    },
  ],
  [
    "SCOPE_MISMATCH",
    SOUND,
    {
      known: {
        scopes: [
          { list: "L1", scope: "killed" },
          { list: "L2", scope: "missing" },
        ],
      },
    },
  ],
  ["DUPLICATES_UNRESOLVED", SOUND, { known: { duplicates: [{ list: "L1", count: 4 }] } }],
  ["LINKAGE_UNCERTAIN", SOUND, { known: { undecidedPairs: 12 } }],
];

describe("warnings", () => {
  test.each(BY_TABLE.map(([code, given, options]) => ({ code, given, options })))(
    "$code is given where it belongs",
    ({ code, given, options }) => {
      expect(warningsOf(given, options)).toContain(code);
    },
  );

  test("of what is known stay away when lists agree and nothing is open", () => {
    const known = {
      copies: [],
      covers: [
        { list: "L1", covers: "1988" },
        { list: "L2", covers: "1988" },
      ],
      scopes: [
        { list: "L1", scope: "killed" },
        { list: "L2", scope: "killed" },
      ],
      duplicates: [{ list: "L1", count: 0 }],
      undecidedPairs: 0,
    };
    expect(warningsOf(SOUND, { known })).toEqual([]);
  });

  test("POOR_FIT is given when no model of pairs describes the counts", () => {
    const patterns = [0.7, 0.3].flatMap((share, k) => [
      independentPatterns(k === 0 ? [0.05, 0.05, 0.05, 0.05, 0.05] : [0.8, 0.8, 0.8, 0.8, 0.8]).map(
        (p) => share * p,
      ),
    ]);
    const mixed = patterns[0]?.map((p, i) => p + (patterns[1]?.[i] ?? 0)) ?? [];
    const given = simulateTable({ seed: 1, people: 20_000, patternProbabilities: mixed });
    expect(warningsOf(given, { methods: ["loglinear"] })).toContain("POOR_FIT");
  });
});

describe("chains that disagree", () => {
  const writer = createWriter("en");
  const short = { chainCount: 2, firstRounds: 40, mostRounds: 40 };

  test("give neither number nor interval, and say why", () => {
    const outcome = estimateLatentClass(SOUND, { latent: short }, writer);
    expect(outcome.estimate).toBeNull();
    expect(outcome.posterior).toBeNull();
    expect(outcome.refused.map(({ code }) => code)).toEqual(["CHAINS_DISAGREE"]);
    expect(outcome.warnings.map(({ code }) => code)).toEqual(["CHAINS_DISAGREE"]);
  });

  test("leave the ensemble with the other models, and a warning", () => {
    const report = estimateTable(SOUND, { methods: ["ensemble"], latent: short });
    const [ensemble] = report.methods;
    expect(ensemble?.name).toBe("ensemble");
    if (ensemble?.name !== "ensemble") return;
    expect(ensemble.settings.leftOut).toEqual([{ name: "lcmcr", code: "CHAINS_DISAGREE" }]);
    expect(ensemble.settings.members.map(({ name }) => name)).toEqual(["dga", "logitNormal"]);
    expect(report.warnings.map(({ code }) => code)).toContain("MODELS_MISSING");
  });
});

test("all methods agree on an independent population, and the ensemble holds each of their intervals", () => {
  const report = estimateTable(SOUND, { methods: ["dga", "lcmcr", "logitNormal", "ensemble"] });
  expect(report.refused).toEqual([]);
  expect(report.methods.map(({ name }) => name)).toEqual(["dga", "lcmcr", "logitNormal", "ensemble"]);
  const ensemble = report.methods.find(({ name }) => name === "ensemble")?.interval;
  for (const { interval } of report.methods) {
    expect(interval?.[0]).toBeLessThan(2050);
    expect(interval?.[1]).toBeGreaterThan(1950);
    // Its 98 % hull holds the 95 % interval of each member.
    expect(ensemble?.[0]).toBeLessThanOrEqual(interval?.[0] ?? 0);
    expect(ensemble?.[1]).toBeGreaterThanOrEqual(interval?.[1] ?? 0);
  }
  expect(estimateTable(SOUND, { methods: ["logitNormal"] }).methods).toEqual(
    report.methods.filter(({ name }) => name === "logitNormal"),
  );
});

describe("refusals", () => {
  test.each([
    ["TWO_LIST_METHOD", SOUND, {}],
    ["MLE_DOES_NOT_EXIST", table(3, [40, 30, 6, 20]), {}],
    ["NOTHING_SHARED", table(2, [9, 8]), {}],
    ["TOO_FEW_LISTS", table(2, [50, 40, 30]), { methods: ["lcmcr"] }],
    ["TOO_FEW_LISTS", table(2, [50, 40, 30]), { methods: ["logitNormal"] }],
    ["TOO_FEW_MODELS", table(2, [50, 40, 30]), { methods: ["ensemble"] }],
  ] as const)("%s is given where it belongs", (code, given, options) => {
    expect(refusalsOf(given, options)).toContain(code);
    if (code !== "TWO_LIST_METHOD") expect(refusalsOf(SOUND)).not.toContain(code);
  });
});

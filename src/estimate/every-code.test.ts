/** Every message of a warning or refusal: a table that calls for it, and one near to it that does not. */
import { describe, expect, test } from "vitest";
import type { CaptureTable } from "./capture-table.ts";
import { ALL_METHODS, type EstimateOptions } from "./estimate-table.ts";
import { messagesEn } from "./messages.en.ts";
import type { EstimateReport, MethodName } from "./report.ts";
import {
  ARTIFICIAL,
  estimateOnce,
  HANGING,
  independent,
  KOSOVO,
  only,
  SOUND,
  table,
  twoKinds,
} from "./tables-of-tests.ts";

type Case = readonly [CaptureTable, EstimateOptions?];

interface CodeCase {
  readonly key: keyof typeof messagesEn;
  /** The method that is refused. */
  readonly method?: MethodName;
  readonly calls: Case;
  readonly calm: Case;
}

const byKnown = (known: EstimateOptions["known"] = {}): Case => [SOUND, only("chao", { known })];

const covers = (...periods: string[]) => periods.map((covers, i) => ({ list: `L${i + 1}`, covers }));

const scopes = (...meant: string[]) => meant.map((scope, i) => ({ list: `L${i + 1}`, scope }));

/** Chains agree, and are too short. */
const SHORT = { latent: { chainCount: 4, firstRounds: 400, mostRounds: 400, seed: 5 } };

/** Too few rounds for chains to agree. */
const HASTY = { latent: { chainCount: 2, firstRounds: 40, mostRounds: 40 } };

/** Pairs that share so few that the unseen reach the end of a prior at 20 times the seen. */
const BARELY_SHARED = table(3, [100, 100, 2, 100, 2, 2, 0]);

/** More people than ever lived: sums of counts are no longer exact. */
const BEYOND_NUMBERS = table(3, [1, 1, 0, 0, 9e15, 1, 0]);

const CASES: readonly CodeCase[] = [
  { key: "warning.TWO_LISTS", calls: [table(2, [50, 40, 30])], calm: [SOUND] },
  {
    key: "warning.ZERO_OVERLAP",
    calls: [table(3, [40, 30, 6, 20, 0, 9, 0])],
    calm: [table(3, [40, 30, 6, 20, 1, 9, 0])],
  },
  {
    key: "warning.LISTS_COPY_EACH_OTHER",
    calls: [table(3, [100, 2, 60, 80, 30, 1, 40])],
    calm: [table(3, [100, 20, 60, 80, 30, 1, 40])],
  },
  {
    key: "warning.HOSTILE_LISTS",
    calls: [table(3, [60, 49, 4, 247, 112, 142, 12])],
    calm: [table(3, [60, 49, 24, 247, 112, 142, 72])],
  },
  {
    key: "warning.STRATUM_TOO_SMALL",
    calls: [table(3, [40, 30, 12, 30, 8, 7, 2])],
    calm: [table(3, [40, 30, 12, 30, 8, 7, 3])],
  },
  { key: "warning.EMPTY_LIST", calls: [table(4, [60, 49, 40, 47, 30, 22, 12])], calm: [SOUND] },
  {
    key: "warning.MLE_DOES_NOT_EXIST",
    calls: [ARTIFICIAL],
    calm: [table(3, [40, 30, 6, 20, 3, 2, 1])],
  },
  {
    key: "warning.NOT_IDENTIFIABLE",
    calls: [table(3, [38, 0, 56, 9, 0, 25, 0])],
    calm: [table(3, [38, 20, 56, 9, 10, 25, 8])],
  },
  {
    key: "warning.SINGLE_CELL_LEVERAGE",
    calls: [table(3, [40, 30, 6, 20, 0, 1, 0])],
    calm: [table(3, [400, 300, 60, 200, 40, 30, 6])],
  },
  {
    key: "warning.SINGLE_CELL_LEVERAGE.lost",
    calls: [table(2, [40, 30, 1])],
    calm: [table(2, [40, 30, 2])],
  },
  { key: "warning.MODELS_DISAGREE", calls: [KOSOVO], calm: [SOUND] },
  {
    key: "warning.LOWER_BOUND_ABOVE_ESTIMATE",
    calls: [table(3, [4, 144, 333, 56, 33, 10, 53])],
    calm: [table(3, [44, 144, 133, 56, 33, 30, 53])],
  },
  {
    key: "warning.LISTS_UNEQUAL",
    calls: [independent(2, [0.6, 0.05, 0.04], 4000)],
    calm: [independent(2, [0.3, 0.25, 0.2], 4000)],
  },
  {
    key: "warning.POOR_FIT",
    calls: [twoKinds(0.05, 0.8), only("loglinear")],
    calm: [twoKinds(0.3, 0.3), only("loglinear")],
  },
  {
    key: "warning.PRIOR_DOMINATED",
    calls: [ARTIFICIAL, only("dga")],
    calm: [SOUND, only("dga")],
  },
  {
    key: "warning.PRIOR_DOMINATED.complete",
    calls: [ARTIFICIAL, only("dga")],
    calm: [SOUND, only("dga")],
  },
  {
    key: "warning.PRIOR_DOMINATED",
    calls: [table(3, [90, 80, 9, 70, 8, 7, 2]), only("dga")],
    calm: [table(3, [120, 90, 20, 60, 18, 11, 6]), only("dga")],
  },
  {
    key: "refused.TOO_MANY_PEOPLE",
    method: "dga",
    calls: [table(3, [4e8, 3e8, 6e7, 2e8, 4e7, 3e7, 6e6]), only("dga")],
    calm: [table(3, [4e7, 3e7, 6e6, 2e7, 4e6, 3e6, 6e5]), only("dga")],
  },
  {
    key: "refused.NOT_IDENTIFIABLE.dga",
    method: "dga",
    calls: [HANGING, only("dga")],
    calm: [SOUND, only("dga")],
  },
  {
    key: "warning.GRID_TAIL",
    // Lighter prior counts than the default have a heavier tail.
    calls: [table(3, [40, 30, 6, 20, 0, 9, 0]), only("dga", { delta: 0.03 })],
    calm: [table(3, [40, 30, 6, 20, 0, 9, 0]), only("dga")],
  },
  {
    key: "refused.GRID_TAIL",
    method: "dga",
    calls: [table(3, [600_000, 1_000_000, 0, 1, 2, 1, 1]), only("dga", { delta: 0.01 })],
    calm: [table(3, [600_000, 1_000_000, 0, 1, 2, 1, 1]), only("dga")],
  },
  {
    key: "refused.GRID_TAIL.ensemble",
    method: "ensemble",
    calls: [BARELY_SHARED, only("ensemble")],
    calm: [SOUND, only("ensemble")],
  },
  {
    key: "warning.GRID_TAIL.lcmcr",
    calls: [BARELY_SHARED, only("lcmcr")],
    calm: [SOUND, only("lcmcr")],
  },
  {
    key: "warning.GRID_TAIL.logitNormal",
    calls: [BARELY_SHARED, only("logitNormal")],
    calm: [SOUND, only("logitNormal")],
  },
  {
    key: "warning.ESTIMATE_BELOW_DOCUMENTED_IN_ANOTHER_LIST",
    calls: [SOUND, { documentedElsewhere: [{ name: "X", count: 9000 }] }],
    calm: [SOUND, { documentedElsewhere: [{ name: "X", count: 1500 }] }],
  },
  {
    key: "warning.CHAINS_DISAGREE",
    calls: [SOUND, only("lcmcr", HASTY)],
    calm: [SOUND, only("lcmcr")],
  },
  {
    key: "warning.CLASSES_EXHAUSTED",
    calls: [table(3, [400, 350, 120, 300, 100, 90, 50]), only("lcmcr", { latent: { classCount: 2 } })],
    calm: [table(3, [400, 350, 120, 300, 100, 90, 50]), only("lcmcr")],
  },
  {
    key: "warning.BOOTSTRAP_UNBOUNDED",
    calls: [
      table(3, [40, 30, 1, 20, 0, 1, 0]),
      only("loglinear", { bootstrap: { replicates: 200, seed: 1 } }),
    ],
    calm: [SOUND, only("loglinear", { bootstrap: { replicates: 200, seed: 1 } })],
  },
  {
    key: "warning.BOOTSTRAP_UNBOUNDED.table",
    calls: [table(2, [0, 40, 10]), only("loglinear", { bootstrap: { replicates: 100, seed: 1 } })],
    calm: [table(2, [30, 40, 10]), only("loglinear", { bootstrap: { replicates: 100, seed: 1 } })],
  },
  {
    key: "warning.MODELS_MISSING",
    calls: [HANGING, only("ensemble")],
    calm: [SOUND, only("ensemble")],
  },
  {
    key: "refused.CHAINS_DISAGREE.ensemble",
    method: "ensemble",
    calls: [SOUND, only("ensemble", HASTY)],
    calm: [SOUND, only("ensemble")],
  },
  {
    key: "warning.CHAINS_DISAGREE.few",
    calls: [SOUND, only("lcmcr", SHORT)],
    calm: [SOUND, only("lcmcr", HASTY)],
  },
  {
    key: "refused.CHAINS_DISAGREE.few",
    method: "lcmcr",
    calls: [SOUND, only("lcmcr", SHORT)],
    calm: [SOUND, only("lcmcr", HASTY)],
  },
  {
    key: "warning.LISTS_COPY_EACH_OTHER.known",
    calls: byKnown({ copies: [{ list: "L2", from: "L1" }] }),
    calm: byKnown({ copies: [] }),
  },
  {
    key: "warning.LISTS_COPY_EACH_OTHER.via",
    calls: byKnown({ copies: [{ list: "L2", from: "L1", via: ["a newsletter"] }] }),
    calm: byKnown({ copies: [{ list: "L2", from: "L1", via: [] }] }),
  },
  {
    key: "warning.LISTS_COPY_EACH_OTHER.common",
    calls: byKnown({ commonSources: [{ lists: ["L1", "L2"], source: "a newsletter" }] }),
    calm: byKnown({ copies: [{ list: "L2", from: "L1", via: ["a newsletter"] }] }),
  },
  {
    key: "warning.REFERRAL",
    calls: byKnown({ referrals: [{ list: "L2", from: "L1" }] }),
    calm: byKnown({ referrals: [] }),
  },
  {
    key: "warning.LIST_WITH_ZERO_CATCHABILITY",
    calls: byKnown({ unreachable: ["children"] }),
    calm: byKnown({ unreachable: [] }),
  },
  {
    key: "warning.LIST_WITH_ZERO_CATCHABILITY.some",
    calls: byKnown({ missed: [{ list: "L2", group: "children" }] }),
    calm: byKnown({ unreachable: ["children"] }),
  },
  {
    key: "warning.OPEN_POPULATION",
    calls: byKnown({ covers: covers("1988", "1989") }),
    calm: byKnown({ covers: covers("1988", "1988") }),
  },
  {
    key: "warning.SCOPE_MISMATCH",
    calls: byKnown({ scopes: scopes("killed", "missing") }),
    calm: byKnown({ scopes: scopes("killed", "killed") }),
  },
  {
    key: "warning.DUPLICATES_UNRESOLVED",
    calls: byKnown({ duplicates: [{ list: "L1", count: 4 }] }),
    calm: byKnown({ duplicates: [{ list: "L1", count: 0 }] }),
  },
  {
    key: "warning.LINKAGE_UNCERTAIN",
    calls: byKnown({ undecidedPairs: 12 }),
    calm: byKnown({ undecidedPairs: 0 }),
  },
  {
    key: "refused.CHAINS_DISAGREE",
    method: "lcmcr",
    calls: [SOUND, only("lcmcr", HASTY)],
    calm: [SOUND, only("lcmcr")],
  },
  {
    key: "refused.CHAINS_DISAGREE.logitNormal",
    method: "logitNormal",
    calls: [SOUND, only("logitNormal", { logitNormal: { chainCount: 2, firstRounds: 20, mostRounds: 20 } })],
    calm: [SOUND, only("logitNormal")],
  },
  {
    key: "refused.TOO_FEW_MODELS",
    method: "ensemble",
    calls: [table(2, [50, 40, 30]), only("ensemble")],
    calm: [SOUND, only("ensemble")],
  },
  {
    key: "refused.TWO_LIST_METHOD",
    method: "chapman",
    calls: [SOUND, only("chapman")],
    calm: [table(2, [50, 40, 30]), only("chapman")],
  },
  {
    key: "refused.MLE_DOES_NOT_EXIST",
    method: "loglinear",
    calls: [ARTIFICIAL, only("loglinear")],
    calm: [table(3, [40, 30, 6, 20, 3, 2, 1]), only("loglinear")],
  },
  {
    key: "refused.MLE_DOES_NOT_EXIST.asked",
    method: "loglinear",
    calls: [ARTIFICIAL, only("loglinear", { model: "[12,3]" })],
    calm: [ARTIFICIAL, only("loglinear", { model: "[1,2,3]" })],
  },
  {
    key: "refused.NOT_IDENTIFIABLE",
    method: "loglinear",
    calls: [table(3, [38, 0, 56, 9, 0, 25, 0]), only("loglinear", { model: "[12,13,23]" })],
    calm: [table(3, [38, 0, 56, 9, 0, 25, 0]), only("loglinear", { model: "[12,23]" })],
  },
  {
    key: "refused.NO_CONVERGENCE",
    method: "loglinear",
    calls: [BEYOND_NUMBERS, only("loglinear")],
    calm: [table(3, [1, 1, 0, 0, 90, 1, 0]), only("loglinear")],
  },
  {
    key: "refused.NO_CONVERGENCE",
    method: "loglinear",
    calls: [BEYOND_NUMBERS, only("loglinear", { model: "[12,3]" })],
    calm: [SOUND, only("loglinear", { model: "[12,3]" })],
  },
  ...ALL_METHODS.map((method) => ({
    key: "refused.NOTHING_SHARED" as const,
    method,
    calls: [table(3, [9, 8, 0, 7]), only(method)] as const,
    calm: [table(3, [9, 8, 1, 7]), only(method)] as const,
  })),
  ...(["dga", "lcmcr", "logitNormal"] as const).map((method) => ({
    key: "refused.TOO_FEW_LISTS" as const,
    method,
    calls: [table(2, [50, 40, 30]), only(method)] as const,
    calm: [SOUND, only(method)] as const,
  })),
  {
    key: "refused.TOO_MANY_LISTS",
    method: "dga",
    calls: [independent(1, [0.3, 0.3, 0.2, 0.2, 0.2, 0.2, 0.2], 500), only("dga")],
    calm: [independent(1, [0.3, 0.3, 0.2, 0.2], 500), only("dga")],
  },
];

/** Whether a text was written from a template: its words in order, whatever stands in the holes. */
function isWrittenFrom(text: string, template: string): boolean {
  const words = template.split(/\{\w+\}/u).map((part) => part.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&"));
  return new RegExp(`^${words.join("[^]+")}$`, "u").test(text);
}

/** The warnings or refusals of a report that a message was written for. */
function found({ warnings, refused }: EstimateReport, { key, method }: CodeCase): number {
  const [kind, code] = key.split(".");
  const said =
    kind === "warning" ? warnings : refused.filter(({ name }) => method === undefined || name === method);
  return said.filter((each) => each.code === code && isWrittenFrom(each.text, messagesEn[key])).length;
}

describe("a warning or refusal", () => {
  test("of every message has its pair of tables here", () => {
    const keys = Object.keys(messagesEn).filter((key) => /^(warning|refused)\./u.test(key));
    expect([...new Set(CASES.map(({ key }) => key))].sort()).toEqual(keys.sort());
  });

  test.each(CASES)("$key $method is given where it belongs, and not where it does not", (each) => {
    const [calls, calm] = [each.calls, each.calm].map(([given, options]) => estimateOnce(given, options));
    if (calls === undefined || calm === undefined) throw new TypeError("each case has two tables");
    expect(found(calls, each)).toBeGreaterThan(0);
    expect(found(calm, each)).toBe(0);
    // A refused method has no number; a log-linear search reports its best model that has one beside the refusal.
    if (each.method !== undefined && each.key !== "refused.MLE_DOES_NOT_EXIST")
      expect(calls.methods.map(({ name }) => name)).not.toContain(each.method);
  });

  test("is not given at all for a sound table, by any method", () => {
    const { warnings, refused } = estimateOnce(SOUND, { methods: ALL_METHODS });
    expect(warnings).toEqual([]);
    expect(refused.map(({ code }) => code)).toEqual(["TWO_LIST_METHOD"]);
  });

  test("of a model that the counts cannot identify leaves the others pooled, unlike one whose chains disagree", () => {
    const { methods, warnings } = estimateOnce(HANGING, only("ensemble"));
    const [ensemble] = methods;
    expect(ensemble?.name === "ensemble" && ensemble.settings.leftOut).toEqual([
      { name: "dga", code: "NOT_IDENTIFIABLE" },
    ]);
    expect(warnings.map(({ code }) => code)).toContain("MODELS_MISSING");
  });
});

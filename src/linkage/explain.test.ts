import { describe, expect, test } from "vitest";
import { explainLink } from "./explain.ts";
import { strongestPath } from "./explain-path.ts";
import { fictionalLists } from "./fictional-lists.ts";
import { linkRecords } from "./link-records.ts";
import type { PairJudgement } from "./records.ts";
import { settingsFor } from "./settings.ts";

const { input } = fictionalLists(420, 21);
// Not exhaustive: rules must bring the pairs together.
const settings = settingsFor(input.fields, { blocking: { exhaustivePairs: 0 } });
const result = linkRecords(input, settings);
const explain = (left: number, right: number, judgements: readonly PairJudgement[] = [], of = result) =>
  explainLink({ input, settings, judgements, result: of, left: [left], right: [right] });
const address = (index: number) => {
  const { list, recordId } = input.records[index] ?? { list: "", recordId: "" };
  return { list, recordId };
};

describe("explainLink", () => {
  test("adds up to the very weight, level by level, that the run gave each pair", () => {
    const some = result.pairs.filter((_, index) => index % 60 === 0).slice(0, 5);
    expect(some.length).toBeGreaterThan(3);
    for (const pair of some) {
      const why = explain(pair.left, pair.right);
      expect(why.decidedBits).toBeCloseTo(pair.weightBits, 9);
      expect(why.steps.map(({ level }) => level)).toEqual(pair.levels);
      const sum = [...why.steps, ...why.joint].reduce((total, { bits }) => total + bits, why.priorBits);
      expect(sum).toBeCloseTo(why.weightBits, 9);
      expect([...why.steps, ...why.joint].at(-1)?.totalBits).toBeCloseTo(why.weightBits, 9);
      expect(why).toMatchObject({ band: pair.band, together: pair.together });
      for (const step of why.steps.filter(({ isMissing }) => isMissing)) expect(step.bits).toBe(0);
    }
  });

  test("says the same whichever record is named first", () => {
    const pair = result.pairs[5];
    const [one, two] = [
      explain(pair?.left ?? 0, pair?.right ?? 1),
      explain(pair?.right ?? 1, pair?.left ?? 0),
    ];
    expect(two.decidedBits).toBe(one.decidedBits);
    expect(two.rules).toEqual(one.rules);
  });

  test("names the rule that the run says brought the pair together as the first that compared it", () => {
    const some = result.pairs.filter(({ rule }, index) => rule !== null && index % 40 === 0).slice(0, 6);
    expect(some.length).toBeGreaterThan(5);
    for (const { left, right, rule } of some) {
      const [first] = explain(left, right).rules;
      expect(first?.rule).toBe(rule);
      expect(first?.blockSize).toBeGreaterThanOrEqual(2);
    }
  });

  test("shows the judgements that bind, and the path when only they join the two", () => {
    const strangers = [0, 1, 2].map((step) =>
      result.clusterIds.findIndex((id) => id === [...new Set(result.clusterIds)][step * 7]),
    );
    const [a = 0, b = 0, c = 0] = strangers;
    const judgements: PairJudgement[] = [
      { left: address(a), right: address(b), decision: "different" },
      { left: address(a), right: address(b), decision: "same" },
      { left: address(c), right: address(b), decision: "same" },
    ];
    const why = explain(a, c, judgements, linkRecords(input, settings, judgements));
    expect(why).toMatchObject({ together: true, band: "apart" });
    expect(why.judgements).toEqual(
      judgements.slice(1).map((each) => ({ ...each, isDirect: false, setAsideBy: null })),
    );
    expect(why.path?.map(({ isJudgedSame }) => isJudgedSame)).toEqual([true, true]);
    expect(why.path?.map(({ left }) => left)).toEqual([address(a), address(b)]);
    expect(why.path?.at(-1)?.right).toEqual(address(c));
  });

  test("says that a judgement was set aside, and against which others", () => {
    const pair = result.pairs.find(({ together, band }) => together && band === "link");
    if (pair === undefined) throw new Error("a linked pair");
    const stranger = result.clusterIds.findIndex((id) => id !== result.clusterIds[pair.left]);
    const [a, b, c] = [pair.left, pair.right, stranger].map(address);
    if (a === undefined || b === undefined || c === undefined) throw new Error("three records");
    const kept: PairJudgement[] = [
      { left: b, right: c, decision: "different" },
      { left: a, right: b, decision: "same" },
    ];
    const judgements: PairJudgement[] = [{ left: a, right: c, decision: "same" }, ...kept];
    const of = linkRecords(input, settings, judgements);
    const why = explain(pair.left, stranger, judgements, of);
    expect(why.together).toBe(false);
    const [direct, ...others] = why.judgements;
    expect(direct).toMatchObject({ isDirect: true, decision: "same" });
    expect(direct?.setAsideBy).toHaveLength(2);
    expect(direct?.setAsideBy?.map(({ decision }) => decision)).toEqual(["different", "same"]);
    expect(others.map(({ setAsideBy }) => setAsideBy)).toEqual([null, null]);
    expect(explain(pair.left, pair.right, judgements, of).path?.length).toBe(1);
  });

  test("says that a person keeps two apart whom the evidence would join", () => {
    const pair = result.pairs.find(({ together, band }) => together && band === "link");
    if (pair === undefined) throw new Error("a linked pair");
    const judgements: PairJudgement[] = [
      { left: address(pair.left), right: address(pair.right), decision: "different" },
    ];
    const why = explain(pair.left, pair.right, judgements, linkRecords(input, settings, judgements));
    expect(why).toMatchObject({ together: false, cut: "judged-different", path: null, band: "link" });
    expect(why.judgements).toEqual([{ ...judgements[0], isDirect: true, setAsideBy: null }]);
  });

  test("explains the strongest pair of two persons, and refuses one record twice", () => {
    const pair = result.pairs[0];
    if (pair === undefined) throw new Error("a pair");
    const other = result.clusterIds.findIndex((id) => id !== result.clusterIds[pair.left]);
    const why = explainLink({
      ...{ input, settings, judgements: [], result },
      left: [pair.left, other],
      right: [pair.right],
    });
    expect(why.pairsWeighed).toBe(2);
    expect(why.left).toEqual(address(pair.left));
    // One person named twice: each two of the records are one pair.
    const three = [pair.left, pair.right, other];
    const within = explainLink({ ...{ input, settings, judgements: [], result }, left: three, right: three });
    expect(within.pairsWeighed).toBe(3);
    expect(() => explain(3, 3)).toThrowError(expect.objectContaining({ code: "linkage/explain-one" }));
  });
});

describe("strongestPath", () => {
  const edge = (left: number, right: number, weightBits: number) => ({
    ...{ left, right, weightBits },
    isJudgedSame: false,
  });

  test("goes round a weak step, and takes a judgement for the strongest of all", () => {
    const edges = [edge(0, 3, 1), edge(0, 1, 9), edge(1, 2, 4), edge(2, 3, 5)];
    expect(strongestPath(edges, 0, 3)).toEqual([edge(0, 1, 9), edge(1, 2, 4), edge(2, 3, 5)]);
    const judged = { left: 3, right: 0, weightBits: null, isJudgedSame: true };
    expect(strongestPath([...edges, judged], 0, 3)).toEqual([judged]);
    expect(strongestPath([edge(0, 1, 2)], 0, 3)).toBeNull();
  });
});

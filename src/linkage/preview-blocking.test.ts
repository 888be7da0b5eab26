import { describe, expect, test } from "vitest";
import { candidatePairs } from "./candidate-pairs.ts";
import { fictionalLists } from "./fictional-lists.ts";
import { linkRecords } from "./link-records.ts";
import { previewBlocking } from "./preview-blocking.ts";
import { type LinkOptions, settingsFor } from "./settings.ts";

const { input } = fictionalLists(300, 11);
const withRules = (rules: NonNullable<LinkOptions["blocking"]>["rules"]) =>
  settingsFor(input.fields, { blocking: { rules, exhaustivePairs: 0, blockCap: 20 } });
const byWords = [
  [{ field: "name", key: "token" }],
  [{ field: "birth", key: "day" }],
  [{ field: "death", key: "day" }],
];

describe("a preview of blocking", () => {
  test("tells the pairs that the run then compares, and names the largest blocks with one of their rows", () => {
    const settings = withRules(byWords);
    const preview = previewBlocking(input, settings, { most: 5 });
    expect(preview.blocking).toEqual(candidatePairs(input, settings).report);
    expect(preview.worst).toHaveLength(5);
    const [worst] = preview.worst;
    expect(worst?.records).toBe(Math.max(...preview.blocking.rules.map(({ largestBlock }) => largestBlock)));
    expect(worst?.isSplit).toBe((worst?.records ?? 0) > 20);
    const addresses = new Set(input.records.map(({ list, recordId }) => `${list}:${recordId}`));
    for (const { example } of preview.worst)
      expect(addresses).toContain(`${example.list}:${example.recordId}`);
  });

  test("tells why each rule is left out: on few rows because it brings nothing new, not for want of budget", () => {
    const dozen = input.records.filter(({ list }) => list === "families").slice(0, 12);
    const few = { ...input, records: ["a", "b"].flatMap((list) => dozen.map((row) => ({ ...row, list }))) };
    const { leftOut } = previewBlocking(few, settingsFor(input.fields)).blocking;
    expect(leftOut.length).toBeGreaterThan(0);
    expect(new Set(leftOut.map(({ why }) => why))).toEqual(new Set(["nothing-new"]));
    const poor = settingsFor(input.fields, {
      blocking: { exhaustivePairs: 0, pairsPerRecord: 1, fewestPairs: 0 },
    });
    expect(new Set(previewBlocking(input, poor).blocking.leftOut.map(({ why }) => why))).toEqual(
      new Set(["nothing-new", "budget"]),
    );
  });

  test("expects to lose more of the likely matches under a rule that few of them share", () => {
    const recallOf = (rules: typeof byWords) =>
      previewBlocking(input, withRules(rules)).recall.recall ?? Number.NaN;
    const many = recallOf(byWords);
    const few = recallOf([[{ field: "death", key: "day" }]]);
    console.log(`recall of blocking: ${many.toFixed(3)} and ${few.toFixed(3)}`);
    expect(many).toBeLessThanOrEqual(1);
    expect(few).toBeLessThan(many / 2);
  });

  test("knows nothing of the likely matches where no rule brings two records together", () => {
    const settings = withRules([]);
    expect(previewBlocking(input, settings).recall).toMatchObject({ recall: null, standardError: null });
    const { personsWithDoubt, blockingRecall } = linkRecords(input, settings);
    expect(blockingRecall.recall).toBeNull();
    expect(personsWithDoubt.missedLinks).toBeNull();
  });
});

import { describe, expect, test } from "vitest";
import { blockingCompleteness, candidatePairs } from "./candidate-pairs.ts";
import { fictionalLists } from "./fictional-lists.ts";
import { linkRecords } from "./link-records.ts";
import { settingsFor } from "./settings.ts";

describe("candidatePairs", () => {
  const { input, truth } = fictionalLists(420, 9);
  const settings = settingsFor(input.fields, { blocking: { exhaustivePairs: 0 } });
  const pairs = candidatePairs(input, settings);

  test("are those that a run compares, each once", () => {
    expect(pairs.report).toEqual(linkRecords(input, settings).blocking);
    const keys = pairs.left.reduce((set, left, pair) => {
      const right = pairs.right[pair] ?? 0;
      return set.add(`${Math.min(left, right)} ${Math.max(left, right)}`);
    }, new Set<string>());
    expect(keys.size).toBe(pairs.left.length);
  });

  test("bring together nearly all true pairs, of named records at least", () => {
    const found = blockingCompleteness(pairs, truth);
    const counts = new Map<string, number>();
    for (const person of truth) counts.set(person, (counts.get(person) ?? 0) + 1);
    expect(found.truePairs).toBe([...counts.values()].filter((count) => count === 2).length);
    expect(found.completeness).toBeGreaterThan(0.7);
    expect(found.completeness).toBeLessThan(1);
    expect(blockingCompleteness({ left: pairs.left, right: pairs.right }, []).completeness).toBeNull();
  });
});

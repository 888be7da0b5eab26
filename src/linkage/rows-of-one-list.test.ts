import { describe, expect, test } from "vitest";
import { fictionalLists } from "./fictional-lists.ts";
import { linkRecords } from "./link-records.ts";
import { settingsFor } from "./settings.ts";

/** Two lists, of which one writes every seventh person twice: both rows look like the one row of the other list. */
const { input: once } = fictionalLists(140, 21);
const twice = once.records.filter(({ list }, index) => list === "families" && index % 7 === 0);
const input = {
  ...once,
  records: [...once.records, ...twice.map((record) => ({ ...record, recordId: `again-${record.recordId}` }))],
};

const mostOfOneList = (clusterOf: ArrayLike<unknown>): number => {
  const rows = new Map<string, number>();
  for (const [index, { list }] of input.records.entries()) {
    const key = `${list} ${String(clusterOf[index])}`;
    rows.set(key, (rows.get(key) ?? 0) + 1);
  }
  return Math.max(...rows.values());
};

describe("rows of one list that wait for people", () => {
  const settings = settingsFor(input.fields, { decision: { sameList: "review" } });

  test("are joined neither directly nor through a row of another list, nor in any draw", () => {
    const result = linkRecords(input, settings);
    expect(mostOfOneList(result.clusterIds)).toBe(1);
    for (const { clusterOf } of result.partitions) expect(mostOfOneList(clusterOf)).toBe(1);
    const weighed = linkRecords(input, settingsFor(input.fields));
    expect(mostOfOneList(weighed.clusterIds)).toBeGreaterThan(1);
  });

  test("are one person, with the row of the other list, once a person said so", () => {
    const [first] = twice;
    if (first === undefined) throw new Error("nobody stands twice");
    const again = { list: "families", recordId: `again-${first.recordId}` };
    const { clusterIds, partitions } = linkRecords(input, settings, [
      { left: { list: first.list, recordId: first.recordId }, right: again, decision: "same" },
    ]);
    const at = (recordId: string) => input.records.findIndex((record) => record.recordId === recordId);
    const [one, other] = [at(first.recordId), at(again.recordId)];
    expect(clusterIds[one]).toBe(clusterIds[other]);
    for (const { clusterOf } of partitions) expect(clusterOf[one]).toBe(clusterOf[other]);
  });
});

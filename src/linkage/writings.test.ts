import { describe, expect, test } from "vitest";
import { fictionalLists } from "./fictional-lists.ts";
import { linkAgain, linkAndKeep } from "./link-again.ts";
import { linkRecords } from "./link-records.ts";
import type { LinkInput } from "./records.ts";
import { settingsFor } from "./settings.ts";
import { inBothScripts } from "./two-writings.ts";

const plain = { list: "a", recordId: "1" };

function weightOf(input: LinkInput): number {
  const { pairs } = linkRecords(input, settingsFor(input.fields));
  const found = pairs.find(
    ({ left, right }) => input.records[left]?.recordId === "x1" && input.records[right]?.recordId === "x2",
  );
  if (found === undefined) throw new Error("the two were not compared");
  return found.weightBits;
}

describe("a name that is written twice", () => {
  test("is one comparison, whatever the other field is called by script", () => {
    const named = (...names: string[]) =>
      settingsFor(names.map((name) => ({ name, kind: "name" as const }))).comparisons.map(
        ({ name, writings }) => [name, writings],
      );
    expect(named("nameLatin", "name", "father", "father_en")).toEqual([
      ["name", ["nameLatin"]],
      ["father", ["father_en"]],
    ]);
    expect(named("name_fa", "name_en")).toEqual([["name_fa", ["name_en"]]]);
    expect(named("given", "family")).toEqual([
      ["given", []],
      ["family", []],
    ]);
  });

  test("proves no more than when it is written once", () => {
    const { input } = fictionalLists(150, 3);
    const fields = [...input.fields, { name: "nameLatin", kind: "name" as const }];
    const [first] = input.records;
    if (first === undefined) throw new Error("no record");
    const pair = ["x1", "x2"].map((recordId, index) => ({
      ...{ list: index === 0 ? "families" : "memorial", recordId },
      values: [{ text: "فرهاد مهرجو" }, null, null, null],
    }));
    const once = { fields: input.fields, records: [...input.records, ...pair] };
    const twice = {
      fields,
      records: [
        ...input.records.map((record) => ({ ...record, values: [...record.values, null] })),
        ...pair.map((record) => ({ ...record, values: [...record.values, { text: "Farhad Mehrjou" }] })),
      ],
    };
    expect(weightOf(twice)).toBeCloseTo(weightOf(once), 1);
  });

  test("meets a list that has one of the writings, by the writing that both have", () => {
    const lists = fictionalLists(160, 9);
    const { input, truth } = inBothScripts(lists);
    const twins = input.records.flatMap((record, one) =>
      record.list === "families" && record.values.at(-1) !== null
        ? input.records.flatMap(({ list }, other) =>
            list === "memorial" && truth[one] === truth[other] ? [[one, other] as const] : [],
          )
        : [],
    );
    const joined = (given: LinkInput): number => {
      const { clusterIds } = linkRecords(given, settingsFor(given.fields));
      return twins.filter(([one, other]) => clusterIds[one] === clusterIds[other]).length;
    };
    expect(twins.length).toBeGreaterThan(30);
    expect(joined(input)).toBeGreaterThanOrEqual(joined(lists.input));
  });

  test("names a record that has the other writing alone", () => {
    const fields = [
      { name: "name", kind: "name" as const },
      { name: "nameLatin", kind: "name" as const },
    ];
    const values = [null, { text: "Farhad Mehrjou" }];
    const input = {
      fields,
      records: [
        { ...plain, values },
        { ...plain, list: "b", values },
      ],
    };
    expect(new Set(linkRecords(input, settingsFor(fields)).clusterIds).size).toBe(1);
  });

  test("is found again by a kept model, byte for byte", () => {
    const { input } = inBothScripts(fictionalLists(110, 5));
    const settings = settingsFor(input.fields, { doubt: { draws: 4 } });
    const whole = linkAndKeep(input, settings);
    const again = linkAgain({ input, model: JSON.parse(JSON.stringify(whole.model)) });
    expect(again.result).toEqual(whole.result);
  });
});

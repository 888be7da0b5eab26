import { describe, expect, test } from "vitest";
import { fictionalLists } from "./fictional-lists.ts";
import { linkRecords } from "./link-records.ts";
import type { LinkField, LinkInput, LinkRecord, LinkValue } from "./records.ts";
import { type LinkSettings, settingsFor } from "./settings.ts";
import { settingsForLists } from "./settings-for-lists.ts";

const fieldsOf = (...names: string[]): LinkField[] => names.map((name) => ({ name, kind: "name" as const }));
const ALL = fieldsOf("given", "family", "name", "nameLatin");

function namesIn(...lists: string[][]) {
  return settingsForLists({
    fields: ALL.filter(({ name }) => lists.flat().includes(name)),
    lists,
  }).comparisons.map(({ name, fields, writings }) => ({ name, fields, writings }));
}

describe("lists that write names in different ways", () => {
  test("are compared by one name, whole or in two parts", () => {
    expect(namesIn(["given", "family"], ["name"])).toEqual([
      { name: "name", fields: ["given", "family", "name"], writings: [] },
    ]);
    expect(namesIn(["given", "family"], ["nameLatin"], ["name", "nameLatin"])).toEqual([
      { name: "name", fields: ["given", "family", "name"], writings: ["nameLatin"] },
    ]);
  });

  test("stay as they are where all write alike, where one has both, and where a recipe says how", () => {
    expect(namesIn(["given", "family"], ["given", "family"]).map(({ name }) => name)).toEqual([
      "given",
      "family",
    ]);
    expect(namesIn(["name"], ["name", "nameLatin"]).map(({ name }) => name)).toEqual(["name"]);
    expect(namesIn(["given", "family", "name"], ["name"]).map(({ name }) => name)).toEqual([
      "given",
      "family",
      "name",
    ]);
    const said = [{ name: "family", fields: ["family"], kind: "name" as const, identifies: true }];
    const { comparisons } = settingsForLists({
      fields: ALL,
      lists: [["given", "family"], ["name"]],
      options: { comparisons: said },
    });
    expect(comparisons.map(({ name }) => name)).toEqual(["family"]);
  });

  test("meet across scripts as well as if all wrote the name whole", () => {
    const { input, truth } = fictionalLists(120, 4);
    const whole = input.fields.findIndex(({ name }) => name === "name");
    const [parted] = input.records.map(({ list }) => list);
    const records = input.records.map((record): LinkRecord => {
      const value = record.values[whole] ?? null;
      if (record.list !== parted || value === null || !("text" in value))
        return { ...record, values: [...record.values, null, null] };
      const [given = "", ...family] = value.text.split(" ");
      const values = record.values.map((each, at) => (at === whole ? null : each));
      return { ...record, values: [...values, { text: given }, asValue(family.join(" "))] };
    });
    const fields = [...input.fields, ...fieldsOf("given", "family")];
    const others = input.fields.map(({ name }) => name);
    const settings = settingsForLists({
      fields,
      lists: [[...others.filter((name) => name !== "name"), "given", "family"], others],
    });
    const foundIn = (given: LinkInput, chosen: LinkSettings) => {
      const { clusterIds } = linkRecords(given, chosen);
      return truth.filter((person, at) =>
        clusterIds.some((id, other) => other !== at && id === clusterIds[at] && truth[other] === person),
      ).length;
    };
    const asWhole = foundIn(input, settingsFor(input.fields));
    expect(asWhole).toBeGreaterThan(50);
    expect(foundIn({ fields, records }, settings)).toBeGreaterThan(asWhole * 0.95);
    expect(foundIn({ fields, records }, settingsFor(fields))).toBeLessThan(asWhole * 0.9);
  });
});

function asValue(text: string): LinkValue {
  return text === "" ? null : { text };
}

import { describe, expect, it } from "vitest";
import { linkRecords } from "./link-records.ts";
import type { LinkField, LinkRecord } from "./records.ts";
import { settingsFor } from "./settings.ts";

const fields: readonly LinkField[] = [
  { name: "name", kind: "name" },
  { name: "death", kind: "date" },
];
const LATIN = ["Maryam Karimi", "Hossein Ghorbani", "Ali Rezaei", "Zahra Naderi"];
const PERSIAN = ["مریم کریمی", "حسین قربانی", "علی رضایی", "زهرا نادری"];

const list = (name: string, names: readonly string[], dayOf: (index: number) => number): LinkRecord[] =>
  names.map((text, index) => ({
    list: name,
    recordId: String(index),
    values: [{ text }, { days: [dayOf(index), dayOf(index)] }],
  }));
const link = (...lists: readonly LinkRecord[][]) =>
  linkRecords({ fields, records: lists.flat() }, settingsFor(fields));

describe("lists of a handful of records", () => {
  it("are linked across scripts: four people on two lists are four persons", () => {
    const day = (index: number) => 4000 + 100 * index;
    expect(link(list("en", LATIN, day), list("fa", PERSIAN, day)).distinctPersons).toBe(4);
  });

  it("are linked within one script", () => {
    const day = (index: number) => 4000 + 100 * index;
    expect(link(list("a", LATIN, day), list("b", LATIN, day)).distinctPersons).toBe(4);
  });

  it("keep people apart who only died on one day", () => {
    const others = ["Reza Mohebbi", "Sara Yazdani", "Kaveh Tavakoli", "Leila Shams"];
    expect(
      link(
        list("a", LATIN, () => 4000),
        list("b", others, () => 4000),
      ).distinctPersons,
    ).toBe(8);
  });
});

import { describe, expect, it } from "vitest";
import { parseEdtf } from "../core/index.ts";
import type { FieldValue, ListRecord } from "../intake/index.ts";
import { findRowContradictions } from "./row-contradictions.ts";

const date = (edtf: string): FieldValue => ({ kind: "date", raw: edtf, time: parseEdtf(edtf) });
const words =
  (kind: "name" | "place" | "text") =>
  (text: string): FieldValue => ({ kind, raw: text, text });
const [name, place] = [words("name"), words("place")];

let count = 0;
function row(list: string, fields: Readonly<Record<string, FieldValue>>): ListRecord {
  count += 1;
  const id = `rec-${String(count).padStart(32, "0")}`;
  const locator = { line: count, start: 0, end: 1 };
  return { id, list, recordId: String(count), file: "0".repeat(64), row: count, locator, cells: {}, fields };
}

const rules = { isOnePerList: true, isAlike: () => false };
const kinds = (...rows: readonly ListRecord[]) =>
  findRowContradictions(rows, rules).map(({ kind, field, pairs }) => `${kind} ${field} ${pairs.join(" ")}`);
const between = (field: string, one: FieldValue, other: FieldValue) =>
  kinds(row("a", { [field]: one }), row("b", { [field]: other }));

describe("contradictions between the rows of a person", () => {
  it("are what happens once and is told twice, the worst first", () => {
    const rows = [
      row("a", {
        death: date("1988-07-28"),
        sex: { kind: "code", raw: "m", code: "m" },
        father: name("Hasan"),
      }),
      row("b", {
        death: date("1988-07-28"),
        sex: { kind: "code", raw: "f", code: "f" },
        place: place("Rasht"),
      }),
      row("a", { death: date("1988-09"), place: place("Tabriz"), father: name("Hossein") }),
    ];
    expect(kinds(...rows)).toEqual([
      "one-list null 0,2",
      "date death 0,2 1,2",
      "place place 1,2",
      "sex sex 0,1",
      "father father 0,2",
    ]);
  });

  it("are none where both may be true", () => {
    expect(between("death", date("1988-07"), date("1988-07-28"))).toEqual([]);
    expect(between("death", date("1988-07-28/.."), date("1989"))).toEqual([]);
    expect(between("lastSeen", date("1988-07-28"), date("1988-08-01"))).toEqual([]);
    expect(between("residence", place("Rasht"), place("Tabriz"))).toEqual([]);
    expect(between("place", place("Tehran, Evin"), place("اوین"))).toEqual([]);
    expect(between("place", place("شیراز"), place("Shiraz"))).toEqual([]);
    expect(between("place", place("سیم پل"), place("سیم‌پل"))).toEqual([]);
    expect(between("father", name("unknown"), name("Hossein"))).toEqual([]);
    expect(between("occupation", words("text")("baker"), words("text")("miner"))).toEqual([]);
  });

  it("of birth are of years, a year of another calendar apart", () => {
    expect(between("birth", date("1960-01-02"), date("1960-11-30"))).toEqual([]);
    expect(between("birth", date("1960-03-21/1961-03-20"), date("1961-01-01"))).toEqual([]);
    expect(between("birth", date("1960"), date("1962"))).toEqual(["birth birth 0,1"]);
    const year = (number: number): FieldValue => ({ kind: "number", raw: String(number), number });
    expect(between("birthYear", year(1340), year(1341))).toEqual([]);
    expect(between("birthYear", year(1340), year(1342))).toEqual(["birth birthYear 0,1"]);
  });

  it("are not of values that linkage took for one, but for days", () => {
    const isAlike = () => true;
    const two = (field: string, one: FieldValue, other: FieldValue) =>
      findRowContradictions([row("a", { [field]: one }), row("b", { [field]: other })], {
        ...rules,
        isAlike,
      });
    expect(two("place", place("Constantinople"), place("Istanbul"))).toEqual([]);
    expect(two("death", date("1988-07-28"), date("1988-07-29"))).toHaveLength(1);
  });

  it("are not of rows of one list where a list may have a person twice", () => {
    const rows = [row("a", {}), row("a", {})];
    expect(findRowContradictions(rows, { ...rules, isOnePerList: false })).toEqual([]);
  });
});

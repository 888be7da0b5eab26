import { describe, expect, test } from "vitest";
import { hashBytes } from "../core/index.ts";
import { readList } from "./read-list.ts";
import { parseRecipe } from "./recipe.ts";

const TEXT = "id,name,death\n1,Reza Karimi,1367/13/45\n2,Pari Golchin,1367/5/1\n,Maryam Ahmadi,1367\n";

function read(corrections: object, text = TEXT) {
  const list = {
    id: "id",
    fields: { name: { column: "name" }, death: { column: "death", calendar: "solar-hijri" } },
    corrections: { file: hashBytes(Buffer.from(TEXT)), ...corrections },
  };
  const recipe = parseRecipe(JSON.stringify({ v: 1, lists: { a: list } }), "recipe.json").lists.a;
  if (recipe === undefined) throw new RangeError("no such list");
  return readList({ bytes: Buffer.from(text), fileName: "a.csv", listName: "a", recipe });
}

describe("corrections of a list", () => {
  test("change what is read and not what the record keeps, and stand among the problems with their reason", () => {
    const why = "the scan shows 3 and 5";
    const before = read({});
    const { records, problems } = read({
      cells: [{ row: 1, column: "death", was: "1367/13/45", now: "1367/3/5", why }],
    });
    expect(before.problems.map(({ code }) => code)).toEqual(["intake/unreadable-date"]);
    expect(problems.map(({ code, params }) => [code, params.now, params.why])).toEqual([
      ["intake/corrected-cell", "1367/3/5", why],
    ]);
    expect(records[0]?.cells.death).toBe("1367/13/45");
    expect(records[0]?.fields.death).toMatchObject({ raw: "1367/3/5", time: { edtf: "1988-05-26" } });
    // It is the same row of the same file.
    expect(records.map(({ id }) => id)).toEqual(before.records.map(({ id }) => id));
  });

  test("of the column of ids bring a rejected row back", () => {
    const why = "as on the paper";
    const { records, rejected } = read({ cells: [{ row: 3, column: "id", was: "", now: "3", why }] });
    expect(read({}).rejected.map(({ code }) => code)).toEqual(["intake/missing-id"]);
    expect(records.map(({ recordId }) => recordId)).toEqual(["1", "2", "3"]);
    expect(rejected).toEqual([]);
  });

  test("of a row that becomes no record are told to change nothing", () => {
    const { problems } = read({
      cells: [cell({ row: 2, column: "death", was: "1367/5/1", now: "1367/5/2" })],
      leftOut: [{ row: 2, why: "stands twice on the paper" }],
    });
    expect(problems.map(({ row, code }) => [row, code])).toContainEqual([2, "intake/correction-unused"]);
  });

  test("leave a row out with the reason, and it stays among the rejected rows with its text", () => {
    const { records, rejected } = read({ leftOut: [{ row: 2, why: "stands twice on the paper" }] });
    expect(records.map(({ row }) => row)).toEqual([1]);
    expect(rejected.map(({ code, text }) => [code, text])).toEqual([
      ["intake/left-out", "2,Pari Golchin,1367/5/1"],
      ["intake/missing-id", ",Maryam Ahmadi,1367"],
    ]);
  });

  test.each([
    ["another file", { file: "0".repeat(64) }, /another file/u],
    ["another value", { cells: [cell({ was: "1367" })] }, /Row 1 has "1367\/13\/45" in "death"/u],
    ["a row that is not there", { cells: [cell({ row: 9 })] }, /row 9/u],
    ["a column that is not there", { cells: [cell({ column: "date" })] }, /"date"/u],
    ["a row to leave out that is not there", { leftOut: [{ row: 9, why: "twice" }] }, /Row 9/u],
    ["the same cell twice", { cells: [cell({}), cell({})] }, /is there twice/u],
    ["no reason", { cells: [cell({ why: "  " })] }, /must give the reason/u],
  ])("are refused for %s", (_, corrections, message) => {
    expect(() => read(corrections)).toThrow(message);
  });
});

function cell(change: object) {
  return { row: 1, column: "death", was: "1367/13/45", now: "1367", why: "as on the paper", ...change };
}

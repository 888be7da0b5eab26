import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { lookAtTable, type TableSettings } from "./look-at-table.ts";

const TODAY = Date.UTC(2026, 10, 27) / 86_400_000;
const look = (text: string | Uint8Array, settings: TableSettings = {}) =>
  lookAtTable({
    bytes: typeof text === "string" ? Buffer.from(text) : text,
    fileName: "a.csv",
    settings,
    today: TODAY,
  });

describe("a first look at a table", () => {
  test("finds delimiter and encoding, and shows the first rows", () => {
    const { table, columns, top } = look(
      iconv.encode("نام;تاريخ اعدام\nرضا كريمي;1367/5/12\n", "windows-1256"),
    );
    expect(table).toMatchObject({ encoding: "windows-1256", delimiter: ";", headingRow: 1 });
    expect(columns).toEqual(["نام", "تاريخ اعدام"]);
    expect(top.map(({ line }) => line)).toEqual([1, 2]);
  });

  test("is quick for thousands of columns and for cells as long as a page, and refuses what nobody could map", () => {
    const wide = (columns: number) => `${",".repeat(columns - 1)}\n${"1367,".repeat(columns - 1)}x\n`;
    expect(look(wide(2000)).columns).toHaveLength(2000);
    expect(() => look(wide(2001))).toThrow(expect.objectContaining({ code: "intake/sheet-too-wide" }));
    // Each was once as slow as the square of its length: a minute for this one.
    const page = "1-1 ".repeat(20_000);
    expect(look(`name,note\nReza,${page}\n`).proposal.columns[1]).toMatchObject({ field: "note" });
  });

  test("passes over a title above the heading, and reads by another row when told to", () => {
    const text = "List of the families\n\nname,death,city\nReza Karimi,1988,Tehran\nPari G,1988,Ahvaz\n";
    const { table, columns } = look(text);
    expect(table.headingRow).toBe(3);
    expect(columns).toEqual(["name", "death", "city"]);
    expect(table.rows.map(({ number, locator }) => [number, locator.line])).toEqual([
      [1, 4],
      [2, 5],
    ]);
    expect(table.notices.map(({ code }) => code)).toEqual(["intake/rows-above-heading"]);
    expect(look(text, { headingRow: 4 }).columns).toEqual(["Reza Karimi", "1988", "Tehran"]);
  });

  test("refuses a heading in a line where no row begins, with the remedy", () => {
    expect(() => look("name\nA B\n", { headingRow: 9 })).toThrow(/line 9.*Give the number/u);
  });

  test("takes a file of one column and an empty one for what they are", () => {
    expect(look("name\nReza Karimi\n").columns).toEqual(["name"]);
    expect(() => look("")).toThrow(/is empty/u);
  });
});

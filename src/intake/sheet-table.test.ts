import { describe, expect, test } from "vitest";
import { type BookOptions, type MadeCell, type MadeSheet, madeWorkbook } from "../../test/made-workbook.ts";
import { memorySource } from "./hostile/byte-source.ts";
import { DEFAULT_LIMITS } from "./hostile/limits.ts";
import type { ListImport } from "./list-import.ts";
import { toProblemText } from "./problem.ts";
import { readList } from "./read-list.ts";
import { type ListRecipe, parseRecipe } from "./recipe.ts";
import { readWorkbook } from "./workbook/read-workbook.ts";

const FIELDS = {
  name: { column: "نام" },
  death: { column: "تاریخ", calendar: "solar-hijri" },
  age: { column: "سن" },
};

function recipeOf(more: object = {}): ListRecipe {
  const list = parseRecipe(JSON.stringify({ v: 1, lists: { a: { fields: FIELDS, ...more } } }), "r.json")
    .lists.a;
  if (list === undefined) throw new Error("no list");
  return list;
}

async function readBook(
  sheets: readonly MadeSheet[],
  more: object = {},
  options: BookOptions = {},
): Promise<ListImport> {
  const bytes = madeWorkbook(sheets, options);
  const found = await readWorkbook(memorySource(bytes), DEFAULT_LIMITS);
  return readList({ bytes, fileName: "a.xlsx", listName: "a", recipe: recipeOf(more), sheets: found });
}

const HEADING = ["نام", "تاریخ", "سن"];
const day = (serial: number, format = "dd/mm/yyyy"): MadeCell => ({ value: serial, format });
const one = (rows: MadeSheet["rows"], more: Omit<Partial<MadeSheet>, "rows"> = {}): MadeSheet[] => [
  { name: "قربانیان", rows: [HEADING, ...rows], ...more },
];
const codes = (found: readonly { readonly code: string }[]) => found.map(({ code }) => code);

describe("a list from a workbook", () => {
  test("gives the records that the same list as CSV gives; only the hash of the file and the place differ", async () => {
    const book = await readBook(
      one([
        ["علی رضایی", "۱۳۶۷/۰۵/۲۴", 23],
        ["", null, null],
        [],
        ["زهرا «امیدی»", "مرداد ۱۳۶۷", { value: "007", type: "s", format: "@" }],
        ["مینا, راد", null, { value: 7, format: "000" }],
      ]),
    );
    const csv =
      'نام,تاریخ,سن\nعلی رضایی,۱۳۶۷/۰۵/۲۴,23\n,,\n,,\nزهرا «امیدی»,مرداد ۱۳۶۷,007\n"مینا, راد",,007\n';
    const text = readList({
      bytes: new TextEncoder().encode(csv),
      fileName: "a.csv",
      listName: "a",
      recipe: recipeOf(),
    });
    const bare = ({ records }: ListImport) =>
      records.map(({ id: _, file: __, locator: ___, ...rest }) => rest);
    expect(bare(book)).toEqual(bare(text));
    expect(book.records.map(({ row, locator }) => [row, locator])).toEqual([
      [1, { sheet: "قربانیان", line: 2 }],
      [4, { sheet: "قربانیان", line: 5 }],
      [5, { sheet: "قربانیان", line: 6 }],
    ]);
    expect(codes(book.notices)).toEqual(codes(text.notices));
    expect([book.problems, book.rejected, text.problems]).toEqual([[], [], []]);
    expect(book).toMatchObject({ encoding: "xlsx", delimiter: null, sheet: "قربانیان" });
  });

  test("reads a real date as the day that it is, whatever the calendar of the column, and texts by that calendar", async () => {
    const { records, problems } = await readBook(
      one([
        ["علی", day(32370), 1],
        ["زهرا", "۱۳۶۷/۰۵/۲۴", 1],
        ["مینا", day(32356, "mmm-yy"), 1],
        ["سارا", day(32370, "d-mmm"), 1],
      ]),
    );
    expect(
      records.map(({ cells, fields }) => [
        cells.تاریخ,
        fields.death?.kind === "date" ? fields.death.time.edtf : null,
        fields.death?.kind === "date" ? fields.death.time.earliest : null,
      ]),
    ).toEqual([
      ["1988-08-15", "1988-08-15", 6801],
      ["۱۳۶۷/۰۵/۲۴", "1988-08-15", 6801],
      ["1988-08", "1988-08", 6787],
      ["15-Aug", null, null],
    ]);
    expect(codes(problems)).toEqual(["intake/unreadable-date"]);
  });

  test("lists errors, formulas without a result and days that are none with sheet, row and column, and reads nothing from them", async () => {
    const { records, problems, notices } = await readBook(
      one([
        [{ value: "#REF!", type: "e" }, day(60), { formula: "A1" }],
        ["زهرا", day(-5), { value: 30, formula: "60/2" }],
      ]),
    );
    expect(records.map(({ cells, fields }) => [Object.values(cells), Object.keys(fields)])).toEqual([
      [["#REF!", "60", ""], []],
      [
        ["زهرا", "-5", "30"],
        ["name", "age"],
      ],
    ]);
    expect(
      problems.map(({ code, row, line, column, params }) => [code, row, line, column, params.cell]),
    ).toEqual([
      ["intake/error-cell", 1, 2, "نام", "A2"],
      ["intake/no-day-cell", 1, 2, "تاریخ", "B2"],
      ["intake/uncomputed-cell", 1, 2, "سن", "C2"],
      ["intake/no-day-cell", 2, 3, "تاریخ", "B3"],
    ]);
    const [error] = problems;
    expect(error?.message).toBe(
      "Row 1: cell A2 of the sheet “قربانیان” (“نام”) holds the error #REF!. It is kept as written and counts as unknown.",
    );
    expect(error === undefined ? "" : toProblemText(error, "fa")).toContain("خطای #REF!");
    expect(notices.map(({ code, params }) => [code, params])).toEqual([
      ["intake/formula-cells", { count: 2, columns: "C" }],
    ]);
  });

  test("says when the workbook itself does not trust the results that it stores", async () => {
    const rows = one([["علی", null, { value: 0, formula: "20+3" }]]);
    const { notices } = await readBook(rows, {}, { asksToCompute: true });
    expect(codes(notices)).toEqual(["intake/formula-cells", "intake/formulas-not-computed"]);
    expect((await readBook(one([["علی"]]), {}, { asksToCompute: true })).notices).toEqual([]);
  });

  test("keeps hidden rows and columns and says which, and fills nothing into merged cells", async () => {
    const { records, problems, notices } = await readBook(
      one(
        [
          ["علی", "۱۳۶۷", 1],
          ["زهرا", null, 2],
          ["مینا", null, 3],
        ],
        { hiddenRows: [3, 4], hiddenColumns: [3], merged: ["B2:B3", "A1:B1"] },
      ),
    );
    expect(records.map(({ cells }) => cells.تاریخ)).toEqual(["۱۳۶۷", "", ""]);
    expect(problems.map(({ code, row, column, raw }) => [code, row, column, raw])).toEqual([
      ["intake/merged-cells", 2, "تاریخ", "۱۳۶۷"],
    ]);
    expect(notices.map(({ code, params }) => [code, params])).toEqual([
      ["intake/hidden-rows", { count: 2, rows: "3–4" }],
      ["intake/hidden-columns", { columns: "C" }],
    ]);
  });

  test("takes the sheet that the recipe names, or the first that is shown and says which were not read", async () => {
    const sheets: MadeSheet[] = [
      { name: "old", rows: [HEADING, ["کهنه"]], state: "hidden" },
      { name: "قربانیان", rows: [HEADING, ["علی"]] },
      { name: "Notes", rows: [HEADING, ["note"]] },
    ];
    const nameOf = ({ records }: ListImport) => records[0]?.cells.نام;
    const first = await readBook(sheets);
    expect(nameOf(first)).toBe("علی");
    expect(first.notices).toMatchObject([
      { code: "intake/several-sheets", params: { sheet: "قربانیان", others: "old, Notes" } },
    ]);
    const named = await readBook(sheets, { sheet: "Notes" });
    expect([nameOf(named), named.notices]).toEqual(["note", []]);
    const numbered = await readBook(sheets, { sheet: 1 });
    expect([nameOf(numbered), codes(numbered.notices)]).toEqual(["کهنه", ["intake/hidden-sheet"]]);
    await expect(readBook(sheets, { sheet: "note" })).rejects.toMatchObject({
      code: "intake/no-such-sheet",
      message: expect.stringMatching(/Did you mean "Notes".*old, قربانیان, Notes/u),
    });
    await expect(readBook(sheets, { sheet: 4 })).rejects.toMatchObject({ code: "intake/no-such-sheet" });
  });

  test("passes over a sheet that has one row only, where another has rows", async () => {
    const note: MadeSheet = { name: "read me", rows: [["only a note"]] };
    const list: MadeSheet = { name: "list", rows: [HEADING, ["علی"]] };
    const { records, notices } = await readBook([note, list]);
    expect(records.map(({ cells }) => cells.نام)).toEqual(["علی"]);
    expect(notices).toMatchObject([
      { code: "intake/several-sheets", params: { sheet: "list", others: "read me" } },
    ]);
    // Where none has any, the first stays the first.
    await expect(readBook([{ name: "a", rows: [HEADING] }, note])).resolves.toMatchObject({ records: [] });
  });

  test("takes the heading from the row that the recipe names, and counts rows from there", async () => {
    const sheets: MadeSheet[] = [
      { name: "a", rows: [["فهرست کشته‌شدگان"], [], HEADING, ["علی"], [], ["زهرا"]], merged: ["A1:C1"] },
    ];
    await expect(readBook(sheets)).rejects.toMatchObject({ code: "intake/unknown-column" });
    const { records, notices } = await readBook(sheets, { headingRow: 3 });
    expect(records.map(({ row, locator }) => [row, locator.line])).toEqual([
      [1, 4],
      [3, 6],
    ]);
    expect(codes(notices)).toEqual(["intake/rows-above-heading", "intake/blank-rows"]);
    await expect(readBook(sheets, { headingRow: 2 })).rejects.toMatchObject({
      code: "intake/empty-file",
      message: expect.stringContaining("has nothing in row 2"),
    });
  });

  test("keeps what stands beside the heading as a column of its own", async () => {
    const { records, notices, columns } = await readBook(one([["علی", null, 1, "a remark"]]));
    expect(columns).toEqual([...HEADING, "column 4"]);
    expect(records[0]?.cells["column 4"]).toBe("a remark");
    expect(codes(notices)).toEqual(["intake/renamed-columns"]);
  });

  test("is refused where one cell far out would make thousands of columns, and where merged cells have no end", async () => {
    const rows = Array.from({ length: 300 }, (): MadeCell[] => ["علی"]);
    const far = [...rows, [...Array<null>(15_999).fill(null), "x"]];
    await expect(readBook(one(far))).rejects.toMatchObject({
      code: "intake/sheet-too-wide",
      message: expect.stringContaining("the cell WQJ302"),
    });
    const merged = (last: string) => Array.from({ length: 300 }, (_, at) => `A${at + 1}:${last}1048576`);
    expect((await readBook(one(rows, { merged: merged("C") }))).problems.length).toBeGreaterThan(40_000);
    await expect(
      readBook(one(rows, { merged: [...merged("C"), ...merged("D"), ...merged("E")] })),
    ).rejects.toMatchObject({ code: "intake/sheet-merged" });
  });

  test("names columns of its other sheets that are sealed by default, since they lie in the same file", async () => {
    const other: MadeSheet = {
      name: "تماس‌ها",
      rows: [
        ["نام", "تلفن"],
        ["علی", "0912 000"],
        ["زهرا", "-"],
      ],
    };
    const { sensitive } = await readBook([...one([["علی"]]), other], { sheet: 1 });
    expect(sensitive).toEqual([{ column: "'تماس‌ها'!تلفن", kind: "contact", rows: 1 }]);
  });

  test("whose bytes nobody looked into is not taken for text", () => {
    const bytes = madeWorkbook(one([["علی"]]));
    expect(() => readList({ bytes, fileName: "a.csv", listName: "a", recipe: recipeOf() })).toThrow(
      expect.objectContaining({ code: "intake/workbook" }),
    );
  });
});

import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findBrokenLines } from "./broken-lines.ts";
import { detectDelimiter } from "./csv-delimiter.ts";
import { readCsvRows } from "./csv-rows.ts";
import { neutralizeCell, restoreCell, toCsv, toRejectedCsv } from "./csv-write.ts";
import { readList } from "./read-list.ts";

const cellsOf = (text: string, delimiter = ",") => readCsvRows(text, delimiter).map(({ cells }) => cells);

describe("readCsvRows", () => {
  test("ends a row at CR LF, LF or CR, and says where each row stands in code points", () => {
    const text = 'a,b\r\n🕯,"x\ny"\r2,z\n';
    const rows = readCsvRows(text, ",");
    expect(rows.map(({ cells }) => cells)).toEqual([
      ["a", "b"],
      ["🕯", "x\ny"],
      ["2", "z"],
    ]);
    expect(rows.map(({ line }) => line)).toEqual([1, 2, 4]);
    const points = [...text];
    for (const { start, end, text: own } of rows) expect(points.slice(start, end).join("")).toBe(own);
  });

  test("keeps quotation marks inside a column as they are written", () => {
    const [, row] = readCsvRows('id,name\n1,Ali "Reza" A\n2,x\n', ",");
    expect(row).toMatchObject({ cells: ["1", 'Ali "Reza" A'], flaw: "stray-quotes" });
  });

  test("gives up only its own line where a quotation mark never closes", () => {
    const rows = readCsvRows('id,name,place\n1,"Ali,x\n2,b,y\n3,"c",z\n4,d,w\n', ",");
    expect(rows.map(({ cells, flaw }) => [cells[0], flaw])).toEqual([
      ["id", null],
      [undefined, "broken-quotes"],
      ["2", null],
      ["3", null],
      ["4", null],
    ]);
    expect(rows[1]?.text).toBe('1,"Ali,x');
  });

  test("says that a text of broken quotation marks is no CSV", () => {
    const text = `a,b\n${'1,"x\n'.repeat(1101)}`;
    expect(() => readCsvRows(text, ",")).toThrowError(expect.objectContaining({ code: "intake/broken-csv" }));
  });

  test("covers every character of the text but the line ends, whatever it is", () => {
    const texts = fc.string({ unit: fc.constantFrom(...'ab,"\r\n; 🕯') });
    fc.assert(
      fc.property(texts, (text) => {
        const rows = readCsvRows(text, ",");
        const points = [...text];
        let at = 0;
        for (const { start, end, text: own } of rows) {
          expect(points.slice(at, start).join("")).toMatch(/^(?:\r\n|\n|\r)?$/u);
          expect(points.slice(start, end).join("")).toBe(own);
          at = end;
        }
        expect(points.slice(at).join("")).toMatch(/^(?:\r\n|\n|\r)?$/u);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("toCsv", () => {
  test("comes back cell by cell from the reader, whatever the text", () => {
    const cell = fc
      .oneof(fc.string({ unit: "binary" }), fc.string({ unit: fc.constantFrom(..."a,\"\r\n\t '=") }))
      .filter((text) => text.isWellFormed());
    const table = fc
      .integer({ min: 1, max: 4 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }),
      );
    fc.assert(
      fc.property(table, (rows) => {
        expect(cellsOf(toCsv(rows)).map((row) => row.map(restoreCell))).toEqual(rows);
      }),
      { numRuns: 2000 },
    );
  });

  test("writes null as nothing and numbers as they are", () => {
    expect(
      toCsv([
        ["a", "b"],
        [1.5, null],
        ['x"y', " z"],
      ]),
    ).toBe('a,b\n1.5,\n"x""y"," z"\n');
  });
});

describe("toRejectedCsv", () => {
  test("does not let a spreadsheet run a rejected row", () => {
    const csv = toRejectedCsv([
      {
        code: "intake/too-few-columns",
        list: "a",
        fileName: "a.csv",
        row: 3,
        line: 4,
        params: {},
        reason: "Short.",
        text: "=HYPERLINK(1)",
      },
    ]);
    expect(cellsOf(csv)[1]).toEqual([
      "a.csv",
      "a",
      "3",
      "4",
      "intake/too-few-columns",
      "Short.",
      "'=HYPERLINK(1)",
    ]);
  });
});

describe("cells that a spreadsheet would run", () => {
  const RISKY = [
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(1)",
    "\t=1+1",
    "\r=1+1",
    '=HYPERLINK("http://127.0.0.1:9/?"&A1,"x")',
    "\uff1d1+1",
    "\uff0b1",
    '"=1+1',
    " =1+1",
    "\u00a0=1+1",
    "-5",
    "+98 21 1234",
    "'=1+1",
  ];

  test.each(RISKY)("%j begins with an apostrophe and comes back as it was", (text) => {
    const [[cell = ""] = []] = cellsOf(toCsv([[text]]));
    expect(cell).toBe(`'${text}`);
    expect(restoreCell(cell)).toBe(text);
  });

  test.each(["علی", "'tis", "12-3", "a=b", "5", "", "''", "می-۱"])("%j stays as it is", (text) => {
    expect(neutralizeCell(text)).toBe(text);
    expect(restoreCell(text)).toBe(text);
  });

  test("no two texts give one cell, and every text comes back", () => {
    const part = fc.oneof(
      fc.constantFrom("'", "=", "+", '"', " ", "\t", "-", "a"),
      fc.string({ maxLength: 3 }),
    );
    const texts = fc.array(part, { maxLength: 6 }).map((parts) => parts.join(""));
    fc.assert(fc.property(texts, (text) => restoreCell(neutralizeCell(text)) === text));
    fc.assert(fc.property(texts, (text) => !/^\s*[=+\-@]/u.test(neutralizeCell(text))));
  });

  test("a list that Inquest wrote is read back with its exact texts, when the recipe says so", () => {
    const bytes = new TextEncoder().encode(toCsv([["name"], ...RISKY.map((text) => [text])]));
    const recipe = (neutralized?: true) => ({
      of: "persons" as const,
      fields: { name: { column: "name" } },
      ...(neutralized === undefined ? {} : { neutralized }),
    });
    const read = readList({ bytes, fileName: "a.csv", listName: "a", recipe: recipe(true) });
    expect(read.records.map(({ cells }) => Object.values(cells)[0])).toEqual(RISKY);
    const asWritten = readList({ bytes, fileName: "a.csv", listName: "a", recipe: recipe() });
    expect(Object.values(asWritten.records[0]?.cells ?? {})[0]).toBe("'=1+1");
  });

  test("keeps the exact texts of the cells made for this (skipped without ../shared)", ({ skip }) => {
    const path = fileURLToPath(
      new URL("../../../shared/data/vectors/hostile-made/csv-cells.json", import.meta.url),
    );
    if (!existsSync(path)) skip();
    const cells: unknown = JSON.parse(readFileSync(path, "utf8"));
    if (!Array.isArray(cells)) expect.fail("the file is an array of texts");
    for (const text of cells) {
      if (typeof text !== "string") expect.fail("a cell is a text");
      const [[cell = ""] = []] = cellsOf(toCsv([[text]]));
      expect(cell).not.toMatch(/^[\s"]*[=+\-@\uff0b\uff0d\uff1d\uff20]/u);
      expect(restoreCell(cell)).toBe(text);
    }
  });
});

describe("detectDelimiter", () => {
  test.each([
    ["a,b,c\n1,2,3\n", ","],
    ["a;b;c\n1,5;2;3\n4,5;5;6\n", ";"],
    ["a\tb\n1\t2,3\n", "\t"],
    ["a|b|c\n1|2|3\n", "|"],
    ['name;"a,b,c"\nx;"1,2,3"\n', ";"],
    ["name\nAli\n", ","],
    ["", ","],
  ])("finds the sign that parts %j", (text, delimiter) => {
    expect(detectDelimiter(text)).toBe(delimiter);
  });
});

describe("findBrokenLines", () => {
  test("finds pieces whose columns add up to one row", () => {
    expect([...findBrokenLines([25, 22, 4, 25], 25)]).toEqual([[2, 1]]);
    expect([...findBrokenLines([3, 1, 1, 3, 3], 3)]).toEqual([]);
    expect([...findBrokenLines([2, 1, 2, 3], 3)]).toEqual([
      [1, 0],
      [2, 0],
    ]);
  });

  test("takes no other short row for a piece", () => {
    expect([...findBrokenLines([4, 4, 25], 25)]).toEqual([]);
    expect([...findBrokenLines([22, 25, 4], 25)]).toEqual([]);
    expect([...findBrokenLines([22, 0, 4], 25)]).toEqual([]);
  });
});

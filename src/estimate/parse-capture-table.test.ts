import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { InquestError } from "../core/pure.ts";
import { parseCaptureTable, parseStrata, type TableProblem, toCaptureTable } from "./parse-capture-table.ts";
import { checkTable } from "./table-check.ts";

const rows = (text: string) =>
  text
    .trim()
    .split("\n")
    .map((line) => line.split(","));

function catchError(run: () => unknown): InquestError {
  try {
    run();
  } catch (error) {
    if (error instanceof InquestError) return error;
  }
  throw new Error("no InquestError was thrown");
}

describe("parseCaptureTable", () => {
  test("reads patterns with the counts in any column", () => {
    const expected = {
      lists: ["A", "B"],
      cells: [
        { pattern: 1, count: 12 },
        { pattern: 3, count: 3 },
      ],
    };
    expect(parseCaptureTable(rows("A,B,count\n1,0,12\n1,1,3"))).toEqual(expected);
    expect(parseCaptureTable(rows("Count,A,B\n3,1,1\n12,1,0\n"))).toEqual(expected);
    expect(parseCaptureTable(rows(" A , B ,count\n 1 ,0, 12 \n,,\n1,1,3"))).toEqual(expected);
  });

  test.each([
    ["estimate/no-header", ""],
    ["estimate/no-count-column", "A,B,n\n1,0,12"],
    ["estimate/two-count-columns", "A,B,Count,count\n1,0,1,12\n0,1,0,3"],
    ["estimate/list-count", "A,count\n1,12"],
    ["estimate/list-count", "count\n12"],
    ["estimate/list-name", "A,A,count\n1,0,12"],
    ["estimate/row-width", "A,B,count\n1,0"],
    ["estimate/not-binary", "A,B,count\n1,0,2\n2,0,12"],
    ["estimate/count", "A,B,count\n1,0,-3"],
    ["estimate/count", "A,B,count\n1,0,1.5"],
    ["estimate/count", "A,B,count\n1,0,many"],
    ["estimate/all-zero-row", "A,B,count\n0,0,7"],
    ["estimate/duplicate-pattern", "A,B,count\n1,0,7\n0,1,3\n1,0,2"],
    ["estimate/not-a-list", "A,B,place,count\n1,0,north,7\n1,0,south,3"],
  ])("refuses with %s what it cannot read", (code, text) => {
    const error = catchError(() => parseCaptureTable(rows(text)));
    expect(error.code).toBe(code);
    expect(error.reaction).toBe("input");
  });

  test.each([
    ["t.csv: The first row", ""],
    ["t.csv: No column is named", "A,B,n\n1,0,12"],
    ["t.csv: A capture table has 2 to 16 lists", "A,count\n1,12"],
    ['t.csv: List name "A"', "A,A,count\n1,0,12"],
    ['t.csv: Column "place" has no 0 or 1', "A,B,place,count\n1,0,north,7\n1,0,south,3"],
    ["t.csv, line 2: ", "A,B,count\n1,0"],
  ])("names the file: %s", (start, text) => {
    const { message, evidence } = catchError(() => parseCaptureTable(rows(text), { file: "t.csv" }));
    expect(message.startsWith(start), message).toBe(true);
    expect(evidence.file).toBe("t.csv");
  });

  test("reads Persian and Arabic digits as the numbers that they are", () => {
    expect(parseCaptureTable(rows("A,B,count\n۱,۰,۵۰\n١,١,٣\n۰,1,۱۲")).cells).toEqual([
      { pattern: 1, count: 50 },
      { pattern: 2, count: 12 },
      { pattern: 3, count: 3 },
    ]);
    expect(catchError(() => parseCaptureTable(rows("A,B,count\n۲,۰,۵۰\n1,0,3"))).code).toBe(
      "estimate/not-binary",
    );
  });

  test("names row, column and every problem", () => {
    const error = catchError(() =>
      parseCaptureTable(rows("A,B,count\n1,x,5\n0,1,-2\n0,0,1"), { file: "t.csv" }),
    );
    expect(error.evidence).toMatchObject({ file: "t.csv", row: 2, column: "B" });
    const problems = error.evidence.problems as readonly TableProblem[];
    expect(problems.map(({ row, code }) => [row, code])).toEqual([
      [2, "estimate/not-binary"],
      [3, "estimate/count"],
      [4, "estimate/all-zero-row"],
    ]);
    expect(error.message).toContain('column "B" has "x"');
  });

  test("sums over a stratum column, or splits by it, when asked", () => {
    const text = rows("A,B,place,count\n1,0,north,7\n1,0,south,3\n0,1,south,0\n1,1,south,2");
    expect(parseCaptureTable(text, { sumOver: ["place"] }).cells).toEqual([
      { pattern: 1, count: 10 },
      { pattern: 3, count: 2 },
    ]);
    expect(parseStrata(text, { by: ["place"] })).toEqual([
      { values: { place: "north" }, table: { lists: ["A", "B"], cells: [{ pattern: 1, count: 7 }] } },
      {
        values: { place: "south" },
        table: {
          lists: ["A", "B"],
          cells: [
            { pattern: 1, count: 3 },
            { pattern: 3, count: 2 },
          ],
        },
      },
    ]);
    expect(catchError(() => parseCaptureTable(text, { sumOver: ["time"] })).code).toBe(
      "estimate/unknown-column",
    );
  });

  test("reads back what it is given, rows in any order", () => {
    const tables = fc.uniqueArray(fc.integer({ min: 1, max: 15 }), { minLength: 1 }).chain((patterns) =>
      fc.record({
        patterns: fc.shuffledSubarray(patterns, { minLength: patterns.length }),
        counts: fc.array(fc.integer({ min: 1, max: 999 }), { minLength: 15, maxLength: 15 }),
      }),
    );
    fc.assert(
      fc.property(tables, ({ patterns, counts }) => {
        const body = patterns.map((pattern) => [
          ...[0, 1, 2, 3].map((list) => String((pattern >> list) & 1)),
          String(counts[pattern - 1]),
        ]);
        const table = parseCaptureTable([["A", "B", "C", "D", "count"], ...body]);
        const expected = [...patterns].sort((a, b) => a - b);
        expect(table.cells).toEqual(expected.map((pattern) => ({ pattern, count: counts[pattern - 1] })));
      }),
    );
  });
});

describe("toCaptureTable", () => {
  test("counts people by their lists and passes over those on none", () => {
    expect(toCaptureTable({ lists: ["A", "B"], memberships: [1, 3, 0, 1, 2] })).toEqual({
      lists: ["A", "B"],
      cells: [
        { pattern: 1, count: 2 },
        { pattern: 2, count: 1 },
        { pattern: 3, count: 1 },
      ],
    });
  });

  test("refuses a list that does not exist", () => {
    expect(catchError(() => toCaptureTable({ lists: ["A", "B"], memberships: [4] })).code).toBe(
      "estimate/pattern",
    );
  });
});

describe("checkTable", () => {
  test.each([
    ["estimate/list-count", { lists: ["A"], cells: [{ pattern: 1, count: 1 }] }],
    ["estimate/pattern", { lists: ["A", "B"], cells: [{ pattern: 0, count: 1 }] }],
    ["estimate/pattern", { lists: ["A", "B"], cells: [{ pattern: 4, count: 1 }] }],
    ["estimate/count", { lists: ["A", "B"], cells: [{ pattern: 1, count: -1 }] }],
    [
      "estimate/duplicate-pattern",
      {
        lists: ["A", "B"],
        cells: [
          { pattern: 1, count: 1 },
          { pattern: 1, count: 1 },
        ],
      },
    ],
    ["estimate/empty-table", { lists: ["A", "B"], cells: [{ pattern: 1, count: 0 }] }],
  ])("refuses with %s", (code, table) => {
    expect(catchError(() => checkTable(table)).code).toBe(code);
  });
});

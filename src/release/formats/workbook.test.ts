import { afterAll, expect, test } from "vitest";
import { createInspector } from "../../intake/index.ts";
import { toWorkbook } from "./workbook.ts";

const inspector = createInspector();
afterAll(() => inspector.close());

const TABLE = {
  name: "people",
  columns: ["name", "n", "is"],
  rows: [
    ['=HYPERLINK("http://x")', 3, true],
    ["رضا \u200cکریمی\n<b>&amp;", -1.5, null],
    ["\u0000 \u202e _x0041_ \ud800", 0, false],
  ],
} as const;

test("cells hold their texts as texts, read again by our own reader of workbooks", async () => {
  const bytes = await toWorkbook([TABLE, { ...TABLE, name: "other" }], { isRightToLeft: true });
  const read = await inspector.read(bytes, { name: "a.xlsx" });
  if (read.kind !== "workbook") throw new Error(JSON.stringify(read));
  expect(read.sheets.map(({ name }) => name)).toEqual(["people", "other"]);
  const cells = read.sheets[0]?.rows.map((row) => row.cells);
  expect(cells?.[0]).toEqual(["name", "n", "is"]);
  expect(cells?.[1]?.slice(0, 2)).toEqual(['=HYPERLINK("http://x")', "3"]);
  expect(cells?.[2]).toEqual(["رضا \u200cکریمی\n<b>&amp;", "-1.5"]);
  // XML has no form for the first and the last character: they are shown as missing, never dropped.
  expect(cells?.[3]?.[0]).toBe("\ufffd \u202e _x0041_ \ufffd");
  // Nothing that a spreadsheet would compute.
  const report = await inspector.inspect(bytes, { name: "a.xlsx" });
  expect(JSON.stringify(report)).not.toMatch(/formula|macro|external/iu);
});

test("the same tables give the same bytes, whatever the time zone", async () => {
  const before = process.env.TZ;
  const made: Uint8Array[] = [];
  for (const zone of ["UTC", "Asia/Tehran", "America/Los_Angeles"]) {
    process.env.TZ = zone;
    made.push(await toWorkbook([TABLE], { isRightToLeft: false }));
  }
  process.env.TZ = before;
  expect(made[1]).toEqual(made[0]);
  expect(made[2]).toEqual(made[0]);
});

test("what no spreadsheet opens whole is refused, with another format as the way out", async () => {
  const long = { ...TABLE, rows: [["x".repeat(40_000), 1, null]] };
  await expect(toWorkbook([long], { isRightToLeft: false })).rejects.toMatchObject({
    code: "release/too-large-for-workbook",
    message: expect.stringContaining("Row 1"),
  });
});

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { temporaryFolder } from "../case-fixture.ts";
import { madeWorkbook } from "../made-workbook.ts";
import { inquest } from "./cli-fixture.ts";

const folder = temporaryFolder("propose");
const ROWS = [
  ["ردیف", "نام", "نام خانوادگی", "تاریخ اعدام"],
  ["۱", "رضا", "کریمی", "۱۳۶۷/۰۵/۱۲"],
  ["۲", "پروین", "گلچین", "۱۳۶۷/۰۶"],
];

beforeAll(async () => {
  await inquest(folder, "init", "c");
  writeFileSync(join(folder, "a.csv"), ROWS.map((row) => row.join(";")).join("\n"));
  writeFileSync(join(folder, "b.xlsx"), madeWorkbook([{ name: "Liste", rows: [["A title"], ...ROWS] }]));
});

describe("inquest import --propose", () => {
  test.each([
    ["a.csv", { encoding: "utf-8", delimiter: ";" }],
    ["b.xlsx", { sheet: "Liste", headingRow: 2 }],
  ])("writes a recipe of %s by which it is imported", async (file, reading) => {
    const { code, out } = await inquest(folder, "import", file, "--propose", "--list", "l");
    expect(code).toBe(0);
    expect(JSON.parse(out).lists.l).toEqual({
      file,
      ...reading,
      id: "ردیف",
      fields: {
        given: { column: "نام", script: "persian" },
        family: { column: "نام خانوادگی", script: "persian" },
        death: { column: "تاریخ اعدام", calendar: "solar-hijri" },
      },
    });
    writeFileSync(join(folder, "recipe.json"), out);
    const imported = await inquest(
      folder,
      ...["import", file, "--recipe", "recipe.json", "--case", "c", "--replace", "--json"],
    );
    expect(imported.err).toBe("");
    expect(JSON.parse(imported.out)).toMatchObject({ records: 2, rejected: [], problems: [] });
  });

  test("names what is missing", async () => {
    expect(await inquest(folder, "import", "--propose")).toMatchObject({ code: 2 });
    expect(await inquest(folder, "import", "none.csv", "--propose")).toMatchObject({ code: 3 });
  });
});

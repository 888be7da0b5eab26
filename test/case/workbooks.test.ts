/** Workbooks: statements that quote their cells and lists that are their sheets, from the file to what a reader is shown. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { PassagesView, TraceView } from "../../src/case/index.ts";
import { temporaryFolder } from "../case-fixture.ts";
import { type MadeSheet, madeParts, madeWorkbook, packWorkbook } from "../made-workbook.ts";
import { madeZip } from "../made-zip.ts";
import { inquest } from "./cli-fixture.ts";
import { writeSmallFolder } from "./small-folder.ts";

const folder = temporaryFolder("workbooks");
const from = join(folder, "from");
const inCase = (...args: readonly string[]) => inquest(folder, ...args, "--case", "c", "--quiet");
const passagesOf = async (source: string, ...args: readonly string[]): Promise<PassagesView> => {
  const { out, err } = await inCase("passages", source, ...args, "--json");
  if (err !== "") throw new Error(err);
  return JSON.parse(out);
};
const DAY = { value: 32370, format: "dd/mm/yyyy" };
const VICTIMS: MadeSheet = {
  name: "فهرست 'قربانیان'",
  rows: [
    ["نام", "تاریخ", "شمار"],
    ["زهرا", DAY, 3],
    ["علی", "مرداد ۱۳۶۷", 12],
  ],
};
const NOTES: MadeSheet = {
  name: "Notes",
  rows: [
    ["seen by", "count"],
    ["A witness", "about forty"],
  ],
};

function statementFile(source: string, ...statements: readonly string[]): void {
  const head = `source: ${source}\ndefaults: {speaker: speaker:s, chain: first-hand}\nstatements:\n`;
  writeFileSync(
    join(from, "statements", `${source}.yaml`),
    head + statements.map((line) => `  - {subject: event:e, property: persons-killed, ${line}}\n`).join(""),
  );
}

beforeAll(async () => {
  writeSmallFolder(folder, {
    subjects: [],
    text: "It was said.",
    statements: ['key: N, subject: event:e, property: persons-killed, value: 1, quote: "It was said."'],
  });
  mkdirSync(join(from, "sources"), { recursive: true });
  writeFileSync(join(from, "sources", "book.xlsx"), madeWorkbook([VICTIMS, NOTES]));
  writeFileSync(join(from, "sources", "single.xlsx"), madeWorkbook([NOTES]));
  statementFile(
    "book",
    `key: W, value: 12, quote: مرداد ۱۳۶۷, at: {sheet: "فهرست 'قربانیان'", row: 3, column: تاریخ}`,
    'key: D, value: 3, quote: "1988-08-15", at: {sheet: 1, row: 2, column: B}',
  );
  statementFile("single", "key: S, value: 40, quote: about forty, at: {row: 2, column: count}");
  await inquest(folder, "init", "c", "--title", "Small", "--fictional");
  const built = await inCase("build", from);
  expect(built.err).toBe("");
});

describe("a statement that quotes a cell of a workbook", () => {
  test("stands at its sheet and cell, as links into workbooks name it", async () => {
    const { passages } = await passagesOf("book");
    expect(passages.map(({ statement, selectors }) => [statement.key, statement.at, selectors[0]])).toEqual([
      [
        "D",
        { kind: "cell", sheet: "فهرست 'قربانیان'", row: 2, column: 2 },
        {
          type: "FragmentSelector",
          conformsTo: "https://ecma-international.org/publications-and-standards/standards/ecma-376/",
          value: "'فهرست ''قربانیان'''!B2",
          refinedBy: { type: "TextQuoteSelector", exact: "1988-08-15", prefix: "", suffix: "" },
        },
      ],
      ["W", { kind: "cell", sheet: "فهرست 'قربانیان'", row: 3, column: 2 }, expect.anything()],
    ]);
    expect((await passagesOf("single")).passages[0]?.statement).toMatchObject({
      at: { sheet: "Notes", row: 2, column: 2 },
      atText: "cell B2 of the sheet “\u2068Notes\u2069”",
    });
  });

  test("is traced to the cell of the sealed file, and the case verifies", async () => {
    for (const key of ["W", "D", "S"]) {
      const trace: TraceView = JSON.parse((await inCase("trace", key, "--json")).out);
      expect(trace.verified, key).toBe(true);
    }
    const persian: TraceView = JSON.parse((await inCase("trace", "W", "--json", "--lang", "fa")).out);
    const passage = persian.chain.find(({ kind }) => kind === "passage");
    expect(passage).toMatchObject({ ok: true, text: expect.stringContaining("از برگهٔ") });
    expect((await inCase("verify")).code).toBe(0);
  });

  test("is found again in another workbook and in a CSV copy of its sheet, or told to be lost", async () => {
    const [head = [], ...rows] = VICTIMS.rows;
    const moved = { ...VICTIMS, rows: [head, ["مینا", null, 1], ...rows] };
    writeFileSync(join(folder, "moved.xlsx"), madeWorkbook([NOTES, moved]));
    writeFileSync(join(folder, "sheet.csv"), "نام,تاریخ\nعلی,مرداد ۱۳۶۷\n");
    const how = async (file: string) =>
      (await passagesOf("book", "--in", file)).passages.map(({ statement, refound }) => [
        statement.key,
        refound?.how,
        refound?.at,
      ]);
    expect(await how(join(from, "sources", "book.xlsx"))).toEqual([
      ["D", "in-place", [{ kind: "cell", sheet: VICTIMS.name, row: 2, column: 2 }]],
      ["W", "in-place", [{ kind: "cell", sheet: VICTIMS.name, row: 3, column: 2 }]],
    ]);
    expect(await how("moved.xlsx")).toEqual([
      ["D", "moved", [{ kind: "cell", sheet: VICTIMS.name, row: 3, column: 2 }]],
      ["W", "moved", [{ kind: "cell", sheet: VICTIMS.name, row: 4, column: 2 }]],
    ]);
    expect(await how("sheet.csv")).toEqual([
      ["D", "lost", []],
      ["W", "moved", [{ kind: "cell", sheet: null, row: 2, column: 2 }]],
    ]);
  });

  test("is withdrawn with its consent, and cannot be quoted anew", async () => {
    const given = await inCase(
      ...["consent", "S", "--giver", "P7", "--scope", "un", "--how", "in writing", "--json"],
    );
    await inCase("consent", "withdraw", JSON.parse(given.out).id, "--why", "asked for it");
    expect((await inCase("passages", "single", "--json")).out).not.toContain("forty");
    writeFileSync(
      join(folder, "again.yaml"),
      "source: single\ndefaults: {speaker: speaker:s, chain: first-hand}\nstatements:\n  - {key: S2, subject: event:e, property: persons-killed, value: 40, quote: about forty, at: {row: 2, column: B}}\n",
    );
    const again = await inCase("record", "again.yaml");
    expect(again.code).not.toBe(0);
    expect(again.err).not.toContain("about forty, not");
    expect(again.err).toContain("█");
    expect((await inCase("verify")).code).toBe(0);
  });
});

describe("a cell that is not in its workbook", () => {
  test.each([
    ["value: 1, quote: x, at: {row: 2, column: 1}", "statements/passage-range", "has several sheets"],
    ["value: 1, quote: x, at: {sheet: Nots, row: 2, column: 1}", "statements/passage-range", '"Notes"'],
    ["value: 1, quote: x, at: {sheet: 3, row: 2, column: 1}", "statements/passage-range", "no sheet 3"],
    ["value: 1, quote: x, at: {sheet: Notes, row: 9, column: 2}", "statements/passage-range", "the cell B9"],
    [
      "value: 1, quote: x, at: {sheet: Notes, row: 2, column: اندازه}",
      "statements/passage-range",
      "seen by, count",
    ],
    [
      "value: 1, quote: forty, at: {sheet: Notes, row: 2, column: B}",
      "statements/passage",
      "Quote the whole cell",
    ],
    ["value: 1, quote: forty", "statements/passage-kind", "cells (a workbook). Say where"],
    ["value: 1, quote: x, at: {page: 1}", "statements/passage-kind", "It has cells (a workbook)"],
  ])("%s is refused", async (line, code, words) => {
    const path = join(from, "statements", "book.yaml");
    const before = readFileSync(path, "utf8");
    statementFile("book", line);
    const built = await inCase("build", from);
    writeFileSync(path, before);
    expect(built.err).toContain(code);
    expect(built.err).toContain(words);
    expect(built.err).toContain("book.yaml, line 4");
    expect(built.code).not.toBe(0);
  });
});

describe("a list from a workbook", () => {
  const lists = temporaryFolder("workbook-lists");
  const run = (...args: readonly string[]) => inquest(lists, ...args, "--case", "c", "--quiet");
  const recipe = (more: object = {}) =>
    JSON.stringify({
      v: 1,
      lists: {
        memorial: {
          id: "شماره",
          fields: { name: { column: "نام" }, death: { column: "تاریخ", calendar: "solar-hijri" } },
          ...more,
        },
      },
    });
  const LIST: MadeSheet = {
    name: "فهرست 'قربانیان'",
    rows: [
      ["شماره", "نام", "تاریخ"],
      [{ value: "0012", type: "s", format: "@" }, "زهرا امیدی", DAY],
      [{ value: "0013", type: "s", format: "@" }, "علی رضایی", "۱۳۶۷/۰۵/۲۴"],
      [{ value: "0014", type: "s", format: "@" }, { value: "#REF!", type: "e" }, null],
    ],
  };

  beforeAll(async () => {
    writeFileSync(join(lists, "list.xlsx"), madeWorkbook([LIST, NOTES]));
    writeFileSync(join(lists, "recipe.json"), recipe());
    await inquest(lists, "init", "c", "--title", "Lists", "--fictional");
  });

  test("is imported with what a person should look at, sheet, row and column named", async () => {
    const { code, out, err } = await inquest(
      lists,
      ...["import", "list.xlsx", "--recipe", "recipe.json", "--case", "c"],
    );
    expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining("3") });
    expect(err).toContain("several sheets");
    expect(err).toContain("cell B4 of the sheet");
    const again = await run("import", "list.xlsx", "--recipe", "recipe.json", "--json");
    expect(JSON.parse(again.out)).toMatchObject({ existed: true, records: 3 });
  });

  test("is traced row by row to the cells of the sealed workbook", async () => {
    const trace: TraceView = JSON.parse((await run("trace", "list:memorial", "--json")).out);
    expect(trace.verified).toBe(true);
    const passages = trace.chain.filter(({ kind }) => kind === "passage");
    expect(passages.map(({ id, text }) => [id, text])).toEqual([
      ["list.xlsx#'فهرست ''قربانیان'''!A2:C2", "0012 · زهرا امیدی · 1988-08-15"],
      ["list.xlsx#'فهرست ''قربانیان'''!A3:C3", "0013 · علی رضایی · ۱۳۶۷/۰۵/۲۴"],
      ["list.xlsx#'فهرست ''قربانیان'''!A4:C4", "0014 · #REF! · "],
    ]);
    expect((await run("verify")).code).toBe(0);
    expect((await run("rebuild")).code).toBe(0);
    expect(JSON.parse((await run("trace", "list:memorial", "--json")).out).verified).toBe(true);
  });

  test("stands beside another sheet of the same workbook, which is sealed once", async () => {
    const sheets = [
      { name: "آرامستان", rows: [["نام"], ["مینا راد"]] },
      { ...LIST, rows: [["نام"], ["سارا نیک"]] },
    ];
    writeFileSync(join(lists, "two.xlsx"), madeWorkbook(sheets));
    const list = (sheet: string | number) => ({
      file: "two.xlsx",
      sheet,
      fields: { name: { column: "نام" } },
    });
    const two = { v: 1, lists: { cemetery: list("آرامستان"), families: list(2) } };
    writeFileSync(join(lists, "two.json"), JSON.stringify(two));
    expect(await run("import", "--recipe", "two.json")).toMatchObject({ code: 0, err: "" });
    const log = (await run("log", "--json")).out;
    expect(log.split("\n").filter((line) => line.includes('"two.xlsx"'))).toHaveLength(1);
    for (const name of ["cemetery", "families"])
      expect(JSON.parse((await run("trace", `list:${name}`, "--json")).out).verified).toBe(true);
  });

  test("may be encrypted with its rows, and no word of it stands in the case", async () => {
    writeFileSync(join(lists, "pass"), "a long passphrase of several words");
    writeFileSync(join(lists, "secret.json"), recipe().replace("memorial", "secret"));
    writeFileSync(join(lists, "secret.xlsx"), madeWorkbook([{ ...LIST, name: "مخفی" }]));
    const { code, err } = await run(
      ...["import", "secret.xlsx", "--recipe", "secret.json", "--seal", "--new-passphrase-file", "pass"],
    );
    expect({ code, err: err.includes("cell B4") }).toEqual({ code: 0, err: true });
    expect((await run("log", "--json")).out).not.toContain("مخفی");
    expect((await run("verify")).code).toBe(0);
  });

  test.each<[string, () => Uint8Array, object, string, RegExp]>([
    [
      "a sheet that there is not",
      () => madeWorkbook([LIST]),
      { sheet: "Notes" },
      "intake/no-such-sheet",
      /Its sheets are: فهرست 'قربانیان'/u,
    ],
    [
      "a broken sheet",
      () => {
        const parts = madeParts([LIST]);
        const xml = String(parts.get("xl/worksheets/sheet1.xml"));
        return packWorkbook(parts.set("xl/worksheets/sheet1.xml", xml.replace('<c r="B3"', '<c r="B3')));
      },
      {},
      "intake/workbook-broken",
      /other\.xlsx: The workbook is broken at sheet “فهرست 'قربانیان'”, row 3 .*save it as XLSX anew/u,
    ],
    [
      "entities",
      () => {
        const parts = madeParts([LIST]);
        const bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><sst/>';
        return packWorkbook(parts.set("xl/sharedStrings.xml", bomb));
      },
      {},
      "intake/xml-entities",
      /other\.xlsx: .*own entities/u,
    ],
    [
      "an old workbook",
      () => Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(1024)]),
      {},
      "intake/workbook-format",
      /XLS.*save it as XLSX without a password, or save the sheet as CSV/u,
    ],
    [
      "an archive",
      () => madeZip([["a.txt", "x"]]),
      {},
      "case/list-not-text",
      /CSV files \(UTF-8\) or workbooks \(XLSX\)/u,
    ],
  ])(
    "%s is refused with its place and remedy, and nothing is recorded",
    async (_, bytes, more, code, words) => {
      const before = (await run("log", "--json")).out;
      writeFileSync(join(lists, "other.xlsx"), bytes());
      writeFileSync(join(lists, "other.json"), recipe(more).replace("memorial", "other"));
      const refused = await run("import", "other.xlsx", "--recipe", "other.json");
      expect({ code: refused.code, err: refused.err }).toEqual({
        code: 3,
        err: expect.stringMatching(words),
      });
      expect(refused.err).toContain(code);
      expect((await run("log", "--json")).out).toBe(before);
    },
  );
});

/** Statements that quote cells of workbooks: from the folder to what a reader is shown. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { PassagesView, TraceView } from "../../src/case/index.ts";
import { temporaryFolder } from "../case-fixture.ts";
import { type MadeSheet, madeWorkbook } from "../made-workbook.ts";
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

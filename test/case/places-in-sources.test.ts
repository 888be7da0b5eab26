/** Statements about sources that are no running text: from the folder to what a reader is shown. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { PassagesView, TraceView } from "../../src/case/index.ts";
import { temporaryFolder } from "../case-fixture.ts";
import { madePdf, madePng, madeWav } from "../made-files.ts";
import { inquest } from "./cli-fixture.ts";
import { writeSmallFolder } from "./small-folder.ts";

const folder = temporaryFolder("places-in-sources");
const from = join(folder, "from");
const inCase = (...args: readonly string[]) => inquest(folder, ...args, "--case", "c", "--quiet");
const passagesOf = async (source: string, ...args: readonly string[]): Promise<PassagesView> => {
  const { out, err } = await inCase("passages", source, ...args, "--json");
  if (err !== "") throw new Error(err);
  return JSON.parse(out);
};
const TABLE = "نام,تاریخ\nزهرا,مرداد ۱۳۶۷\nعلی,۱۳۶۷\n";

function statementFile(source: string, ...statements: readonly string[]): void {
  const head = `source: ${source}\ndefaults: {speaker: speaker:s, chain: first-hand, subject: event:e}\nstatements:\n`;
  writeFileSync(
    join(from, "statements", `${source}.yaml`),
    head.replace(", subject: event:e", "") +
      statements.map((line) => `  - {subject: event:e, property: persons-killed, ${line}}\n`).join(""),
  );
}

beforeAll(async () => {
  writeSmallFolder(folder, {
    subjects: [],
    text: "It was said.",
    statements: ['key: N, subject: event:e, property: persons-killed, value: 1, quote: "It was said."'],
  });
  mkdirSync(join(from, "sources"), { recursive: true });
  const put = (name: string, bytes: Uint8Array | string) => writeFileSync(join(from, "sources", name), bytes);
  put("letter.pdf", await madePdf(["صفحهٔ نخست.", "چهل نفر از بند هشت بردند و نامی نگفتند."], "fa"));
  put("table.csv", TABLE);
  put("tape.wav", madeWav(90));
  put("photo.png", madePng(200, 100));
  statementFile("letter", 'key: P, value: 40, quote: "چهل نفر از بند هشت بردند", at: {page: 2}');
  statementFile("table", "key: C, value: 1, quote: مرداد ۱۳۶۷, at: {row: 2, column: تاریخ}");
  statementFile("tape", 'key: T, value: 12, quote: "twelve of them", at: {from: "0:30", to: "1:05.5"}');
  statementFile("photo", "key: R, value: 3, seen: {en: three graves}, at: {region: [10, 20, 100, 50]}");
  await inquest(folder, "init", "c", "--title", "Small", "--fictional");
  const built = await inCase("build", from);
  expect(built.err).toBe("");
});

describe("a statement in a source that is no running text", () => {
  test("stands at its page with a box around its words", async () => {
    const { passages } = await passagesOf("letter");
    const [{ statement, selectors } = { statement: null, selectors: [] }] = passages;
    expect(statement?.at).toMatchObject({ kind: "page", page: 2, read: "file" });
    const box = statement?.at.kind === "page" ? statement.at.box : null;
    expect(box?.x).toBeGreaterThan(20);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeCloseTo(280, -1);
    expect(selectors).toEqual([
      {
        type: "FragmentSelector",
        conformsTo: "http://tools.ietf.org/rfc/rfc3778",
        value: `page=2&viewrect=${box?.x},${box?.y},${box?.width},${box?.height}`,
        refinedBy: {
          type: "TextQuoteSelector",
          exact: "چهل نفر از بند هشت بردند",
          prefix: "",
          suffix: "",
        },
      },
    ]);
  });

  test("stands at its cell, its seconds, its part of a picture", async () => {
    const fragmentOf = async (source: string) => {
      const [selector] = (await passagesOf(source)).passages[0]?.selectors ?? [];
      return selector?.type === "FragmentSelector" ? selector.value : null;
    };
    expect(await Promise.all(["table", "tape", "photo"].map(fragmentOf))).toEqual([
      "cell=2,2",
      "t=30,65.5",
      "xywh=10,20,100,50",
    ]);
    expect((await passagesOf("photo")).passages[0]?.statement).toMatchObject({
      quote: "",
      seen: "three graves",
    });
  });

  test("is traced to the file, and what only a person can tell is said to be that", async () => {
    const trace = async (key: string, ...args: readonly string[]): Promise<TraceView> =>
      JSON.parse((await inCase("trace", key, "--json", ...args)).out);
    for (const key of ["P", "C", "T", "R"]) expect((await trace(key)).verified, key).toBe(true);
    const passage = async (key: string, ...args: readonly string[]) =>
      (await trace(key, ...args)).chain.find(({ kind }) => kind === "passage")?.text;
    expect(await passage("P")).toBe("چهل نفر از بند هشت بردند (page 2)");
    expect(await passage("T")).toContain("a person read, saw or heard there");
    expect(await passage("T", "--lang", "fa")).toContain("۰:۳۰ تا ۱:۰۵٫۵");
    expect(await passage("R")).toContain("three graves");
  });

  test("is found again in another copy, or told to be lost", async () => {
    writeFileSync(
      join(folder, "other.pdf"),
      await madePdf(["چهل نفر از بند هشت بردند و نامی نگفتند.", "صفحهٔ دوم."], "fa"),
    );
    writeFileSync(join(folder, "other.csv"), `${TABLE.replace("زهرا,مرداد ۱۳۶۷\n", "")}زهرا,مرداد ۱۳۶۷\n`);
    writeFileSync(join(folder, "other.wav"), madeWav(60));
    const how = async (source: string, file: string) =>
      (await passagesOf(source, "--in", file)).passages.map(({ refound }) => [
        refound?.how,
        refound?.atTexts,
      ]);
    expect(await how("letter", "other.pdf")).toEqual([["moved", ["page 1"]]]);
    expect(await how("letter", join(from, "sources", "letter.pdf"))).toEqual([["in-place", ["page 2"]]]);
    expect(await how("table", "other.csv")).toEqual([["moved", ["row 3, column 2"]]]);
    expect(await how("tape", "other.wav")).toEqual([["lost", []]]);
    expect(await how("tape", join(from, "sources", "tape.wav"))).toEqual([
      ["by-eye", ["0:30–1:05.5 of the recording"]],
    ]);
    expect((await inCase("passages", "letter", "--in", "other.pdf", "--lang", "fa")).out).toContain("صفحهٔ ۱");
  });

  test("is withdrawn with its consent, and nothing around it stays", async () => {
    const given = await inCase(
      ...["consent", "P", "--giver", "P7", "--scope", "un", "--how", "in writing", "--json"],
    );
    await inCase("consent", "withdraw", JSON.parse(given.out).id, "--why", "asked for it");
    expect((await inCase("passages", "letter", "--json")).out).not.toContain("چهل");
    expect((await inCase("answer", "--json")).out).not.toMatch(/"value": 40\b/u);
    expect((await inCase("verify")).code).toBe(0);
  });
});

describe("a place that is not in its source", () => {
  test.each([
    [
      "letter",
      'value: 1, quote: "چهل", at: {page: 3}',
      "statements/passage-range",
      "page 3 is not in the source",
    ],
    ["letter", 'value: 1, quote: "پنجاه", at: {page: 2}', "statements/passage", "does not stand"],
    [
      "letter",
      'value: 1, quote: "چهل", at: {page: 2, box: [0, 0, 400, 10]}',
      "statements/passage-range",
      "300 by 200",
    ],
    ["letter", 'value: 1, quote: "چهل"', "statements/passage-kind", "Say where the words stand with at"],
    ["letter", "value: 1, quote: x, at: {from: 1, to: 2}", "statements/passage-kind", "It has pages"],
    ["tape", "value: 1, quote: x, at: {from: 5, to: 95}", "statements/passage-range", "runs for 90 s"],
    [
      "tape",
      'value: 1, quote: x, at: {from: "0:10", to: "0:05"}',
      "statements/passage-range",
      "before it starts",
    ],
    [
      "tape",
      'value: 1, quote: x, at: {from: "0:75", to: "2:00"}',
      "statements/passage-range",
      "is no moment",
    ],
    [
      "table",
      "value: 1, quote: x, at: {row: 9, column: 1}",
      "statements/passage-range",
      "the table has 3 rows",
    ],
    [
      "table",
      "value: 1, quote: x, at: {row: 2, column: age}",
      "statements/passage-range",
      "There are: نام, تاریخ",
    ],
    ["table", "value: 1, quote: زهر, at: {row: 2, column: 1}", "statements/passage", "Quote the whole cell"],
    [
      "photo",
      "value: 1, seen: {en: x}, at: {region: [150, 0, 51, 5]}",
      "statements/passage-range",
      "200 by 100",
    ],
    ["photo", "value: 1, at: {region: [1, 1, 1, 1]}", "statements/invalid-entry", "needs the quote"],
    ["note", 'value: 1, quote: "It was said.", at: {page: 1}', "statements/passage-kind", "running text"],
  ])("%s: %s is refused", async (source, line, code, words) => {
    const path = join(from, "statements", `${source}.yaml`);
    const before = readFileSync(path, "utf8");
    statementFile(source, line);
    const built = await inCase("build", from);
    writeFileSync(path, before);
    expect(built.err).toContain(code);
    expect(built.err).toContain(words);
    expect(built.err).toContain(`${source}.yaml, line 4`);
    expect(built.code).not.toBe(0);
  });
});

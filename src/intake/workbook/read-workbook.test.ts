import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import {
  type MadeSheet,
  madeParts,
  madeWorkbook,
  type Parts,
  packWorkbook,
} from "../../../test/made-workbook.ts";
import { madeZip } from "../../../test/made-zip.ts";
import { readCell, type Sheet, type SourceContent } from "../../core/index.ts";
import { memorySource } from "../hostile/byte-source.ts";
import { createInspector } from "../hostile/inspector.ts";
import { DEFAULT_LIMITS, InspectLimits } from "../hostile/limits.ts";
import { readContent } from "../hostile/read-content.ts";

const inspector = createInspector();
const small = createInspector({ limits: InspectLimits.parse({ cells: 100, textBytes: 20_000 }) });
afterAll(() => {
  inspector.close();
  small.close();
});

const read = (bytes: Uint8Array, name = "a.xlsx"): Promise<SourceContent> => inspector.read(bytes, { name });

async function sheetsOf(bytes: Uint8Array): Promise<readonly Sheet[]> {
  const content = await read(bytes);
  if (content.kind !== "workbook") throw new Error(JSON.stringify(content));
  return content.sheets;
}

async function sheetOf(sheet: Omit<MadeSheet, "name">): Promise<Sheet> {
  const [only] = await sheetsOf(madeWorkbook([{ name: "قربانیان", ...sheet }]));
  if (only === undefined) throw new Error("no sheet");
  return only;
}

/** A workbook of one sheet in one of whose parts something was replaced. */
function damaged(part: string, from: string | RegExp, to: string): Uint8Array {
  const parts: Parts = madeParts([{ name: "قربانیان", rows: [["نام"], ["علی"], [3]] }]);
  const before = String(parts.get(part));
  const after = before.replace(from, to);
  if (after === before) throw new Error(`nothing to replace in ${before}`);
  return packWorkbook(parts.set(part, after));
}

describe("a workbook", () => {
  it("has its sheets in their order, each cell as it is seen", async () => {
    const sheets = await sheetsOf(
      madeWorkbook([
        { name: "فهرست قربانیان", rows: [["نام", "سن"], ["زهرا", 23], [], ["علی‌رضا ", null, "۱۳۶۷"]] },
        { name: "O'Brien & <co>", rows: [[{ value: "007", type: "s", format: "@" }]], state: "hidden" },
        { name: "empty", rows: [] },
      ]),
    );
    expect(sheets.map(({ name, isHidden }) => [name, isHidden])).toEqual([
      ["فهرست قربانیان", false],
      ["O'Brien & <co>", true],
      ["empty", false],
    ]);
    const [first, second] = sheets;
    expect(first?.rows.map(({ row, cells }) => [row, cells])).toEqual([
      [1, ["نام", "سن"]],
      [2, ["زهرا", "23"]],
      [4, ["علی‌رضا ", "", "۱۳۶۷"]],
    ]);
    expect(second === undefined ? null : readCell(second, 1, 1)).toBe("007");
    expect(second === undefined ? null : readCell(second, 9, 9)).toBe("");
  });

  it("says of each cell what a reader must know", async () => {
    const { rows } = await sheetOf({
      rows: [
        [
          { value: 32370, format: "dd/mm/yyyy" },
          { value: "#REF!", type: "e", formula: "A9+1" },
          { value: 4, formula: "2+2" },
          { formula: "1+1" },
          { value: "", type: "str", formula: '""' },
          { value: "", formula: "1+1" },
          { value: 1, type: "b" },
          { value: " two  spaces ", type: "inlineStr" },
        ],
      ],
    });
    expect(rows).toEqual([
      {
        row: 1,
        isHidden: false,
        cells: ["1988-08-15", "#REF!", "4", "", "", "", "TRUE", " two  spaces "],
        marks: [
          { column: 1, is: "date" },
          { column: 2, is: "error" },
          { column: 2, is: "formula" },
          { column: 3, is: "formula" },
          { column: 4, is: "formula" },
          { column: 4, is: "uncomputed" },
          { column: 5, is: "formula" },
          { column: 6, is: "formula" },
          { column: 6, is: "uncomputed" },
        ],
      },
    ]);
  });

  it("counts days from 1904 where it says so", async () => {
    const day = { value: 30908, format: "yyyy-mm-dd" };
    const [sheet] = await sheetsOf(madeWorkbook([{ name: "a", rows: [[day]] }], { date1904: true }));
    expect(sheet?.rows[0]?.cells).toEqual(["1988-08-15"]);
  });

  it("keeps hidden rows and columns and merged cells, and says which they are", async () => {
    const sheet = await sheetOf({
      rows: [["a", "b"], ["c", "d"], ["e"]],
      hiddenRows: [2],
      hiddenColumns: [2],
      merged: ["A2:A3"],
    });
    expect(sheet.rows.map(({ isHidden }) => isHidden)).toEqual([false, true, false]);
    expect(sheet.hiddenColumns).toEqual([{ first: 2, last: 2 }]);
    expect(sheet.merged).toEqual([{ firstRow: 2, lastRow: 3, firstColumn: 1, lastColumn: 1 }]);
  });

  it("joins the runs of a rich text without the readings above it, and undoes escapes", async () => {
    const parts = madeParts([{ name: "a", rows: [["x", "y", "z"]] }]);
    const texts = [
      '<si><r><rPr><b/></rPr><t xml:space="preserve">علی </t></r><r><t>رضا</t></r><rPh sb="0" eb="1"><t>READING</t></rPh></si>',
      "<si><t>one_x000D_two_x005F_x0041_</t></si>",
      "<si><t>half _xD800_ &amp; <![CDATA[<b>]]></t></si>",
    ];
    parts.set(
      "xl/sharedStrings.xml",
      `<x:sst xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${texts.join("").replace(/<(\/?)(?=[a-zA-Z])/gu, "<$1x:")}</x:sst>`.replace(
        "<x:b>]]>",
        "<b>]]>",
      ),
    );
    const [sheet] = await sheetsOf(packWorkbook(parts));
    expect(sheet?.rows[0]?.cells).toEqual(["علی رضا", "one\rtwo_x0041_", "half \ufffd & <b>"]);
  });

  it("may leave out the places of cells and rows, and be written in UTF-16", async () => {
    const parts = madeParts([{ name: "a", rows: [["x"]] }]);
    const xml =
      '<?xml version="1.0" encoding="UTF-16"?><worksheet><sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row r="4"><c r="C4"><v>3</v></c><c><v>4</v></c></row></sheetData></worksheet>';
    parts.set("xl/worksheets/sheet1.xml", Buffer.from(`\ufeff${xml}`, "utf16le"));
    const [sheet] = await sheetsOf(packWorkbook(parts));
    expect(sheet?.rows.map(({ row, cells }) => [row, cells])).toEqual([
      [1, ["1", "2"]],
      [4, ["", "", "3", "4"]],
    ]);
  });
});

describe("a broken workbook is told with its part, sheet and row", () => {
  const SHEET = "xl/worksheets/sheet1.xml";
  it.each<[string, string, string | RegExp, string, RegExp]>([
    [
      "a tag that does not close",
      SHEET,
      "</row><row",
      "<row",
      /sheet “قربانیان”, row 1 .*unexpected close tag|sheet “قربانیان”/u,
    ],
    [
      "a row that stands twice",
      SHEET,
      'r="2"',
      'r="1"',
      /sheet “قربانیان”, row 1 .*numbered 1, out of order/u,
    ],
    ["a cell in another row", SHEET, "A2", "A3", /row 2 .*the cell A3 stands in a wrong place/u],
    ["a cell beyond the last column", SHEET, "A2", "XFE2", /row 2 .*the cell XFE2/u],
    ["a text that is not there", SHEET, "<v>1</v>", "<v>99</v>", /row 2 .*the text 99, which is not there/u],
    ["a number that is none", SHEET, "<v>3</v>", "<v>three</v>", /row 3 .*holds three where a number/u],
    ["a number without end", SHEET, "<v>3</v>", "<v>1e999</v>", /row 3 .*holds 1e999 where a number/u],
    [
      "a cell within a cell",
      SHEET,
      "<v>3</v>",
      '<v>3</v><c r="B3"><v>4</v></c>',
      /row 3 .*a cell stands within a cell/u,
    ],
    ["a type that there is not", SHEET, 't="s"', 't="z"', /row 1 .*the type z/u],
    ["a document type", SHEET, "<worksheet", "<!DOCTYPE x><worksheet", /document type declaration/u],
    ["another encoding", SHEET, 'encoding="UTF-8"', 'encoding="windows-1256"', /written in windows-1256/u],
    [
      "an entity of nowhere",
      "xl/sharedStrings.xml",
      "علی",
      "&secret;",
      /sharedStrings.xml\): undefined entity/u,
    ],
    [
      "two sheets of one name",
      "xl/workbook.xml",
      "</sheets>",
      '<sheet name="قربانیان" r:id="rId1"/></sheets>',
      /two sheets have this name/u,
    ],
    [
      "a sheet outside of the file",
      "xl/_rels/workbook.xml.rels",
      'Target="worksheets/sheet1.xml"',
      'TargetMode="External" Target="http://127.0.0.1:9/x"',
      /outside of the file/u,
    ],
    [
      "a sheet that is missing",
      "xl/_rels/workbook.xml.rels",
      "sheet1.xml",
      "sheet7.xml",
      /sheet7.xml: this part is missing/u,
    ],
    [
      "a binary workbook",
      "_rels/.rels",
      "xl/workbook.xml",
      "xl/workbook.bin",
      /kind XLSB is not read.*save it as XLSX/u,
    ],
  ])("%s", async (_, part, from, to, words) => {
    const content = await read(damaged(part, from, to));
    expect(content).toMatchObject({ kind: "unread", why: expect.stringMatching(words) });
    expect(content).toMatchObject({ code: expect.stringMatching(/^intake\/workbook-/u) });
  });

  it("bytes that are no text of their encoding", async () => {
    const parts = madeParts([{ name: "a", rows: [["x"]] }]);
    const xml = Buffer.from(String(parts.get("xl/sharedStrings.xml")));
    xml[xml.indexOf("<t") + 24] = 0xff;
    parts.set("xl/sharedStrings.xml", xml);
    expect(await read(packWorkbook(parts))).toMatchObject({ kind: "unread", code: "intake/workbook-broken" });
  });

  it("an archive that is damaged, and the next file is read", async () => {
    const whole = madeWorkbook([{ name: "a", rows: [["x"]] }]);
    const cut = Buffer.from(whole);
    cut.fill(0, 60, 90);
    expect(await read(cut)).toMatchObject({ kind: "unread" });
    expect(await read(whole)).toMatchObject({ kind: "workbook" });
  });
});

describe("a workbook that would grow without bound is not read", () => {
  it("own entities are never expanded", async () => {
    const bomb = damaged(
      "xl/sharedStrings.xml",
      "<sst",
      '<!DOCTYPE sst [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><sst',
    );
    expect(await read(bomb)).toMatchObject({ kind: "unread", code: "intake/xml-entities" });
  });

  it("a part that expands to more than a hundred times its size", async () => {
    const bomb = damaged("xl/sharedStrings.xml", "علی", " ".repeat(4_000_000));
    expect(bomb.length).toBeLessThan(20_000);
    expect(await read(bomb)).toMatchObject({ kind: "unread", code: "intake/archive-ratio" });
  });

  it("more cells, or more letters in them, than are read", async () => {
    const rows = (count: number) => Array.from({ length: count }, (_, row) => [`a${row}`]);
    const limited = (bytes: Uint8Array) => small.read(bytes, { name: "a.xlsx" });
    expect(await limited(madeWorkbook([{ name: "a", rows: rows(100) }]))).toMatchObject({ kind: "workbook" });
    expect(await limited(madeWorkbook([{ name: "a", rows: rows(101) }]))).toMatchObject({
      code: "intake/workbook-too-large",
      why: expect.stringMatching(/more than 100 cells, reached at sheet “a”, row 101/u),
    });
    // One cell far to the right is a row of many.
    const parts = madeParts([{ name: "a", rows: [["x"]] }]);
    const far = String(parts.get("xl/worksheets/sheet1.xml")).replace('r="A1"', 'r="XFD1"');
    expect(await limited(packWorkbook(parts.set("xl/worksheets/sheet1.xml", far)))).toMatchObject({
      code: "intake/workbook-too-large",
    });
    // A text that many cells share is shown in each.
    const shared = Array.from({ length: 90 }, () => ["x".repeat(300)]);
    expect(await limited(madeWorkbook([{ name: "a", rows: shared }]))).toMatchObject({
      code: "intake/workbook-too-large",
      why: expect.stringContaining("letters"),
    });
    expect(
      await limited(
        madeWorkbook([{ name: "a", rows: [["x"]], merged: Array.from({ length: 101 }, () => "A1:B2") }]),
      ),
    ).toMatchObject({ code: "intake/workbook-too-large" });
  });

  it("two members of one name", async () => {
    const parts = [...madeParts([{ name: "a", rows: [["x"]] }])];
    const twice = [...parts, ["XL/workbook.xml", "<workbook/>"] as const];
    expect(await read(madeZip(twice))).toMatchObject({
      kind: "unread",
      code: "intake/archive-duplicate-name",
    });
  });
});

it("whatever is changed in its parts, a workbook is read or refused, and nothing else is thrown", async () => {
  const parts = [
    ...madeParts([{ name: "قربانیان", rows: [["نام", 3], [{ value: 32370, format: "dd/mm/yyyy" }]] }]),
  ];
  const whole = parts.map(([name, content]) => [name, Buffer.from(content)] as const);
  const change = fc.record({
    part: fc.nat({ max: whole.length - 1 }),
    at: fc.nat({ max: 2000 }),
    drop: fc.nat({ max: 3 }),
    put: fc.string({ unit: fc.constantFrom(..."<>/=\"' &;rsctv0123456789:![]-"), maxLength: 4 }),
  });
  const kinds = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
      const members = whole.map(([name, content], index) => {
        let bytes: Buffer = content;
        for (const { part, at, drop, put } of changes) {
          if (part !== index) continue;
          const place = at % bytes.length;
          bytes = Buffer.concat([bytes.subarray(0, place), Buffer.from(put), bytes.subarray(place + drop)]);
        }
        return [name, bytes] as const;
      });
      const bytes = madeZip(members);
      const content = await readContent(memorySource(bytes), bytes, { name: "a.xlsx" }, DEFAULT_LIMITS);
      kinds.add(content.kind);
      expect(["workbook", "unread"]).toContain(content.kind);
    }),
    { numRuns: 500 },
  );
  expect([...kinds].sort()).toEqual(["unread", "workbook"]);
});

it("old and open workbooks are told from those that are read, with what to do", async () => {
  const ole = Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(1024)]);
  const ods = madeZip([
    ["mimetype", "application/vnd.oasis.opendocument.spreadsheet"],
    ["content.xml", "<x/>"],
  ]);
  for (const [bytes, name] of [
    [ole, "a.xls"],
    [ods, "a.ods"],
  ] as const)
    expect(await read(bytes, name)).toMatchObject({
      code: "intake/workbook-format",
      why: expect.stringMatching(/save it as XLSX without a password, or save the sheet as CSV/u),
    });
});

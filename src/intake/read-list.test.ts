import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { LANGUAGES } from "../core/index.ts";
import { ListRecord, toComparableKind, toComparableValue } from "./list-record.ts";
import { intakeMessagesEn } from "./messages.en.ts";
import { intakeMessagesFa } from "./messages.fa.ts";
import { toProblemText } from "./problem.ts";
import { readList } from "./read-list.ts";
import { parseRecipe } from "./recipe.ts";

interface Given {
  readonly list?: object;
  readonly fields?: object;
  readonly bytes?: Uint8Array;
  readonly listName?: string;
  readonly today?: number;
}

function read(
  text: string,
  { list = {}, fields = { name: { column: "name" } }, bytes, listName = "a", ...clock }: Given = {},
) {
  const recipe = parseRecipe(
    JSON.stringify({ v: 1, lists: { [listName]: { fields, ...list } } }),
    "recipe.json",
  );
  const own = recipe.lists[listName];
  if (own === undefined) throw new RangeError("no such list");
  return readList({ bytes: bytes ?? Buffer.from(text), fileName: "a.csv", listName, recipe: own, ...clock });
}

const codes = (items: readonly { readonly code: string }[]) => items.map(({ code }) => code);

describe("readList", () => {
  test("joins columns that share one field: second names, and dates in three cells", () => {
    const text = [
      "first,second,year,month,day,sect,order",
      "ANNA,MARIA,1967,9,27,x,y",
      "HANS,NA,1967,9,,,y",
      "UTE,,1967,,27,,",
      ",,,,,,",
      "",
    ].join("\n");
    const { records, sensitive } = read(text, {
      fields: {
        given: { column: "first", join: ["second"] },
        birth: { column: "year", join: ["month", "day"], dateOrder: "ymd" },
        religion: { column: "sect", join: ["order"] },
      },
    });
    const said = records.map(({ fields: { given, birth } }) => [
      given?.kind === "name" ? given.text : null,
      birth?.kind === "date" ? birth.time.edtf : null,
    ]);
    expect(said).toEqual([
      ["ANNA MARIA", "1967-09-27"],
      ["HANS", "1967-09"],
      // A day without its month claims no more than the year.
      ["UTE", "1967"],
    ]);
    expect(sensitive.map(({ column, kind, rows }) => [column, kind, rows])).toEqual([
      ["sect", "religion", 1],
      ["order", "religion", 2],
    ]);
    const dayFirst = read("name,day,month,year\nAli,,8,1988\nReza,3,,1988\n", {
      fields: { name: { column: "name" }, death: { column: "day", join: ["month", "year"] } },
    });
    expect(
      dayFirst.records.map(({ fields: { death } }) => (death?.kind === "date" ? death.time.edtf : null)),
    ).toEqual(["1988-08", "1988"]);
    expect(() => read("name\nAli\n", { fields: { name: { column: "name", join: ["third"] } } })).toThrowError(
      expect.objectContaining({ code: "intake/unknown-column" }),
    );
  });

  test("gives each row as an immutable record whose passage is the row", () => {
    const text = "id;name;death\n7;علی رضایی;۱۳۶۷/۰۵\n";
    const { records, delimiter, encoding, columns, rejected, problems, notices } = read(text, {
      list: { id: "id" },
      fields: {
        name: { column: "name", script: "persian" },
        death: { column: "death", calendar: "solar-hijri" },
      },
    });
    expect({ delimiter, encoding, columns, rejected, problems, notices }).toEqual({
      delimiter: ";",
      encoding: "utf-8",
      columns: ["id", "name", "death"],
      rejected: [],
      problems: [],
      notices: [],
    });
    const [record] = records;
    expect(ListRecord.parse(record)).toEqual(record);
    expect(record).toMatchObject({
      list: "a",
      recordId: "7",
      row: 1,
      cells: { id: "7", name: "علی رضایی", death: "۱۳۶۷/۰۵" },
      fields: {
        name: { kind: "name", text: "علی رضایی" },
        death: {
          kind: "date",
          raw: "۱۳۶۷/۰۵",
          time: { edtf: "1988-07-23/1988-08-22", precision: "month", calendar: "solar-hijri" },
        },
      },
    });
    const locator = record?.locator;
    if (locator === undefined || !("start" in locator))
      throw new Error("a row of a text has its place in it");
    const { start, end, line } = locator;
    expect([...text].slice(start, end).join("")).toBe("7;علی رضایی;۱۳۶۷/۰۵");
    expect(line).toBe(2);
  });

  test("gives the same ids for the same bytes, and others for another row, list or file", () => {
    const ids = (text: string, listName = "a") => read(text, { listName }).records.map(({ id }) => id);
    expect(ids("name\nAli\nAli\n")).toEqual(ids("name\nAli\nAli\n"));
    expect(
      new Set([...ids("name\nAli\nAli\n"), ...ids("name\nAli\nAli\n", "b"), ...ids("name\nAli\nAli\nX\n")])
        .size,
    ).toBe(7);
  });

  test("numbers rows as a spreadsheet does, one less for the heading, blank rows included", () => {
    const { records, notices } = read("name\nAli\n\n ,\nReza\n".replace(" ,", " "));
    expect(records.map(({ row, recordId, locator }) => [row, recordId, locator.line])).toEqual([
      [1, "1", 2],
      [4, "4", 5],
    ]);
    expect(codes(notices)).toEqual(["intake/blank-rows"]);
  });

  test("rejects ragged rows with row, reason and text, and takes empty columns beyond the heading", () => {
    const { records, rejected } = read("id,name,place\n1,Ali,x\n2,Reza\n3,Sara,y,z\n4,Mina,w,,\n");
    expect(records.map(({ row }) => row)).toEqual([1, 4]);
    expect(rejected).toMatchObject([
      {
        code: "intake/too-few-columns",
        row: 2,
        line: 3,
        text: "2,Reza",
        reason: "Row 2 has 2 of 3 columns.",
      },
      { code: "intake/too-many-columns", row: 3, line: 4, text: "3,Sara,y,z" },
    ]);
  });

  test("keeps the head of a row that a bare line break cut, and rejects its rest", () => {
    const { records, rejected, problems } = read(
      "id,name,note,place\n1,Ali,found in 2012. \nin the cemetery,x\n2,Sara,,y\n",
    );
    expect(records.map(({ row }) => row)).toEqual([1, 3]);
    expect(records[0]?.cells).toEqual({ id: "1", name: "Ali", note: "found in 2012. " });
    expect(rejected).toMatchObject([{ code: "intake/broken-line", row: 2, text: "in the cemetery,x" }]);
    expect(problems).toMatchObject([{ code: "intake/cut-row", row: 1, column: "note" }]);
  });

  test("costs one row, not the file, where a quotation mark never closes or a null character stands", () => {
    const { records, rejected } = read('id,name\n1,"Ali\n2,Reza\n3,Sa\0ra\n4,Mina\n');
    expect(records.map(({ row }) => row)).toEqual([2, 4]);
    expect(rejected).toMatchObject([
      { code: "intake/broken-quotes", row: 1, text: '1,"Ali' },
      { code: "intake/null-character", row: 3 },
    ]);
  });

  test("rejects a second row with the same id, and one without an id", () => {
    const { records, rejected } = read("id,name\n1,Ali\n1,Reza\n ,Sara\n", { list: { id: "id" } });
    expect(records).toHaveLength(1);
    expect(rejected).toMatchObject([
      {
        code: "intake/duplicate-id",
        row: 2,
        reason: "Row 2 has the id “1”, which row 1 of this list already has.",
      },
      { code: "intake/missing-id", row: 3 },
    ]);
  });

  test("splits a file by its list column, or takes the rows of the list that the recipe names", () => {
    const text = "list,id,name\nnorth,1,Ali\nsouth,1,Sara\n,2,Reza\n";
    const list = { id: "id", listColumn: "list" };
    const all = read(text, { list, listName: "all" });
    expect(all.lists).toEqual(["north", "south"]);
    expect(all.records.map((record) => record.list)).toEqual(["north", "south"]);
    expect(codes(all.rejected)).toEqual(["intake/missing-list"]);
    const south = read(text, { list, listName: "south" });
    expect(south.records.map((record) => [record.list, record.row])).toEqual([["south", 2]]);
  });

  test("keeps a broken date as written, lists it, and lists dates outside the period without dropping them", () => {
    const { records, problems } = read("name,death\nAli,1988-13-01\nReza,1981-06-20\nSara,1988\n", {
      fields: { death: { column: "death", within: "1988/1989" } },
    });
    expect(records).toHaveLength(3);
    expect(records[0]?.cells.death).toBe("1988-13-01");
    expect(records[0]?.fields.death).toBeUndefined();
    expect(records[1]?.fields.death).toMatchObject({ time: { edtf: "1981-06-20" } });
    expect(problems).toMatchObject([
      { code: "intake/unreadable-date", row: 1, column: "death", field: "death", raw: "1988-13-01" },
      { code: "intake/date-outside", row: 2, message: expect.stringContaining("outside 1988 to 1989") },
    ]);
  });

  test("reads a column of the Lunar Hijri calendar with its doubt, and guesses at no bare Hijri year", () => {
    const readDeaths = (calendar: string) =>
      read("death\n۱۴۰۸/۱۲/۱۶\nمرداد ۱۳۶۷\n", {
        fields: { death: { column: "death", calendar } },
        today: 20_784,
      });
    for (const word of ["lunar-hijri", "qamari", "islamic"]) {
      const { records, problems } = readDeaths(word);
      expect(problems).toEqual([]);
      expect(ListRecord.parse(records[0])).toEqual(records[0]);
      expect(records.map(({ fields }) => fields.death)).toMatchObject([
        { time: { edtf: "[1988-07-30..1988-08-01]", precision: "day", calendar: "lunar-hijri" } },
        { time: { edtf: "1988-07-23/1988-08-22", precision: "month", calendar: "solar-hijri" } },
      ]);
    }
    for (const word of ["by-year", "solar-hijri"]) {
      const { records, problems } = readDeaths(word);
      expect(problems).toMatchObject([{ code: "intake/ambiguous-date", row: 1, raw: "۱۴۰۸/۱۲/۱۶" }]);
      expect(records.map(({ fields }) => fields.death === undefined)).toEqual([true, false]);
    }
  });

  test("reads numbers in any digits, and does not take a year for an age", () => {
    const { records, problems } = read("age,latitude\n۲۶,35.69\n26 años,-34.6\n1994,95\nmany,x\n", {
      fields: { age: { column: "age" }, latitude: { column: "latitude" } },
    });
    expect(
      records.map(({ fields }) => [
        toComparableValue({ fields }, "age"),
        toComparableValue({ fields }, "latitude"),
      ]),
    ).toEqual([
      [{ number: 26 }, { number: 35.69 }],
      [{ number: 26 }, { number: -34.6 }],
      [null, null],
      [null, null],
    ]);
    expect(codes(problems)).toEqual([
      "intake/number-out-of-range",
      "intake/number-out-of-range",
      "intake/unreadable-number",
      "intake/unreadable-number",
    ]);
  });

  test("maps the words for male and female in several languages, and the recipe's own codes", () => {
    const sexes = read("sex\nM\nFemenino\nمرد\nز\nأنثى\nx\n", { fields: { sex: { column: "sex" } } });
    expect(sexes.records.map((record) => toComparableValue(record, "sex"))).toEqual([
      { text: "male" },
      { text: "female" },
      { text: "male" },
      { text: "female" },
      { text: "female" },
      null,
    ]);
    expect(codes(sexes.problems)).toEqual(["intake/unknown-code"]);
    const own = read("sex\n1\n2\n", {
      fields: { sex: { column: "sex", codes: { "1": "male", "2": "female" } } },
    });
    expect(own.records.map((record) => toComparableValue(record, "sex"))).toEqual([
      { text: "male" },
      { text: "female" },
    ]);
  });

  test("takes words for unknown as missing, built in or of the recipe", () => {
    const { records } = read("name,place\nناشناس,Tehran\nUnknown,-\nAli,sin datos\n", {
      fields: { name: { column: "name" }, place: { column: "place", unknown: ["TEHRAN"] } },
    });
    expect(records.map(({ fields }) => Object.keys(fields))).toEqual([[], [], ["name"]]);
  });

  test("gives linkage dates as days, and none for a date without an end", () => {
    const { records } = read("death\n1970-01\n1988/..\n", { fields: { death: { column: "death" } } });
    expect(records.map((record) => toComparableValue(record, "death"))).toEqual([{ days: [0, 30] }, null]);
    expect(toComparableKind("place")).toBe("text");
  });

  test("says which column the recipe misses, what there is and what is nearest", () => {
    expect(() => read("id,full_name\n1,Ali\n", { fields: { name: { column: "fullname" } } })).toThrowError(
      expect.objectContaining({
        code: "intake/unknown-column",
        reaction: "input",
        evidence: {
          file: "a.csv",
          path: "lists.a.fields.name.column",
          column: "fullname",
          nearest: "full_name",
          columns: ["id", "full_name"],
        },
      }),
    );
  });

  test("refuses a file without a heading, and says when there are no rows", () => {
    for (const text of ["", "\n\n", "\ufeff"])
      expect(() => read(text)).toThrowError(expect.objectContaining({ code: "intake/empty-file" }));
    expect(() => read('"name\nAli\n')).toThrowError(
      expect.objectContaining({ code: "intake/broken-heading" }),
    );
    expect(codes(read("name\n").notices)).toEqual(["intake/no-rows"]);
  });

  test("reads a byte order mark, UTF-16 and windows-1256 alike", () => {
    const text = "name\nپرويز\n";
    for (const bytes of [
      iconv.encode(text, "utf-8", { addBOM: true }),
      iconv.encode(text, "utf-16le", { addBOM: true }),
      iconv.encode(text, "windows-1256"),
    ])
      expect(read("", { bytes }).records[0]?.fields.name).toMatchObject({ text: "پرويز" });
  });

  test("lists cells with characters that could not be decoded", () => {
    const { records, problems } = read("name\nAl\ufffd\n");
    expect(records).toHaveLength(1);
    expect(problems).toMatchObject([{ code: "intake/replacement-character", row: 1, column: "name" }]);
  });

  test("takes an unknown field as text and suggests the known one", () => {
    const { records, notices } = read("x\nAli\n", { fields: { nmae: { column: "x" } } });
    expect(records[0]?.fields.nmae).toMatchObject({ kind: "text" });
    expect(notices).toMatchObject([
      { code: "intake/unknown-field", message: expect.stringContaining("Did you mean “name”?") },
    ]);
  });

  test("gives empty and repeated headings names of their own", () => {
    const { columns, notices } = read(" name ,,name\nAli,1,2\n");
    expect(columns).toEqual(["name", "column 2", "name (2)"]);
    expect(codes(notices)).toEqual(["intake/renamed-columns"]);
  });
});

describe("toProblemText", () => {
  test("says every problem in each language, with the same holes", () => {
    const holes = (text: string) => [...text.matchAll(/\{\w+\}/gu)].map(String).sort();
    for (const [key, text] of Object.entries(intakeMessagesEn)) {
      expect(holes(intakeMessagesFa[key as keyof typeof intakeMessagesEn]), key).toEqual(holes(text));
    }
    const [rejected] = read("id,name\n1\n").rejected;
    for (const language of LANGUAGES)
      expect(toProblemText(rejected ?? { code: "", params: {} }, language)).not.toContain("{");
  });
});

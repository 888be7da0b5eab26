import { describe, expect, it } from "vitest";
import { InquestError } from "../core/index.ts";
import { readStatementFile } from "./statement-file.ts";
import { timeOf } from "./statement-time.ts";

const note =
  "The ministry said nothing. A witness counted forty graves in Kuhpaya. The register lists ۱۲۰ names.";
const named = [
  "event:e",
  "speaker:witness",
  "site:graves",
  "office:warden",
  "person:nobody",
  "place:kuhpaya",
  "appeal:a",
  "group:g",
];
const context = {
  sourceOf: (key: string) => (key === "note" ? { id: "src-1", text: note } : undefined),
  isNamed: (id: string) => named.includes(id),
};

function read(statement: string, source = "note") {
  const head = `source: ${source}\ndefaults: {speaker: speaker:witness, chain: first-hand}\nstatements:\n`;
  return readStatementFile(`${head}${statement}`, "statements/a.yaml", context);
}

function codeOf(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    if (error instanceof InquestError) return `${error.code} line ${String(error.evidence.line)}`;
    throw error;
  }
  return "no error";
}

describe("a statement file", () => {
  it("anchors each statement to the code points of its quote", () => {
    const [statement] = read(
      "  - {key: A, subject: event:e, property: names-on-list, value: {min: 120}, unit: names, quote: ۱۲۰ names}",
    );
    const start = [...note.slice(0, note.indexOf("۱۲۰ names"))].length;
    expect(statement?.passage).toMatchObject({ quote: "۱۲۰ names", start, end: start + 9 });
    expect(statement?.value).toEqual({ kind: "quantity", min: 120, max: null });
  });

  it("gives the same statement the same id, and another value another id", () => {
    const line = (value: number) =>
      `  - {subject: event:e, property: persons-killed, value: ${value}, quote: forty graves}`;
    expect(read(line(40))).toEqual(read(line(40)));
    expect(read(line(40))[0]?.id).not.toBe(read(line(41))[0]?.id);
  });

  it("closes every allegation, whatever the recorder wrote", () => {
    const [statement] = read(
      "  - {subject: person:nobody, property: alleged-part, value: x, access: open, quote: A witness}",
    );
    expect(statement?.access).toBe("restricted");
  });

  it("refuses each new form with its own code, its line and what to do", () => {
    const ring = "[48.7, 31.3], [48.8, 31.3], [48.8, 31.4]";
    const outline = (value: string) => `subject: site:graves, property: outline, value: ${value}`;
    const involved = (value: string, more = "") =>
      `subject: person:nobody, property: involvement, value: ${value}${more}`;
    const mistakes: [string, string, RegExp][] = [
      [outline(`{ring: [${ring}], accuracyM: 5}`), "statements/outline", /not closed/u],
      [outline(`{ring: [${ring}, [48.7, 31.3]]}`), "statements/outline", /accuracyM.*metres/u],
      [outline(`{ring: [${ring}, [48.7, 31.3]], accuracyM: -1}`), "statements/outline", /above 0/u],
      [
        outline("{ring: [[91, 1], [92, 95], [93, 1], [91, 1]], accuracyM: 5}"),
        "statements/outline",
        /corner 2 .*latitude/u,
      ],
      [outline("{ring: somewhere, accuracyM: 5}"), "statements/outline", /list of positions/u],
      [
        outline("{ring: [[0, 0], [2, 2], [2, 0], [0, 2], [0, 0]], accuracyM: 5}"),
        "statements/outline",
        /crosses/u,
      ],
      [outline("{latitude: 1, longitude: 1, accuracyM: 5}"), "statements/value-kind", /kind outline/u],
      [involved("{act: event:e, basis: hearsay}"), "statements/involvement", /"basis".*held-office/u],
      [involved("{act: event:e}"), "statements/involvement", /"basis"/u],
      [involved("{act: place:kuhpaya, basis: not-stated}"), "statements/involvement", /"act".*event/u],
      [involved("{act: event:unnamed, basis: not-stated}"), "statements/unknown-subject", /event:unnamed/u],
      [
        involved("{act: event:e, basis: held-office, degree: ordered}"),
        "statements/involvement",
        /held an office is not to have ordered/u,
      ],
      [
        "subject: office:warden, property: involvement, value: {act: event:e, basis: held-office}",
        "statements/involvement",
        /only a person holds/u,
      ],
      [
        involved("{act: event:e, basis: not-stated}", ", standing: reported"),
        "statements/involvement",
        /alleged, never/u,
      ],
      [involved("a part"), "statements/value-kind", /kind involvement/u],
      [
        "subject: office:warden, property: appointed-by, value: person:nobody",
        "statements/member",
        /needs "of"/u,
      ],
      [
        "subject: office:warden, property: held-with-rank, value: Colonel, of: place:kuhpaya",
        "statements/member",
        /person/u,
      ],
      [
        "subject: office:warden, property: held-by, value: person:nobody, of: person:nobody",
        "statements/member",
        /takes no "of"/u,
      ],
      [
        "subject: event:e, property: persons-killed, value: 1, category: group:g",
        "statements/member",
        /takes no "category"/u,
      ],
      [
        "subject: appeal:a, property: signed-by, value: 1, category: person:nobody",
        "statements/member",
        /is a group/u,
      ],
      [
        "subject: appeal:a, property: signed-by, value: 1, category: group:unnamed",
        "statements/unknown-subject",
        /group:unnamed/u,
      ],
      [
        "subject: appeal:a, property: answer-kind, value: telegram",
        "statements/value-kind",
        /letter, note-verbale/u,
      ],
      ["subject: appeal:a, property: received, value: yesterday", "statements/value-kind", /kind none/u],
    ];
    for (const [line, code, remedy] of mistakes) {
      const action = () => read(`  - {${line}, quote: forty graves}`);
      expect([line, codeOf(action)]).toEqual([line, `${code} line 4`]);
      expect(action).toThrow(remedy);
    }
  });

  it("takes each new form, an outline in the order of GeoJSON, a part with its basis", () => {
    const [outline] = read(
      "  - {subject: site:graves, property: outline, value: {ring: [[48.7, 31.3], [48.8, 31.3], [48.8, 31.4], [48.7, 31.3]], accuracyM: 5}, quote: forty graves}",
    );
    expect(outline?.value).toMatchObject({ kind: "outline", ring: { 0: [48.7, 31.3] }, accuracyM: 5 });
    const part = (more: string) =>
      read(
        `  - {subject: person:nobody, property: involvement, value: {act: event:e, basis: signed-document}, quote: forty graves${more}}`,
      )[0];
    expect(part("")).toMatchObject({ standing: "alleged", access: "sealed" });
    expect(part(", access: open")?.access).toBe("sealed");
    expect(part(", access: restricted")?.access).toBe("restricted");
    const [signed] = read(
      "  - {subject: appeal:a, property: signed-by, value: 45, category: group:g, quote: forty graves}",
    );
    expect(signed).toMatchObject({ category: "group:g" });
  });

  it("gives a statement without the new members the id that it always had", () => {
    const [statement] = read(
      "  - {key: A, subject: event:e, property: persons-killed, value: 40, time: '1988', quote: forty graves}",
    );
    expect(statement?.id).toBe("st-8f75de85247ae8e8fa043e4c498beb41");
  });

  it("keeps a time as the source writes it, beside its EDTF, and shows it in its own calendar", () => {
    const line = (time: string) =>
      `  - {subject: event:e, property: persons-killed, value: 40, time: ${time}, quote: forty}`;
    const [solar] = read(line("{text: مرداد ۱۳۶۷, calendar: solar-hijri}"));
    expect(solar?.time).toBe("1988-07-23/1988-08-22");
    expect(solar?.timeAsWritten).toEqual({ text: "مرداد ۱۳۶۷", calendar: "solar-hijri" });
    const shown = (time: string) => {
      const [statement] = read(line(time));
      const span = statement === undefined ? null : timeOf(statement);
      return span === null ? null : [span.edtf, span.raw, span.calendar, span.precision];
    };
    expect(shown("{text: مرداد ۱۳۶۷}")).toEqual([
      "1988-07-23/1988-08-22",
      "مرداد ۱۳۶۷",
      "solar-hijri",
      "month",
    ]);
    expect(shown("{text: ۱۶ ذی‌الحجه ۱۴۰۸}")).toEqual([
      "[1988-07-30..1988-08-01]",
      "۱۶ ذی‌الحجه ۱۴۰۸",
      "lunar-hijri",
      "day",
    ]);
    expect(shown("{text: 3/4/1988, calendar: gregorian, order: mdy}")).toEqual([
      "1988-03-04",
      "3/4/1988",
      "gregorian",
      "day",
    ]);
    expect(shown('{text: "28 July 1988"}')?.[0]).toBe("1988-07-28");
    expect(shown("{text: 05/28/1988}")?.[0]).toBe("1988-05-28");
  });

  it("leaves ids as they were where no words are given, and another id where they are", () => {
    const [edtf] = read(
      '  - {subject: event:e, property: persons-killed, value: 40, time: "1988-07", quote: forty graves}',
    );
    expect(edtf).not.toHaveProperty("timeAsWritten");
    // The id that this statement had before times were kept as written.
    expect(edtf?.id).toBe("st-c2f7d8458662d102dce7b4af15943c34");
    const [words] = read(
      "  - {subject: event:e, property: persons-killed, value: 40, time: {text: July 1988}, quote: forty graves}",
    );
    expect(words?.time).toBe("1988-07");
    expect(words?.id).not.toBe(edtf?.id);
  });

  it("goes by the EDTF where the words of an old act are read in another way today", () => {
    const span = timeOf({ time: "1988-08", timeAsWritten: { text: "مرداد ۱۳۶۷", calendar: "solar-hijri" } });
    expect(span).toMatchObject({ edtf: "1988-08", raw: "مرداد ۱۳۶۷", calendar: "gregorian" });
  });

  it("refuses words that are no time or have two readings, and says what to write", () => {
    const messageOf = (time: string) => {
      try {
        read(`  - {subject: event:e, property: persons-killed, value: 1, time: ${time}, quote: forty}`);
      } catch (error) {
        if (error instanceof InquestError) return `${error.code} ${error.evidence.line}: ${error.message}`;
      }
      return "read";
    };
    const cases: [string, string][] = [
      ["{text: 1408/12/16}", "calendar: solar-hijri or calendar: lunar-hijri"],
      ["{text: هجری ۱۳۶۷}", "calendar: solar-hijri or calendar: lunar-hijri"],
      ["{text: 3/4/1988}", "order: dmy or order: mdy"],
      ["{text: 5/6/1367, calendar: solar-hijri}", "order: dmy or order: mdy"],
      ["{text: مرداد ۱۳۶۷, calendar: lunar-hijri}", "of the solar-hijri calendar by its own words"],
      ["{text: that summer}", "cannot be read as a time"],
      ["{text: 1367/13/1, calendar: solar-hijri}", "of the solar-hijri calendar"],
      ['{text: "?"}', "cannot be read as a time"],
    ];
    for (const [time, remedy] of cases) {
      expect(messageOf(time)).toContain("statements/broken-date 4: ");
      expect(messageOf(time)).toContain(remedy);
    }
    expect(messageOf("{text: July 1988, calender: gregorian}")).toContain("statements/invalid-entry 4");
  });

  it("names file, line and remedy for each kind of mistake", () => {
    const cases: [string, string][] = [
      [
        "  - {subject: event:e, property: persons-killed, value: 1, quote: absent words}",
        "statements/passage",
      ],
      [
        "  - {subject: event:e, property: persons-killed, value: many, quote: forty}",
        "statements/value-kind",
      ],
      [
        "  - {subject: event:e, property: persons-killed, value: {min: 9, max: 2}, quote: forty}",
        "statements/value-kind",
      ],
      [
        "  - {subject: site:graves, property: persons-killed, value: 1, quote: forty}",
        "statements/subject-kind",
      ],
      [
        "  - {subject: event:unnamed, property: persons-killed, value: 1, quote: forty}",
        "statements/unknown-subject",
      ],
      ["  - {subject: event:e, property: persons-slain, value: 1, quote: forty}", "statements/invalid-entry"],
      [
        "  - {subject: event:e, property: persons-killed, value: 1, time: 88-13, quote: forty}",
        "statements/broken-date",
      ],
      [
        "  - {subject: event:e, property: persons-killed, value: 1, time: 1988-12/1988-07, quote: forty}",
        "statements/broken-date",
      ],
      [
        "  - {subject: office:warden, property: held-by, value: site:graves, quote: forty}",
        "statements/value-kind",
      ],
    ];
    for (const [line, code] of cases) expect(codeOf(() => read(line))).toBe(`${code} line 4`);
    expect(codeOf(() => read("  - {a: 1", "note"))).toMatch(/^statements\/yaml/u);
    expect(codeOf(() => read("  - {subject: event:e}", "elsewhere"))).toBe(
      "statements/unknown-source line 1",
    );
  });

  it("refuses a point that lies nowhere before it is recorded, when no reader could read it any more", () => {
    const point = (latitude: number) =>
      `  - {subject: site:graves, property: coordinate, value: {latitude: ${latitude}, longitude: 51, accuracyM: 50}, quote: forty graves}`;
    expect(read(point(35))[0]?.value).toMatchObject({ kind: "point", latitude: 35 });
    expect(codeOf(() => read(point(350)))).toBe("statements/invalid-entry line 4");
  });

  it("may be JSON, and says there too on which line a mistake stands", () => {
    const file = {
      source: "note",
      defaults: { speaker: "speaker:witness", chain: "first-hand" },
      statements: [{ subject: "event:e", property: "persons-killed", value: 40, quote: "forty graves" }],
    };
    const yaml = read("  - {subject: event:e, property: persons-killed, value: 40, quote: forty graves}");
    expect(readStatementFile(JSON.stringify(file), "a.json", context)).toEqual(yaml);
    const [entry] = file.statements;
    const wrong = { ...file, statements: [entry, { ...entry, value: "many" }] };
    expect(codeOf(() => readStatementFile(JSON.stringify(wrong, null, 1), "a.json", context))).toBe(
      "statements/value-kind line 14",
    );
  });
});

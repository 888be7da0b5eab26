import { describe, expect, it } from "vitest";
import { InquestError } from "../core/index.ts";
import { readStatementFile } from "./statement-file.ts";

const note =
  "The ministry said nothing. A witness counted forty graves in Kuhpaya. The register lists ۱۲۰ names.";
const named = [
  "event:e",
  "speaker:witness",
  "site:graves",
  "office:warden",
  "person:nobody",
  "place:kuhpaya",
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
    expect(statement?.passage.quote).toBe("۱۲۰ names");
    expect([...note].slice(statement?.passage.start, statement?.passage.end).join("")).toBe("۱۲۰ names");
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

import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { temporaryFolder } from "../case-fixture.ts";
import { SHIPPED } from "../shipped-cases.ts";
import { inquest } from "./cli-fixture.ts";
import { writeSmallFolder } from "./small-folder.ts";

const folder = temporaryFolder("schemas");
const cases = join(import.meta.dirname, "..", "..", "cases");

async function checkerOf(name: string) {
  const { code, out } = await inquest(folder, "schema", name);
  expect(code).toBe(0);
  return new Ajv2020({ allErrors: true, validateFormats: false }).compile(JSON.parse(out));
}

const readYaml = (...path: readonly string[]): unknown => parse(readFileSync(join(cases, ...path), "utf8"));

describe("inquest schema", () => {
  test("describes every file of the shipped cases", async () => {
    const [isCase, isSubjects, isStatements] = [
      await checkerOf("case"),
      await checkerOf("subjects"),
      await checkerOf("statements"),
    ];
    let count = 0;
    for (const name of SHIPPED) {
      expect(isCase(readYaml(name, "case.yaml")), JSON.stringify(isCase.errors)).toBe(true);
      expect(isSubjects(readYaml(name, "subjects.yaml")), JSON.stringify(isSubjects.errors)).toBe(true);
      for (const file of readdirSync(join(cases, name, "statements"))) {
        expect(isStatements(readYaml(name, "statements", file)), JSON.stringify(isStatements.errors)).toBe(
          true,
        );
        count += 1;
      }
    }
    expect(count).toBeGreaterThan(10);
  });

  test("describes what is known of the lists of a table", async () => {
    const isProvenance = await checkerOf("provenance");
    expect(isProvenance({ A: { drawsOn: ["B"], why: "its foreword" } })).toBe(true);
    expect(isProvenance({ A: { drawsOn: ["B"] } })).toBe(false);
    expect(isProvenance({ A: { covers: 1988, why: "its foreword" } })).toBe(false);
  });

  test.each([
    ["a property that is not in the vocabulary", { property: "was-killed-by" }],
    ["a property of another kind of subject", { subject: "place:town" }],
    ["a value of another kind", { value: "many" }],
    ["a range without an end", { value: { best: 4 } }],
    ["a subject where a count belongs", { value: "person:someone" }],
    ["a member that does not exist", { qoute: "Words" }],
    ["a time in words without them", { time: { calendar: "solar-hijri" } }],
    ["a calendar that we do not have", { time: { text: "1367", calendar: "julian" } }],
    ["no quote", { quote: undefined }],
    ["no value", { value: undefined }],
    ["an unknown word for how it came to the speaker", { chain: "third-hand" }],
  ])("refuses %s", async (_what, mistake) => {
    const isStatements = await checkerOf("statements");
    const right = { subject: "event:e", property: "persons-killed", value: 7, quote: "Words" };
    const asFile = (statement: unknown) =>
      JSON.parse(JSON.stringify({ source: "n", statements: [statement] }));
    expect(isStatements(asFile(right))).toBe(true);
    const time = { text: "مرداد ۱۳۶۷", calendar: "solar-hijri" };
    expect(isStatements(asFile({ ...right, time }))).toBe(true);
    expect(isStatements(asFile({ ...right, ...mistake }))).toBe(false);
  });

  const ring = [
    [48.7, 31.3],
    [48.8, 31.3],
    [48.8, 31.4],
    [48.7, 31.3],
  ];
  const part = { act: "event:e", degree: "ordered", basis: "named-by-witness" };
  test.each([
    [true, "an outline", { subject: "site:s", property: "outline", value: { ring, accuracyM: 5 } }],
    [false, "an outline without its accuracy", { subject: "site:s", property: "outline", value: { ring } }],
    [
      false,
      "an outline with a latitude first",
      {
        subject: "site:s",
        property: "outline",
        value: { ring: ring.map(([a = 0, b = 0]) => [b, a * 2]), accuracyM: 5 },
      },
    ],
    [true, "an involvement", { subject: "person:p", property: "involvement", value: part }],
    [
      false,
      "an involvement without a basis",
      { subject: "person:p", property: "involvement", value: { act: "event:e" } },
    ],
    [
      false,
      "a degree of having held an office",
      { subject: "person:p", property: "involvement", value: { ...part, basis: "held-office" } },
    ],
    [
      true,
      "the bare office as a basis",
      { subject: "person:p", property: "involvement", value: { act: "event:e", basis: "held-office" } },
    ],
    [
      false,
      "an involvement as a report",
      { subject: "person:p", property: "involvement", value: part, standing: "reported" },
    ],
    [true, "a rank", { subject: "office:o", property: "held-with-rank", of: "person:p", value: "Colonel" }],
    [false, "a rank of nobody", { subject: "office:o", property: "held-with-rank", value: "Colonel" }],
    [
      false,
      "whose it is, where it is nobody's",
      { subject: "event:e", property: "persons-killed", value: 1, of: "person:p" },
    ],
    [true, "a category", { subject: "appeal:a", property: "signed-by", value: 45, category: "group:g" }],
    [
      false,
      "a person as a category",
      { subject: "appeal:a", property: "signed-by", value: 45, category: "person:p" },
    ],
    [
      false,
      "a category of the dead",
      { subject: "event:e", property: "persons-killed", value: 1, category: "group:g" },
    ],
  ])("says %s of %s", async (isRight, _what, statement) => {
    const isStatements = await checkerOf("statements");
    expect(isStatements({ source: "n", statements: [{ ...statement, quote: "Words" }] })).toBe(isRight);
  });

  test("says which files it knows", async () => {
    const { code, err } = await inquest(folder, "schema", "lists");
    expect(code).toBe(2);
    expect(err).toContain("case, subjects, statements, findings");
  });
});

describe("statement files in JSON", () => {
  const small = {
    subjects: [],
    text: "Words about forty persons.",
    statements: ['key: A, subject: event:e, property: persons-killed, value: 40, quote: "forty persons"'],
  };
  const entry = {
    key: "B",
    subject: "event:e",
    property: "persons-killed",
    value: { min: 30 },
    quote: "forty persons",
  };

  async function build(statements: readonly unknown[]) {
    const at = mkdtempSync(join(folder, "json-"));
    const from = writeSmallFolder(at, small);
    const file = { source: "note", defaults: { speaker: "speaker:s", chain: "first-hand" }, statements };
    writeFileSync(join(from, "statements", "note.json"), JSON.stringify(file, null, 2));
    await inquest(at, "init", "c", "--title", "Small", "--fictional");
    return { at, built: await inquest(at, "build", from, "--case", "c", "--quiet") };
  }

  test("are recorded beside those in YAML", async () => {
    const { at, built } = await build([entry]);
    expect(built.err).toBe("");
    const found = await inquest(at, "search", "forty", "--case", "c", "--json");
    const counted = JSON.parse(found.out).facets.kind.values;
    expect(counted).toMatchObject([{ value: "statement", count: 2 }]);
  });

  test("are refused with their line", async () => {
    const { built } = await build([entry, { ...entry, key: "C", chain: "third-hand" }]);
    expect(built.code).not.toBe(0);
    expect(built.err).toMatch(/statements\/note\.json, line 17, statement 2: "chain"/u);
  });
});

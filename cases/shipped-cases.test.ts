import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { isOpen, quoteOf } from "../src/statements/index.ts";
import { readShippedCase } from "./read-shipped-case.ts";

const ids = readdirSync(import.meta.dirname, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort();

const Questions = z.looseObject({
  id: z.string(),
  fictional: z.boolean(),
  event: z.string(),
  title: z.strictObject({ en: z.string(), fa: z.string() }),
  summary: z.strictObject({ en: z.string(), fa: z.string() }),
  questions: z.looseObject({ holders: z.array(z.looseObject({ office: z.string() })) }).optional(),
  estimates: z.array(z.looseObject({ lists: z.array(z.string()) })).optional(),
  identifyingAssumption: z.strictObject({ en: z.string(), fa: z.string() }).optional(),
});

/** Letters that a Persian keyboard does not write: Arabic yeh and kaf, alef maksura, and Arabic digits. */
const NOT_PERSIAN = /[\u064A\u0643\u0649\u0660-\u0669]/u;

describe.each(ids)("the shipped case %s", (id) => {
  const shipped = readShippedCase(id);
  const config = Questions.parse(shipped.config);
  const named = new Map(shipped.subjects.map((subject) => [subject.id, subject]));

  it("has statements that fit the vocabulary and whose quotes stand exactly once in their note", () => {
    expect(shipped.statements.length).toBeGreaterThan(0);
    for (const { passage, source, key } of shipped.statements) {
      const note = shipped.notes.find((candidate) => candidate.key === source);
      expect(note?.body.split(quoteOf(passage)).length, `${key}: occurrences of its quote`).toBe(2);
    }
  });

  it("has a key for every statement, and no key twice", () => {
    const keys = shipped.statements.map(({ key }) => key);
    expect(keys).not.toContain(undefined);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it("names every subject once, in English and in Persian, and lies each within a named one", () => {
    expect(named.size).toBe(shipped.subjects.length);
    for (const { id: subject, names, within } of shipped.subjects) {
      expect(names.en, subject).toBeTruthy();
      expect(names.fa, subject).toBeTruthy();
      if (within !== undefined) expect(named.has(within), `${subject} within ${within}`).toBe(true);
    }
  });

  it("puts each statement's words, where it has any, in both languages", () => {
    for (const { key, value, note, via } of shipped.statements) {
      const words = [
        value.kind === "text" ? value.text : undefined,
        value.kind === "quantity" || value.kind === "involvement" ? value.words : undefined,
      ];
      for (const text of [...words, note, via]) {
        if (text !== undefined)
          expect([key, typeof text.en, typeof text.fa]).toEqual([key, "string", "string"]);
      }
    }
  });

  it("writes Persian with Persian letters and digits", () => {
    for (const { name, text } of shipped.files) {
      const lines = text.split("\n").filter((line) => NOT_PERSIAN.test(line));
      expect(lines, name).toEqual([]);
    }
  });

  it("uses every subject it names, and gives every speaker an independence group", () => {
    const used = new Set(
      shipped.statements.flatMap(({ subject, speaker, place, of, category, lists, value }) => [
        subject,
        speaker,
        ...[place, of, category, ...(lists ?? [])].filter((each) => each !== undefined),
        ...(value.kind === "ref" ? [value.ref] : []),
      ]),
    );
    for (const { within } of shipped.subjects) if (within !== undefined) used.add(within);
    for (const each of [config.event, ...(config.questions?.holders ?? []).map(({ office }) => office)])
      used.add(each);
    for (const each of (config.estimates ?? []).flatMap(({ lists }) => lists)) used.add(each);
    expect(shipped.subjects.map((subject) => subject.id).filter((subject) => !used.has(subject))).toEqual([]);
    const ungrouped = shipped.subjects.filter(
      (subject) => subject.id.startsWith("speaker:") && subject.independenceGroup === undefined,
    );
    expect(ungrouped).toEqual([]);
  });

  it("asks only about subjects that it names", () => {
    expect(config.id).toBe(id);
    const asked = [config.event, ...(config.questions?.holders ?? []).map(({ office }) => office)];
    for (const subject of [...asked, ...(config.estimates ?? []).flatMap(({ lists }) => lists)])
      expect(named.has(subject), subject).toBe(true);
  });

  it("seals notes as working summaries that say where the original is", () => {
    for (const { key, head } of shipped.notes) {
      expect(head.title.fa, key).toBeTruthy();
      if (!config.fictional)
        expect([key, head.role, typeof head.original]).toEqual([key, "working", "object"]);
    }
  });

  it("keeps allegations out of the open statements", () => {
    for (const statement of shipped.statements) {
      const isAccusation = /^(alleged-part|reported-admission|involvement)$/u.test(statement.property);
      expect([statement.key, isAccusation && isOpen({ statement, leafIndex: 0 })]).toEqual([
        statement.key,
        false,
      ]);
      expect([statement.key, isAccusation]).toEqual([statement.key, statement.standing === "alleged"]);
    }
  });
});

it("every folder of shipped cases holds a case", () => {
  expect(ids.filter((id) => readdirSync(join(import.meta.dirname, id)).includes("case.yaml"))).toEqual(ids);
});

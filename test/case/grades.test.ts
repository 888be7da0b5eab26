/** Where a statement comes from, and what people think of it and of its source. */
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { openCase, readCase, type SourceView } from "../../src/case/index.ts";
import { fixedSurroundings, temporaryFolder } from "../case-fixture.ts";
import { inquest } from "./cli-fixture.ts";
import { buildSmallCase } from "./small-folder.ts";

const folder = temporaryFolder("grades");
const inCase = (...args: readonly string[]) => inquest(folder, ...args, "--case", "c", "--quiet");

async function sourceView(): Promise<SourceView> {
  const opened = await openCase({
    dir: join(folder, "c"),
    mode: "read",
    surroundings: fixedSurroundings(folder),
  });
  try {
    return await (await readCase(opened)).source("note", "en");
  } finally {
    await opened.close();
  }
}

beforeAll(async () => {
  await buildSmallCase(folder, {
    subjects: [],
    text: "They said forty. چهل نفر بودند.",
    statements: [
      'key: A, subject: event:e, property: persons-killed, value: 40, quote: "They said forty.", said: "2019-03", extractedBy: {tool: reader, version: "2.1"}',
      'key: B, subject: event:e, property: persons-killed, value: 40, quote: "چهل نفر بودند.", translation: {text: {en: There were forty.}, by: T3, isMachine: false}, extractedBy: {person: R1}',
    ],
  });
});

describe("a statement", () => {
  test("says when it was said, who took it from the source and who translated it", async () => {
    const [first, second] = (await sourceView()).statementsAt;
    expect(first).toMatchObject({ said: { edtf: "2019-03" }, extractedBy: "reader 2.1", translation: null });
    expect(second).toMatchObject({
      said: null,
      extractedBy: "R1",
      translation: { text: "There were forty.", by: "T3", isMachine: false },
    });
  });

  test("says who accepted it", async () => {
    await inCase("status", "A", "accepted");
    const [first, second] = (await sourceView()).statementsAt;
    expect([first?.reviewedBy !== null, second?.reviewedBy]).toEqual([true, null]);
  });
});

describe("a grade", () => {
  test("stands by topic beside its source or statement, the last one first to be believed", async () => {
    await inCase("grade", "note", "C", "--why", "one witness");
    await inCase("grade", "note", "D", "--topic", "numbers", "--why", "rounds up");
    await inCase("grade", "note", "B", "--topic", "numbers", "--why", "checked against a list");
    await inCase("grade", "A", "3", "--why", "nobody else says it");
    const source = await sourceView();
    expect(source.grades.map(({ topic, grade, reason }) => [topic, grade, reason])).toEqual([
      [null, "C", "one witness"],
      ["numbers", "B", "checked against a list"],
    ]);
    expect(source.statementsAt[0]?.credibility).toMatchObject({ grade: "3", gradeText: "3, possibly true" });
    expect((await inCase("grade", "note", "--lang", "fa")).out).toContain("معمولاً قابل اتکا");
    expect((await inCase("grade", "A")).out).toContain("nobody else says it");
  });

  test("of a speaker is kept too", async () => {
    expect((await inCase("grade", "A witness", "B", "--why", "was there")).code).toBe(0);
    expect((await inCase("grade", "speaker:s")).out).toContain("B, usually reliable");
  });

  test("changes no answer", async () => {
    const before = (await inCase("answer", "--json")).out;
    await inCase("grade", "note", "E", "--why", "contradicts itself");
    await inCase("grade", "A", "6", "--why", "cannot tell");
    expect((await inCase("answer", "--json")).out).toBe(before);
  });

  test.each([
    ["note", "3", "A to F"],
    ["A", "B", "1 to 6"],
    ["note", "G", "A to F"],
  ])("of another kind is refused: %s %s", async (word, grade, rule) => {
    const { code, err } = await inCase("grade", word, grade, "--why", "x");
    expect([code, err]).toEqual([3, expect.stringContaining("case/grade")]);
    expect(err).toContain(rule);
  });

  test("without its reason is refused", async () => {
    expect((await inCase("grade", "note", "A")).err).toContain("without a reason");
  });
});

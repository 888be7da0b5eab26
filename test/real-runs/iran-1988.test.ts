import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse as parseYaml, stringify } from "yaml";
import { z } from "zod";
import {
  type CaseFolder,
  type CaseReader,
  type OpenCase,
  readCase,
  readCaseFolder,
} from "../../src/case/index.ts";
import { parseEdtf } from "../../src/core/index.ts";
import { buildCase, repository, sharedFile } from "../case-fixture.ts";

const articlePath = sharedFile("cases", "iran-1988", "article.txt");
const omidPath = sharedFile("cases", "iran-1988", "omid-1988.csv");
const factsPath = sharedFile("cases", "iran-1988", "facts.csv");
const isHere = articlePath !== null && omidPath !== null && factsPath !== null;

/** Where each fact stands in the article: code points, and the start of the SHA-256 of the words there. */
const Passages = z.record(z.string(), z.tuple([z.number(), z.number(), z.string()]));
const passages = Passages.parse(
  JSON.parse(readFileSync(join(import.meta.dirname, "article-passages.json"), "utf8")),
);

const recipe = {
  v: 1,
  lists: {
    omid: {
      file: "omid-1988.csv",
      id: "rec_id",
      sealing: { leaveOpen: "published memorial of the dead" },
      fields: {
        name: { column: "name_farsi", script: "Arab" },
        nameLatin: { column: "name_latin", script: "Latn" },
        alias: { column: "aliases" },
        sex: { column: "gender" },
        age: { column: "age_at_death" },
        death: {
          column: "date_of_death",
          calendar: "gregorian",
          precision: "year-when-january-first",
          within: "1988/1989",
        },
        deathPlace: { column: "place_of_death" },
        province: { column: "province" },
      },
    },
  },
};

const Draft = z.looseObject({ key: z.string(), quote: z.string() });
const StatementFile = z.looseObject({ source: z.string(), statements: z.array(Draft) });

/** The shipped case with the article itself in place of the note about it, and the list beside it. */
function realFolder(article: string, omid: Uint8Array): CaseFolder {
  const shipped = readCaseFolder(join(repository, "cases", "iran-1988"));
  const bytes = new TextEncoder().encode(article);
  const isArticle = (name: string) => name.includes("article");
  return {
    ...shipped,
    sources: [
      ...shipped.sources.filter((note) => !isArticle(note.name)),
      { name: "sources/article.txt", bytes },
    ],
    statementFiles: shipped.statementFiles.map((file) => {
      const content = StatementFile.parse(parseYaml(new TextDecoder().decode(file.bytes)));
      if (!isArticle(content.source)) return file;
      const statements = content.statements.map((draft) => ({ ...draft, ...quoteOf(draft.key, article) }));
      return {
        ...file,
        bytes: new TextEncoder().encode(stringify({ ...content, source: "article", statements })),
      };
    }),
    recipe: { name: "lists/recipe.json", bytes: new TextEncoder().encode(JSON.stringify(recipe)) },
    readListFile: () => ({ name: "lists/omid-1988.csv", bytes: omid }),
  };
}

function quoteOf(key: string, article: string): { quote: string; occurrence?: number } {
  const [start, end, hash] = passages[key] ?? passages[key.slice(0, 3)] ?? [0, 0, ""];
  const quote = [...article].slice(start, end).join("");
  if (createHash("sha256").update(quote).digest("hex").slice(0, 16) !== hash) {
    throw new Error(`the article no longer reads at ${key} what it read when the passage was found`);
  }
  const before =
    article.indexOf(quote) < 0 ? 0 : article.slice(0, article.indexOf(quote, start)).split(quote).length;
  return before > 1 || article.indexOf(quote) !== article.lastIndexOf(quote)
    ? { quote, occurrence: before }
    : { quote };
}

describe.skipIf(!isHere)("the real run of iran-1988 (skips where ../shared is absent)", () => {
  let opened: OpenCase;
  let reader: CaseReader;
  const rows = z
    .array(z.record(z.string(), z.string()))
    .parse(omidPath === null ? [] : parse(readFileSync(omidPath), { columns: true, bom: true }));

  beforeAll(async () => {
    if (articlePath === null || omidPath === null) return;
    const folder = realFolder(readFileSync(articlePath, "utf8"), new Uint8Array(readFileSync(omidPath)));
    opened = await buildCase(folder, "iran-real");
    reader = await readCase(opened);
  });
  afterAll(() => opened.close());

  it("finds the passage of every fact of the article in the sealed article", async () => {
    const source = await reader.source("article", "en");
    const facts = z
      .array(z.record(z.string(), z.string()))
      .parse(factsPath === null ? [] : parse(readFileSync(factsPath), { columns: true }));
    const ofArticle = facts.filter((fact) => fact.publication === "article").map((fact) => fact.id);
    const keys = new Set(source.statementsAt.map((statement) => statement.key));
    expect(ofArticle).toHaveLength(47);
    expect(ofArticle.filter((id) => id === undefined || !keys.has(id))).toEqual([]);
    const points = [...(source.text ?? "")];
    for (const { at, quote } of source.statementsAt) {
      expect(at.kind === "text" ? points.slice(at.start, at.end).join("") : at.kind).toBe(quote);
    }
  });

  it("traces every figure that rests on the article to a held original, verified", async () => {
    const { answers } = reader.plainAnswers("en");
    const figure = answers.howMany.find((each) => each.speaker !== null && each.range?.[0] === 30_000);
    const trace = await reader.trace(figure?.id ?? "", "en");
    expect(trace.originalHeld).toBe(true);
    expect(trace.verified).toBe(true);
    expect(trace.chain.map((link) => link.kind)).toContain("checkpoint");
  });

  it("keeps all 2,967 records and shows them as documented, apart from every reported total", () => {
    const { howMany } = reader.plainAnswers("en").answers;
    const listed = howMany.find((figure) => figure.id === "howMany.documented.records-omid");
    expect(listed).toMatchObject({ value: 2967, standing: "documented", unit: "records", speaker: null });
    const reported = howMany.filter((figure) => figure.standing === "reported");
    expect(reported.map((figure) => figure.value ?? figure.range?.[0])).toContain(30_000);
    expect(reported.some((figure) => figure.value === 2967)).toBe(false);
  });

  it("counts by province as the file does, the 361 empty ones as not recorded", () => {
    const expected = new Map<string, number>();
    for (const row of rows) expected.set(row.province ?? "", (expected.get(row.province ?? "") ?? 0) + 1);
    const { where } = reader.plainAnswers("en").answers;
    const counted = where.filter((figure) => figure.id.startsWith("where.place.omid"));
    const found = new Map(counted.map((figure) => [figure.place ?? "", figure.value]));
    expect(found.get("")).toBe(361);
    expect([...found].sort()).toEqual([...expected].sort());
  });

  it("makes every 01-01 a year, keeps the raw text, and lets none of them stand under January", async () => {
    const records = await opened.records("omid");
    const dates = records.flatMap((record) => {
      const value = record.fields.death;
      return value?.kind === "date" ? [value] : [];
    });
    const firsts = dates.filter((value) => value.raw.endsWith("-01-01"));
    const ofYear = (year: string) => firsts.filter((value) => value.raw.startsWith(year));
    expect(ofYear("1988")).toHaveLength(2365);
    expect(ofYear("1989")).toHaveLength(97);
    expect(
      firsts.every((value) => value.time.edtf === value.raw.slice(0, 4) && value.time.precision === "year"),
    ).toBe(true);
    const january = parseEdtf("1988-01");
    const inJanuary = dates.filter(
      ({ time }) =>
        time.earliest !== null &&
        time.latest !== null &&
        time.earliest >= (january.earliest ?? 0) &&
        time.latest <= (january.latest ?? 0),
    );
    expect(inJanuary.filter((value) => value.raw.endsWith("-01-01"))).toEqual([]);
  });

  it("lists dates outside of 1988 and 1989 as problems and drops none", async () => {
    const outside = rows.filter(
      (row) => row.date_of_death !== "" && !/^198[89]/u.test(row.date_of_death ?? ""),
    );
    const { problems, rejected } = await opened.problems("omid");
    const listed = problems.filter((problem) => problem.code === "intake/date-outside");
    expect(outside.length).toBeGreaterThan(0);
    expect(listed).toHaveLength(outside.length);
    expect(rejected).toEqual([]);
    console.log(`omid: ${outside.length} dates outside 1988–1989 listed, ${problems.length} problems in all`);
  });

  it("sets the 150 and the 45 who are said to have signed beside the names, of which the sources give none", () => {
    const day = parseEdtf("2022-05-23").latest ?? 0;
    const { appeals } = reader.appealRoll(day, "en");
    const of = (id: string) => appeals.find((each) => each.id === id);
    const counts = (id: string) =>
      of(id)?.signatures.map(({ category, declared, named }) => [
        category?.name ?? null,
        declared.map(({ statement, missing }) => [statement.valueText, missing]),
        named.length,
      ]);
    expect(counts("appeal:joint-statement")).toEqual([
      [null, [["≥ 150", 150]], 0],
      ["Former officials of the United Nations", [["45", 45]], 0],
    ]);
    expect(counts("appeal:un-experts-letter")).toEqual([[null, [["7", 7]], 0]]);
    // From the last day of September 2020.
    expect(of("appeal:un-experts-letter")?.daysWaiting).toBe(600);
    const states = appeals.map(({ id, asked }) => [id, asked.map(({ state }) => state)]);
    expect(Object.fromEntries(states)).toEqual({
      "appeal:exiles-1988": ["waiting"],
      "appeal:un-experts-letter": ["waiting"],
      "appeal:joint-statement": ["undated", "undated"],
      "appeal:ncri": ["undated"],
      "appeal:rajavi": ["undated", "undated", "undated", "undated"],
    });
    expect(
      reader
        .appealRoll(day, "fa")
        .appeals.flatMap(({ duty }) => duty)
        .map(({ key }) => key),
    ).toEqual(["F23"]);
  });

  it("keeps the four allegations at their source: in no answer, lane, search, trace, finding or page of a site", async () => {
    expect(reader.allegations("en")).toEqual({ released: [], restricted: 4, unread: 0 });
    const source = await reader.source("article", "en");
    const alleged = source.statementsAt.filter(({ standing }) => standing === "alleged");
    expect(alleged.map(({ key }) => key).sort()).toEqual(["F11", "F15", "F19", "F44"]);
    const views = (["en", "fa"] as const).flatMap((language) => [
      reader.answers(language),
      reader.offices(language),
      reader.whoHeld({ office: "office:head-of-judiciary", on: "2021" }, language),
      reader.postings("person:raisi", language),
      reader.chainOfCommand({ unit: "office:minister-of-justice", on: "2018" }, language),
      reader.statedPerson("person:pourmohammadi", language),
      reader.search({ q: "commissions", offset: 0, limit: 200 }, language),
      reader.appealRoll(20_000, language),
      reader.findings(language),
    ]);
    const shown = JSON.stringify(views);
    for (const { id, quote, valueText } of alleged) {
      for (const words of [id, JSON.stringify(quote).slice(1, -1), JSON.stringify(valueText).slice(1, -1)])
        expect(shown).not.toContain(words);
      await expect(reader.trace(id, "en")).rejects.toMatchObject({ code: "case/restricted" });
    }
  });

  it("tells the graves of Ahvaz as of a day, and strangers nothing while nobody decided", () => {
    const on = (day: string) =>
      reader.site({ site: "site:ahvaz-graves-1988", on: parseEdtf(day).latest }, "en");
    expect([on("2018-06-30").life.length, on("2018-06-30").later]).toEqual([0, 1]);
    expect([on("2018-07-15").status.code, on("2018-07-15").status.certain]).toEqual(["destroyed", false]);
    expect([on("2018-08-01").status.code, on("2018-08-01").status.certain]).toEqual(["destroyed", true]);
    // No site has a coordinate of its own: the city's is the finest that is told.
    expect(on("2018-08-01").coordinate?.accuracyM).toBeGreaterThanOrEqual(10_000);
    const { sites, withheld } = reader.places(null, "en", "public");
    expect([sites, withheld]).toEqual([[], 8]);
  });
});

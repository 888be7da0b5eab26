import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { temporaryFolder } from "../case-fixture.ts";
import { inquest } from "./cli-fixture.ts";
import { buildSmallCase } from "./small-folder.ts";

const folder = temporaryFolder("search");
const run = (...args: readonly string[]) => inquest(folder, ...args, "--case", "c", "--quiet");
const find = async (...args: readonly string[]) => JSON.parse((await run("search", ...args, "--json")).out);

/** The counts of a facet by its values; what is missing under "null". */
async function counts(facet: string, ...args: readonly string[]): Promise<Record<string, number>> {
  const values: { value: string | null; count: number }[] = (await find(...args)).facets[facet].values;
  return Object.fromEntries(values.map(({ value, count }) => [String(value), count]));
}

beforeAll(async () => {
  await buildSmallCase(folder, {
    subjects: [
      '{id: place:town, names: {en: Gohardasht, fa: "گوهردشت"}}',
      '{id: person:karimi, names: {en: "Reza Karimi", fa: "رضا کریمی"}}',
      "{id: office:warden, names: {en: Warden}, within: place:town}",
      '{id: site:khavaran, names: {en: "Khavaran cemetery", fa: "گورستان خاوران"}}',
      '{id: document:last, names: {fa: "آخرین نامه"}}',
      "{id: speaker:clerk, names: {en: A clerk}}",
    ],
    text: "Karimi was warden of the prison. Someone accused him of a crime. In 1367 the hall was closed. A clerk of Gohardasht saw the hall. Nobody closed it.",
    statements: [
      'key: A, subject: office:warden, property: held-by, value: person:karimi, place: place:town, quote: "Karimi was warden of the prison."',
      'key: B, subject: person:karimi, property: alleged-part, value: a crime, quote: "Someone accused him of a crime."',
      'key: C, subject: office:warden, property: left-by, value: person:karimi, time: "1988", quote: "In 1367 the hall was closed."',
      'key: D, subject: site:khavaran, property: site-reported, value: seen, time: "1987/1989", speaker: speaker:clerk, quote: "A clerk of Gohardasht saw the hall."',
      'key: E, subject: site:khavaran, property: site-disturbed, value: closed, polarity: denies, time: "2020", quote: "Nobody closed it."',
    ],
  });
  writeFileSync(join(folder, "list.csv"), "name,city,died\nرضا کریمی,Gohardasht,1367\nMina Rahimi,Karaj,\n");
  const fields = {
    name: { column: "name" },
    place: { column: "city" },
    death: { column: "died", calendar: "solar-hijri" },
  };
  writeFileSync(
    join(folder, "r.json"),
    JSON.stringify({ v: 1, lists: { list: { file: "list.csv", fields } } }),
  );
  const imported = await run("import", "list.csv", "--recipe", "r.json");
  expect(imported.err).toBe("");
});

describe("search over everything", () => {
  test("finds people, statements and names by one query in another script, with counts by kind", async () => {
    const { total, hits } = await find("Karimi");
    expect(await counts("kind", "Karimi")).toEqual({ person: 1, statement: 1, "listed-person": 1 });
    expect(total).toBe(3);
    expect(hits.map(({ title }: { title: string }) => title)).toContain("رضا کریمی");
    expect(await counts("kind", "کریمی", "رضا")).toEqual({ person: 1, "listed-person": 1 });
  });

  test("is blind to the digits of a script and forgives a slip", async () => {
    expect((await find("۱۳۶۷", "--kind", "statement")).hits[0]).toMatchObject({
      kind: "statement",
      text: "In 1367 the hall was closed.",
    });
    expect((await find("Gohradasht")).hits[0]).toMatchObject({ id: "place:town" });
  });

  test("finds the place by its sound and not the word that only has its consonants", async () => {
    const { hits, isNear } = await find("khavaran");
    expect(isNear).toBe(false);
    expect(hits.map(({ id }: { id: string }) => id)).toEqual(["site:khavaran"]);
    expect((await find("آخرین")).hits.map(({ id }: { id: string }) => id)).toEqual(["document:last"]);
  });

  test("shows by which words a thing was found, in the script in which they stand", async () => {
    const [statement] = (await find("hall closed")).hits;
    const words = statement.marks.text.map(({ start, end }: { start: number; end: number }) =>
      statement.text.slice(start, end),
    );
    expect(words).toEqual(["hall", "closed"]);
    const { hits } = await find("خاوران");
    expect(hits[0]).toMatchObject({
      title: "Khavaran cemetery",
      also: [{ text: "گورستان خاوران", marks: [{ start: 8, end: 14, how: "written" }] }],
      readAs: [],
    });
    const { out } = await run("search", "Karimi", "--kind", "listed-person");
    expect(out).toContain("found by \u2068کریمی\u2069, which sounds like \u2068Karimi\u2069");
  });

  test("says beside a statement that its speaker denies it, or that its recorders took it back", async () => {
    const [denied] = (await find("nobody closed")).hits;
    expect(denied.remarks).toEqual(["the speaker denies it"]);
    await run("status", "E", "withdrawn", "--why", "misread");
    const { out } = await run("search", "nobody closed");
    expect(out).toContain("withdrawn: misread");
  });

  test("finds a phrase only as it stands", async () => {
    expect((await find('"warden of the prison"')).total).toBe(1);
    expect((await find('"prison warden"')).total).toBe(0);
  });
});

describe("facets of a search", () => {
  test("count by source, list, place, speaker, property, status and year, what is missing among them", async () => {
    const everything = ["--kind", "statement"];
    expect(await counts("place", "Karimi")).toEqual({ "place:town": 2, null: 1 });
    expect(await counts("list", "Karimi")).toEqual({ list: 1, null: 2 });
    expect(await counts("speaker", ...everything)).toEqual({ "speaker:s": 3, "speaker:clerk": 1 });
    expect(await counts("property", ...everything)).toEqual({
      "held-by": 1,
      "left-by": 1,
      "site-reported": 1,
      "site-disturbed": 1,
    });
    expect(await counts("status", ...everything)).toEqual({ draft: 3, withdrawn: 1 });
    expect(await counts("year", ...everything)).toEqual({ 1987: 1, 1988: 2, 1989: 1, 2020: 1, null: 1 });
    expect(await counts("solar-year", "رضا")).toEqual({ 1367: 1, null: 1 });
    expect(await counts("script", "Karimi")).toEqual({ latin: 2, arabic: 2 });
    expect(await counts("access", "Karimi")).toEqual({ open: 3 });
  });

  test("combine: several facets restrict together, and what stands beside a choice keeps its count", async () => {
    const args = ["--kind", "statement", "--year", "1988", "--speaker", "speaker:clerk"];
    const { total, hits, facets } = await find(...args);
    expect([total, hits[0].text]).toEqual([1, "A clerk of Gohardasht saw the hall."]);
    expect(await counts("speaker", ...args)).toEqual({ "speaker:s": 1, "speaker:clerk": 1 });
    const chosen = facets.speaker.values.filter(({ isChosen }: { isChosen: boolean }) => isChosen);
    expect(chosen).toEqual([{ value: "speaker:clerk", name: "A clerk", count: 1, isChosen: true }]);
  });

  test("let what is missing be chosen, and a value by its name", async () => {
    const undated = await find("--kind", "statement", "--missing", "year");
    expect(undated.hits.map(({ text }: { text: string }) => text)).toEqual([
      "Karimi was warden of the prison.",
    ]);
    expect((await find("--speaker", "a clerk")).total).toBe(1);
    expect((await run("search", "Karimi", "--missing", "nothing")).code).toBe(2);
    expect((await run("search")).code).toBe(2);
  });

  test("are shown with their counts in the language of the reader", async () => {
    const { out } = await run("search", "Karimi");
    expect(out).toContain("Kind (--kind): ");
    expect(out).toContain("\u2068none recorded\u2069 1");
    const persian = await run("search", "Karimi", "--lang", "fa");
    expect(persian.out).toContain("\u2068ثبت نشده\u2069 ۱");
  });
});

test("finds no allegation, counts none, and nothing whose consent was taken back", async () => {
  expect((await find("accused")).total).toBe(0);
  expect(await counts("property", "--kind", "statement")).not.toHaveProperty("alleged-part");
  const given = ["--giver", "P", "--scope", "un", "--how", "in writing", "--json"];
  const { out } = await run("consent", "A", ...given);
  await run("consent", "withdraw", JSON.parse(out).id, "--why", "asked to");
  expect((await find("warden of the prison", "--kind", "statement")).total).toBe(0);
  expect(await counts("property", "--kind", "statement")).toEqual({
    "left-by": 1,
    "site-reported": 1,
    "site-disturbed": 1,
  });
  const speaker = await run("consent", "A clerk", ...given);
  await run("consent", "withdraw", JSON.parse(speaker.out).id, "--why", "asked to");
  expect((await find("clerk")).total).toBe(0);
  expect(await counts("speaker", "--kind", "statement")).toEqual({ "speaker:s": 2 });
  expect(JSON.stringify(await find("--missing", "list"))).not.toMatch(/clerk/iu);
});

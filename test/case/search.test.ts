import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { temporaryFolder } from "../case-fixture.ts";
import { inquest } from "./cli-fixture.ts";
import { buildSmallCase } from "./small-folder.ts";

const folder = temporaryFolder("search");
const run = (...args: readonly string[]) => inquest(folder, ...args, "--case", "c", "--quiet");
const find = async (...args: readonly string[]) => JSON.parse((await run("search", ...args, "--json")).out);

beforeAll(async () => {
  await buildSmallCase(folder, {
    subjects: [
      '{id: place:town, names: {en: Gohardasht, fa: "گوهردشت"}}',
      '{id: person:karimi, names: {en: "Reza Karimi", fa: "رضا کریمی"}}',
      "{id: office:warden, names: {en: Warden}, within: place:town}",
    ],
    text: "Karimi was warden of the prison. Someone accused him of a crime. In 1367 the hall was closed.",
    statements: [
      'key: A, subject: office:warden, property: held-by, value: person:karimi, place: place:town, quote: "Karimi was warden of the prison."',
      'key: B, subject: person:karimi, property: alleged-part, value: a crime, quote: "Someone accused him of a crime."',
      'key: C, subject: office:warden, property: left-by, value: person:karimi, time: "1988", quote: "In 1367 the hall was closed."',
    ],
  });
  writeFileSync(join(folder, "list.csv"), "name,city\nرضا کریمی,تهران\nMina Rahimi,Karaj\n");
  const recipe = {
    v: 1,
    lists: { list: { file: "list.csv", fields: { name: { column: "name" }, place: { column: "city" } } } },
  };
  writeFileSync(join(folder, "r.json"), JSON.stringify(recipe));
  await run("import", "list.csv", "--recipe", "r.json");
});

describe("search over everything", () => {
  test("finds people, statements and names by one query in another script, with counts by kind", async () => {
    const { total, facets, hits } = await find("Karimi");
    expect(facets.kind).toEqual(
      expect.arrayContaining([
        { value: "person", count: 1 },
        { value: "statement", count: 1 },
        { value: "listed-person", count: 1 },
      ]),
    );
    expect(total).toBe(3);
    expect(hits.map(({ title }: { title: string }) => title)).toContain("رضا کریمی");
    expect((await find("کریمی", "رضا")).facets.kind).toEqual(
      expect.arrayContaining([{ value: "person", count: 1 }]),
    );
  });

  test("counts by source, list and place, what is missing among them", async () => {
    const { facets } = await find("Karimi");
    expect(facets.place).toEqual(
      expect.arrayContaining([
        { value: "place:town", name: "Gohardasht", count: 1 },
        { value: null, name: null, count: 2 },
      ]),
    );
    expect(facets.list).toEqual(expect.arrayContaining([{ value: "list", name: "list:list", count: 1 }]));
  });

  test("is blind to the digits of a script and forgives a slip", async () => {
    expect((await find("۱۳۶۷")).hits[0]).toMatchObject({
      kind: "statement",
      text: "In 1367 the hall was closed.",
    });
    expect((await find("Gohradasht")).hits[0]).toMatchObject({ id: "place:town" });
  });

  test("keeps to one kind where one is asked for", async () => {
    const { total, hits } = await find("Karimi", "--kind", "statement");
    expect([total, hits[0].kind]).toEqual([1, "statement"]);
  });

  test("finds no allegation, and nothing whose consent was taken back", async () => {
    expect((await find("accused")).total).toBe(0);
    const { out } = await run(
      "consent",
      "A",
      "--giver",
      "P",
      "--scope",
      "un",
      "--how",
      "in writing",
      "--json",
    );
    await run("consent", "withdraw", JSON.parse(out).id, "--why", "asked to");
    expect((await find("warden of the prison", "--kind", "statement")).total).toBe(0);
  });
});

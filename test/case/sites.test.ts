import { beforeAll, describe, expect, test } from "vitest";
import { verifyCase } from "../../src/case/index.ts";
import { temporaryFolder } from "../case-fixture.ts";
import { inquest } from "./cli-fixture.ts";
import { buildSmallCase } from "./small-folder.ts";

const folder = temporaryFolder("sites");
const run = (...args: readonly string[]) => inquest(folder, ...args, "--case", "c", "--quiet");
const watched = async (on: string, ...more: readonly string[]) =>
  JSON.parse((await run("sites", "--on", on, "--json", ...more)).out).sites;
const order = (sites: { site: { id: string }; urgency: string }[]) =>
  sites.map(({ site, urgency }) => [site.id.slice(5), urgency]);

beforeAll(async () => {
  await buildSmallCase(folder, {
    subjects: [
      "{id: place:town, names: {en: The town}}",
      "{id: body:council, names: {en: The council}}",
      ...["field", "hill", "wall", "garden", "shore"].map(
        (name) => `{id: site:${name}, names: {en: The ${name}}}`,
      ),
    ],
    text: "Words about five sites.",
    statements: [
      'key: W, subject: site:field, property: site-threat, value: works-announced, time: 2026-12-10, place: place:town, quote: "Words"',
      'key: L, subject: site:hill, property: site-threat, value: works-announced, time: "2028", quote: "Words"',
      'key: B, subject: site:wall, property: site-threat, value: bulldozing, time: "2020", quote: "Words"',
      'key: R, subject: site:garden, property: site-reported, value: graves, time: "2019", quote: "Words"',
      'key: D, subject: site:shore, property: site-destroyed, value: levelled, time: 2021-05, quote: "Words"',
      'key: K, subject: site:field, property: site-kind, value: trench, quote: "Words"',
      'key: E, subject: site:field, property: site-existence, value: confirmed, time: "2024", quote: "Words"',
      'key: E2, subject: site:field, property: site-existence, value: alleged, time: "2018", quote: "Words"',
      'key: P, subject: site:field, property: site-persons, value: {min: 20, max: 60}, quote: "Words"',
      'key: C, subject: site:field, property: site-land-controlled-by, value: body:council, quote: "Words"',
      'key: I1, subject: site:field, property: site-imaged, value: bare ground, time: 2022-03-01, quote: "Words"',
      'key: I2, subject: site:field, property: site-imaged, value: new plots, time: 2023-03-01, quote: "Words"',
    ],
  });
});

describe("the watch list", () => {
  test("puts works that are announced within the days asked for first, and what is destroyed last", async () => {
    expect(order(await watched("2026-11-24"))).toEqual([
      ["field", "works-soon"],
      ["hill", "works-announced"],
      ["wall", "threatened"],
      ["garden", "quiet"],
      ["shore", "destroyed"],
    ]);
    expect(order(await watched("2026-11-24", "--within", "10"))[0]).toEqual(["field", "works-announced"]);
  });

  test("is that of its day: what came later is not known yet, what was announced is", async () => {
    const then = await watched("2019-06-01");
    expect(order(then)).toEqual([
      ["field", "works-announced"],
      ["hill", "works-announced"],
      ["wall", "threatened"],
      ["garden", "quiet"],
      ["shore", "quiet"],
    ]);
    expect(
      then[0].facts.find(({ property }: { property: string }) => property === "site-existence").statements,
    ).toHaveLength(1);
  });

  test("shows every statement of kind, existence, persons and land, and images in pairs", async () => {
    const [field] = await watched("2026-11-24");
    const values = field.facts.map(
      ({ property, statements }: { property: string; statements: { valueText: string }[] }) => [
        property,
        statements.map(({ valueText }) => valueText),
      ],
    );
    expect(values).toEqual([
      ["site-kind", ["trench"]],
      ["site-existence", ["alleged", "confirmed"]],
      ["site-persons", ["20–60"]],
      ["site-land-controlled-by", ["The council"]],
    ]);
    expect(field.imagePairs).toMatchObject([{ before: { key: "I1" }, after: { key: "I2" } }]);
    expect(field.daysLeft).toBe(16);
    const { out } = await run("sites", "--on", "1405/9/3", "--lang", "fa");
    expect(out).toContain("‼ The field (The town): عملیات اعلام شده، تا ۱۶ روز دیگر");
  });

  test("a word that the property does not have is refused with those that it has", async () => {
    const other = temporaryFolder("sites-bad");
    const bad = buildSmallCase(other, {
      subjects: ["{id: site:field, names: {en: The field}}"],
      text: "Words.",
      statements: ['key: X, subject: site:field, property: site-kind, value: pit, quote: "Words"'],
    });
    await expect(bad).rejects.toThrow(/line 4.*individual, cluster, trench/su);
  });
});

describe("telling where a site lies", () => {
  test("is a decision with risk, reason and reviewer, and an act", async () => {
    const about = ["--risk", "looting", "--why", "the family asked", "--by", "anna"];
    expect((await run("sites", "The field", "--publish", "coarsened", ...about)).err).toMatch(
      /case\/publication/u,
    );
    expect((await run("sites", "The field", "--publish", "coarsened", "--km", "10", ...about)).code).toBe(0);
    const [field] = await watched("2026-11-24");
    expect(field.publication).toMatchObject({ decision: "coarsened", km: 10, reviewer: "anna" });
    expect((await run("sites", "--on", "2026-11-24")).out).toContain(
      "its place is told to 10 km (anna: the family asked)",
    );
    expect((await verifyCase(`${folder}/c`)).problems).toEqual([]);
  });
});

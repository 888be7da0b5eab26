import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { type CaseReader, openCase, readCase, type SitePageView, verifyCase } from "../../src/case/index.ts";
import { coarsenPoint } from "../../src/registry/index.ts";
import { fixedSurroundings, temporaryFolder } from "../case-fixture.ts";
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
      "{id: body:army, names: {en: The army}}",
      "{id: site:only-told, names: {en: A place on a map}}",
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
      'key: C, subject: site:field, property: site-land-controlled-by, value: body:council, time: 2019/2021, bound: precise, quote: "Words"',
      'key: C2, subject: site:field, property: site-land-controlled-by, value: body:army, time: "2024", starts: true, quote: "Words"',
      'key: G, subject: site:field, property: coordinate, value: {latitude: 31.32, longitude: 48.67, accuracyM: 500}, quote: "Words"',
      'key: G2, subject: site:field, property: coordinate, value: {latitude: 31.3181, longitude: 48.6706, accuracyM: 20}, quote: "Words"',
      'key: O, subject: site:field, property: outline, value: {ring: [[48.67, 31.318], [48.671, 31.318], [48.671, 31.319], [48.67, 31.318]], accuracyM: 5}, quote: "Words"',
      'key: X1, subject: site:field, property: site-partly-exhumed, value: two trenches by the east wall, time: "2022", quote: "Words"',
      'key: X2, subject: site:field, property: site-fully-exhumed, value: "nothing was left", time: "2022", polarity: denies, quote: "Words"',
      'key: X3, subject: site:field, property: remains-returned, value: "to families", time: "2025", quote: "Words"',
      'key: T, subject: site:only-told, property: coordinate, value: {latitude: 10, longitude: 20, accuracyM: 9000}, quote: "Words"',
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
      ["only-told", "quiet"],
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
      ["only-told", "quiet"],
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
      ["site-land-controlled-by", ["The council", "The army"]],
      ["coordinate", ["31.32, 48.67 (± 0.5 km)", "31.3181, 48.6706 (± 0 km)"]],
      ["outline", ["3 corners around 31.3185, 48.6705 (± 5 m)"]],
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

describe("the page of a site", () => {
  const page = async (...args: readonly string[]): Promise<SitePageView> =>
    JSON.parse((await run("site", "The field", "--json", ...args)).out);
  const keys = (said: readonly { readonly key: string | null }[]) => said.map(({ key }) => key);

  test("tells its whole life, a denial beside what it denies, and takes the most exact of its coordinates", async () => {
    const field = await page();
    expect(keys(field.life)).toEqual(["X1", "X2", "X3", "W"]);
    expect(field.life.map(({ text, polarity }) => `${text} ${polarity}`)).toEqual([
      "partly exhumed asserts",
      "fully exhumed denies",
      "remains returned asserts",
      "threat asserts",
    ]);
    expect(field.coordinate).toMatchObject({ latitude: 31.3181, longitude: 48.6706, accuracyM: 20 });
    expect(field.outlines).toMatchObject([{ accuracyM: 5, ring: { length: 4 } }]);
    expect(field.later).toBe(0);
  });

  test("as of a day leaves out in every part what certainly came later, and says how much", async () => {
    const then = await page("--on", "2022-06-01");
    expect(keys(then.life)).toEqual(["X1", "X2", "W"]);
    expect(then.images.map(({ key }) => key)).toEqual(["I1"]);
    expect(then.imagePairs).toEqual([]);
    expect(
      then.facts.find(({ property }) => property === "site-existence")?.statements.map(({ key }) => key),
    ).toEqual(["E2"]);
    expect(then.control.map(({ by }) => by.name)).toEqual(["The council"]);
    expect(then.later).toBe(4);
    expect((await run("site", "The field", "--on", "2022-06-01")).out).toContain(
      "4 statements about later days are left out",
    );
  });

  test("says who controlled the ground on a day, and how surely", async () => {
    const on = async (day: string) =>
      (await page("--on", day)).control.map(({ by, control }) => [by.name, control]);
    expect(await on("2020-05-05")).toEqual([["The council", "certain"]]);
    expect(await on("2024-05-05")).toEqual([
      ["The council", "other-times"],
      ["The army", "possible"],
    ]);
    const { out } = await run("site", "The field", "--on", "2024-05-05", "--lang", "fa");
    expect(out).toContain("زمین در اختیار The army: شاید در این روز");
  });

  test("leads from each image to the sealed file that it stands in", async () => {
    const [pair] = (await page()).imagePairs;
    const { key, sealed, source } = pair?.before ?? { key: null, sealed: null, source: { id: "" } };
    expect([key, sealed?.fileName, sealed?.sha256.slice(0, 32)]).toEqual([
      "I1",
      "note.md",
      source.id.slice(4),
    ]);
  });

  test("stands among the places even where nothing is told but its coordinate", async () => {
    const opened = await openCase({
      dir: join(folder, "c"),
      mode: "read",
      surroundings: fixedSurroundings(folder),
    });
    const { sites } = (await readCase(opened)).places("2022-06-01", "en");
    await opened.close();
    expect(sites.find(({ id }) => id === "site:only-told")?.coordinate?.accuracyM).toBe(9000);
    expect(sites.find(({ id }) => id === "site:field")?.life.map(({ key }) => key)).toEqual([
      "X1",
      "X2",
      "W",
    ]);
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
      "An internal view. Strangers are told where it lies to 10 km, and no free words (anna: the family asked).",
    );
    expect((await verifyCase(`${folder}/c`)).problems).toEqual([]);
  });

  const reading = async <T>(ask: (reader: CaseReader) => T | Promise<T>): Promise<T> => {
    const opened = await openCase({
      dir: join(folder, "c"),
      mode: "read",
      surroundings: fixedSurroundings(folder),
    });
    try {
      return await ask(await readCase(opened));
    } finally {
      await opened.close();
    }
  };

  test("strangers are told nothing of a site of which nobody decided, not even its name", async () => {
    const told = await reading((reader) =>
      JSON.stringify([
        reader.places(null, "en", "public"),
        reader.watchList({ on: 20_000, withinDays: 30, audience: "public" }, "en"),
      ]),
    );
    expect(told).not.toContain("The hill");
    expect(told).toContain('"withheld":5');
    const page = await run("site", "The hill", "--public");
    expect([page.code, page.err]).toEqual([
      5,
      expect.stringMatching(/nobody decided yet.*case\/site-withheld/su),
    ]);
    expect((await run("sites", "--on", "2026-11-24", "--public")).out).toContain(
      "told nothing of 5 further sites",
    );
  });

  test("strangers are told a coarse place by its square, without a free word, a quote or an outline", async () => {
    const field = await reading((reader) =>
      reader.site({ site: "The field", on: null, audience: "public" }, "en"),
    );
    const exact = { latitude: 31.3181, longitude: 48.6706, accuracyM: 20 };
    expect(field.coordinate).toMatchObject(coarsenPoint(exact, 10));
    expect(field.coordinate?.accuracyM).toBeGreaterThan(5000);
    expect([field.outlines, field.place]).toEqual([[], null]);
    const text = JSON.stringify(field);
    for (const secret of [
      "31.31",
      "48.67",
      "east wall",
      "bare ground",
      'new plots"',
      "Words",
      "note.md",
      "A note",
    ])
      expect(text).not.toContain(secret);
    expect(field.facts.map(({ property }) => property)).toEqual([
      "site-kind",
      "site-existence",
      "site-persons",
      "site-land-controlled-by",
    ]);
    expect(field.threats.map(({ valueText }) => valueText)).toEqual(["works announced"]);
  });

  test("those who work in the case see all of it, and are told that strangers do not", async () => {
    const [trace, found] = await reading(
      async (reader) =>
        [
          await reader.trace("site:field", "en"),
          reader.search({ q: "The field", chosen: { kind: ["site"] }, offset: 0, limit: 5 }, "en"),
        ] as const,
    );
    const notice =
      "An internal view. Strangers are told where it lies to 10 km, and no free words (anna: the family asked).";
    expect(trace.chain.find(({ kind }) => kind === "site")?.text).toBe(`The field · ${notice}`);
    expect(found.hits.find(({ id }) => id === "site:field")?.text).toBe(`site:field · ${notice}`);
    expect((await run("trace", "site:field")).out).toContain(notice);
  });

  test("an exact place is told whole, but not the words of a speaker who did not agree to the public", async () => {
    const about = ["--risk", "none", "--why", "it is known", "--by", "anna"];
    await run("sites", "The field", "--publish", "exact", ...about);
    await run("consent", "X1", "--giver", "P", "--scope", "partners", "--how", "in writing");
    const field = await reading((reader) =>
      reader.site({ site: "The field", on: null, audience: "public" }, "en"),
    );
    expect(field.coordinate?.accuracyM).toBe(20);
    expect(field.life.map(({ key }) => key)).toEqual(["X2", "X3", "W"]);
    expect(await reading((reader) => reader.site({ site: "The field", on: null }, "en").life.length)).toBe(4);
    await run("sites", "The field", "--publish", "withheld", ...about);
    expect((await run("site", "The field", "--public")).err).toContain("its place is withheld");
  });
});

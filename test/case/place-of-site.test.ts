/** A site that is told coarsely has the point of its place where it has none of its own: that point goes out no finer either. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { filesBelow, scanForLeaks } from "../../src/release/index.ts";
import { temporaryFolder } from "../case-fixture.ts";
import { inquest } from "./cli-fixture.ts";
import { buildSmallCase } from "./small-folder.ts";
import { must } from "./two-lists.ts";

const POINT = { latitude: 34.451234, longitude: 48.512345 };

test.each([
  ["coarsened", ["--publish", "coarsened", "--km", "5"], false],
  ["exact", ["--publish", "exact"], true],
] as const)(
  "of a site that is %s the point of its place goes out accordingly",
  async (_, publish, isTold) => {
    const folder = temporaryFolder("place-of-site");
    const run = (...args: readonly string[]) => inquest(folder, ...args, "--case", "c", "--quiet");
    await buildSmallCase(folder, {
      subjects: [
        "{id: site:mill, names: {en: Burial ground four}}",
        "{id: place:mill, names: {en: The old mill}}",
        "{id: place:town, names: {en: The town}}",
      ],
      text: "They lie by the old mill. The old mill is there. The town is elsewhere.",
      statements: [
        'key: A, subject: site:mill, property: site-destroyed, value: "by machines", place: place:mill, quote: "They lie by the old mill"',
        `key: B, subject: place:mill, property: coordinate, value: {latitude: ${POINT.latitude}, longitude: ${POINT.longitude}, accuracyM: 20}, quote: "The old mill is there"`,
        'key: C, subject: place:town, property: coordinate, value: {latitude: 35.1, longitude: 49.2, accuracyM: 900}, quote: "The town is elsewhere"',
      ],
    });
    writeFileSync(
      join(folder, "a.csv"),
      `id,name,lat,lon\n1,Nahid Amini,${POINT.latitude},${POINT.longitude}\n2,Omid Rostami,35.7,51.4\n`,
    );
    const fields = {
      name: { column: "name" },
      latitude: { column: "lat" },
      longitude: { column: "lon" },
    };
    writeFileSync(join(folder, "a.json"), JSON.stringify({ v: 1, lists: { a: { id: "id", fields } } }));
    await must(run("import", "a.csv", "--recipe", "a.json", "--leave-open", "an invented list"));
    await must(run("visibility", "a", "--show", "full", "--why", "a published list"));
    await must(run("visibility", "speaker:s", "--show", "name", "--why", "a pseudonym"));
    const about = ["--risk", "digging", "--why", "near a road", "--by", "keeper"];
    await must(run("sites", "site:mill", ...publish, ...about));
    await must(run("release", "--profile", "commission", "--out", "out"));
    const out = join(folder, "out");
    const { found } = await scanForLeaks(filesBelow(out), [{ id: "point", is: "point", ...POINT }]);
    expect(found.length > 0).toBe(isTold);
    const statements = readFileSync(join(out, "data", "statements.jsonl"), "utf8");
    expect([...statements.matchAll(/"key":"(\w)"/gu)].map(([, key]) => key)).toEqual(
      isTold ? ["A", "B", "C"] : ["C"],
    );
    expect(JSON.parse(readFileSync(join(out, "release.json"), "utf8")).stays.site).toBe(isTold ? 0 : 2);
    expect(readFileSync(join(out, "data", "people.csv"), "utf8")).toContain("35.7");
  },
);

test("a row that gives the name of a withheld site as a place goes out without it, also a name of one word", async () => {
  const folder = temporaryFolder("place-of-row");
  const run = (...args: readonly string[]) => inquest(folder, ...args, "--case", "c", "--quiet");
  await buildSmallCase(folder, {
    subjects: ["{id: site:field, names: {en: Golavand, fa: گلاوند}}"],
    text: "They lie there.",
    statements: [
      'key: A, subject: site:field, property: site-destroyed, value: "by machines", quote: "They lie there"',
    ],
  });
  const rows = ["1,Nahid Amini,Golavand", "2,Omid Rostami,گلاوند", "3,Parviz Karimi,Hall"];
  writeFileSync(join(folder, "a.csv"), `${["id,name,place", ...rows].join("\n")}\n`);
  const fields = { name: { column: "name" }, deathPlace: { column: "place" } };
  writeFileSync(join(folder, "a.json"), JSON.stringify({ v: 1, lists: { a: { id: "id", fields } } }));
  await must(run("import", "a.csv", "--recipe", "a.json", "--leave-open", "an invented list"));
  await must(run("visibility", "a", "--show", "full", "--why", "a published list"));
  const about = ["--risk", "digging", "--why", "near a road", "--by", "keeper"];
  await must(run("sites", "site:field", "--publish", "withheld", ...about));
  await must(run("release", "--profile", "public", "--out", "out"));
  const sought = ["Golavand", "گلاوند"].map((name) => ({ id: name, is: "words", text: name }) as const);
  const { found, notSought } = await scanForLeaks(filesBelow(join(folder, "out")), sought);
  expect({ found, notSought }).toEqual({ found: [], notSought: [] });
  expect(readFileSync(join(folder, "out", "data", "people.csv"), "utf8")).toContain("Hall");
});

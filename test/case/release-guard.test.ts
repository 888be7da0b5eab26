/** Before a release is recorded its files are looked through for what was decided to stay: what is found stops it. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { temporaryFolder } from "../case-fixture.ts";
import { inquest } from "./cli-fixture.ts";
import { buildSmallCase } from "./small-folder.ts";
import { must } from "./two-lists.ts";

let folder = "";
const run = (...args: readonly string[]) => inquest(folder, ...args, "--case", "c", "--quiet");
const why = ["--why", "as the family asked"];
const read = (out: string) =>
  readdirSync(join(folder, out), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"))
    .join("\n");
const releases = async () => JSON.parse((await run("published", "--json")).out);

describe("a release that would tell what stays", () => {
  beforeAll(async () => {
    folder = temporaryFolder("release-guard");
    await buildSmallCase(folder, {
      subjects: [
        "{id: person:karimi, names: {en: Reza Karimi}}",
        "{id: person:quiet, names: {en: Quiet Canaryson}}",
        "{id: speaker:few, names: {en: Cautious Canarywit}}",
        "{id: site:mill, names: {en: Behind the mill}}",
        "{id: appeal:one, names: {en: Appeal for Quiet Canaryson}}",
      ],
      text: "Karimi died in July. Forty were taken, the cautious one said. They lie behind. The letter was sent by us in the spring of that year.",
      statements: [
        'key: A, subject: person:karimi, property: died, time: 1988-07, quote: "Karimi died in July"',
        'key: B, subject: event:e, property: persons-killed, value: 40, speaker: speaker:few, quote: "Forty were taken"',
        'key: C, subject: site:mill, property: coordinate, value: {latitude: 34.451234, longitude: 48.512345, accuracyM: 10}, quote: "They lie behind"',
        'key: D, subject: appeal:one, property: sent, time: "1990", quote: "The letter was sent by us in the spring of that year"',
      ],
    });
    const rows = [
      "id,name,lat,lon,place",
      "1,Reza Karimi,,,Yard of Cautious Canarywit",
      "2,Reza Karimi,,,Hall",
      "3,Nahid Canarytold,34.451234,48.512345,Hall",
      "4,Omid Canarytold,35.1,48.9,Hall",
    ];
    writeFileSync(join(folder, "a.csv"), `${rows.join("\n")}\n`);
    const fields = {
      name: { column: "name" },
      latitude: { column: "lat" },
      longitude: { column: "lon" },
      place: { column: "place" },
    };
    writeFileSync(join(folder, "a.json"), JSON.stringify({ v: 1, lists: { a: { id: "id", fields } } }));
    await must(run("import", "a.csv", "--recipe", "a.json", "--leave-open", "an invented list"));
    await must(run("visibility", "a", "--show", "full", "--why", "a published list"));
    await must(run("visibility", "a:2", "--show", "counted", ...why));
    await must(run("visibility", "person:karimi", "--show", "full", "--why", "a published verdict"));
    await must(run("visibility", "speaker:s", "speaker:few", "--show", "name", "--why", "pseudonyms"));
    const decide = ["--risk", "digging", "--why", "not yet", "--by", "keeper"];
    await must(run("sites", "site:mill", "--publish", "withheld", ...decide));
  });

  test("is written where two bear one name, of whom one is shown", async () => {
    await must(run("release", "--profile", "public", "--out", "first"));
    expect(read("first")).toContain("Reza Karimi");
  });

  test("holds no coordinates of a row that tell where a withheld site lies", async () => {
    await must(run("release", "--profile", "commission", "--out", "commission"));
    const text = read("commission");
    expect(text).toContain("Nahid Canarytold");
    expect(text).toContain("48.9");
    expect(text).not.toMatch(/34\.45|48\.51/u);
  });

  test("names nobody who was named in the last one and is not to be named any more", async () => {
    expect(read("first")).toContain("Cautious Canarywit");
    await must(run("visibility", "speaker:few", "--show", "withheld", ...why));
    await must(run("release", "--profile", "public", "--out", "second"));
    expect(existsSync(join(folder, "second", "data", "changes.json"))).toBe(true);
    expect(read("second")).not.toContain("Canarywit");
  });

  test("is stopped, by a word that says the file and of whom, and is recorded nowhere", async () => {
    const before = await releases();
    await must(run("visibility", "person:quiet", "--show", "withheld", ...why));
    for (const language of ["en", "fa"]) {
      const { code, err } = await run("release", "--profile", "public", "--out", "third", "--lang", language);
      expect(code).toBe(5);
      expect(err).toContain("data/statements.jsonl holds the name of person:quiet");
      expect(err).not.toContain("Canaryson");
    }
    expect(await releases()).toEqual(before);
    expect(readdirSync(folder).filter((name) => name.startsWith("third"))).toEqual([]);
  });

  test("is stopped by a note too, and goes out once the words are mended", async () => {
    await must(run("visibility", "person:quiet", "--show", "name", "--why", "they agreed"));
    const note = ["--note", "We thank CAUTIOUS Canarywit."];
    const { code, err } = await run("release", "--profile", "public", "--out", "third", ...note);
    expect([code, err]).toEqual([5, expect.stringContaining("release.json holds the name of speaker:few")]);
    await must(run("release", "--profile", "public", "--out", "third", "--note", "We thank everybody."));
    expect(read("third")).toContain("Appeal for Quiet Canaryson");
  });
});

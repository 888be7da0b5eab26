/** A release says what changed since the one before, and a figure cited from an old one can still be looked up. */
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { presentPublished } from "../../src/case/present-release.ts";
import { temporaryFolder } from "../case-fixture.ts";
import { inquest } from "./cli-fixture.ts";
import { openAs } from "./open-as.ts";
import { buildSmallCase } from "./small-folder.ts";
import { must } from "./two-lists.ts";

let folder = "";
const run = (...args: readonly string[]) => inquest(folder, ...args, "--case", "c", "--quiet");
const read = (...path: readonly string[]) => readFileSync(join(folder, ...path), "utf8");
const FIGURE = "howMany.persons-killed.s";

describe("releases one after the other", () => {
  beforeAll(async () => {
    folder = temporaryFolder("release-changes");
    await buildSmallCase(folder, {
      subjects: ["{id: person:karimi, names: {en: Reza Karimi}}", "{id: speaker:t, names: {en: Another}}"],
      text: "forty were taken. No, fifty were taken. Karimi died in July. Sixty, another said. Ten in the yard.",
      statements: [
        'key: A, subject: event:e, property: persons-killed, value: 40, quote: "forty were taken"',
        'key: B, subject: person:karimi, property: died, time: 1988-07, quote: "Karimi died in July"',
        'key: C, subject: event:e, property: persons-killed, value: 60, speaker: speaker:t, quote: "Sixty, another said"',
      ],
    });
    writeFileSync(join(folder, "a.csv"), "id,name,place\n1,Nahid Amini,Hall\n2,Omid Amini,Yard\n");
    writeFileSync(
      join(folder, "a.json"),
      JSON.stringify({
        v: 1,
        lists: { a: { id: "id", fields: { name: { column: "name" }, place: { column: "place" } } } },
      }),
    );
    await must(run("import", "a.csv", "--recipe", "a.json", "--leave-open", "an invented list"));
    await must(run("visibility", "a", "--show", "full", "--why", "a published list"));
    await must(run("visibility", "person:karimi", "--show", "full", "--why", "a published verdict"));
    await must(run("visibility", "speaker:s", "speaker:t", "--show", "name", "--why", "pseudonyms"));
  });

  test("the first stands after none, and says what it holds and how it came about", async () => {
    expect((await run("published")).out).toContain("Nothing was released");
    await must(run("release", "--profile", "public", "--out", "one"));
    const manifest = JSON.parse(read("one", "release.json"));
    expect(manifest).toMatchObject({
      number: 1,
      after: null,
      contentRoot: expect.stringMatching(/^[0-9a-f]{64}$/u),
    });
    expect(existsSync(join(folder, "one", "data", "changes.json"))).toBe(false);
    const inventory = JSON.parse(read("one", "data", "inventory.json"));
    expect(Object.keys(inventory.figures)).toContain(FIGURE);
    expect(inventory.figures[FIGURE].valueText).toEqual({ en: "40", fa: "۴۰" });
    expect(inventory.statements).toHaveLength(3);
    expect(Object.keys(inventory.people)).toHaveLength(2);
    expect(JSON.parse(read("one", "data", "method.json"))).toMatchObject({
      profile: { id: "public", hasNotes: false },
      lists: [{ id: "list:a", records: 2, fields: ["name", "place"] }],
    });
  });

  test("the next says which figure is another and why, what was corrected and taken back, and names nobody's wish", async () => {
    writeFileSync(
      join(folder, "more.yaml"),
      [
        "source: note",
        "defaults: {speaker: speaker:s, chain: first-hand}",
        "statements:",
        '  - {key: A, subject: event:e, property: persons-killed, value: 50, quote: "fifty were taken"}',
        "",
      ].join("\n"),
    );
    await must(run("record", "more.yaml"));
    await must(run("status", "C", "withdrawn", "--why", "CANARYreason"));
    await must(run("visibility", "a:2", "--show", "withheld", "--why", "CANARYwish"));
    await must(run("visibility", "person:karimi", "--show", "counted", "--why", "CANARYwish"));
    const { smallCells } = JSON.parse(
      (await run("release", "--profile", "public", "--dry-run", "--json")).out,
    );
    expect(smallCells).toEqual([{ of: { figure: "where.place.a.yard" }, persons: 1 }]);
    const told = await run("release", "--profile", "public", "--dry-run", "--lang", "fa");
    expect(told.out).toContain("۱ تن کامل نشان داده نمی‌شوند");
    const note = "one witness corrected a number";
    await must(run("release", "--profile", "public", "--out", "two", "--note", note));
    const before = JSON.parse(read("one", "data", "inventory.json"));
    const changes = JSON.parse(read("two", "data", "changes.json"));
    expect(changes).toMatchObject({ note, since: { number: 1 } });
    expect(changes.people).toMatchObject({ added: [], changed: [] });
    expect(changes.people.removed).toHaveLength(1);
    const figure = changes.figures.find(({ id }: { id: string }) => id === FIGURE);
    expect(figure).toMatchObject({
      before: {
        value: 40,
        valueText: { en: expect.stringContaining("40"), fa: expect.stringContaining("۴۰") },
      },
      after: { value: 50 },
    });
    expect(figure.because.map(({ is }: { is: string }) => is)).toEqual([
      "statement-added",
      "statement-removed",
    ]);
    const why = changes.statements.removed.map(({ id, ...rest }: { id: string; why: string }) => {
      expect(before.statements).toContain(id);
      return rest;
    });
    expect(why).toEqual([
      { why: "corrected", by: changes.statements.added[0] },
      { why: "no-longer-shown", by: null },
      { why: "withdrawn", by: null },
    ]);
    const words = read("two", "data", "changes.txt");
    expect(words).toContain("takes its place");
    expect(words).toContain(note);
    const everything = ["changes.txt", "changes.json", "inventory.json", "method.json"]
      .map((name) => read("two", "data", name))
      .join("\n");
    expect(everything).not.toMatch(/CANARY|Omid/u);
    expect(JSON.parse(read("two", "release.json"))).toMatchObject({ number: 2, note, after: { number: 1 } });
  });

  test("a figure that went with the wish of somebody is told by its id, and its number is not published again", async () => {
    const changed = () => JSON.parse(read("three", "data", "changes.json")).figures;
    await must(run("visibility", "speaker:s", "--show", "withheld", "--why", "CANARYwish"));
    await must(run("access", "a.csv", "--to", "team", "--why", "CANARYlent"));
    await must(run("release", "--profile", "public", "--out", "three"));
    const ids = [FIGURE, "howMany.documented.records-a", "where.place.a.hall", "where.place.a.yard"];
    for (const id of ids)
      expect(changed()).toContainEqual({
        id,
        before: null,
        after: null,
        because: [{ is: "figure-removed" }],
      });
    expect(read("three", "data", "changes.txt")).toContain(
      `A figure is shown no more (\u2068${FIGURE}\u2069)`,
    );
    expect(read("three", "data", "changes.txt")).not.toMatch(/fifty|\b50\b|CANARY/u);
    await must(run("visibility", "speaker:s", "--show", "name", "--why", "a pseudonym"));
    await must(run("access", "a.csv", "--to", "open", "--why", "published"));
  });

  test("the workbench compares a release with the release before, and not with an export", async () => {
    await must(run("export", "--format", "csv", "--profile", "public", "--out", "csv"));
    await must(run("release", "--profile", "public", "--out", "five"));
    const since = await openAs(folder, "keeper", async (opened) => {
      const published = async (number: number) =>
        (await presentPublished(opened, number, "en")).changes?.since;
      return [await published(5), await published(4)];
    });
    expect(since).toEqual([3, undefined]);
    expect(JSON.parse(read("five", "data", "changes.json")).since.number).toBe(3);
  });

  test("a figure cited from the first is told as it was, as it is, and why it is another", async () => {
    const cited = JSON.parse((await run("published", FIGURE, "--release", "1", "--json")).out);
    expect(cited).toMatchObject({ isSame: false, cited: { value: 40 }, now: { value: 50 } });
    expect(cited.release.root).toMatch(/^[0-9a-f]{64}$/u);
    const same = JSON.parse((await run("published", FIGURE, "--release", "2", "--json")).out);
    expect(same).toMatchObject({ isSame: true, because: [] });
    const persian = await run("published", FIGURE, "--release", "1", "--lang", "fa");
    expect(persian.out).toContain("۴۰");
    const gone = await run("published", "howMany.persons-killed.t", "--release", "1");
    expect(gone.out).toContain("no such figure today");
    expect((await run("published", FIGURE, "--release", "9")).err).toContain("made no release 9");
    expect((await run("published", "nothing", "--release", "1")).err).toContain("held no figure nothing");
    const { releases } = JSON.parse((await run("published", "--json")).out);
    expect(
      releases.map(({ number, format }: { number: number; format: string | null }) => [number, format]),
    ).toEqual([
      [1, null],
      [2, null],
      [3, null],
      [4, "csv"],
      [5, null],
    ]);
    expect((await run("verify", "c")).code).toBe(0);
  });

  test("what a release held is evidence: without it the case does not verify", async () => {
    const [first = ""] = (await run("log", "--kind", "release.published", "--json")).out.split("\n");
    const { sha256 } = JSON.parse(first).body.inventory;
    const path = join(folder, "c", "vault", "sha256", sha256.slice(0, 2), sha256.slice(2, 4), sha256);
    renameSync(path, `${path}.away`);
    const { code, out } = await run("verify", "c");
    expect([code, out]).toEqual([4, expect.stringContaining("what a release held")]);
    renameSync(`${path}.away`, path);
    expect((await run("verify", "c")).code).toBe(0);
  });
});

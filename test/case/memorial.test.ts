import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { temporaryFolder } from "../case-fixture.ts";
import { inquest } from "./cli-fixture.ts";
import { buildSmallCase } from "./small-folder.ts";
import { must } from "./two-lists.ts";

let folder = "";
const run = (...args: readonly string[]) => inquest(folder, ...args, "--case", "c", "--quiet");
const WHY = ["--why", "as the family asked"];
const ROW = { reza: "a:1", nahid: "a:2" } as const;

/** What a release holds of the memorial: text by path. */
function memorialIn(out: string): Map<string, string> {
  const root = join(folder, out, "data", "memorial");
  return new Map(
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith(".html"))
      .map((entry) => {
        const path = join(entry.parentPath, entry.name);
        return [path.slice(root.length + 1), readFileSync(path, "utf8")];
      }),
  );
}
/** The addresses at which pages stand that hold a heading. */
function addressesOf(out: string, heading: string): string[] {
  return [...memorialIn(out)]
    .filter(([path, text]) => /^en\/persons\/\w\w\//u.test(path) && text.includes(`<h1>${heading}</h1>`))
    .map(([path]) => path)
    .sort();
}
const GONE = "Nobody is shown at this address";
const pageOf = (out: string, name: string) => addressesOf(out, `<bdi>${name}</bdi>`);
const release = (out: string, ...args: readonly string[]) =>
  must(run("release", "--profile", "public", "--out", out, ...args));

describe("the memorial of a case", () => {
  beforeAll(async () => {
    folder = temporaryFolder("memorial-case");
    await buildSmallCase(folder, {
      subjects: ["{id: person:karimi, names: {en: Parvin Karimi, fa: پروین کریمی}}"],
      text: "Karimi died in July.",
      statements: [
        'key: B, subject: person:karimi, property: died, time: 1988-07, quote: "Karimi died in July"',
      ],
    });
    const rows = ["id,name,death", "1,Reza Karimi,1988-07-30", "2,Nahid Amini,1988-07-30", "3,Omid Nouri,"];
    writeFileSync(join(folder, "a.csv"), `${rows.join("\n")}\n`);
    const fields = Object.fromEntries(["name", "death"].map((column) => [column, { column }]));
    writeFileSync(join(folder, "a.json"), JSON.stringify({ v: 1, lists: { a: { id: "id", fields } } }));
    await must(run("import", "a.csv", "--recipe", "a.json", "--leave-open", "an invented list"));
    await must(run("visibility", "a", "--show", "full", "--why", "a published list"));
    await must(run("visibility", "a:3", "--show", "initials", ...WHY));
    await must(run("visibility", "person:karimi", "--show", "full", "--why", "a published verdict"));
    await must(run("visibility", "speaker:s", "--show", "name", "--why", "a pseudonym"));
    await release("first");
  });

  test("stands in the first release with a page for each who is shown, among them those of statements", () => {
    for (const name of ["Reza Karimi", "Nahid Amini", "پروین کریمی"])
      expect(pageOf("first", name)).toHaveLength(1);
    expect(addressesOf("first", GONE)).toEqual([]);
    const all = [...memorialIn("first").values()].join("\n");
    expect(all).toContain("O. N.");
    expect(all).not.toContain("Nouri");
    expect(all).toContain("Karimi died in July");
  });

  test("leaves a tombstone at the same address when somebody is taken out, and in every later release", async () => {
    await must(run("visibility", ROW.nahid, "--show", "withheld", ...WHY));
    await release("second");
    expect(addressesOf("second", GONE)).toEqual(pageOf("first", "Nahid Amini"));
    expect(pageOf("second", "Reza Karimi")).toEqual(pageOf("first", "Reza Karimi"));
    const all = [...memorialIn("second").values()].join("\n");
    expect(all).not.toMatch(/Nahid|Amini|family asked/u);
    await must(run("visibility", ROW.reza, "--show", "counted", ...WHY));
    await release("third");
    expect(addressesOf("third", GONE)).toEqual(
      [...pageOf("first", "Nahid Amini"), ...pageOf("first", "Reza Karimi")].sort(),
    );
    await must(run("visibility", ROW.nahid, "--show", "full", "--why", "the family agrees now"));
    await release("fourth");
    expect(pageOf("fourth", "Nahid Amini")).toEqual(pageOf("first", "Nahid Amini"));
    expect(addressesOf("fourth", GONE)).toEqual(pageOf("first", "Reza Karimi"));
    expect((await run("verify", "c")).code).toBe(0);
  });

  test("remembers addresses without a name in the log", async () => {
    const { body } = JSON.parse(
      (await run("log", "--kind", "release.published", "--json")).out.split("\n")[0] ?? "",
    );
    const { sha256 } = body.memorial.pages;
    const kept = readdirSync(join(folder, "c", "vault"), { recursive: true, encoding: "utf8" }).find(
      (path) => path.endsWith(sha256) || path.replaceAll("/", "").endsWith(sha256),
    );
    const text = readFileSync(join(folder, "c", "vault", kept ?? ""), "utf8");
    expect(text).toMatch(/^\{"addresses":\[.*"key":"[0-9a-f]{64}"/u);
    expect(text).not.toMatch(/Karimi|Amini|person-/u);
    const all = [...memorialIn("first").values()].join("\n");
    expect(all).not.toContain(JSON.parse(text).key);
  });

  test("is listed by search engines only for a reason, which the log keeps, with the way to reach the group", async () => {
    expect([...memorialIn("first").values()].every((text) => text.includes('content="noindex'))).toBe(true);
    const refused = await run("release", "--profile", "public", "--out", "x", "--index");
    expect([refused.code, refused.err]).toEqual([2, expect.stringContaining("--why")]);
    const partners = await run("release", "--profile", "partners", "--out", "x", "--contact", "box 12");
    expect(partners.err).toContain("--profile public");
    await release("listed", "--index", "--why", "every family agreed", "--contact", "Post box 12");
    expect([...memorialIn("listed").values()].some((text) => text.includes("noindex"))).toBe(false);
    expect(memorialIn("listed").get("en/correct.html")).toContain("Post box 12");
    const lines = (await run("log", "--kind", "release.published", "--json")).out.trim().split("\n");
    expect(lines.map((line) => JSON.parse(line).body.memorial).at(-1)).toMatchObject({
      ...{ contact: "Post box 12", indexed: "every family agreed" },
    });
  });

  test("is made for the public alone", async () => {
    await must(run("release", "--profile", "partners", "--out", "partners"));
    expect(existsSync(join(folder, "partners", "data", "memorial"))).toBe(false);
  });
});

/** The real runs of linkage: two registers linked and put before people; a list whose rows may repeat each other. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type CaseReader, linkLists, type OpenCase, readCase } from "../../src/case/index.ts";
import { inquest } from "../case/cli-fixture.ts";
import { buildCase, sharedFile, temporaryFolder } from "../case-fixture.ts";
import { argentinaFolder, hasArgentina } from "./argentina-folder.ts";

/** The recorded pairs, as rows of cells after the heading. */
async function pairsOf(opened: OpenCase): Promise<string[][]> {
  const link = opened.state.link?.value;
  if (link === undefined) throw new Error("not linked");
  const text = new TextDecoder().decode(await opened.read(link.pairs));
  return text
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split(","));
}

describe.skipIf(!hasArgentina)(
  "two Argentine registers in one case (skips where ../shared is absent)",
  () => {
    let opened: OpenCase;
    let reader: CaseReader;
    beforeAll(async () => {
      opened = await buildCase(argentinaFolder(), "argentina-linked");
      reader = await readCase(opened);
    }, 300_000);
    afterAll(() => opened.close());

    it("counts distinct persons with their uncertainty, beside the documented count", () => {
      const { howMany } = reader.answers("en");
      const documented = howMany.find(({ id }) => id === "howMany.documented.persons");
      const doubt = howMany.find(({ id }) => id === "howMany.linkage.persons");
      const [low, high] = doubt?.range ?? [null, null];
      console.log(
        `argentina: ${documented?.value} persons documented, ${doubt?.value} (${low} to ${high}) with the doubt of linkage`,
      );
      expect(doubt?.standing).toBe("estimated");
      // No fewer than one register names, whose rows are different people until somebody judges otherwise.
      expect(Number(low)).toBeGreaterThan(8600);
      expect(Number(high)).toBeLessThan(8753 + 8751 - 6511);
      expect(Number(low)).toBeLessThan(Number(high));
      // Both registers are two lists: no method gives a posterior, and the report says what it does not know.
      const [table] = reader.estimate("en").tables;
      expect(table?.linkage).toMatchObject({ partitions: 20, point: null });
    });

    it("is linked once: the same command again changes nothing, and keeps the acts as they are", async () => {
      const acts = opened.acts();
      expect(await linkLists(opened)).toMatchObject({ existed: true });
      expect(opened.acts()).toBe(acts);
    });

    it("lists the pairs of its middle band for people, at least 200 of them, and merges none by machine", async () => {
      const pairs = await pairsOf(opened);
      const band = pairs.filter((cells) => cells.includes("review"));
      const apart = band.filter((cells) => cells.includes("false"));
      console.log(`argentina: ${band.length} pairs in the middle band, ${apart.length} of them apart`);
      expect(apart.length).toBeGreaterThanOrEqual(200);
      expect(opened.state.link?.value.needsReview).toBe(apart.length);
      const queue = { queue: "open", sample: { seed: 1988, size: 200 }, offset: 0, limit: 200 } as const;
      expect((await reader.review(queue, "en")).pairs).toHaveLength(200);
    });
  },
);

const omid = sharedFile("cases", "iran-1988", "omid-1988.csv");

describe.skipIf(omid === null)("iran-1988 with the list of Omid (skips where ../shared is absent)", () => {
  it("proposes rows that may be one person, and merges none by machine", async () => {
    const folder = temporaryFolder("omid-linked");
    writeFileSync(join(folder, "omid.csv"), readFileSync(omid ?? ""));
    const fields = {
      name: { column: "name_farsi" },
      nameLatin: { column: "name_latin" },
      sex: { column: "gender" },
      age: { column: "age_at_death" },
      death: { column: "date_of_death", calendar: "gregorian", precision: "year-when-january-first" },
      province: { column: "province" },
    };
    const list = { id: "rec_id", sealing: { leaveOpen: "a published memorial of the dead" }, fields };
    writeFileSync(join(folder, "recipe.json"), JSON.stringify({ v: 1, lists: { omid: list } }));
    const run = async (...args: readonly string[]) => {
      const { code, out, err } = await inquest(folder, ...args);
      if (code !== 0) throw new Error(err);
      return out;
    };
    await run("init", "c", "--title", "Iran 1988", "--lang", "en");
    await run("import", "omid.csv", "--recipe", "recipe.json", "--list", "omid", "--case", "c", "--quiet");
    const linked = JSON.parse(await run("link", "--case", "c", "--quiet", "--json"));
    console.log(
      `omid: ${linked.records} records, ${linked.persons} persons, ${linked.needsReview} pairs proposed, ` +
        `${linked.doubt.estimate} (${linked.doubt.low} to ${linked.doubt.high}) with the doubt of linkage`,
    );
    expect(linked.records).toBe(2967);
    expect(linked.persons).toBe(2967);
    expect(linked.needsReview).toBeGreaterThan(0);
    expect(linked.doubt).toMatchObject({
      estimate: 2967,
      low: 2967,
      high: 2967,
      holdsRowsOfOneListApart: true,
    });
  }, 300_000);
});

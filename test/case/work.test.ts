import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { decidePublication, type OpenCase, openCase, readCase, setStatus } from "../../src/case/index.ts";
import { fixedSurroundings, temporaryFolder } from "../case-fixture.ts";
import { openShippedCase } from "../shipped-cases.ts";
import { inquest } from "./cli-fixture.ts";
import { buildSmallCase } from "./small-folder.ts";
import { importList, makeTwoLists } from "./two-lists.ts";

let opened: OpenCase;
beforeAll(async () => {
  opened = await openShippedCase("first-hour", "work");
});
afterAll(() => opened.close());

const EVER = "1900-01-01T00:00:00Z";

describe("the work that is left", () => {
  it("counts the pairs that review shows, and sites of which nobody decided what to tell", async () => {
    const reader = await readCase(opened);
    const { left } = await reader.work(EVER, "en");
    const asked = { queue: "open", sample: { seed: 1, size: 1 }, offset: 0, limit: 0 } as const;
    const { waiting } = await reader.review(asked, "en");
    const countOf = (what: string) => left.find((each) => each.what === what)?.count ?? 0;
    expect(countOf("pairs")).toBe(waiting.bridges + waiting.band);
    expect(countOf("publication")).toBe(3);
    // What does not wait is not told.
    expect(left.every(({ count }) => count > 0)).toBe(true);
    expect((await reader.work(EVER, "fa")).left.map(({ text }) => text).join()).toMatch(/[۰-۹]+ جفت/u);
  });

  it("grows and shrinks with what people decide", async () => {
    const [statement] = opened.state.statements.all();
    if (statement === undefined) throw new TypeError("the case has statements");
    await setStatus(opened, {
      statement: statement.statement.id,
      status: "conflict",
      reason: "two registers differ",
    });
    await decidePublication(opened, {
      site: "site:khak-e-sorkh",
      decision: "withheld",
      risk: "digging",
      reason: "unprotected",
      reviewer: "keeper",
    });
    const { left } = await (await readCase(opened)).work(EVER, "en");
    expect(left).toContainEqual(
      expect.objectContaining({ what: "status.conflict", count: 1, place: "search", status: "conflict" }),
    );
    expect(left.find(({ what }) => what === "publication")?.count).toBe(2);
  });
});

describe("what does not wait", () => {
  it("is a statement that was corrected, withheld or closed, whatever status it had", async () => {
    const folder = temporaryFolder("waiting");
    await buildSmallCase(folder, {
      subjects: [],
      text: "forty persons were taken, and fifty came back",
      statements: [
        'key: A, subject: event:e, property: persons-killed, value: 40, quote: "forty"',
        'key: B, subject: event:e, property: persons-killed, value: 50, access: restricted, quote: "fifty"',
      ],
    });
    const run = (...args: readonly string[]) => inquest(folder, ...args, "--case", "c", "--quiet");
    const waiting = async () => {
      const surroundings = { ...fixedSurroundings(folder), actor: "keeper" };
      const small = await openCase({ dir: join(folder, "c"), mode: "read", surroundings });
      const { left } = await (await readCase(small)).work(EVER, "en");
      await small.close();
      return left.filter(({ what }) => what.startsWith("status.")).map(({ count }) => count);
    };
    for (const key of ["A", "B"]) {
      const { err } = await run("status", key, "issue", "--why", "the copy is blurred");
      expect(err).toBe("");
    }
    expect(await waiting()).toEqual([1]);
    const { err } = await run(
      "consent",
      "A",
      "--giver",
      "P",
      "--scope",
      "public",
      "--how",
      "said",
      "--expires",
      "2020-01-01",
    );
    expect(err).toBe("");
    expect(await waiting()).toEqual([]);
  });

  it("is a list of sites, which is never linked; a list of persons that came later is", async () => {
    const folder = temporaryFolder("unlinked");
    await makeTwoLists(folder);
    const surroundings = { ...fixedSurroundings(folder), actor: "keeper" };
    const look = async () => {
      const small = await openCase({ dir: join(folder, "c"), mode: "read", surroundings });
      const { left } = await (await readCase(small)).work(EVER, "en");
      await small.close();
      return left.flatMap(({ what, count }) => (what.endsWith("linked") ? [[what, count]] : []));
    };
    expect(await look()).toEqual([]);
    writeFileSync(join(folder, "graves.csv"), "id,name\n1,The old cemetery\n");
    const lists = { graves: { of: "sites", fields: { name: { column: "name" } } } };
    writeFileSync(join(folder, "recipe.json"), JSON.stringify({ v: 1, lists }));
    await importList(folder, "graves");
    expect(await look()).toEqual([]);
    writeFileSync(join(folder, "late.csv"), "id,name\n1,Reza Karimi\n");
    const late = { late: { fields: { name: { column: "name" } } } };
    writeFileSync(join(folder, "recipe.json"), JSON.stringify({ v: 1, lists: late }));
    await importList(folder, "late");
    expect(await look()).toEqual([["unlinked", 1]]);
  });
});

describe("what is new", () => {
  it("is the acts since a time, by kind and by whom, and none of their words", async () => {
    const reader = await readCase(opened);
    const { news } = await reader.work(EVER, "en");
    expect(news.acts).toBe(opened.ledger.size);
    expect(news.kinds.reduce((sum, { count }) => sum + count, 0)).toBe(news.acts);
    expect(news.kinds[0]).toMatchObject({
      kind: "statement.recorded",
      text: "statement recorded",
      by: ["tester"],
    });
    expect(JSON.stringify(news)).not.toContain("two registers differ");
  });

  it("is nothing after the last act, and only the later ones from a time between", async () => {
    const reader = await readCase(opened);
    const last = opened.ledger.read(opened.ledger.size - 1).at;
    expect((await reader.work(last, "en")).news.acts).toBeGreaterThanOrEqual(1);
    expect((await reader.work(last, "en")).news.acts).toBeLessThan(opened.ledger.size);
    expect((await reader.work("2999-01-01T00:00:00Z", "en")).news).toMatchObject({ acts: 0, kinds: [] });
  });
});

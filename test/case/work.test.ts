import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  decidePublication,
  type OpenCase,
  readCase,
  readCaseFolder,
  setStatus,
} from "../../src/case/index.ts";
import { buildCase, repository } from "../case-fixture.ts";

let opened: OpenCase;
beforeAll(async () => {
  opened = await buildCase(readCaseFolder(join(repository, "cases", "first-hour")), "work");
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

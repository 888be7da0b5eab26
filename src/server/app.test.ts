import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { temporaryFolder } from "../../test/case-fixture.ts";
import { openShippedCase } from "../../test/shipped-cases.ts";
import { type CaseReader, fixedSource, type OpenCase, readCase } from "../case/index.ts";
import { createApp } from "./app.ts";
import { createLockGuard } from "./lock-routes.ts";
import { createWriteKey } from "./write-key.ts";

let opened: OpenCase;
let reader: CaseReader;
let app: ReturnType<typeof createApp>;

const get = (path: string, headers: Record<string, string> = {}) =>
  app.request(`http://127.0.0.1:1988${path}`, { headers: { host: "127.0.0.1:1988", ...headers } });
const api = async (path: string) => (await get(`/api/cases/iran-1988${path}`)).text();

describe("the workbench over HTTP", () => {
  beforeAll(async () => {
    opened = await openShippedCase("iran-1988", "server");
    reader = await readCase(opened);
    const webFolder = join(temporaryFolder("web"), "web");
    mkdirSync(join(webFolder, "assets"), { recursive: true });
    writeFileSync(join(webFolder, "index.html"), "<!doctype html><title>Inquest</title>");
    const cases = [fixedSource(reader)];
    const guard = createLockGuard({ cases, lockAfterMs: 1000, now: () => 0 });
    app = createApp({
      cases,
      webFolder,
      hosts: ["127.0.0.1", "localhost"],
      guard,
      writeKey: createWriteKey(),
    });
  });
  afterAll(() => opened.close());

  it("refuses a foreign Host and a foreign Origin", async () => {
    expect((await get("/api/cases", { host: "evil.example" })).status).toBe(403);
    expect((await get("/api/cases", { origin: "https://evil.example" })).status).toBe(403);
    expect((await get("/api/cases")).status).toBe(200);
  });

  it("forbids inline script and everything from elsewhere", async () => {
    const policy = (await get("/")).headers.get("content-security-policy") ?? "";
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toMatch(/script-src[^;]*unsafe/u);
    expect(policy).toContain("default-src 'self'");
  });

  it("keeps allegations out of answers, offices, people and places, and shows them at their source", async () => {
    const restricted = opened.state.statements
      .all()
      .filter(({ statement }) => statement.access === "restricted");
    expect(restricted.map(({ statement }) => statement.key).sort()).toEqual(["F11", "F15", "F19", "F44"]);
    const views = ["/answers", "/offices", "/people", "/places", "/estimate"];
    const shown = (await Promise.all(views.map((view) => api(view)))).join("\n");
    for (const { statement } of restricted) {
      expect(shown).not.toContain(statement.id);
      expect(shown).not.toContain(statement.passage.quote ?? "");
      expect((await get(`/api/cases/iran-1988/trace/${statement.id}`)).status).toBe(409);
      const source = JSON.parse(await api(`/sources/${statement.source}`));
      const atSource = source.statementsAt.find((each: { id: string }) => each.id === statement.id);
      expect(atSource.standingText).toMatch(/^alleged by .*, not established$/u);
    }
  });

  it("tells a site to those who work in the case, nothing to strangers, and says who may ask", async () => {
    const id = encodeURIComponent("site:ahvaz-graves-1988");
    const page = JSON.parse(await api(`/places/sites/${id}?on=2018-08-01`));
    expect(page).toMatchObject({ audience: "internal", status: { code: "destroyed", certain: true } });
    expect(page.publicationText).toMatch(/^An internal view\. Nobody decided/u);
    expect(JSON.parse(await api("/places?audience=public"))).toMatchObject({ sites: [], withheld: 8 });
    expect(JSON.parse(await api("/places/watch?on=2018-08-01&audience=public"))).toMatchObject({ sites: [] });
    expect((await get(`/api/cases/iran-1988/places/sites/${id}?audience=public`)).status).toBe(409);
    expect((await get("/api/cases/iran-1988/places?audience=everybody")).status).toBe(400);
    expect((await get("/api/cases/iran-1988/places/sites/nowhere")).status).toBe(404);
  });

  it("tells how many allegations are kept back, and which were released", async () => {
    expect(JSON.parse(await api("/allegations?lang=fa"))).toEqual({ released: [], restricted: 4, unread: 0 });
  });

  it("sets the signatures of an appeal beside the names, and says of each who was asked what came", async () => {
    const { appeals } = JSON.parse(await api("/appeals?on=2022-05-23&lang=fa"));
    const letter = appeals.find(({ id: each }: { id: string }) => each === "appeal:un-experts-letter");
    expect(letter.signatures[0].declared[0].text).toBe("اعلام‌شده ۷؛ ۰ تن نام برده شده‌اند و ۷ تن نه");
    expect(letter.asked).toMatchObject([{ addressee: { id: "body:iranian-authorities" }, daysWaiting: 600 }]);
  });

  it("searches by words and by what is chosen, several values of a facet and what is missing among them", async () => {
    const search = async (query: string) => JSON.parse(await api(`/search?${query}`));
    const both = await search("q=1988&kind=statement&kind=site&missing=place");
    expect(both.total).toBeGreaterThan(0);
    expect(both.hits.every(({ kind }: { kind: string }) => ["statement", "site"].includes(kind))).toBe(true);
    const chosen = both.facets.place.values.filter(({ isChosen }: { isChosen: boolean }) => isChosen);
    expect(chosen).toEqual([{ value: null, name: "none recorded", count: both.total, isChosen: true }]);
    expect((await search("q=khavarna")).isNear).toBe(true);
    expect((await search("q=khavaran&near=1")).isNear).toBe(true);
    expect((await get("/api/cases/iran-1988/search?q=x&missing=nothing")).status).toBe(400);
    expect((await get("/api/cases/iran-1988/search?q=x&kind=")).status).toBe(400);
  });

  it("finds and counts no allegation, whatever is chosen", async () => {
    const secret = opened.state.statements.all().filter(({ statement }) => statement.access !== "open");
    const everything = await Promise.all(
      ["", "q=commission", "kind=statement&limit=200", "property=alleged-part", "q=alleged&near=1"].map(
        (query) => api(`/search?${query}`),
      ),
    );
    for (const { statement } of secret) {
      const alone = JSON.parse(
        await api(`/search?q=${encodeURIComponent(statement.passage.quote ?? "")}&near=1`),
      );
      for (const view of [...everything, JSON.stringify(alone)]) {
        expect(view).not.toContain(statement.id);
        expect(view).not.toContain(statement.passage.quote ?? "");
      }
    }
    const statements = JSON.parse(await api("/search?kind=statement"));
    expect(statements.total).toBe(opened.state.statements.size - secret.length);
    const properties = statements.facets.property.values.map(({ value }: { value: string }) => value);
    expect(properties).not.toContain("alleged-part");
    expect(properties).not.toContain("reported-admission");
  });

  it("answers an unknown case, route, source and figure with 404 and what to do", async () => {
    for (const path of ["/api/cases/none/answers", "/api/nothing", "/api/cases/iran-1988/sources/none"]) {
      const response = await get(path);
      expect(response.status).toBe(404);
      expect(JSON.parse(await response.text()).error.message).not.toBe("");
    }
    expect((await get("/api/cases/iran-1988/trace/none")).status).toBe(404);
  });

  it("gives the page for every route of the workbench and never a file outside its folder", async () => {
    expect(await (await get("/iran-1988/people")).text()).toContain("<title>Inquest</title>");
    for (const path of ["/../package.json", "/%2e%2e/package.json", "/..%2fpackage.json", "/%ff"]) {
      expect(await (await get(path)).text()).not.toContain('inquest"');
    }
    expect((await get("/assets/none.js")).status).toBe(404);
  });

  it("answers in English where it is asked for a language that it has not", async () => {
    const inLanguage = (lang: string) => api(`/answers?lang=${lang}`);
    expect(await inLanguage("ar")).toBe(await inLanguage("en"));
    expect(await inLanguage("fa")).not.toBe(await inLanguage("en"));
  });

  it("speaks Persian when asked", async () => {
    const answers = JSON.parse(await (await get("/api/cases/iran-1988/answers?lang=fa")).text());
    const figure = answers.answers.howMany.find((each: { value: number }) => each.value === 30000);
    expect(figure.label).toBe("شمار کشته‌شدگان");
    expect(figure.valueText).toContain("۳۰٬۰۰۰");
  });
});

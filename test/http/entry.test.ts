/** What a page asks for before somebody states something. */
import { appendFileSync, chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openLiveCase } from "../../src/case/index.ts";
import type { ApiAnswers, ConsentRecorded } from "../../src/server/contract.ts";
import { inquest } from "../case/cli-fixture.ts";
import { madePdf } from "../made-files.ts";
import { serveCases, surroundingsOf } from "./served-case.ts";
import { TEXT } from "./small-case.ts";
import { BASE, openWritableCase, statements, type WritableCase } from "./writable-case.ts";

let own: WritableCase;
beforeEach(async () => {
  own = await openWritableCase();
});
afterEach(() => own.live.close());

const subjects = async (query: string) =>
  (await own.served.get<ApiAnswers["subjects"]>(`${BASE}/subjects?${query}`)).body;

describe("the subjects of a case", () => {
  test("are found by part of a name in another script, and by their id, of the kinds that are asked for", async () => {
    for (const q of ["karimi", "%DA%A9%D8%B1%DB%8C%D9%85%DB%8C", "person:kar"]) {
      const { subjects: found } = await subjects(`q=${q}&kind=person`);
      expect(
        found.map(({ id }) => id),
        q,
      ).toEqual(["person:karimi"]);
    }
    expect((await subjects("q=karimi&kind=office")).total).toBe(0);
    expect((await subjects("q=karimi&lang=fa")).subjects[0]).toMatchObject({
      name: "رضا کریمی",
      kindLabel: "شخص",
      otherNames: ["Reza Karimi"],
    });
  });

  test("are found as soon as they are named, and their id is taken then", async () => {
    expect(await subjects("q=&limit=0&id=site:quarry")).toMatchObject({ isTaken: false });
    await own.served.post(`${BASE}/subjects`, [{ id: "site:quarry", names: { en: "The quarry" } }]);
    expect(await subjects("q=quarry&id=site:quarry")).toMatchObject({ total: 1, isTaken: true });
    // Named anew, it is called so from then on.
    await own.served.post(`${BASE}/subjects`, [{ id: "site:quarry", names: { en: "The gravel pit" } }]);
    expect((await subjects("q=gravel")).subjects).toMatchObject([
      { id: "site:quarry", name: "The gravel pit" },
    ]);
  });

  test("are not told when their consent is gone, and nobody is named over them", async () => {
    const given = { covers: ["speaker:other"], giver: "P7", scope: "un", how: "in writing" };
    const { consent } = (await own.served.post<ConsentRecorded>(`${BASE}/consents`, given)).body;
    await own.served.post(`${BASE}/consents/${consent.id}/withdraw`, { why: "asked to" });
    expect(await subjects("q=another&id=speaker:other")).toMatchObject({ total: 0, isTaken: true });
  });
});

test("the vocabulary says in both languages what is stated of what", async () => {
  const ask = async (language: string) =>
    (await own.served.get<ApiAnswers["vocabulary"]>(`${BASE}/vocabulary?lang=${language}`)).body;
  const [en, fa] = [await ask("en"), await ask("fa")];
  const heldBy = en.properties.find(({ name }) => name === "held-by");
  expect(heldBy).toMatchObject({ label: "held by", of: ["office"], refersTo: ["person"], access: "open" });
  expect(en.properties.find(({ name }) => name === "involvement")?.access).toBe("sealed");
  const labels = fa.properties.flatMap(({ label, codes }) => [label, ...codes.map((code) => code.label)]);
  expect([...labels, ...fa.kinds.map(({ label }) => label)].filter((label) => /[a-z]/u.test(label))).toEqual(
    [],
  );
});

describe("where a value comes from", () => {
  const origin = async (id: string, language = "en") =>
    (await own.served.get<ApiAnswers["origin"]>(`${BASE}/origins/${id}?lang=${language}`)).body;

  test("is told with source, hash, who recorded it, and a footnote that says how to verify it", async () => {
    const { notes, verified, root } = await origin("K");
    expect(verified).toBe(true);
    expect(root).toMatch(/^[0-9a-f]{64}$/u);
    expect(notes).toHaveLength(1);
    const [note] = notes;
    const { body: source } = await own.served.get<ApiAnswers["source"]>(`${BASE}/sources/note`);
    expect(note).toMatchObject({ sourceKey: "note", sha256: source.sha256, statement: { key: "K" } });
    const plain = note?.footnote?.replaceAll(/[\u2068\u2069]/gu, "");
    expect(plain).toContain("A witness: “forty persons were taken from ward four”, A note, characters");
    expect(plain).toContain(`SHA-256 ${source.sha256.slice(0, 16)}…; recorded by ${note?.recorded.by} on`);
    expect(plain).toContain("To verify: inquest trace K");
    expect((await origin("K", "fa")).notes[0]?.footnote).toContain("برای راستی‌آزمایی: inquest trace K");
  });

  test("has no footnote for what is kept within the team, and nothing for what is closed", async () => {
    await own.served.post(`${BASE}/statements`, statements({ key: "T", access: "team" }));
    expect((await origin("T")).notes[0]?.footnote).toBeNull();
    // Nor for words whose speaker agreed to partners, and not to the public.
    const consent = { giver: "P7", covers: ["K"], scope: "partners", how: "in writing" };
    expect((await own.served.post(`${BASE}/consents`, consent)).status).toBe(200);
    expect((await origin("K")).notes[0]?.footnote).toBeNull();
    const closed = await own.served.get(`${BASE}/origins/L`);
    expect(closed.status).toBeGreaterThanOrEqual(400);
    expect(closed.text).not.toContain("gave the order");
  });
});

test("a source is checked against its hash now: intact, and not after a byte was changed on the disk", async () => {
  const check = async () =>
    (await own.served.get<ApiAnswers["checkSource"]>(`${BASE}/sources/note/verification`)).body;
  expect(await check()).toMatchObject({
    isIntact: true,
    isReadable: true,
    act: { isProven: true },
    ok: true,
  });
  const vault = join(own.dir, "vault");
  const [blob = ""] = readdirSync(vault, { recursive: true, encoding: "utf8" })
    .map((name) => join(vault, name))
    .filter((path) => statSync(path).isFile() && readFileSync(path, "utf8").includes(TEXT));
  chmodSync(blob, 0o600);
  appendFileSync(blob, "!");
  expect(await check()).toMatchObject({
    isIntact: false,
    isReadable: false,
    act: { isProven: true },
    ok: false,
  });
});

test("a page is told with its words, with the statements among them, and without what was taken back", async () => {
  const pdf = join(own.folder, "letter.pdf");
  writeFileSync(pdf, await madePdf(["The first page.", "Forty were taken at night. Nobody was named."]));
  await own.live.close();
  expect((await inquest(own.folder, "add", pdf, "--case", "c", "--quiet")).code).toBe(0);
  own.live = await openLiveCase({ dir: own.dir, surroundings: surroundingsOf(own.folder) });
  own.served = serveCases([own.live]);
  const page = (number: number) =>
    own.served.get<ApiAnswers["page"]>(`${BASE}/sources/letter.pdf/pages/${number}`);
  const quote = "Forty were taken";
  const stated = { ...statements({ key: "PDF", quote, at: { page: 2 } }), source: "letter.pdf" };
  expect((await own.served.post(`${BASE}/statements`, stated)).status).toBe(200);
  const { text, pages, marks } = (await page(2)).body;
  expect(pages).toBe(2);
  expect(marks.map(({ start, end }) => [...(text ?? "")].slice(start, end).join(""))).toEqual([quote]);
  expect((await page(1)).body).toMatchObject({ text: expect.stringContaining("The first page."), marks: [] });
  expect((await page(3)).status).toBe(404);
  expect((await own.served.get<ApiAnswers["page"]>(`${BASE}/sources/note/pages/1`)).body.pages).toBe(0);
  const given = { covers: ["PDF"], giver: "P7", scope: "un", how: "in writing" };
  const { consent } = (await own.served.post<ConsentRecorded>(`${BASE}/consents`, given)).body;
  await own.served.post(`${BASE}/consents/${consent.id}/withdraw`, { why: "asked to" });
  const after = await page(2);
  expect(after.text).not.toContain("Forty");
  expect(after.body.marks).toEqual([]);
});

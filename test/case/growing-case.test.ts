import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import {
  type LiveCase,
  type OpenCase,
  openCase,
  openLiveCase,
  readCase,
  recordStatements,
  type SearchView,
} from "../../src/case/index.ts";
import { findPassage } from "../../src/core/index.ts";
import { type Statement, withStatementId } from "../../src/statements/index.ts";
import { fixedSurroundings, temporaryFolder } from "../case-fixture.ts";
import { inquest } from "./cli-fixture.ts";
import { buildSmallCase } from "./small-folder.ts";

const TEXT = "Forty persons were taken from ward four. Another witness says fifty.";

let folder = "";
let live: LiveCase;
let writer: OpenCase;
beforeEach(async () => {
  folder = temporaryFolder("growing");
  await buildSmallCase(folder, {
    subjects: ['{id: person:p1, names: {en: "Reza Karimi"}}'],
    text: TEXT,
    statements: [
      'key: A, subject: person:p1, property: occupation, value: carpenter, quote: "ward four"',
      "key: K, subject: event:e, property: persons-killed, value: 40, quote: Forty persons",
    ],
  });
  const dir = join(folder, "c");
  live = await openLiveCase({ dir, surroundings: fixedSurroundings(folder) });
  writer = await openCase({
    dir,
    mode: "write",
    surroundings: { ...fixedSurroundings(folder), now: Date.now },
  });
});
afterEach(async () => {
  await live.close();
  await writer.close();
});

/** What somebody said of a person's occupation. */
function occupation(text: string, key?: string): Statement {
  const [source] = writer.state.sources.values();
  return withStatementId({
    ...(key === undefined ? {} : { key }),
    subject: "person:p1",
    property: "occupation",
    value: { kind: "text", text: { en: text } },
    source: source?.value.id ?? "",
    passage: findPassage(TEXT, "ward four"),
    speaker: "speaker:s",
    chain: "first-hand",
    polarity: "asserts",
    standing: "reported",
    access: "open",
  });
}

const many = (count: number) =>
  Array.from({ length: count }, (_, n) => occupation(`worker ${n} of the shift`));

async function search(q: string): Promise<SearchView> {
  return (await live.current()).search({ q, offset: 0, limit: 20 }, "en");
}

test("what is recorded is found at the next search, by the reader that was there", async () => {
  const before = await live.current();
  expect((await search("tailor")).total).toBe(0);
  await recordStatements(writer, [occupation("tailor")]);
  const found = await search("tailor");
  expect(found).toMatchObject({ total: 1, hits: [{ kind: "statement" }] });
  expect(await live.current()).toBe(before);
  const acts = writer.acts();
  expect(found.upTo).toEqual({ acts, shown: acts, searchable: acts });
  expect(before.summary("en")).toMatchObject({ counts: { acts, statements: 3 }, upTo: { shown: acts } });
  const fields = before.statedPerson("person:p1", "en").fields;
  expect(fields.flatMap(({ claims }) => claims.map(({ valueText }) => valueText)).sort()).toEqual([
    "carpenter",
    "tailor",
  ]);
});

test("a correction is found, and what it corrects is not; a subject by the name that it has now", async () => {
  expect(await search("carpenter")).toMatchObject({ total: 1 });
  expect(await search("Karimi")).toMatchObject({ total: 1 });
  expect((await live.current()).statedPerson("reza karimi", "en").person.id).toBe("person:p1");
  await recordStatements(writer, [occupation("joiner", "A")]);
  const names = { en: "Reza Ahmadi" };
  await writer.record([{ kind: "subject.named", body: { subject: { id: "person:p1", names } } }]);
  expect(await search("carpenter")).toMatchObject({ total: 0, facets: { kind: { values: [] } } });
  expect(await search("joiner")).toMatchObject({ total: 1 });
  expect(await search("Ahmadi")).toMatchObject({ total: 1 });
  expect(await search("Karimi")).toMatchObject({ total: 0 });
  const reader = await live.current();
  expect(reader.statedPerson("reza ahmadi", "en").person.id).toBe("person:p1");
  expect(() => reader.statedPerson("reza karimi", "en")).toThrowError(
    expect.objectContaining({ code: "case/not-found" }),
  );
});

test("a statement that comes back after it was corrected is found once", async () => {
  for (const text of ["joiner", "cooper", "joiner"]) {
    await recordStatements(writer, [occupation(text, "A")]);
    expect(await search(text)).toMatchObject({ total: 1, hits: [{ kind: "statement" }] });
  }
  expect(await search("cooper")).toMatchObject({ total: 0 });
});

test("a reader that took much in says the same as one that reads it all anew", async () => {
  await search("anything");
  await recordStatements(writer, many(3000));
  await inquestWrite("status", "K", "accepted");
  const taken = await live.current();
  // Search may come later than the views, and says how much.
  for (let tries = 0; tries < 1000; tries++) {
    const { shown, searchable } = (await search("worker 2999")).upTo;
    if (shown === searchable) break;
    await new Promise((resolve) => setImmediate(resolve));
  }
  const anew = await openCase({
    dir: join(folder, "c"),
    mode: "read",
    surroundings: fixedSurroundings(folder),
  });
  const reader = await readCase(anew);
  for (const q of ["worker 2999", "shift", "worker of", "Karimi", "carpenter"]) {
    const query = { q, offset: 0, limit: 50 };
    expect(taken.search(query, "en")).toEqual(reader.search(query, "en"));
  }
  for (const language of ["en", "fa"] as const) {
    const { upTo: _, ...summary } = reader.summary(language);
    expect(taken.summary(language)).toMatchObject(summary);
    expect(taken.answers(language)).toEqual(reader.answers(language));
    expect(taken.statedPerson("Reza Karimi", language)).toEqual(reader.statedPerson("Reza Karimi", language));
  }
  expect(taken.answers("en").howMany[0]?.footing.reviewed).toBe(1);
  await anew.close();

  /** By another command, while the case is open for writing nowhere else. */
  async function inquestWrite(...args: readonly string[]): Promise<void> {
    await writer.close();
    expect(await inquest(folder, ...args, "--case", "c", "--quiet")).toMatchObject({ code: 0, err: "" });
  }
});

test("nobody waits for very many acts: the answer says how far it goes, and the next ones go further", async () => {
  await recordStatements(writer, many(7000));
  const first = (await search("shift")).upTo;
  expect(first.acts).toBe(writer.acts());
  expect(first.shown).toBeLessThan(first.acts - 5000);
  let last = first;
  while (last.searchable !== last.acts) {
    await new Promise((resolve) => setTimeout(resolve, 5));
    const { upTo, total } = await search("shift");
    expect(upTo.shown).toBeGreaterThanOrEqual(last.shown);
    if (upTo.searchable === upTo.acts) expect(total).toBe(7000);
    last = upTo;
  }
});

test("whoever took a consent back is shown no more, however much else waits to be read", async () => {
  await consentAndWithdrawAmong(many(7000));
  const reader = await live.current();
  expect(reader.summary("en").upTo.shown).toBe(writer.acts());
  expect(reader.search({ q: "fifty persons shift", offset: 0, limit: 5 }, "en").total).toBe(0);
  expect(reader.search({ q: "ward four", offset: 0, limit: 5 }, "en").total).toBe(0);

  async function consentAndWithdrawAmong(statements: readonly Statement[]): Promise<void> {
    const id = `consent-${"a".repeat(32)}`;
    const consent = { id, giver: "P7", covers: ["speaker:s"], scope: "partners", how: "in writing" };
    await writer.record([{ kind: "consent.recorded", body: consent }]);
    await live.current();
    await recordStatements(writer, statements);
    await writer.record([{ kind: "consent.withdrawn", body: { consent: id, why: "asked for it" } }]);
    await writer.record([
      { kind: "subject.named", body: { subject: { id: "person:z", names: { en: "Z" } } } },
    ]);
  }
});

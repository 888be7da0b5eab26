import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  createCase,
  type OpenCase,
  openCase,
  prepareImport,
  readCase,
  readCaseFolder,
  recordConsent,
  recordImport,
  recordStatements,
  SEARCH_FACETS,
  sealFile,
  withdrawConsent,
} from "../../src/case/index.ts";
import { type StatementContent, withStatementId } from "../../src/statements/index.ts";
import { fixedSurroundings, repository, temporaryFolder } from "../case-fixture.ts";

const TEXT = "Open words. Guarded words. Locked words. Withdrawn words. Accusing words.";

/** What only the statement says that must not be found: its words, its speaker, its place and its year. */
const SECRETS = [
  { key: "guarded", access: "restricted", quote: "Guarded words.", year: "1981" },
  { key: "locked", access: "sealed", quote: "Locked words.", year: "1982" },
  { key: "withdrawn", access: "open", quote: "Withdrawn words.", year: "1983" },
  // Recorded past the door that closes what is alleged.
  { key: "accusing", access: "open", quote: "Accusing words.", year: "1984" },
] as const;

const surroundingsIn = (home: string) => ({
  ...fixedSurroundings(home),
  askPassphrase: () => Promise.resolve("orchard lantern seven rivers"),
  doorRounds: 10,
});

async function buildIn(home: string): Promise<OpenCase> {
  const { config } = readCaseFolder(join(repository, "cases", "kosovo-1999"));
  const opened = await createCase({ dir: join(home, "case"), config, surroundings: surroundingsIn(home) });
  const file = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) });
  const { source } = await sealFile(opened, file("note.txt", TEXT));
  await sealFile(opened, file("locked-letter.txt", "What nobody reads."), { isSecret: true });
  const names = ["open", ...SECRETS.map(({ key }) => key)];
  await opened.record(
    names.flatMap((name) =>
      ["speaker", "place"].map((kind) => ({
        kind: "subject.named",
        body: { subject: { id: `${kind}:${name}`, names: { en: `${kind} of the ${name}` } } },
      })),
    ),
  );
  const statement = (key: string, quote: string, rest: Pick<StatementContent, "access" | "time">) => {
    const start = TEXT.indexOf(quote);
    return withStatementId({
      key,
      subject: "event:x",
      property: "concealment",
      value: { kind: "text", text: { en: `what is ${key}` } },
      source: source.id,
      passage: { start, end: start + quote.length, quote, prefix: "", suffix: "" },
      speaker: `speaker:${key}`,
      place: `place:${key}`,
      chain: "first-hand",
      polarity: "asserts",
      standing: key === "accusing" ? "alleged" : "reported",
      ...rest,
    });
  };
  await recordStatements(opened, [
    statement("open", "Open words.", { access: "open", time: "1980" }),
    ...SECRETS.map(({ key, access, quote, year }) => statement(key, quote, { access, time: year })),
  ]);
  const { id } = await recordConsent(opened, {
    covers: ["withdrawn"],
    giver: "P",
    scope: "un",
    how: "in writing",
  });
  await withdrawConsent(opened, { id, why: "asked to" });
  return opened;
}

describe("what may not be shown", () => {
  test("is found by none of its words, and counted in no facet", async () => {
    const home = temporaryFolder("search-leaks");
    const opened = await buildIn(home);
    const reader = await readCase(opened);
    const search = (query: Partial<Parameters<typeof reader.search>[0]>) =>
      reader.search({ q: "", offset: 0, limit: 1000, ...query }, "en");
    expect(search({ q: "open words" }).total).toBe(1);
    const { facets, hits } = search({ chosen: { kind: ["statement"] } });
    expect(hits.map(({ text }) => text)).toEqual(["Open words."]);
    // Whatever it is counted by: only the open statement is.
    for (const facet of SEARCH_FACETS.filter((each) => each !== "kind"))
      for (const { value, count } of facets[facet].values) expect(count, `${facet} ${value}`).toBe(1);
    expect(facets.kind.values).toContainEqual(expect.objectContaining({ value: "statement", count: 1 }));
    const everything = search({});
    for (const { key, quote, year } of SECRETS) {
      for (const q of [`"${quote}"`, quote, `what is ${key}`, key, ""]) {
        const found = JSON.stringify(search({ q, isNear: true }).hits);
        expect(found).not.toContain(quote);
        expect(found).not.toContain(`what is ${key}`);
      }
      for (const chosen of [{ speaker: [`speaker:${key}`] }, { year: [year] }, { place: [`place:${key}`] }])
        expect(search({ chosen }).total).toBe(0);
      const counted = SEARCH_FACETS.flatMap((facet) =>
        everything.facets[facet].values.map(({ value }) => value),
      );
      for (const secret of [`speaker:${key}`, `place:${key}`, year]) expect(counted).not.toContain(secret);
    }
    await opened.close();
  });

  test("is not found without the key, and with it only what the case's own pages list, counted apart", async () => {
    const home = temporaryFolder("search-leaks");
    const opened = await buildIn(home);
    const list = {
      name: "l",
      file: { name: "list.csv", bytes: new TextEncoder().encode("name\nGolnar Sohrabi\n") },
      recipe: { of: "persons", fields: { name: { column: "name" } } },
      title: { en: "List" },
    } as const;
    await recordImport(opened, await prepareImport(opened, { ...list, sealing: "seal" }));
    await opened.close();

    const unlocked = await openCase({
      dir: join(home, "case"),
      mode: "read",
      surroundings: surroundingsIn(home),
    });
    const reader = await readCase(unlocked);
    const found = reader.search({ q: "گلنار", offset: 0, limit: 10 }, "en");
    expect(found.facets.access.values).toMatchObject([{ value: "encrypted", count: 1 }]);
    expect(
      reader.search({ q: "Golnar", chosen: { access: ["open"] }, offset: 0, limit: 10 }, "en").total,
    ).toBe(0);
    await unlocked.close();

    const { askPassphrase: _, ...nobody } = surroundingsIn(home);
    const locked = await openCase({ dir: join(home, "case"), mode: "read", surroundings: nobody });
    await expect(readCase(locked)).rejects.toMatchObject({
      code: expect.stringMatching(/^(?:case|vault)\//u),
    });
    expect([...locked.state.sources.values()].map(({ value }) => value.fileName).join()).not.toContain(
      "locked",
    );
    await locked.close();
  });
});

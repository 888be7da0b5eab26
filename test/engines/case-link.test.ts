/** `inquest link --case … --engine duckdb`: the link of a case by another engine, and nobody can tell. */
import { cpSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { linkLists, type OpenCase, openCase, verifyCase } from "../../src/case/index.ts";
import { toCanonicalJson } from "../../src/core/index.ts";
import { openDuckDbSession } from "../../src/engines/duckdb/duckdb-session.ts";
import { duckDbDialect } from "../../src/engines/sql/dialect.ts";
import { createSqlEngine } from "../../src/engines/sql/sql-engine.ts";
import { inquest } from "../case/cli-fixture.ts";
import { importList, must, NAMES_OF_LISTS, rowsOf, writeList, writeTwoLists } from "../case/two-lists.ts";
import { fixedSurroundings, temporaryFolder } from "../case-fixture.ts";
import { hasDuckDb } from "./recorded-engine.ts";

const [FIRST = ""] = NAMES_OF_LISTS;
const ROWS = 90;
const Linked = z.looseObject({
  existed: z.boolean(),
  whyTrained: z.string().nullable(),
  takenOver: z.number(),
  engine: z.string().nullable(),
});

/** The case `c` of two lists, not linked. */
let made = "";
beforeAll(async () => {
  made = temporaryFolder("case-engine");
  writeTwoLists(made);
  // Every two rows are compared, on both engines: few will do.
  for (const list of NAMES_OF_LISTS) writeList(made, list, rowsOf(list).slice(0, ROWS));
  await must(inquest(made, "init", "c", "--title", "Two lists", "--fictional"));
  for (const list of NAMES_OF_LISTS) await importList(made, list);
});

function copy(of: string): string {
  const folder = temporaryFolder("case-engine-copy");
  cpSync(of, folder, { recursive: true });
  return folder;
}

async function opened<T>(folder: string, action: (open: OpenCase) => Promise<T>): Promise<T> {
  const surroundings = { ...fixedSurroundings(folder), homeDir: join(folder, "home"), actor: "keeper" };
  const open = await openCase({ dir: join(folder, "c"), mode: "write", surroundings });
  try {
    return await action(open);
  } finally {
    await open.close();
  }
}

const link = async (folder: string, ...more: readonly string[]) =>
  Linked.parse(JSON.parse(await must(inquest(folder, "link", "--case", "c", "--quiet", "--json", ...more))));

/** The body of the recorded link, as the log holds it, and how many acts there are. */
const recorded = (folder: string) =>
  opened(folder, async (open) => {
    const { state } = open;
    const body = toCanonicalJson(JSON.parse(JSON.stringify(state.link?.value ?? null)));
    return { body, acts: open.acts() };
  });

/** Files of a case in which a word stands, whatever is in them. */
function filesWith(folder: string, word: string): string[] {
  return readdirSync(join(folder, "c"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => readFileSync(path).toString("latin1").toLowerCase().includes(word));
}

describe.skipIf(!hasDuckDb)("a case linked by DuckDB (skips where it is absent)", () => {
  it("records the link of this process to the byte, and nowhere that another engine made it", async () => {
    const [own, other] = [copy(made), copy(made)];
    expect(await link(own)).toMatchObject({ engine: null, whyTrained: "first" });
    expect(await link(other, "--engine", "duckdb")).toMatchObject({ engine: "duckdb", whyTrained: "first" });
    const { body } = await recorded(own);
    expect(JSON.parse(body)).toMatchObject({ trained: { model: expect.anything() } });
    expect(await recorded(other)).toEqual(await recorded(own));
    expect(filesWith(other, "duckdb")).toEqual([]);
    expect((await verifyCase(join(other, "c"))).problems).toEqual([]);
    // The views that are made of it, too.
    const persons = (folder: string) => readFileSync(join(folder, "c/work/persons.csv"), "utf8");
    expect(persons(other)).toBe(persons(own));
  });

  it("goes on with the model on either side, compares what is new in this process, and trains anew when asked", async () => {
    const [own, other] = [copy(made), copy(made)];
    await link(own);
    await link(other, "--engine", "duckdb");
    for (const folder of [own, other]) {
      writeList(folder, FIRST, rowsOf(FIRST).slice(9, ROWS));
      await importList(folder, FIRST, "c", "--replace");
    }
    const again = await inquest(other, "link", "--case", "c", "--quiet", "--engine", "duckdb");
    expect(again.out).toContain("compared in this process");
    expect(await link(own)).toMatchObject({ engine: null, whyTrained: null });
    expect(await recorded(other)).toEqual(await recorded(own));
    const { acts } = await recorded(other);
    expect(await link(other, "--engine", "duckdb")).toMatchObject({ existed: true, engine: null });
    expect((await recorded(other)).acts).toBe(acts);
    const trained = await must(
      inquest(other, ...["link", "--case", "c", "--quiet", "--train", "--engine", "duckdb", "--lang", "fa"]),
    );
    expect(trained).toContain("duckdb");
    expect(await link(own, "--train")).toMatchObject({ whyTrained: "asked" });
    expect(await recorded(other)).toEqual(await recorded(own));
  });
});

describe("an engine that is not there", () => {
  const absent = createSqlEngine(duckDbDialect, () =>
    openDuckDbSession({}, () => Promise.reject(new Error("Cannot find package '@duckdb/node-api'"))),
  );

  it("is refused before anything is done, also where there is nothing to do", async () => {
    const folder = copy(made);
    const refused = expect.objectContaining({ code: "engines/duckdb-absent", reaction: "usage" });
    const { acts } = await recorded(folder);
    await expect(opened(folder, (open) => linkLists(open, {}, { engine: absent }))).rejects.toEqual(refused);
    expect((await recorded(folder)).acts).toBe(acts);
    await link(folder);
    await expect(opened(folder, (open) => linkLists(open, {}, { engine: absent }))).rejects.toEqual(refused);
  });

  it("under another name is refused with the names that there are", async () => {
    const asked = await inquest(copy(made), "link", "--case", "c", "--engine", "spark");
    expect(asked.code).toBe(2);
    expect(asked.err).toContain("there is duckdb");
  });
});

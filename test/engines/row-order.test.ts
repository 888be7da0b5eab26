/** The same command twice gives the same bytes; rows in another order give the same clusters. On every engine. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createDuckDbEngine, createLinkThreads, linkOnThreads } from "../../src/engines/index.ts";
import { toCsv } from "../../src/intake/index.ts";
import { fictionalLists } from "../../src/linkage/fictional-lists.ts";
import {
  type LinkInput,
  type LinkRecord,
  type LinkResult,
  type LinkSettings,
  linkRecords,
  linkRecordsOn,
  linkRecordsWith,
  settingsFor,
} from "../../src/linkage/index.ts";
import { seededRandom } from "../../src/linkage/random.ts";
import { inquest } from "../case/cli-fixture.ts";
import { must, NAMES_OF_LISTS, rowsOf } from "../case/two-lists.ts";
import { temporaryFolder } from "../case-fixture.ts";
import { hasDuckDb } from "./recorded-engine.ts";

type Link = (input: LinkInput, settings: LinkSettings) => Promise<LinkResult>;

/** A list without a column of ids: each row is called by its place, whatever order they come in. */
function numbered(records: readonly Omit<LinkRecord, "recordId">[]): LinkRecord[] {
  const counts = new Map<string, number>();
  return records.map((record) => {
    const place = (counts.get(record.list) ?? 0) + 1;
    counts.set(record.list, place);
    return { ...record, recordId: String(place) };
  });
}

/** Clusters as what their rows say; rows that say the same can stand for each other. */
function clustersOf(said: readonly string[], clusterIds: readonly string[]): string[] {
  const members = new Map<string, string[]>();
  for (const [index, id] of clusterIds.entries()) {
    members.set(id, [...(members.get(id) ?? []), said[index] ?? ""]);
  }
  return [...members.values()].map((rows) => rows.sort().join(" + ")).sort();
}

/** What a result says that does not name rows. */
function figuresOf({ distinctPersons, personsWithDoubt, model, blocking, blockingRecall }: LinkResult) {
  return { distinctPersons, personsWithDoubt, model, blocking, blockingRecall };
}

function shuffledBy<T>(items: readonly T[], seed: number): T[] {
  const random = seededRandom(seed);
  return items
    .map((item) => ({ item, at: random() }))
    .sort((one, other) => one.at - other.at)
    .map(({ item }) => item);
}

const word = (words: string) => fc.constantFrom(...words.split(" "));
const name = fc
  .tuple(word("Ali Maryam Reza علی مریم رضا Zahra"), word("Karimi Nouri کریمی نوری Ghorbani Qorbani قربانی"))
  .map(([given, family]) => ({ text: `${given} ${family}` }));
const day = fc.integer({ min: 6780, max: 6790 }).map((first) => ({ days: [first, first] as const }));
const row = fc.record({
  list: fc.constantFrom("one", "other", "third"),
  values: fc.tuple(
    fc.option(name, { freq: 8 }),
    fc.option(day),
    fc.option(fc.integer({ min: 20, max: 24 }).map((number) => ({ number }))),
  ),
});
const fields = [
  { name: "name", kind: "name" },
  { name: "death", kind: "date" },
  { name: "age", kind: "number" },
] as const;

async function holdsOn(link: Link, numRuns: number): Promise<void> {
  const lists = fc.array(row, { minLength: 2, maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(lists, fc.integer({ min: 1 }), fc.boolean(), async (rows, seed, isBlocked) => {
      const blocking = isBlocked
        ? { exhaustivePairs: 0, blockCap: 4, fewestPairs: 60, pairsPerRecord: 3 }
        : {};
      const settings = settingsFor(fields, {
        ...{ blocking, doubt: { draws: 4 }, training: { randomPairs: 5000 } },
      });
      const input = { fields, records: numbered(rows) };
      const result = await link(input, settings);
      expect(JSON.stringify(await link(input, settings))).toBe(JSON.stringify(result));
      const order = shuffledBy(rows, seed);
      const again = await link({ fields, records: numbered(order) }, settings);
      const said = (some: typeof rows) => some.map((each) => JSON.stringify(each));
      expect(clustersOf(said(order), again.clusterIds)).toEqual(clustersOf(said(rows), result.clusterIds));
      expect(figuresOf(again)).toEqual(figuresOf(result));
    }),
    { numRuns, seed: 1988 },
  );
}

describe("the same twice, and rows in any order", () => {
  it("hold for any small lists without ids, on one thread", () =>
    holdsOn((input, settings) => Promise.resolve(linkRecords(input, settings)), 25));

  it("hold on threads", async () => {
    const threads = createLinkThreads({ threads: 2 });
    try {
      await holdsOn((input, settings) => linkRecordsWith(threads, input, settings), 8);
    } finally {
      await threads.close();
    }
  });

  it.skipIf(!hasDuckDb)("hold on DuckDB (skips where it is absent)", { timeout: 120_000 }, () =>
    holdsOn((input, settings) => linkRecordsOn(createDuckDbEngine({ threads: 2 }), input, { settings }), 3),
  );

  it("hold for lists long enough for threads, of which training sees a part", async () => {
    const { input } = fictionalLists(2150, 8);
    const settings = settingsFor(input.fields, {
      blocking: { exhaustivePairs: 0, fewestPairs: 20_000, pairsPerRecord: 6 },
      training: { randomPairs: 20_000 },
      doubt: { draws: 5 },
    });
    expect(input.records.length).toBeGreaterThan(3000);
    const link = async (rows: readonly LinkRecord[]) => {
      const records = numbered(rows);
      const result = await linkOnThreads({ ...input, records }, settings, [], undefined, { threads: 2 });
      // The ids that the rows had before say which row is which.
      return {
        clusters: clustersOf(
          rows.map(({ recordId }) => recordId),
          result.clusterIds,
        ),
        figures: figuresOf(result),
      };
    };
    expect(await link(shuffledBy(input.records, 3))).toEqual(await link(input.records));
  });
});

const ROWS = 80;
const HEADING = ["name", "birth", "death", "place"];

/** Lists without a column of ids, their rows shuffled by the seed; 0 leaves them as they are. */
function writeLists(folder: string, seed: number): ReadonlyMap<string, string> {
  const said = new Map<string, string>();
  for (const list of NAMES_OF_LISTS) {
    const rows = rowsOf(list)
      .slice(0, ROWS)
      .map(([, ...cells]) => cells);
    const order = seed === 0 ? rows : shuffledBy(rows, seed);
    writeFileSync(join(folder, `${list}.csv`), toCsv([HEADING, ...order]));
    for (const [index, cells] of order.entries()) said.set(`${list} ${index + 1}`, cells.join("|"));
  }
  const fieldsOfList = Object.fromEntries(HEADING.map((column) => [column, { column }]));
  const lists = Object.fromEntries(NAMES_OF_LISTS.map((list) => [list, { fields: fieldsOfList }]));
  writeFileSync(join(folder, "recipe.json"), JSON.stringify({ v: 1, lists }));
  return said;
}

/** Clusters of a table `list,record_id,cluster_id`, as what their rows say. */
function clustersIn(table: string, said: ReadonlyMap<string, string>): string[] {
  const rows = table
    .trim()
    .split(/\r?\n/u)
    .slice(1)
    .map((line) => line.split(","));
  const texts = rows.map(([list, id]) => `${list} ${said.get(`${list} ${id}`) ?? "unknown"}`);
  expect(texts.join()).not.toContain("unknown");
  return clustersOf(
    texts,
    rows.map(([, , cluster]) => cluster ?? ""),
  );
}

const ENGINES = [
  ["in process", []],
  ...(hasDuckDb ? [["DuckDB", ["--engine", "duckdb"]] as const] : []),
] as const;

describe.each(ENGINES)("inquest link over lists without ids, %s", (_, engine) => {
  it("writes the same files twice, and the same clusters of shuffled rows", {
    timeout: 120_000,
  }, async () => {
    const link = async (seed: number) => {
      const folder = temporaryFolder("row-order");
      const said = writeLists(folder, seed);
      const lists = NAMES_OF_LISTS.flatMap((list) => ["--list", `${list}=${list}.csv`]);
      const args = [...lists, "--recipe", "recipe.json", "--quiet", "--pairs", "p.csv", ...engine];
      await must(inquest(folder, "link", ...args, "--out", "c.csv"));
      const read = (file: string) => readFileSync(join(folder, file), "utf8");
      const [clusters, pairs] = [read("c.csv"), read("p.csv")];
      await must(inquest(folder, "link", ...args, "--out", "c.csv"));
      expect([read("c.csv"), read("p.csv")]).toEqual([clusters, pairs]);
      return clustersIn(clusters, said);
    };
    const clusters = await link(0);
    expect(clusters.some((rows) => rows.includes(" + "))).toBe(true);
    expect(await link(5)).toEqual(clusters);
  });

  it("records the same clusters of a case whose files came shuffled", { timeout: 120_000 }, async () => {
    const link = async (seed: number) => {
      const folder = temporaryFolder("row-order-case");
      const said = writeLists(folder, seed);
      await must(inquest(folder, "init", "c", "--title", "Order", "--fictional"));
      for (const list of seed === 0 ? NAMES_OF_LISTS : NAMES_OF_LISTS.toReversed()) {
        const file = [`${list}.csv`, "--recipe", "recipe.json", "--list", list];
        await must(inquest(folder, "import", ...file, "--case", "c", "--quiet"));
      }
      await must(inquest(folder, "link", "--case", "c", "--quiet", ...engine));
      const persons = readFileSync(join(folder, "c/work/persons.csv"), "utf8").trim().split(/\r?\n/u);
      const rows = persons.slice(1).map((line) => line.split(","));
      // person, name, list, record_id, row
      const table = rows.map((cells) => [cells.at(-3), cells.at(-2), cells[0]].join(","));
      return clustersIn(["heading", ...table].join("\n"), said);
    };
    expect(await link(5)).toEqual(await link(0));
  });
});

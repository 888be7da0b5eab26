import { afterEach, describe, expect, it, vi } from "vitest";
import { openDuckDbSession } from "../../src/engines/duckdb/duckdb-session.ts";
import { createDuckDbEngine } from "../../src/engines/index.ts";
import { fictionalLists } from "../../src/linkage/fictional-lists.ts";
import { type LinkInput, linkRecordsOn, settingsFor } from "../../src/linkage/index.ts";
import { hasDuckDb } from "./recorded-engine.ts";

/** Everything that is handed to the package, at its own door. */
interface Handed {
  readonly texts: string[];
  values: number;
  readonly notWhole: unknown[];
}

type Methods = Record<string, (...args: unknown[]) => unknown>;

/** Listens to every method of everything that a statement or a value can pass through. */
async function listen(): Promise<Handed> {
  const handed: Handed = { texts: [], values: 0, notWhole: [] };
  const { DuckDBDataChunk, DuckDBInstance, INTEGER } = await import("@duckdb/node-api");
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  await connection.run("CREATE TABLE t (a INTEGER)");
  const appender = await connection.createAppender("t");
  const chunk = DuckDBDataChunk.create([INTEGER], 1);
  for (const thing of [instance, connection, appender, chunk, chunk.getColumnVector(0)]) {
    const methods: Methods = Object.getPrototypeOf(thing);
    for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(methods))) {
      if (typeof value !== "function" || name === "constructor") continue;
      const own = methods[name];
      vi.spyOn(methods, name).mockImplementation(function (this: unknown, ...args: unknown[]) {
        for (const argument of args) note(argument, handed);
        return own?.apply(this, args);
      });
    }
  }
  appender.closeSync();
  connection.closeSync();
  return handed;
}

function note(argument: unknown, handed: Handed): void {
  if (typeof argument === "string") handed.texts.push(argument);
  else if (Array.isArray(argument) || ArrayBuffer.isView(argument)) {
    for (const item of Object.values(argument)) note(item, handed);
  } else if (typeof argument === "number") {
    handed.values += 1;
    if (!Number.isInteger(argument)) handed.notWhole.push(argument);
  } else if (typeof argument === "object" && Object.getPrototypeOf(argument) === Object.prototype) {
    for (const item of Object.values(argument ?? {})) note(item, handed);
  }
}

const isAscii = (text: string): boolean => Buffer.from(text, "utf8").every((byte) => byte < 0x80);

/** Persian names in every place that has a name: values, fields, lists, ids. */
function inPersian({ fields, records }: LinkInput): LinkInput {
  return {
    fields: fields.map(({ name, kind }) => ({ name: name === "name" ? "نام" : `${name} فارسی`, kind })),
    records: records.map(({ list, recordId, values }) => ({
      list: list === "families" ? "خانواده‌ها" : "یادبود",
      recordId: `ردیف ${recordId}`,
      values,
    })),
  };
}

describe.skipIf(!hasDuckDb)("what reaches DuckDB (skips where it is absent)", () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it("is ASCII and whole numbers, in every statement and value of a run over Persian names", async () => {
    const handed = await listen();
    const input = inPersian(fictionalLists(220, 7).input);
    const blocking = { exhaustivePairs: 0, pairsPerRecord: 10, fewestPairs: 2000, blockCap: 16 };
    const result = await linkRecordsOn(createDuckDbEngine({ threads: 2, memoryMiB: 1024 }), input, {
      settings: settingsFor(input.fields, { blocking }),
    });
    expect(result.pairs.length).toBeGreaterThan(50);
    expect(handed.texts.filter((text) => text.startsWith("CREATE TABLE")).length).toBeGreaterThan(10);
    expect(handed.values).toBeGreaterThan(20_000);
    expect(handed.texts.filter((text) => !isAscii(text))).toEqual([]);
    expect(handed.notWhole).toEqual([]);
    const types = handed.texts.flatMap(
      (text) => text.match(/\b(?:VARCHAR|TEXT|STRING|BLOB|CHAR)\b/giu) ?? [],
    );
    expect(types).toEqual([]);
  });

  it("would be caught here if it were a name", async () => {
    const handed = await listen();
    const { DuckDBInstance } = await import("@duckdb/node-api");
    const instance = await DuckDBInstance.create(":memory:");
    const connection = await instance.connect();
    await connection.run("SELECT levenshtein('علی', 'حسن')");
    connection.closeSync();
    expect(handed.texts.filter((text) => !isAscii(text))).toHaveLength(1);
  });

  it("is refused by the session when it is no ASCII, and the refusal does not repeat it", async () => {
    const session = await openDuckDbSession({ threads: 1, memoryMiB: 256 });
    try {
      const refused = expect.objectContaining({ code: "engines/not-ascii" });
      await expect(session.run("CREATE TABLE t AS SELECT 'علی' AS name")).rejects.toEqual(refused);
      await expect(session.readIntegers("SELECT 1 AS نام", 1)).rejects.toEqual(refused);
      await expect(session.readCounts("SELECT 1.0 AS نام", 1)).rejects.toEqual(refused);
      await expect(session.load("نام", { a: Int32Array.of(1) })).rejects.toEqual(refused);
      await expect(session.load("t", { نام: Int32Array.of(1) })).rejects.toEqual(refused);
      const said = await session
        .run("SELECT 'علی'")
        .catch((error: unknown) => JSON.stringify(error) + String(error));
      expect(said).not.toContain("علی");
    } finally {
      await session.close();
    }
  });
});

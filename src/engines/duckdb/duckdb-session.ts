/** A DuckDB database in this process's memory, for one run. */
import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import type * as Api from "@duckdb/node-api";
import { InquestError } from "../../core/index.ts";
import { assertAscii } from "../sql/ascii.ts";
import type { IntegerTable, SqlSession } from "../sql/session.ts";

export interface DuckDbOptions {
  /** By default as many as the machine runs at once. */
  readonly threads?: number;
  /** Beyond this DuckDB spills into a temporary folder, whole numbers only. By default half of the machine's memory. */
  readonly memoryMiB?: number;
}

/** Rows that DuckDB takes and gives at once. */
const CHUNK = 2048;

/**
 * A session with a database of its own.
 *
 * @param importApi - how the package is loaded.
 * @throws InquestError "engines/duckdb-absent" when the package or its binary for this platform is not installed.
 *   What the session does throws "engines/duckdb-failed" with DuckDB's own words: no memory left, no room to spill.
 */
export async function openDuckDbSession(
  options: DuckDbOptions = {},
  importApi: () => Promise<typeof Api> = () => import("@duckdb/node-api"),
): Promise<SqlSession> {
  const api = await loadApi(importApi);
  const spill = mkdtempSync(join(tmpdir(), "inquest-duckdb-"));
  const memoryMiB = options.memoryMiB ?? Math.floor(memoryOfMachine() / 2 / 1024 / 1024);
  const instance = await api.DuckDBInstance.create(":memory:", {
    threads: String(options.threads ?? availableParallelism()),
    memory_limit: `${memoryMiB}MiB`,
    temp_directory: spill,
    // Every query that is read says its order, so DuckDB need not keep one.
    preserve_insertion_order: "false",
  });
  const connection = await instance.connect();
  const run = async (statement: string): Promise<void> => {
    assertAscii(statement);
    await connection.run(statement).catch(failed);
  };
  // Offline and closed: no file but those of the temporary folder, no extension, and no way back.
  await run("SET autoinstall_known_extensions = false");
  await run("SET autoload_known_extensions = false");
  await run("SET enable_external_access = false");
  await run("SET lock_configuration = true");
  return {
    run,
    load: (table, columns) => load({ api, connection, run }, table, columns),
    readIntegers: (query, columnCount) => readIntegers(connection, query, columnCount),
    readCounts: (query, columnCount) => readCounts(connection, query, columnCount),
    close: () => {
      connection.closeSync();
      instance.closeSync();
      rmSync(spill, { recursive: true, force: true });
      return Promise.resolve();
    },
  };
}

/** What a container may use of the machine, or the machine has. */
function memoryOfMachine(): number {
  const constrained = process.constrainedMemory();
  return constrained > 0 ? Math.min(constrained, totalmem()) : totalmem();
}

/** Loaded when it is asked for, and not before: 70 MB of machine code that most runs have no use for. */
async function loadApi(importApi: () => Promise<typeof Api>): Promise<typeof Api> {
  try {
    return await importApi();
  } catch (cause) {
    throw new InquestError({
      code: "engines/duckdb-absent",
      reaction: "usage",
      message:
        "DuckDB is not installed for this platform. Install it with `npm install --include=optional`, or leave --engine out: the engine of Inquest gives the same links.",
      evidence: { package: "@duckdb/node-api", platform: process.platform, arch: process.arch },
      cause,
    });
  }
}

function failed(cause: unknown): never {
  const said = cause instanceof Error ? cause.message : String(cause);
  throw new InquestError({
    code: "engines/duckdb-failed",
    reaction: "internal",
    message: `DuckDB could not do its part: ${said} Leave --engine out to link in this process, or give the machine more memory or room for temporary files.`,
    evidence: { said },
    cause,
  });
}

type Connection = Awaited<ReturnType<Api.DuckDBInstance["connect"]>>;

async function load(
  {
    api,
    connection,
    run,
  }: {
    readonly api: typeof Api;
    readonly connection: Connection;
    readonly run: (statement: string) => Promise<void>;
  },
  table: string,
  columns: IntegerTable,
): Promise<void> {
  const names = Object.keys(columns);
  const values = Object.values(columns);
  await run(`CREATE TABLE ${table} (${names.map((name) => `${name} INTEGER`).join(", ")})`);
  const rowCount = values[0]?.length ?? 0;
  const types = names.map(() => api.INTEGER);
  try {
    const appender = await connection.createAppender(table);
    for (let from = 0; from < rowCount; from += CHUNK) {
      const to = Math.min(rowCount, from + CHUNK);
      const chunk = api.DuckDBDataChunk.create(types, to - from);
      for (const [index, column] of values.entries())
        chunk.setColumnValues(index, Array.from(column.subarray(from, to)));
      appender.appendDataChunk(chunk);
    }
    appender.closeSync();
  } catch (cause) {
    failed(cause);
  }
}

async function readIntegers(
  connection: Connection,
  query: string,
  columnCount: number,
): Promise<Int32Array[]> {
  const columns = Array.from({ length: columnCount }, () => ({ values: new Int32Array(CHUNK), length: 0 }));
  await eachChunk(connection, query, (chunk) => {
    for (const [index, column] of columns.entries()) {
      const needed = column.length + chunk.rowCount;
      if (needed > column.values.length) {
        const grown = new Int32Array(Math.max(needed, column.values.length * 2));
        grown.set(column.values);
        column.values = grown;
      }
      const vector = chunk.getColumnVector(index);
      for (let row = 0; row < chunk.rowCount; row += 1)
        column.values[column.length + row] = toNumber(vector.getItem(row));
      column.length = needed;
    }
  });
  return columns.map(({ values, length }) => values.subarray(0, length));
}

async function readCounts(connection: Connection, query: string, columnCount: number): Promise<number[][]> {
  const rows: number[][] = [];
  await eachChunk(connection, query, (chunk) => {
    for (let row = 0; row < chunk.rowCount; row += 1) {
      rows.push(
        Array.from({ length: columnCount }, (_, index) =>
          toNumber(chunk.getColumnVector(index).getItem(row)),
        ),
      );
    }
  });
  return rows;
}

async function eachChunk(
  connection: Connection,
  query: string,
  visit: (chunk: Api.DuckDBDataChunk) => void,
): Promise<void> {
  assertAscii(query);
  const result = await connection.stream(query).catch(failed);
  for (let chunk = await result.fetchChunk(); chunk !== null && chunk.rowCount > 0; ) {
    visit(chunk);
    chunk = await result.fetchChunk().catch(failed);
  }
}

function toNumber(value: unknown): number {
  if (typeof value !== "number") {
    throw new RangeError(`a query for the engine gives ${typeof value} where a number is read`);
  }
  return value;
}

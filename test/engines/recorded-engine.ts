/** DuckDB behind a session that writes down all that goes through it. */
import { InquestError } from "../../src/core/index.ts";
import { openDuckDbSession } from "../../src/engines/duckdb/duckdb-session.ts";
import { type Dialect, duckDbDialect } from "../../src/engines/sql/dialect.ts";
import type { SqlSession } from "../../src/engines/sql/session.ts";
import { createSqlEngine } from "../../src/engines/sql/sql-engine.ts";
import type { LinkEngine } from "../../src/linkage/index.ts";

export interface Recorded {
  readonly engine: LinkEngine;
  /** Statements that make or drop tables. */
  readonly statements: string[];
  /** Queries that give rows of integers back. */
  readonly queries: string[];
  /** Queries that give counts back. */
  readonly counts: string[];
  /** Names of the tables handed over. */
  readonly loaded: string[];
}

/** Whether the optional package and its binary are here: these tests say so and skip where they are not. */
export const hasDuckDb = await openDuckDbSession({ threads: 1 }).then(
  async (session) => {
    await session.close();
    return true;
  },
  (error: unknown) => {
    if (error instanceof InquestError && error.code === "engines/duckdb-absent") return false;
    // A package that is here and does not work is no reason to skip.
    throw error;
  },
);

/** @param dialect - in which the statements are written; only DuckDB's own runs. */
export function recordedEngine(dialect: Dialect = duckDbDialect): Recorded {
  const [statements, queries, counts, loaded]: [string[], string[], string[], string[]] = [[], [], [], []];
  const open = async (): Promise<SqlSession> => {
    const session = await openDuckDbSession({ threads: 2, memoryMiB: 2048 });
    return {
      run: (statement) => {
        statements.push(statement);
        return session.run(statement);
      },
      load: (table, columns) => {
        loaded.push(table);
        return session.load(table, columns);
      },
      readIntegers: (query, columnCount) => {
        queries.push(query);
        return session.readIntegers(query, columnCount);
      },
      readCounts: (query, columnCount) => {
        counts.push(query);
        return session.readCounts(query, columnCount);
      },
      close: () => session.close(),
    };
  };
  return { engine: createSqlEngine(dialect, open), statements, queries, counts, loaded };
}

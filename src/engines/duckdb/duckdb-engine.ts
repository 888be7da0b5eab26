/** Linkage on DuckDB. */
import type { LinkEngine } from "../../linkage/index.ts";
import { duckDbDialect } from "../sql/dialect.ts";
import { createSqlEngine } from "../sql/sql-engine.ts";
import { type DuckDbOptions, openDuckDbSession } from "./duckdb-session.ts";

/**
 * An engine for `linkRecordsOn` in this process's memory. Each run has a database of its own, which ends with it.
 *
 * `check` and `open` throw InquestError "engines/duckdb-absent" where the optional package is not installed.
 */
export function createDuckDbEngine(options: DuckDbOptions = {}): LinkEngine {
  return createSqlEngine(duckDbDialect, () => openDuckDbSession(options));
}

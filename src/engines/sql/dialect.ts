/**
 * What engines say differently. Everything else is written once, in the SQL that all of them share: equi-joins, CASE,
 * GROUP BY named columns, UNION ALL, COUNT, MIN, MAX, SUM, DENSE_RANK over a partition, CAST.
 */
export interface Dialect {
  readonly name: string;
  readonly createTableAs: (table: string, query: string) => string;
  readonly drop: (table: string) => string;
  /** Bitwise exclusive or of two BIGINT. */
  readonly xor: (one: string, other: string) => string;
}

const common = {
  createTableAs: (table: string, query: string) => `CREATE TABLE ${table} AS ${query}`,
  drop: (table: string) => `DROP TABLE IF EXISTS ${table}`,
};

export const duckDbDialect: Dialect = {
  ...common,
  name: "duckdb",
  xor: (one, other) => `XOR(${one}, ${other})`,
};

/** Designed for, and read by the tests; a run on a cluster is still to come. */
export const sparkDialect: Dialect = {
  ...common,
  name: "spark",
  createTableAs: (table, query) => `CREATE TABLE ${table} USING PARQUET AS ${query}`,
  xor: (one, other) => `(${one} ^ ${other})`,
};

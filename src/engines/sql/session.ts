/** A connection to an engine that speaks SQL: the only way by which anything reaches it. */

/** A table handed over: whole numbers, one array for each column, all of one length. */
export interface IntegerTable {
  readonly [column: string]: Int32Array;
}

export interface SqlSession {
  /** Runs a statement that gives nothing back. */
  readonly run: (statement: string) => Promise<void>;
  /** Makes a table of INTEGER columns and fills it. */
  readonly load: (table: string, columns: IntegerTable) => Promise<void>;
  /** Reads a query whose columns are all INTEGER. */
  readonly readIntegers: (query: string, columnCount: number) => Promise<readonly Int32Array[]>;
  /** Reads a query of few rows whose columns are all DOUBLE: counts below 2^53. */
  readonly readCounts: (query: string, columnCount: number) => Promise<readonly (readonly number[])[]>;
  readonly close: () => Promise<void>;
}

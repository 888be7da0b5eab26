/**
 * The part of `@duckdb/node-api` that we call. The package is optional, so its own types may be absent where this is
 * compiled; the tests of the engine call all of it.
 */
declare module "@duckdb/node-api" {
  interface DuckDBType {
    readonly typeId: number;
  }
  interface DuckDBVector {
    getItem(index: number): unknown;
  }
  interface DuckDBResult {
    fetchChunk(): Promise<DuckDBDataChunk | null>;
  }
  interface DuckDBAppender {
    appendDataChunk(chunk: DuckDBDataChunk): void;
    closeSync(): void;
  }
  interface DuckDBConnection {
    run(sql: string): Promise<unknown>;
    stream(sql: string): Promise<DuckDBResult>;
    createAppender(table: string): Promise<DuckDBAppender>;
    closeSync(): void;
  }
  export class DuckDBInstance {
    static create(path?: string, options?: Record<string, string>): Promise<DuckDBInstance>;
    connect(): Promise<DuckDBConnection>;
    closeSync(): void;
  }
  export class DuckDBDataChunk {
    static create(types: readonly DuckDBType[], rowCount?: number): DuckDBDataChunk;
    readonly rowCount: number;
    getColumnVector(index: number): DuckDBVector;
    setColumnValues(index: number, values: ArrayLike<number>): void;
  }
  export const INTEGER: DuckDBType;
}

/** The tables of one run, each named by the hash of what it was made of. */
import { createHash } from "node:crypto";
import type { Dialect } from "./dialect.ts";
import type { IntegerTable, SqlSession } from "./session.ts";

const HASH_LENGTH = 16;

/**
 * Makes tables step by step. The name of a step's table ends with the hash of its query, and the query names the tables
 * it reads; so a name stands for all that went into it, on every engine alike.
 */
export class Steps {
  readonly #session: SqlSession;
  readonly #dialect: Dialect;
  readonly #made = new Set<string>();

  constructor(session: SqlSession, dialect: Dialect) {
    this.#session = session;
    this.#dialect = dialect;
  }

  get dialect(): Dialect {
    return this.#dialect;
  }

  /** Hands a table over. */
  async load(step: string, columns: IntegerTable): Promise<string> {
    const hash = createHash("sha256");
    for (const [name, values] of Object.entries(columns)) {
      hash.update(`${name} ${values.length}\n`);
      hash.update(new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
    }
    const table = `${step}_${hash.digest("hex").slice(0, HASH_LENGTH)}`;
    if (!this.#made.has(table)) await this.#session.load(table, columns);
    this.#made.add(table);
    return table;
  }

  /** Makes a table from others. */
  async make(step: string, query: string): Promise<string> {
    const table = `${step}_${createHash("sha256").update(query).digest("hex").slice(0, HASH_LENGTH)}`;
    if (!this.#made.has(table)) await this.#session.run(this.#dialect.createTableAs(table, query));
    this.#made.add(table);
    return table;
  }

  async drop(...tables: readonly string[]): Promise<void> {
    for (const table of tables) {
      if (this.#made.delete(table)) await this.#session.run(this.#dialect.drop(table));
    }
  }

  readIntegers(query: string, columnCount: number): Promise<readonly Int32Array[]> {
    return this.#session.readIntegers(query, columnCount);
  }

  readCounts(query: string, columnCount: number): Promise<readonly (readonly number[])[]> {
    return this.#session.readCounts(query, columnCount);
  }

  /** Drops what is left, for engines that outlive the run. */
  async close(): Promise<void> {
    try {
      await this.drop(...this.#made);
    } finally {
      await this.#session.close();
    }
  }
}

import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openDuckDbSession } from "../../src/engines/duckdb/duckdb-session.ts";
import { temporaryFolder } from "../case-fixture.ts";
import { hasDuckDb } from "./recorded-engine.ts";

describe.skipIf(!hasDuckDb)("a session of DuckDB (skips where it is absent)", () => {
  it("gives back the numbers that it was given, in whatever number they come", async () => {
    const session = await openDuckDbSession({ threads: 2, memoryMiB: 512 });
    try {
      const count = 10_000;
      const a = Int32Array.from({ length: count }, (_, i) => i - 5000);
      const b = Int32Array.from({ length: count }, (_, i) => (i % 2 === 0 ? 2_147_483_647 : -2_147_483_648));
      await session.load("t", { a, b });
      await session.load("nothing", { a: new Int32Array(0) });
      const [one, other] = await session.readIntegers("SELECT t.a, t.b FROM t AS t ORDER BY t.a", 2);
      expect(one).toEqual(a);
      expect(other).toEqual(b);
      expect(await session.readIntegers("SELECT n.a FROM nothing AS n ORDER BY n.a", 1)).toEqual([
        new Int32Array(0),
      ]);
      expect(await session.readCounts("SELECT CAST(COUNT(*) AS DOUBLE) FROM t AS t", 1)).toEqual([[count]]);
    } finally {
      await session.close();
    }
  });

  it("reaches no file, loads no extension and cannot be talked out of it", async () => {
    const folder = temporaryFolder("duckdb");
    const file = join(folder, "a.csv");
    writeFileSync(file, "a\n1\n");
    const session = await openDuckDbSession({ threads: 1, memoryMiB: 256 });
    try {
      const refused = expect.objectContaining({ code: "engines/duckdb-failed" });
      for (const statement of [
        `CREATE TABLE t AS SELECT * FROM read_csv('${file}')`,
        `COPY (SELECT 1 AS a) TO '${join(folder, "b.csv")}'`,
        `ATTACH '${join(folder, "c.db")}' AS c`,
        "INSTALL httpfs",
        "LOAD httpfs",
        "SET enable_external_access = true",
        "SET lock_configuration = false",
      ]) {
        await expect(session.run(statement), statement).rejects.toEqual(refused);
      }
      expect(existsSync(join(folder, "b.csv"))).toBe(false);
    } finally {
      await session.close();
    }
  });

  it("spills what its memory does not hold, and says so when there is no room at all", async () => {
    const numbers = Int32Array.from({ length: 1_500_000 }, (_, i) => Math.imul(i, 0x9e3779b1));
    const session = await openDuckDbSession({ threads: 1, memoryMiB: 10 });
    try {
      await session.load("t", { a: numbers });
      const [sorted = numbers] = await session.readIntegers("SELECT t.a FROM t AS t ORDER BY t.a", 1);
      expect(Buffer.from(sorted.slice().buffer).equals(Buffer.from(numbers.toSorted().buffer))).toBe(true);
    } finally {
      await session.close();
    }
    const starved = await openDuckDbSession({ threads: 1, memoryMiB: 1 });
    try {
      const refused = expect.objectContaining({ code: "engines/duckdb-failed" });
      await expect(starved.load("t", { a: numbers })).rejects.toEqual(refused);
    } finally {
      await starved.close();
    }
  });
});

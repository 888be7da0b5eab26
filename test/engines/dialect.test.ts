import { beforeAll, describe, expect, it } from "vitest";
import { duckDbDialect, sparkDialect } from "../../src/engines/sql/dialect.ts";
import { fictionalLists } from "../../src/linkage/fictional-lists.ts";
import { linkRecordsOn, settingsFor } from "../../src/linkage/index.ts";
import { findUnportable } from "./portable-sql.ts";
import { hasDuckDb, type Recorded, recordedEngine } from "./recorded-engine.ts";

const { input } = fictionalLists(160, 7);

/** Both ways of choosing candidates, so that every query is asked. */
async function record() {
  const recorded = recordedEngine();
  for (const exhaustivePairs of [0, 600_000]) {
    const blocking = { exhaustivePairs, pairsPerRecord: 8, fewestPairs: 1500, blockCap: 16 };
    await linkRecordsOn(recorded.engine, input, { settings: settingsFor(input.fields, { blocking }) });
  }
  return recorded;
}

describe.skipIf(!hasDuckDb)("the SQL of linkage (skips where DuckDB is absent)", () => {
  let one: Recorded;
  beforeAll(async () => {
    one = await record();
  });

  it("is common SQL: no function, word or sign of one engine, nothing unnamed, no sum of fractions", () => {
    const { statements, queries, counts } = one;
    expect(statements.length).toBeGreaterThan(20);
    expect(queries.length).toBeGreaterThan(15);
    for (const statement of [...statements, ...queries, ...counts]) {
      expect(findUnportable(statement), statement).toEqual([]);
    }
  });

  it("says the order of every row that it reads", () => {
    const { queries } = one;
    expect(queries.filter((query) => !/ ORDER BY [a-z]/u.test(query))).toEqual([]);
  });

  it("names each table by what went into it: again the same, and otherwise with other settings", async () => {
    const two = await record();
    expect(two.statements).toEqual(one.statements);
    expect(two.loaded).toEqual(one.loaded);
    const other = recordedEngine();
    const blocking = { exhaustivePairs: 0, pairsPerRecord: 8, fewestPairs: 1500, blockCap: 14 };
    await linkRecordsOn(other.engine, input, { settings: settingsFor(input.fields, { blocking }) });
    const nameOf = (recorded: typeof other, step: string) =>
      recorded.statements.find((statement) => statement.startsWith(`CREATE TABLE ${step}_`))?.split(" ")[2];
    expect(nameOf(other, "candidates")).toMatch(/^candidates_[0-9a-f]{16}$/u);
    expect(nameOf(other, "candidates")).not.toBe(nameOf(one, "candidates"));
  });

  it("leaves nothing behind on an engine that outlives the run", () => {
    const { statements, loaded } = one;
    const made = statements
      .filter((text) => text.startsWith("CREATE"))
      .map((text) => text.split(" ")[2] ?? "");
    const dropped = statements
      .filter((text) => text.startsWith("DROP"))
      .map((text) => text.split(" ")[4] ?? "");
    expect([...new Set(dropped)].sort()).toEqual([...new Set([...made, ...loaded])].sort());
  });
});

describe("the check of common SQL", () => {
  it("knows what engines do not share", () => {
    for (const statement of [
      "SELECT a.x AS x FROM t AS a QUALIFY ROW_NUMBER() OVER (PARTITION BY a.x ORDER BY a.y) = 1",
      "SELECT DISTINCT ON (a.x) a.x AS x FROM t AS a",
      "WITH RECURSIVE c AS (SELECT 1 AS x) SELECT c.x FROM c AS c",
      "SELECT RANDOM() AS x FROM t AS a",
      "SELECT random() AS x FROM t AS a",
      "SELECT JARO_WINKLER_SIMILARITY(a.x, a.y) AS s FROM t AS a",
      "SELECT levenshtein(a.x, a.y) AS s FROM t AS a",
      "SELECT list_has_any(a.x, a.y) AS s FROM t AS a",
      "SELECT a.x::BIGINT AS x FROM t AS a",
      "SELECT a.x // 2 AS x FROM t AS a",
      "SELECT 'x' AS x FROM t AS a",
      'SELECT a."x" AS x FROM t AS a',
      "SELECT a.x AS x FROM t a",
      "SELECT a.* FROM t AS a",
      "SELECT * FROM t AS a",
      "SELECT a.x AS x FROM t AS a GROUP BY ALL",
      "SELECT a.x AS x FROM t AS a ORDER BY 1",
      "SELECT SUM(a.probability) AS x FROM t AS a",
      "SELECT CAST(a.x AS DOUBLE) / 3 AS x FROM t AS a WHERE a.x > 1",
      "SELECT a.x AS x FROM t AS a WHERE a.x > 1 / 3",
      "SELECT CAST(a.x AS HUGEINT) AS x FROM t AS a",
      "SELECT a.x AS x FROM t AS a USING SAMPLE 10",
    ]) {
      expect(findUnportable(statement), statement).not.toEqual([]);
    }
    expect(findUnportable("SELECT a.x AS x, COUNT(*) AS n FROM t AS a GROUP BY a.x")).toEqual([]);
  });

  it("passes what the dialects say each in its own way, and nothing else differs", () => {
    expect(duckDbDialect.createTableAs("t", "SELECT 1 AS x")).toBe("CREATE TABLE t AS SELECT 1 AS x");
    expect(sparkDialect.createTableAs("t", "SELECT 1 AS x")).toContain("AS SELECT 1 AS x");
    expect(duckDbDialect.drop("t")).toBe(sparkDialect.drop("t"));
    expect(Object.keys(sparkDialect).sort()).toEqual(["createTableAs", "drop", "name", "xor"]);
  });
});

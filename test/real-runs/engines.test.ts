import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { parseRecipe } from "../../src/intake/index.ts";
import { inquest } from "../case/cli-fixture.ts";
import { repository, temporaryFolder } from "../case-fixture.ts";
import { hasDuckDb } from "../engines/recorded-engine.ts";

const RECIPES = join(repository, "bench", "recipes");
const hasShared = existsSync(resolve(repository, "..", "shared", "data", "linkage"));
/** Whole sets take a quarter of an hour on two cores: INQUEST_LONG=1. */
const isLong = process.env.INQUEST_LONG === "1";

/** Every shared set, and the rows of each of its lists that are linked without INQUEST_LONG; null leaves it out. */
const TASKS: readonly (readonly [name: string, lists: readonly string[], rows: number | null])[] = [
  ["fake-1000", ["fake_1000"], null],
  ["rldata10000", ["rldata10000"], null],
  ["febrl4", ["febrl4a", "febrl4b"], null],
  ["synth-persian", ["lists"], 500],
  ["historical-50k", ["historical_50k"], null],
  ["argentina", ["ruvte", "parque-de-la-memoria"], 300],
  ["gaza-dev", ["20240413", "20240808", "20250615"], null],
  ["gaza-dev", ["gaza-dev"], null],
];

describe("inquest link --engine duckdb on the files of ../shared (skips where they or DuckDB are absent)", () => {
  const asked = TASKS.filter(([, , rows]) => isLong || rows !== null);
  it.skipIf(!hasShared || !hasDuckDb).each(asked)(
    "%s: the clusters and pairs of %j are those of the engine in process, byte for byte",
    async (name, lists, rows) => {
      const path = join(RECIPES, `${name}.json`);
      const recipe = parseRecipe(readFileSync(path, "utf8"), path);
      const folder = temporaryFolder(`engine-${name}`);
      const args = lists.flatMap((list) => {
        const file = resolve(dirname(path), recipe.lists[list]?.file ?? "");
        const lines = readFileSync(file, "utf8").split("\n");
        // One file holds all releases of gaza-dev.
        const own = /^\d+$/u.test(list)
          ? lines.filter((line, at) => at === 0 || line.includes(`,${list},`))
          : lines;
        const some = isLong || rows === null ? own : own.slice(0, rows + 1);
        writeFileSync(join(folder, `${list}.csv`), `${some.join("\n").trimEnd()}\n`);
        return ["--list", `${list}=${list}.csv`];
      });
      const link = async (tag: string, ...options: readonly string[]) => {
        const began = performance.now();
        const out = ["--out", `${tag}.csv`, "--pairs", `${tag}-pairs.csv`];
        const ended = await inquest(
          folder,
          "link",
          ...args,
          "--recipe",
          path,
          ...out,
          "--json",
          "--quiet",
          ...options,
        );
        expect([0, 3], ended.err).toContain(ended.code);
        return {
          seconds: (performance.now() - began) / 1000,
          said: ended.out,
          clusters: readFileSync(join(folder, `${tag}.csv`), "utf8"),
          pairs: readFileSync(join(folder, `${tag}-pairs.csv`), "utf8"),
        };
      };
      const own = await link("own");
      const duck = await link("duck", "--engine", "duckdb");
      const lines = own.clusters.split("\n").length - 2;
      console.log(
        `${name} ${lists.join(" ")}: ${lines} records, in process ${own.seconds.toFixed(1)} s, DuckDB ${duck.seconds.toFixed(1)} s`,
      );
      expect(own.clusters.split("\n").length).toBeGreaterThan(400);
      expect(own.pairs.split("\n").length).toBeGreaterThan(20);
      // Compared as hashes would be: these are real people, and a failure must not print them.
      expect(duck.clusters === own.clusters).toBe(true);
      expect(duck.pairs === own.pairs).toBe(true);
      expect(duck.said).toBe(own.said);
    },
    isLong ? 1_800_000 : 120_000,
  );
});

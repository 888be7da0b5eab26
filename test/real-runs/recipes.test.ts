import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { parseRecipe } from "../../src/intake/index.ts";
import { inquest } from "../case/cli-fixture.ts";
import { repository, temporaryFolder } from "../case-fixture.ts";

const RECIPES = join(repository, "bench", "recipes");
const hasShared = existsSync(resolve(repository, "..", "shared", "data", "linkage"));

/** Lists of each recipe that are linked together; a recipe may hold lists of another task too. */
const TASKS: readonly (readonly [name: string, lists: readonly string[]])[] = [
  ["historical-50k", ["historical_50k"]],
  ["febrl4", ["febrl4a", "febrl4b"]],
  ["fake-1000", ["fake_1000"]],
  ["rldata10000", ["rldata10000"]],
  ["synth-persian", ["lists"]],
  ["gaza-dev", ["gaza-dev"]],
  ["gaza-dev", ["20240413", "20240808", "20250615"]],
  ["argentina", ["ruvte", "parque-de-la-memoria"]],
];

/** Enough for every rule of reading and linking to be met; whole sets are the bench's. */
const ROWS = 200;

const Counts = z.looseObject({ records: z.number(), persons: z.number() });

function recipeOf(name: string) {
  const path = join(RECIPES, `${name}.json`);
  return { path, recipe: parseRecipe(readFileSync(path, "utf8"), path) };
}

describe("the recipes of bench/recipes", () => {
  it("are those of the labelled sets and the real run, and each list is called as its file", () => {
    const names = readdirSync(RECIPES).map((file) => basename(file, ".json"));
    expect(names.sort()).toEqual([...new Set(TASKS.map(([name]) => name))].sort());
    for (const [name, lists] of TASKS) {
      const { recipe } = recipeOf(name);
      for (const list of lists) {
        const file = recipe.lists[list]?.file ?? "";
        // One file holds all releases of gaza-dev: its mixed task names the releases.
        if (!/^\d+$/u.test(list)) expect(basename(file, ".csv")).toBe(list);
      }
    }
  });

  it.skipIf(!hasShared).each(TASKS)(
    "%s links %j on the files of ../shared (skips where ../shared is absent)",
    async (name, lists) => {
      const { path, recipe } = recipeOf(name);
      const folder = temporaryFolder(`recipe-${name}`);
      const args = lists.flatMap((list) => {
        const file = resolve(dirname(path), recipe.lists[list]?.file ?? "");
        const text = readFileSync(file, "utf8");
        const releases = /^\d+$/u.test(list) ? text.split("\n").filter(isOf(list)) : text.split("\n");
        writeFileSync(join(folder, `${list}.csv`), `${releases.slice(0, ROWS + 1).join("\n")}\n`);
        return ["--list", `${list}=${list}.csv`];
      });
      const { code, out, err } = await inquest(
        folder,
        "link",
        ...args,
        ...["--recipe", path, "--out", "clusters.csv", "--json", "--quiet"],
      );
      // A register may hold a broken row, which is listed and costs itself alone.
      expect([0, 3], err).toContain(code);
      const { records, persons } = Counts.parse(JSON.parse(out));
      expect(records).toBeGreaterThan(ROWS * lists.length * 0.98);
      expect(persons).toBeGreaterThan(0);
      expect(persons).toBeLessThanOrEqual(records);
      const clusters = readFileSync(join(folder, "clusters.csv"), "utf8").trim().split("\n");
      expect(clusters).toHaveLength(records + 1);
    },
  );
});

function isOf(list: string) {
  return (line: string, index: number): boolean => index === 0 || line.includes(`,${list},`);
}

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { inquest } from "../case/cli-fixture.ts";
import { temporaryFolder } from "../case-fixture.ts";
import { hasDuckDb } from "./recorded-engine.ts";

const NAMES = ["مریم قربانی:Maryam Ghorbani", "حسین رضایی:Hossein Rezaei", "زهرا نوری:Zahra Nouri"];
const LIST = ["--list", "fa=fa.csv", "--list", "en=en.csv", "--recipe", "recipe.json", "--json", "--quiet"];

let folder = "";

beforeAll(() => {
  folder = temporaryFolder("engine-command");
  const rows = (script: 0 | 1) =>
    NAMES.map((pair, index) => `${index + 1},${pair.split(":")[script]},1988-0${index + 6}-1${index}`).join(
      "\n",
    );
  writeFileSync(join(folder, "fa.csv"), `id,نام,died\n${rows(0)}\n`);
  writeFileSync(join(folder, "en.csv"), `id,name,died\n${rows(1)}\n`);
  const fields = (name: string) => ({ name: { column: name }, death: { column: "died" } });
  const lists = { fa: { id: "id", fields: fields("نام") }, en: { id: "id", fields: fields("name") } };
  writeFileSync(join(folder, "recipe.json"), JSON.stringify({ v: 1, lists }));
});

describe("inquest link --engine", () => {
  it.skipIf(!hasDuckDb)(
    "duckdb writes the files that the engine in process writes (skips where it is absent)",
    async () => {
      const write = (tag: string, ...engine: readonly string[]) => {
        const out = ["--out", `${tag}.csv`, "--pairs", `${tag}-pairs.csv`, "--sample", `${tag}-sample.csv`];
        return inquest(folder, "link", ...LIST, ...out, ...engine);
      };
      const [own, other] = [await write("own"), await write("duck", "--engine", "duckdb")];
      expect([own.code, other.code], other.err).toEqual([0, 0]);
      expect(other.out).toBe(own.out);
      for (const name of ["", "-pairs", "-sample"]) {
        const text = readFileSync(join(folder, `own${name}.csv`), "utf8");
        expect(text.split("\n").length).toBeGreaterThan(3);
        expect(readFileSync(join(folder, `duck${name}.csv`), "utf8")).toBe(text);
      }
    },
  );

  it("says which engines there are when another is asked for", async () => {
    for (const name of ["spark", "toString"]) {
      const asked = await inquest(folder, "link", ...LIST, "--out", "x.csv", "--engine", name);
      expect(asked.code).toBe(2);
      expect(asked.err).toContain("there is duckdb");
    }
  });
});

import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { runCommand } from "../../src/cli/index.ts";
import { repository, temporaryFolder } from "../case-fixture.ts";
import { inquest } from "./cli-fixture.ts";

let folder = "";
const filesOf = (...path: readonly string[]) => readdirSync(join(folder, ...path)).sort();
const read = (...path: readonly string[]) => readFileSync(join(folder, ...path), "utf8");

/** Three lists; `more` people in each cell beyond a first table. */
function writeTable(name: string, more = 0): void {
  const rows = [90, 80, 35, 60, 30, 28, 14].map((count, i) =>
    [...[0, 1, 2].map((j) => ((i + 1) >> j) & 1), count + more].join(","),
  );
  writeFileSync(join(folder, name), `A,B,C,count\n${rows.join("\n")}\n`);
}

describe("what an estimate leaves in folders", () => {
  beforeAll(() => {
    folder = temporaryFolder("outputs");
    writeTable("one.csv");
    writeTable("two.csv", 3);
  });

  it("is a picture and a table of each kind, and with --json nothing but JSON on standard output", async () => {
    const { code, out, err } = await inquest(
      folder,
      ...["estimate", "--table", "one.csv", "--methods", "all", "--json"],
      ...["--plots", "deep/pictures", "--reproduce", "script"],
    );
    expect(code, err).toBe(0);
    expect(JSON.parse(out)).toHaveProperty("methods");
    expect(err).toContain("12 pictures");
    expect(err).not.toContain("Sampling");
    const files = filesOf("deep", "pictures");
    expect(files.filter((name) => name.endsWith(".svg"))).toHaveLength(12);
    for (const svg of files.filter((name) => name.endsWith(".svg")))
      expect(files).toContain(svg.replace(".svg", ".csv"));
    const models = read("deep", "pictures", "models.csv").trim().split("\n");
    expect(models[0]).toBe("method,low,high,estimate,kind,counted");
    expect(models.length - 1).toBe(JSON.parse(out).methods.length);
    expect(filesOf("script")).toEqual(["README.md", "reproduce.R", "table.csv"]);
  });

  it("is in Persian where that is asked for", async () => {
    const { code, out } = await inquest(
      folder,
      ...["estimate", "--table", "one.csv", "--plots", "fa", "--reproduce", "fa", "--lang", "fa"],
    );
    expect(code).toBe(0);
    expect(out).toContain("تصویر");
    expect(read("fa", "models.svg")).toContain('lang="fa"');
    expect(read("fa", "models.csv")).toContain("روش");
    expect(read("fa", "README.md")).toContain("نفر");
  });

  it("holds a folder for each group and one picture of all", async () => {
    const groups = ["north", "south"].flatMap((place) =>
      read("one.csv")
        .trim()
        .split("\n")
        .slice(1)
        .map((row) => `${place},${row}`),
    );
    writeFileSync(join(folder, "groups.csv"), `place,A,B,C,count\n${groups.join("\n")}\n`);
    const asked = ["--methods", "chao,dga", "--plots", "groups", "--reproduce", "groups"];
    const { code, err } = await inquest(
      folder,
      "estimate",
      "--table",
      "groups.csv",
      "--strata",
      "place",
      ...asked,
    );
    expect(code, err).toBe(0);
    expect(filesOf("groups")).toEqual(["group-1", "group-2", "groups.csv", "groups.svg"]);
    expect(read("groups", "groups.csv")).toMatch(/^group,counted,low,high,estimate\nnorth,337,/u);
    expect(filesOf("groups", "group-2")).toContain("reproduce.R");
  });

  it("holds a folder for each linkage and one picture of all", async () => {
    const asked = ["--methods", "dga", "--plots", "linkages"];
    const tables = ["--table", "one.csv", "--table", "two.csv"];
    expect((await inquest(folder, "estimate", ...tables, ...asked)).code).toBe(0);
    expect(filesOf("linkages")).toEqual(["linkage-1", "linkage-2", "linkages.csv", "linkages.svg"]);
    expect(read("linkages", "linkages.csv").trim().split("\n")).toHaveLength(4);
  });

  it("names the pictures that a table does not bear, with the reason, also for programs", async () => {
    writeFileSync(join(folder, "hollow.csv"), "A,B,C,count\n1,0,0,37\n0,1,0,28\n0,0,1,19\n1,1,0,9\n");
    const asked = ["--methods", "chao,dga", "--plots", "hollow"];
    const { code, out, err } = await inquest(folder, "estimate", "--table", "hollow.csv", ...asked);
    expect(code, err).toBe(0);
    expect(out).toMatch(/Not drawn in .*pairs-odds-ratio: .*no ratio can be formed/u);
    const listed = JSON.parse(read("hollow", "pictures.json"));
    const drawn = listed.drawn.map(({ name }: { readonly name: string }) => `${name}.svg`);
    expect(filesOf("hollow").filter((name) => name.endsWith(".svg"))).toEqual(drawn.sort());
    expect(listed.notDrawn).toContainEqual({
      name: "chains-trace",
      reason: "latent classes were not sampled.",
    });
  });

  it("makes the members of an ensemble again that was asked for alone", async () => {
    const asked = ["--methods", "ensemble", "--reproduce", "alone"];
    const { code, err } = await inquest(folder, "estimate", "--table", "one.csv", ...asked);
    expect(code, err).toBe(0);
    const script = read("alone", "reproduce.R");
    for (const call of ["\ndga(", "\nlcmcr(", "\nlogit_normal(", "\nensemble("])
      expect(script).toContain(call);
  });

  it("is refused where a file has the folder's name, before anything is sampled", async () => {
    const since = performance.now();
    const { code, err } = await inquest(folder, "estimate", "--table", "one.csv", "--plots", "one.csv");
    expect(code).toBe(3);
    expect(err).toContain("cli/file-unwritable");
    expect(performance.now() - since).toBeLessThan(1000);
  });

  it("comes from the recorded report of a case, with the lists in its language, and changes nothing in it", async () => {
    cpSync(join(repository, "cases", "kosovo-1999"), join(folder, "source"), { recursive: true });
    const plan = read("source", "case.yaml").replace(
      "methods: all",
      "methods: [chao, loglinear, dga, logitNormal]",
    );
    writeFileSync(join(folder, "source", "case.yaml"), plan);
    await inquest(folder, "init", "kosovo", "--title", "Kosovo");
    await inquest(folder, "build", "source", "--case", "kosovo");
    await inquest(folder, "estimate", "--case", "kosovo", "--quiet");
    const before = (await inquest(folder, "verify", "kosovo")).out;
    const asked = ["--plots", "case", "--reproduce", "case", "--lang", "fa"];
    const { code, out, err } = await inquest(folder, "estimate", "--case", "kosovo", ...asked);
    expect(code, err).toBe(0);
    // To people in words and their digits, the interval before the number.
    expect(out).toMatch(/chao +\[۸٬۳۷۸ … ۹٬۲۵۹\] +۸٬۷۹۷/u);
    // How far the ends hang on the draws, beneath the one method that draws.
    expect(out.match(/نمونه‌های دیگر/gu)).toHaveLength(1);
    const asJson = await inquest(folder, "estimate", "--case", "kosovo", "--json");
    expect(JSON.parse(asJson.out)).toHaveProperty("tables");
    const names = filesOf("case", "four-lists");
    // No latent classes, so neither of their two pictures.
    expect(names.filter((name) => name.endsWith(".svg"))).toHaveLength(10);
    expect(names).toContain("reproduce.R");
    expect(err).not.toContain("نسخهٔ دیگری");
    // Names in Persian letters, as the case gives them.
    expect(read("case", "four-lists", "upset.csv").split("\n")[0]).toMatch(/[\u0600-\u06ff]/u);
    expect((await inquest(folder, "verify", "kosovo")).out).toBe(before);
  });
});

describe("progress of an estimate", () => {
  // Five lists keep the chains busy for some seconds.
  beforeAll(() => {
    const rows = Array.from({ length: 31 }, (_, i) => {
      const on = [0, 1, 2, 3, 4].map((j) => ((i + 1) >> j) & 1);
      const size = on.reduce((sum, bit) => sum + bit, 0);
      return [...on, Math.floor(900 / size ** 2) + 7 * (i % 5)].join(",");
    });
    writeFileSync(join(folder, "five.csv"), `A,B,C,D,E,count\n${rows.join("\n")}\n`);
  });

  /** The command at a terminal that can redraw a line. */
  async function atTerminal(...args: readonly string[]) {
    const out: string[] = [];
    const err: string[] = [];
    const terminal = {
      out: (text: string) => void out.push(text),
      err: (text: string) => void err.push(text),
      isInteractive: true,
      columns: 100,
    };
    const code = await runCommand(args, terminal, { INQUEST_HOME: join(folder, "home") }, folder);
    return { code, out: out.join(""), err };
  }
  const LONG = ["estimate", "--table", "five.csv", "--methods", "lcmcr", "--rounds", "1500"];
  /** The chains still disagree after so few rounds, and no other method is asked for. */
  const REFUSED = 5;

  it("shows a bar that grows within the chains, and the time left, which falls", async () => {
    const { code, err } = await atTerminal(...LONG);
    expect(code).toBe(REFUSED);
    const shares = err.flatMap((text) =>
      [...text.matchAll(/(\d+) % {2}Sampling/gu)].map(([, share]) => Number(share)),
    );
    expect(shares.length).toBeGreaterThan(3);
    const left = err.flatMap((text) =>
      [...text.matchAll(/≈ (\d+) s/gu)].map(([, seconds]) => Number(seconds)),
    );
    expect(left.length).toBeGreaterThan(2);
    expect(left.at(-1)).toBeLessThanOrEqual(left[0] ?? 0);
  });

  it.each(["--json", "--quiet"])("says nothing with %s", async (flag) => {
    const { code, err } = await atTerminal(...LONG, flag);
    expect(code).toBe(REFUSED);
    expect(err).toEqual([]);
  });
});

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { estimateTable } from "../estimate-table.ts";
import type { CaptureTable, EstimateReport, MethodName } from "../index.ts";
import { reproduceInR } from "./reproduce-in-r.ts";

const hasR = spawnSync("Rscript", ["--version"]).status === 0;
const folder = mkdtempSync(join(tmpdir(), "inquest-r-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Four lists with an empty overlap, so that the extended maximum likelihood is needed. */
const FOUR: CaptureTable = {
  lists: ["A", "B `x` <b>", "سه", "=D"],
  cells: [
    [1, 113],
    [2, 84],
    [4, 93],
    [8, 30],
    [3, 17],
    [5, 22],
    [6, 21],
    [10, 4],
    [12, 12],
    [7, 8],
  ].map(([pattern = 0, count = 0]) => ({ pattern, count })),
};
const TWO: CaptureTable = {
  lists: ["A", "B"],
  cells: [
    { pattern: 1, count: 50 },
    { pattern: 2, count: 40 },
    { pattern: 3, count: 10 },
  ],
};

function reportOf(table: CaptureTable, methods?: readonly MethodName[]): EstimateReport {
  return estimateTable(table, methods === undefined ? {} : { methods });
}

/** Runs the script of a report in R, after a change to it where one is given. */
function runInR(report: EstimateReport, change: (script: string) => string = (script) => script) {
  const files = reproduceInR(report, "en");
  writeFileSync(join(folder, "table.csv"), files["table.csv"]);
  writeFileSync(join(folder, "reproduce.R"), change(files["reproduce.R"]));
  const { status, stdout, stderr } = spawnSync("Rscript", ["reproduce.R"], { cwd: folder, encoding: "utf8" });
  return { status, out: stdout, err: stderr };
}

describe("what makes a report again outside", () => {
  it("holds the table by numbered lists, without anything of their names", () => {
    const files = reproduceInR(reportOf(FOUR), "en");
    expect(files["table.csv"].split("\n").slice(0, 2)).toEqual([
      "list1,list2,list3,list4,count",
      "1,0,0,0,113",
    ]);
    expect(files["reproduce.R"]).not.toContain("سه");
    expect(files["README.md"]).toContain("`list2`: B \\`x\\` \\<b\\>");
    expect(reproduceInR(reportOf(FOUR), "fa")["README.md"]).toContain("نفر");
  });

  it("calls each method that gave a number, and says which were refused", () => {
    const script = reproduceInR(reportOf(FOUR), "en")["reproduce.R"];
    for (const call of ["\nchao(", "\nloglinear(list(", "\ndga("]) expect(script).toContain(call);
    expect(script).toContain("no number: chapman (TWO_LIST_METHOD)");
    expect(script).not.toContain("\nlcmcr(");
  });
});

describe.skipIf(!hasR)(
  "the script in R (skipped where Rscript is not installed: apt-get install r-base-core)",
  () => {
    it("agrees with every number of formulas, fits and graphs, an empty overlap included", () => {
      expect(reportOf(FOUR).methods.map(({ name }) => name)).toEqual(["chao", "loglinear", "dga"]);
      const { status, out, err } = runInR(reportOf(FOUR));
      expect(out, err).toContain("10 of 10 numbers agree");
      expect(status).toBe(0);
    });

    it("agrees with Chapman's estimate of two lists", () => {
      const { status, out, err } = runInR(reportOf(TWO));
      expect(out, err).toMatch(/Chapman .* agrees/u);
      expect(status, out).toBe(0);
    });

    it("finds a number that is wrong by a hundred-thousandth, and ends with exit code 1", () => {
      const report = reportOf(FOUR);
      const wrong = report.methods.map((method) =>
        method.name === "dga" ? { ...method, point: method.point * (1 + 1e-5) } : method,
      );
      const { status, out } = runInR({ ...report, methods: wrong });
      expect(status).toBe(1);
      expect(out).toContain("DOES NOT AGREE: Decomposable graphs");
    });

    it("draws the models with chance by other samplers, and claims no more than chance allows", () => {
      const report = reportOf(FOUR, ["dga", "lcmcr", "logitNormal", "ensemble"]);
      expect(report.methods.map(({ name }) => name)).toEqual(["dga", "lcmcr", "logitNormal", "ensemble"]);
      const { status, out, err } = runInR(report, (script) => script.replace("else 20000", "else 4000"));
      expect(out, err).toMatch(/Normal visibility \(Monte Carlo\) .* (agrees|CANNOT TELL)/u);
      expect(out).toMatch(/Latent classes \(Monte Carlo\) .* (agrees|CANNOT TELL)/u);
      expect(out).toMatch(/Several models together \(Monte Carlo\) .* (agrees|CANNOT TELL)/u);
      expect(status, out).toBe(0);
    }, 120_000);
  },
);

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { estimateTable, estimateWithPosteriors } from "../estimate-table.ts";
import type { CaptureTable, Estimate, EstimateReport, MethodName } from "../index.ts";
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

/** Five lists, few people on two or more: several shapes of classes tell the same counts. */
const SPARSE: CaptureTable = {
  lists: ["A", "B", "C", "D", "E"],
  cells: [
    [1, 47],
    [2, 83],
    [4, 21],
    [8, 66],
    [16, 58],
    [3, 5],
    [6, 2],
    [9, 4],
    [10, 9],
    [17, 14],
    [18, 6],
    [24, 4],
    [11, 1],
  ].map(([pattern = 0, count = 0]) => ({ pattern, count })),
};
/** Three lists with nobody on two pairs nor on all three. */
const HOLLOW: CaptureTable = {
  lists: ["A", "B", "C"],
  cells: [
    [1, 37],
    [2, 28],
    [4, 19],
    [3, 9],
  ].map(([pattern = 0, count = 0]) => ({ pattern, count })),
};

function reportOf(table: CaptureTable, methods?: readonly MethodName[]): EstimateReport {
  return estimateTable(table, methods === undefined ? {} : { methods });
}

/** A tenth of the sweeps, so that a test does not take minutes. */
const quickly = (script: string) => script.replace("else 400\n", "else 40\n");

/** Verdicts of a script by whether chance enters them. */
function verdictsOf(out: string) {
  const lines = out.split("\n").filter((line) => line.includes("   tolerance "));
  const verdict = (line: string) => line.split(/ {3,}/u).at(-1);
  return {
    exact: lines.filter((line) => !line.includes("(Monte Carlo)")).map(verdict),
    drawn: lines.filter((line) => line.includes("(Monte Carlo)")).map(verdict),
  };
}

/** Runs the script of a report in R, after a change to it where one is given. */
function runInR(
  report: EstimateReport,
  change: (script: string) => string = (script) => script,
  unlisted: readonly Estimate[] = [],
) {
  const files = reproduceInR(report, "en", unlisted);
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

    it.each([
      ["four lists", FOUR],
      ["five lists with few people on several", SPARSE],
      ["three lists with hardly an overlap", HOLLOW],
    ])("draws the models with chance by other samplers, and leaves nothing else open: %s", (_, table) => {
      const report = reportOf(table, ["chao", "loglinear", "dga", "lcmcr", "logitNormal", "ensemble"]);
      const { status, out, err } = runInR(report, quickly);
      const { exact, drawn } = verdictsOf(out);
      expect(new Set(exact), out + err).toEqual(new Set(["agrees"]));
      expect(exact.length).toBeGreaterThanOrEqual(6);
      expect(drawn).toHaveLength(9);
      expect(drawn, out).not.toContain("DOES NOT AGREE");
      expect(out).toMatch(/Normal visibility \(Monte Carlo\) .* agrees/u);
      expect(status, out).toBe(0);
    });

    it("finds a median of draws that is wrong by a fifth, where chance leaves less open", () => {
      const report = reportOf(HOLLOW, ["logitNormal"]);
      const wrong = report.methods.map((method) => ({ ...method, point: method.point * 1.2 }));
      const { status, out } = runInR({ ...report, methods: wrong }, quickly);
      expect(out).toContain("DOES NOT AGREE: Normal visibility (Monte Carlo)");
      expect(status).toBe(1);
    });

    it("makes the members of the pool also where only the pool was asked for", () => {
      const { report, unlisted } = estimateWithPosteriors(HOLLOW, { methods: ["ensemble"] });
      expect(report.methods.map(({ name }) => name)).toEqual(["ensemble"]);
      const { status, out, err } = runInR(report, quickly, unlisted);
      expect(out, err).toMatch(/Decomposable graphs .* agrees/u);
      expect(out).toMatch(/Several models together \(Monte Carlo\) .* agrees/u);
      expect(status, out).toBe(0);
    });

    it("ends with exit code 2 when nothing could be judged", () => {
      const { report } = estimateWithPosteriors(HOLLOW, { methods: ["ensemble"] });
      const { status, out } = runInR(report);
      expect(out).toContain("NOTHING COULD BE JUDGED");
      expect(status).toBe(2);
    });
  },
);

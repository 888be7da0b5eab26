import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../../test/case-fixture.ts";
import type { ReleasedEstimate } from "../content.ts";
import { toCaptureMatrices } from "./capture-matrix.ts";

const ESTIMATE: ReleasedEstimate = {
  id: "linked",
  lists: [
    { id: "A, the first", name: "A" },
    { id: "فهرست", name: "B" },
  ],
  n: 12,
  cells: [
    { lists: ["A, the first"], count: 7 },
    { lists: ["فهرست"], count: 3 },
    { lists: ["A, the first", "فهرست"], count: 2 },
  ],
  ...{ methods: [], warnings: [], refused: [], assumption: "", linkageText: null },
};

test("a capture matrix has a column for each list and a line for each combination", () => {
  const files = new Map(toCaptureMatrices({ estimates: [ESTIMATE] }));
  expect(files.get("matrix-1.csv")).toBe('"A, the first",فهرست,count\n1,0,7\n0,1,3\n1,1,2\n');
  expect(files.get("estimates.csv")).toContain("matrix-1.csv,linked,A | B");
  expect(() => toCaptureMatrices({ estimates: [] })).toThrow(
    expect.objectContaining({ code: "release/nothing-to-export" }),
  );
});

test("R reads it, and counts on each list what the table says", (context) => {
  if (spawnSync("Rscript", ["--version"]).status !== 0) return context.skip("no Rscript on this machine");
  const folder = temporaryFolder("matrix");
  for (const [path, text] of toCaptureMatrices({ estimates: [ESTIMATE] }))
    writeFileSync(join(folder, path), text);
  const { status, stdout, stderr } = spawnSync("Rscript", ["--vanilla", "read.R"], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, LC_ALL: "C.UTF-8" },
  });
  expect(status, stderr).toBe(0);
  expect(stdout.match(/\b\d+\b/gu)?.map(Number)).toEqual([9, 5]);
});

import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";

test("the search of the memorial is built of what the program folds and hears names by today", () => {
  const script = join(import.meta.dirname, "..", "..", "..", "scripts", "write-memorial-script.mjs");
  const { status, stderr } = spawnSync(process.execPath, [script, "--check"], { encoding: "utf8" });
  expect([status, stderr]).toEqual([0, ""]);
});

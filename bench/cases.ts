/** Wall time and peak memory of building each shipped case and of the Argentine run: the baseline of later work. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { SHIPPED } from "../test/shipped-cases.ts";

const root = join(import.meta.dirname, "..");
const ARGENTINA = "argentina";

/** Prints one line a case, and writes all of them to bench/output/cases.json. */
export function benchCases(): void {
  const hasArgentina = existsSync(join(root, "..", "shared", "cases", "argentina"));
  if (!hasArgentina) console.log("argentina: skipped, its registers are not here (../shared is absent)");
  const results = [...SHIPPED, ...(hasArgentina ? [ARGENTINA] : [])].map(buildApart);
  mkdirSync(join(root, "bench", "output"), { recursive: true });
  writeFileSync(join(root, "bench", "output", "cases.json"), `[\n${results.join(",\n")}\n]\n`);
}

/** A process of its own, so that its peak memory is that of this case alone. */
function buildApart(name: string): string {
  const child = spawnSync(process.execPath, ["--import", "tsx", join("bench", "build-one.ts"), name], {
    cwd: root,
    encoding: "utf8",
  });
  if (child.status !== 0) throw new Error(`building ${name} failed:\n${child.stderr}`);
  console.log(child.stdout.trim());
  return child.stdout.trim();
}

/**
 * A release of a case of twenty thousand listed persons, from the command to the folder, and its check by the stand-alone
 * verifier: `npm run bench -- release`. Needs `npm run build`.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { toCsv } from "../src/intake/index.ts";
import { run } from "./quiet-command.ts";

const PERSONS = 20_000;
const PROFILES = ["public", "partners", "commission"] as const;
const VERIFIER = join(import.meta.dirname, "..", "dist", "verify.mjs");

export async function benchRelease(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "inquest-bench-release-"));
  try {
    await makeCase(folder);
    for (const profile of PROFILES) {
      const before = process.cpuUsage();
      const made = await timed(() =>
        run(folder, "release", "--profile", profile, "--out", profile, "--case", "c"),
      );
      const { user, system } = process.cpuUsage(before);
      const { files, bytes } = sizeOf(join(folder, profile));
      const checked = await timed(() => {
        const { status, stderr } = spawnSync(process.execPath, [VERIFIER, join(folder, profile)], {
          encoding: "utf8",
        });
        if (status !== 0) throw new Error(stderr);
      });
      console.log(
        `${profile}: ${made} s, ${((user + system) / 1e6).toFixed(1)} s of processor; ${files} files, ${(bytes / 1e6).toFixed(0)} MB; verified in ${checked} s`,
      );
    }
    console.log(`peak memory ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** One person in twenty is counted and not shown, so that there is something to look for. */
async function makeCase(folder: string): Promise<void> {
  const rows = Array.from({ length: PERSONS }, (_, at) => [
    ...[String(at), `Given${at % 997} Family${at}`, `19${60 + (at % 30)}-0${1 + (at % 9)}-1${at % 10}`],
    `Town ${at % 50}`,
  ]);
  writeFileSync(join(folder, "a.csv"), toCsv([["id", "name", "death", "province"], ...rows]));
  const fields = Object.fromEntries(["name", "death", "province"].map((column) => [column, { column }]));
  writeFileSync(join(folder, "a.json"), JSON.stringify({ v: 1, lists: { a: { id: "id", fields } } }));
  await run(folder, "init", "c", "--title", "Release", "--fictional");
  await run(folder, "import", "a.csv", "--recipe", "a.json", "--case", "c");
  await run(folder, "visibility", "a", "--show", "full", "--why", "a published list", "--case", "c");
  const hidden = Array.from({ length: PERSONS / 20 }, (_, at) => `a:${at * 20}`);
  for (let at = 0; at < hidden.length; at += 200)
    await run(
      folder,
      "visibility",
      ...hidden.slice(at, at + 200),
      "--show",
      "counted",
      "--why",
      "as asked",
      "--case",
      "c",
    );
}

async function timed(work: () => unknown): Promise<string> {
  const start = performance.now();
  await work();
  return ((performance.now() - start) / 1000).toFixed(1);
}

function sizeOf(folder: string): { readonly files: number; readonly bytes: number } {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return { files: paths.length, bytes: paths.reduce((sum, path) => sum + statSync(path).size, 0) };
}

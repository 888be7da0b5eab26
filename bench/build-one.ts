/** Builds one case in a fresh folder and prints what it took: run by bench/cases.ts in a process of its own. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { applyCaseFolder, createCase, readCase, readCaseFolder, verifyCase } from "../src/case/index.ts";
import { fixedSurroundings } from "../test/case-fixture.ts";
import { argentinaFolder } from "../test/real-runs/argentina-folder.ts";

const [name = ""] = process.argv.slice(2);
const folder =
  name === "argentina" ? argentinaFolder() : readCaseFolder(join(import.meta.dirname, "..", "cases", name));
const home = mkdtempSync(join(tmpdir(), "inquest-bench-"));

const started = performance.now();
const opened = await createCase({
  dir: join(home, "case"),
  config: folder.config,
  surroundings: fixedSurroundings(home),
});
const built = await applyCaseFolder(opened, folder);
const builtAt = performance.now();
await readCase(opened);
const readAt = performance.now();
await opened.close();
const closedAt = performance.now();
await verifyCase(opened.dir);
const verifiedAt = performance.now();
rmSync(home, { recursive: true, force: true });

process.stdout.write(
  `${JSON.stringify({
    case: name,
    acts: built.acts,
    statements: built.statements,
    records: built.records,
    buildMs: Math.round(builtAt - started),
    readMs: Math.round(readAt - builtAt),
    verifyMs: Math.round(verifiedAt - closedAt),
    peakMemoryMb: Math.round(process.resourceUsage().maxRSS / 1024),
  })}\n`,
);

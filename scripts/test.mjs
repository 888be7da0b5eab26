/** `npm test`: makes the clone ready, runs the checks and every test, and closes with one line of counts. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import {
  ensureBuilt,
  ensureChromium,
  ensureInstalled,
  ensureObjectServer,
  requireNode,
  runTool,
  say,
} from "./bootstrap.mjs";
import { CHECKS, runChecks } from "./check.mjs";

requireNode();
ensureInstalled();
ensureBuilt();
const chromium = ensureChromium();
const objectServer = ensureObjectServer();
const path = objectServer === "" ? process.env.PATH : `${objectServer}${delimiter}${process.env.PATH}`;
const named = process.argv.slice(2);
const failedChecks = named.length > 0 ? [] : runChecks();

const folder = mkdtempSync(join(tmpdir(), "inquest-test-"));
const results = join(folder, "results.json");
const vitest = runTool(
  "vitest/vitest.mjs",
  ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${results}`, ...named],
  { env: { ...process.env, PATH: path, CHROMIUM_PATH: chromium } },
);
const counts = readCounts(results);
rmSync(folder, { recursive: true, force: true });

const checks = named.length > 0 ? 0 : CHECKS.length;
const passed = counts.passed + checks - failedChecks.length;
// A run that broke before any test, or a file that failed to load, is a failure even when no test failed.
const broken = vitest.status !== 0 && counts.failed === 0 ? 1 : 0;
const failed = counts.failed + failedChecks.length + broken;
say("");
process.stdout.write(`${passed} passed, ${failed} failed, ${counts.skipped} skipped\n`);
process.exit(failed === 0 ? 0 : 1);

function readCounts(file) {
  try {
    const report = JSON.parse(readFileSync(file, "utf8"));
    return {
      passed: report.numPassedTests,
      failed: report.numFailedTests,
      skipped: report.numPendingTests + (report.numTodoTests ?? 0),
    };
  } catch {
    return { passed: 0, failed: 0, skipped: 0 };
  }
}

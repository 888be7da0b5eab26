/** `npm run test:faults`: the long forms of the fault tests, and a table of what was tried. Takes about half an hour. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { ensureInstalled, requireNode, root, runTool } from "./bootstrap.mjs";

requireNode();
ensureInstalled();
const counts = join(root, "bench", "output", "faults.jsonl");
mkdirSync(dirname(counts), { recursive: true });
rmSync(counts, { force: true });
const named = process.argv.slice(2);
const { status } = runTool("vitest/vitest.mjs", ["run", ...(named.length > 0 ? named : ["test/faults"])], {
  env: { ...process.env, INQUEST_LONG: "1", INQUEST_FAULT_COUNTS: counts },
});

const rows = readRows(counts);
const width = Math.max(0, ...rows.map(({ what }) => what.length));
const sum = (begins) =>
  rows.filter(({ what }) => what.startsWith(begins)).reduce((total, { count }) => total + count, 0);
const table = [
  ...rows.map(({ what, count, detail }) =>
    `${what.padEnd(width)}  ${String(count).padStart(7)}  ${detail}`.trimEnd(),
  ),
  "",
  `kills in all: ${sum("random kill") + sum("kills")}; power-cut states in all: ${sum("power-cut states")}`,
].join("\n");
writeFileSync(join(root, "bench", "output", "faults.txt"), `${table}\n`);
process.stdout.write(`\n${table}\n`);
process.exit(status ?? 1);

function readRows(file) {
  try {
    return readFileSync(file, "utf8")
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line))
      .sort((left, right) => (left.what < right.what ? -1 : 1));
  } catch {
    return [];
  }
}

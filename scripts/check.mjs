/** `npm run check`: types, lint, formatting and dead code; prints what fails. */
import { ensureInstalled, requireNode, runTool, say } from "./bootstrap.mjs";

/** Each check: what it is called and the tool that makes it. */
export const CHECKS = [
  { name: "types of the program and its tests", tool: "typescript/bin/tsc", args: ["-p", "tsconfig.json"] },
  { name: "types of the workbench", tool: "typescript/bin/tsc", args: ["-p", "web/tsconfig.json"] },
  { name: "types of the browser tests", tool: "typescript/bin/tsc", args: ["-p", "test/e2e/tsconfig.json"] },
  { name: "format and lint", tool: "@biomejs/biome/bin/biome", args: ["check", "--error-on-warnings", "."] },
  { name: "dead code", tool: "knip/bin/knip.js", args: ["--no-progress"] },
];

/** Runs every check and gives the names of those that failed. */
export function runChecks() {
  return CHECKS.filter(({ name, tool, args }) => {
    const failed = runTool(tool, args).status !== 0;
    say(`${failed ? "✗" : "✓"} ${name}`);
    return failed;
  }).map(({ name }) => name);
}

if (process.argv[1]?.endsWith("check.mjs")) {
  requireNode();
  ensureInstalled();
  process.exit(runChecks().length === 0 ? 0 : 1);
}

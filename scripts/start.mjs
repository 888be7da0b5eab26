/** `npm start`: makes the clone ready, opens the shipped cases and serves the workbench. */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { ensureBuilt, ensureInstalled, requireNode, root } from "./bootstrap.mjs";

requireNode();
ensureInstalled();
ensureBuilt();

const cli = spawn(
  process.execPath,
  [join(root, "dist", "cli", "main.js"), "start", ...process.argv.slice(2)],
  {
    cwd: root,
    stdio: "inherit",
  },
);
// Ctrl-C reaches the child too; this process only waits for it to close its case.
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => cli.kill(signal));
cli.on("exit", (code, signal) => process.exit(code ?? (signal === "SIGINT" ? 130 : 1)));

/** The program: the process's words and streams given to `runCommand`. */
import { createInterface } from "node:readline";
import { runCommand } from "./run.ts";

// A reader that has seen enough, such as head, closes the pipe: that is no error, and the exit code stands.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

process.exitCode = await runCommand(
  process.argv.slice(2),
  {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    isInteractive: process.stderr.isTTY === true && process.env.NO_COLOR === undefined,
    columns: process.stdout.columns ?? 100,
    keyboard: process.stdin.isTTY && process.stderr.isTTY ? process.stdin : undefined,
    lines: process.stdin.isTTY ? undefined : () => createInterface({ input: process.stdin }),
  },
  process.env,
  process.cwd(),
);

/** Runs the command line in this process, with its own home, and gives what it wrote. */
import { join } from "node:path";
import { runCommand } from "../../src/cli/index.ts";

export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** @param folder - the working directory; the user's home lies in it too. */
export async function inquest(folder: string, ...args: readonly string[]): Promise<Outcome> {
  const out: string[] = [];
  const err: string[] = [];
  const terminal = {
    out: (text: string) => void out.push(text),
    err: (text: string) => void err.push(text),
    isInteractive: false,
    columns: 100,
  };
  const code = await runCommand(args, terminal, { INQUEST_HOME: join(folder, "home") }, folder);
  return { code, out: out.join(""), err: err.join("") };
}

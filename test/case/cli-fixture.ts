/** Runs the command line in this process, with its own home, and gives what it wrote. */
import { join } from "node:path";
import { runCommand } from "../../src/cli/index.ts";

export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** @param folder - the working directory; the user's home lies in it too. */
export function inquest(folder: string, ...args: readonly string[]): Promise<Outcome> {
  return inquestAs(folder, {}, ...args);
}

export interface Somebody {
  /** Whose key signs; each has one of their own in the home of the folder. */
  readonly actor?: string;
  /** What comes in over a pipe. */
  readonly typed?: readonly string[];
}

/** The same by somebody, with lines at standard input. */
export async function inquestAs(
  folder: string,
  { actor, typed }: Somebody,
  ...args: readonly string[]
): Promise<Outcome> {
  const out: string[] = [];
  const err: string[] = [];
  async function* lines(): AsyncGenerator<string> {
    yield* typed ?? [];
  }
  const terminal = {
    out: (text: string) => void out.push(text),
    err: (text: string) => void err.push(text),
    isInteractive: false,
    columns: 100,
    ...(typed === undefined ? {} : { lines }),
  };
  const env = {
    INQUEST_HOME: join(folder, "home"),
    ...(actor === undefined ? {} : { INQUEST_ACTOR: actor }),
  };
  const code = await runCommand(args, terminal, env, folder);
  return { code, out: out.join(""), err: err.join("") };
}

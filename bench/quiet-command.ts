/** A command of Inquest run within a bench, that says nothing unless it fails. */
import { join } from "node:path";
import { runCommand } from "../src/cli/index.ts";

/** @param folder - the working directory; the user's home lies in it too. @throws Error with what the command said. */
export async function run(folder: string, ...words: readonly string[]): Promise<void> {
  const said: string[] = [];
  const terminal = {
    out: () => undefined,
    err: (text: string) => void said.push(text),
    isInteractive: false,
    columns: 100,
  };
  const env = { INQUEST_HOME: join(folder, "home") };
  if ((await runCommand([...words, "--quiet"], terminal, env, folder)) !== 0) throw new Error(said.join(""));
}

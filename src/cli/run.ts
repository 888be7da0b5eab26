/** Runs one command: words in, exit code out. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { InquestError, toExitCode } from "../core/index.ts";
import { type CommandLine, parseCommandLine, usageError } from "./arguments.ts";
import { findCommand, isVerb } from "./command-table.ts";
import { createContext, type Environment } from "./context.ts";
import { writeHelp } from "./help.ts";
import { messagesEn } from "./messages.en.ts";
import { messagesFa } from "./messages.fa.ts";
import { requireOperands } from "./operand-count.ts";
import { requireOptions } from "./options-taken.ts";
import { describeError, type Terminal } from "./terminal.ts";

const Package = z.object({ version: z.string() });

function readVersion(root: string): string {
  return Package.parse(JSON.parse(readFileSync(join(root, "package.json"), "utf8"))).version;
}

/** Words that are answered here and stand in no list of commands. */
const BUILT_IN: readonly string[] = ["help", "version"];

function noCommand(word: string): InquestError {
  return usageError(`There is no command "${word}".`);
}

/**
 * @param args - what follows the program's name.
 * @returns the exit code, as `inquest help` lists them.
 */
export async function runCommand(
  args: readonly string[],
  terminal: Terminal,
  env: Environment,
  cwd: string,
): Promise<number> {
  let line: CommandLine | undefined;
  try {
    line = parseCommandLine(args, env);
    const context = createContext(line, terminal, env, cwd);
    if (line.verb === "help") {
      const [word] = line.operands;
      if (word !== undefined && !BUILT_IN.includes(word) && !isVerb(word)) throw noCommand(word);
      terminal.out(writeHelp(word, context.translate));
      return 0;
    }
    if (line.verb === "version") {
      terminal.out(`${readVersion(context.root)}\n`);
      return 0;
    }
    const command = findCommand(line.verb);
    if (command === undefined) throw noCommand(line.verb);
    requireOperands(line.verb, command.usage, line);
    requireOptions(line.verb, command.usage, line);
    return await command.run(context);
  } catch (error) {
    const messages = line?.language === "fa" ? messagesFa : messagesEn;
    const text = describeError(error, { unexpected: messages["error.unexpected"] });
    if (args.includes("--json") && error instanceof InquestError) {
      const { code, message, evidence } = error;
      terminal.err(`${JSON.stringify({ error: { code, message, evidence } })}\n`);
    } else terminal.err(`inquest: ${text}\n`);
    return toExitCode(error);
  }
}

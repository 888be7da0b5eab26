/** Runs one command: words in, exit code out. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { InquestError, toExitCode } from "../core/index.ts";
import { type CommandLine, parseCommandLine, usageError } from "./arguments.ts";
import { type Command, createContext, type Environment } from "./context.ts";
import { estimateFile, linkFiles } from "./file-commands.ts";
import { messagesEn } from "./messages.en.ts";
import { messagesFa } from "./messages.fa.ts";
import { people, proposeAct, secondAct, vouchFor } from "./people-commands.ts";
import { answer, rebuild, trace, verify } from "./read-commands.ts";
import { serve, start } from "./serve-commands.ts";
import { describeError, type Terminal } from "./terminal.ts";
import { add, build, estimateCase, importCommand, init, linkCase } from "./write-commands.ts";

const COMMANDS: Readonly<Record<string, Command>> = {
  init,
  build,
  add,
  import: importCommand,
  link: (context) => (context.line.values("list").length > 0 ? linkFiles(context) : linkCase(context)),
  estimate: (context) =>
    context.line.value("table") === undefined ? estimateCase(context) : estimateFile(context),
  answer,
  trace,
  verify,
  rebuild,
  people,
  vouch: vouchFor,
  propose: proposeAct,
  second: secondAct,
  serve,
  start,
};

const Package = z.object({ version: z.string() });

function readVersion(root: string): string {
  return Package.parse(JSON.parse(readFileSync(join(root, "package.json"), "utf8"))).version;
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
      terminal.out(`${context.translate("help")}\n`);
      return 0;
    }
    if (line.verb === "version") {
      terminal.out(`${readVersion(context.root)}\n`);
      return 0;
    }
    const command = COMMANDS[line.verb];
    if (command === undefined) throw usageError(`There is no command "${line.verb}".`);
    return await command(context);
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

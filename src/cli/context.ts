/** What every command is given: the words of the user's language, the terminal, the surroundings. */
import { randomFillSync } from "node:crypto";
import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Surroundings } from "../case/index.ts";
import { createTranslate, type Progress, silentProgress, type Translate } from "../core/index.ts";
import { type CommandLine, usageError } from "./arguments.ts";
import { readInspectLimits } from "./inspect-limits.ts";
import { type CliMessageKey, messagesEn } from "./messages.en.ts";
import { messagesFa } from "./messages.fa.ts";
import { createAsker, readSecretKey } from "./passphrase.ts";
import { createProgress, type Terminal } from "./terminal.ts";

export interface CommandContext {
  readonly line: CommandLine;
  readonly terminal: Terminal;
  readonly translate: Translate<CliMessageKey>;
  readonly progress: Progress;
  readonly surroundings: Surroundings;
  /** The folder of the program: it holds `cases/` and the built workbench. */
  readonly root: string;
  readonly cwd: string;
}

/** The exit code of a command that ended without an error. */
export type Command = (context: CommandContext) => Promise<number>;

export type Environment = Readonly<Record<string, string | undefined>>;

export function createContext(
  line: CommandLine,
  terminal: Terminal,
  env: Environment,
  cwd: string,
): CommandContext {
  const translate: Translate<CliMessageKey> = createTranslate<Record<CliMessageKey, string>>(
    { en: messagesEn, fa: messagesFa },
    line.language,
  );
  const inspectLimits = readInspectLimits(line);
  const describe = (step: string) => {
    const known = `progress.${step.startsWith("linkage") ? "linkage" : step}`;
    return translate(isMessageKey(known) ? known : "progress.other");
  };
  return {
    line,
    terminal,
    translate,
    progress: line.has("quiet") ? silentProgress : createProgress(terminal, describe),
    surroundings: {
      now: () => Date.now(),
      random: (sizeBytes) => randomFillSync(new Uint8Array(sizeBytes)),
      homeDir: resolve(env.INQUEST_HOME ?? join(homedir(), ".inquest")),
      actor: env.INQUEST_ACTOR ?? "keeper",
      secretKey: readSecretKey(line.value("identity"), cwd),
      ...(inspectLimits === undefined ? {} : { inspectLimits }),
      askPassphrase: createAsker({ line, terminal, env, cwd, translate }),
    },
    root: programRoot(),
    cwd,
  };
}

/** `src/cli` and `dist/cli` lie equally deep. */
function programRoot(): string {
  return resolve(dirname(fileURLToPath(import.meta.url)), "..", "..");
}

/**
 * The case a command is about: --case, else the first word after the verb when it names a case, else the
 * current folder or its nearest parent that is one. A shipped case may be named by its id.
 */
export function findCase(context: CommandContext, operand: string | undefined): string {
  const named = context.line.value("case") ?? operand;
  if (named !== undefined) {
    const candidates = [resolve(context.cwd, named), join(context.root, ".inquest", named)];
    return candidates.find(isCase) ?? resolve(context.cwd, named);
  }
  for (let dir = context.cwd; ; dir = dirname(dir)) {
    if (isCase(dir)) return dir;
    if (dir === dirname(dir)) break;
  }
  throw usageError("No case is named and the current folder lies in none. Name one with --case DIR.");
}

/** Whether a word names a case rather than something in it. */
export function namesCase(context: CommandContext, word: string | undefined): boolean {
  if (word === undefined) return false;
  return isCase(resolve(context.cwd, word)) || isCase(join(context.root, ".inquest", word));
}

function isCase(dir: string): boolean {
  return existsSync(join(dir, "case.json")) || existsSync(join(dir, "closed.json"));
}

/** Writes one JSON document to standard output. */
export function writeJson(context: CommandContext, value: object): void {
  context.terminal.out(`${JSON.stringify(value, null, 2)}\n`);
}

/** Whether there are words under a key that was put together. */
export function isMessageKey(key: string): key is CliMessageKey {
  return Object.hasOwn(messagesEn, key);
}

/** Where a passphrase comes from: a file that the user names, or the keyboard, unseen. Never an argument. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { ReadStream } from "node:tty";
import type { PassphraseQuestion } from "../case/index.ts";
import { InquestError, type Translate } from "../core/index.ts";
import type { CommandLine } from "./arguments.ts";
import type { CliMessageKey } from "./messages.en.ts";
import type { Terminal } from "./terminal.ts";

const ENTER = ["\r", "\n"];
const CTRL_C = "\u0003";
const CTRL_D = "\u0004";
const ERASE = ["\u007f", "\b"];

export interface AskerOptions {
  readonly line: CommandLine;
  readonly terminal: Terminal;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly translate: Translate<CliMessageKey>;
}

/**
 * Who is asked for a passphrase: the file of --passphrase-file (for a new one --new-passphrase-file) or of
 * INQUEST_PASSPHRASE_FILE, else the keyboard where there is one; null when nobody answers.
 */
export function createAsker({ line, terminal, env, cwd, translate }: AskerOptions) {
  return async ({ kind, dir, why }: PassphraseQuestion): Promise<string | null> => {
    const named = line.value("passphrase-file") ?? env.INQUEST_PASSPHRASE_FILE;
    const file = kind === "make" ? (line.value("new-passphrase-file") ?? named) : named;
    if (file !== undefined) return readPassphraseFile(file, cwd);
    const input = terminal.keyboard;
    if (input === undefined) return null;
    const question = translate(`passphrase.${kind}`, { dir, why });
    if (kind === "open") return askPassphrase(input, question, terminal.err);
    for (;;) {
      const first = await askPassphrase(input, question, terminal.err);
      if (first === null) return null;
      if (first === (await askPassphrase(input, translate("passphrase.again"), terminal.err))) return first;
      terminal.err(`${translate("passphrase.differ")}\n`);
    }
  };
}

/** The first line of a passphrase file, without its line end; the rest of the file is not read as part of it. */
export function readPassphraseFile(path: string, cwd: string): string {
  const full = resolve(cwd, path);
  let text: string;
  try {
    text = readFileSync(full, "utf8");
  } catch (cause) {
    throw new InquestError({
      code: "cli/passphrase-file",
      reaction: "input",
      message: `${full} cannot be read. --passphrase-file takes a file whose first line is the passphrase.`,
      cause,
      evidence: { path: full },
    });
  }
  const [line = ""] = text.replace(/^\ufeff/u, "").split(/\r\n|\n|\r/u);
  if (line !== "") return line;
  throw new InquestError({
    code: "cli/passphrase-file",
    reaction: "input",
    message: `${full} holds no passphrase: its first line is empty.`,
    evidence: { path: full },
  });
}

/**
 * The secret key of an age identity file, as age-keygen writes it: comments, and a line AGE-SECRET-KEY-1….
 *
 * @throws InquestError "cli/identity-file" when it cannot be read or holds no key.
 */
export function readSecretKey(path: string | undefined, cwd: string): string | undefined {
  if (path === undefined) return undefined;
  const full = resolve(cwd, path);
  let text = "";
  let cause: unknown;
  try {
    text = readFileSync(full, "utf8");
  } catch (error) {
    cause = error;
  }
  const key = text.split(/\r?\n/u).find((line) => line.startsWith("AGE-SECRET-KEY-1"));
  if (key !== undefined) return key.trim();
  throw new InquestError({
    code: "cli/identity-file",
    reaction: "input",
    message: `${full} holds no age secret key. --identity takes a file as age-keygen writes it.`,
    cause,
    evidence: { path: full },
  });
}

/**
 * Asks on the keyboard without showing what is typed.
 *
 * @param show - where the question goes: standard error, so that standard output stays clean.
 * @returns null when the user gave up (Ctrl-C, Ctrl-D).
 */
export function askPassphrase(
  input: ReadStream,
  question: string,
  show: (text: string) => void,
): Promise<string | null> {
  show(question);
  input.setRawMode(true);
  input.setEncoding("utf8");
  input.resume();
  return new Promise((resolve) => {
    let typed: string[] = [];
    const end = (answer: string | null) => {
      input.off("data", onData);
      input.setRawMode(false);
      input.pause();
      show("\n");
      resolve(answer);
    };
    const onData = (chunk: string | Buffer) => {
      // Code points, so that erasing takes one letter and not half of one.
      for (const sign of String(chunk)) {
        if (ENTER.includes(sign)) return end(typed.join(""));
        if (sign === CTRL_C || sign === CTRL_D) return end(null);
        if (ERASE.includes(sign)) typed = typed.slice(0, -1);
        else if (sign >= " ") typed.push(sign);
      }
    };
    input.on("data", onData);
  });
}

/** Which options a command takes, read from its own usage: one that it passes over was meant to do something. */
import { type CommandLine, usageError } from "./arguments.ts";

/** Options that every command heeds: who acts, how a case is opened and how it is told. */
export const HEEDED: readonly string[] = [
  "lang",
  "quiet",
  "json",
  "identity",
  "passphrase-file",
  "new-passphrase-file",
];
/** What every command takes, if only to do nothing with it. */
const EVERYWHERE: readonly string[] = [...HEEDED, "case", "help", "version"];

/** @throws InquestError "cli/usage" naming the first option that no way to write the command has. */
export function requireOptions(
  verb: string,
  usage: readonly string[],
  { given }: Pick<CommandLine, "given">,
): void {
  const taken = new Set([...EVERYWHERE, ...usage.flatMap(optionsIn)]);
  const stray = given.find((name) => !taken.has(name));
  if (stray !== undefined)
    throw usageError(`${verb} takes no --${stray}; inquest help ${verb} shows what it takes.`);
}

function optionsIn(usage: string): string[] {
  return [...usage.matchAll(/--([a-z][a-z-]*)/gu)].flatMap(([, name]) => name ?? []);
}

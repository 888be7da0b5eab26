/** How many operands a command takes, read from its own usage: one too many is a mistake and not a thing to pass over. */
import { usageError } from "./arguments.ts";

/** Names of people and offices are written without quotes: their words are operands. */
const TAKES_WORDS: ReadonlySet<string> = new Set([
  "chain-of-command",
  "mention",
  "person",
  "postings",
  "search",
  "site",
  "who-held",
]);

/** The most that any way to write the command takes; infinite where its usage says `…`. */
export function mostOperands(verb: string, usage: readonly string[]): number {
  if (TAKES_WORDS.has(verb)) return Number.POSITIVE_INFINITY;
  return Math.max(...usage.map(operandsOf));
}

function operandsOf(usage: string): number {
  const [, ...words] = usage.split(" ");
  const firstOption = words.findIndex((word) => /^\[?-/u.test(word));
  const operands = firstOption < 0 ? words : words.slice(0, firstOption);
  if (operands.some((word) => word.includes("…"))) return Number.POSITIVE_INFINITY;
  // Where a case is asked for it may be written without its option.
  return Math.max(operands.length, usage.includes("--case DIR") ? 1 : 0);
}

/** @throws InquestError "cli/usage" naming the first operand that the command does not take. */
export function requireOperands(verb: string, usage: readonly string[], operands: readonly string[]): void {
  const most = mostOperands(verb, usage);
  const extra = operands[most];
  if (extra === undefined) return;
  throw usageError(
    `${verb} takes ${most === 0 ? "no operand" : `at most ${most}`}; "${extra}" is one too many.`,
  );
}

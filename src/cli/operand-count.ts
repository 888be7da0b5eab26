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

export interface GivenOperands {
  readonly operands: readonly string[];
  /** Whether `--case` names the case: no operand can name another then. */
  readonly isCaseNamed: boolean;
}

/** The most that any way to write the command takes; infinite where its usage says `…`. */
function mostOperands(verb: string, usage: readonly string[], isCaseNamed: boolean): number {
  if (TAKES_WORDS.has(verb)) return Number.POSITIVE_INFINITY;
  return Math.max(...usage.map((each) => operandsOf(each, isCaseNamed)));
}

function operandsOf(usage: string, isCaseNamed: boolean): number {
  const [, ...words] = usage.split(" ");
  const firstOption = words.findIndex((word) => /^\[?-/u.test(word));
  const all = firstOption < 0 ? words : words.slice(0, firstOption);
  if (all.some((word) => word.includes("…"))) return Number.POSITIVE_INFINITY;
  if (isCaseNamed) return all.filter((word) => word !== "[CASE]").length;
  // Where a case is asked for it may be written without its option.
  return Math.max(all.length, usage.includes("--case DIR") ? 1 : 0);
}

/** @throws InquestError "cli/usage" naming the first operand that the command does not take. */
export function requireOperands(
  verb: string,
  usage: readonly string[],
  { operands, isCaseNamed }: GivenOperands,
): void {
  const most = mostOperands(verb, usage, isCaseNamed);
  const extra = operands[most];
  if (extra === undefined) return;
  throw usageError(
    `${verb} takes ${most === 0 ? "no operand" : `at most ${most}`}${isCaseNamed ? " beside --case" : ""}; "${extra}" is one too many.`,
  );
}

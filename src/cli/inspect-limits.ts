/** How far files from strangers are looked into, as the user says it. */
import { InspectLimits } from "../intake/index.ts";
import { type CommandLine, usageError } from "./arguments.ts";

/** Verbs whose `--limit` is a number of things to print. */
const COUNTING: readonly string[] = ["search", "review"];

/**
 * `--limit members=50000`: how far archives and pictures are looked into.
 *
 * @returns undefined when none is given. @throws InquestError "cli/usage" for a limit that there is not.
 */
export function readInspectLimits(line: CommandLine): InspectLimits | undefined {
  const given = line.values("limit");
  if (given.length === 0 || COUNTING.includes(line.verb)) return undefined;
  const limits = given.map((word) => {
    const [, name, value] = /^(\w+)=(\d+)$/u.exec(word) ?? [];
    if (name === undefined || !Object.hasOwn(InspectLimits.shape, name))
      throw usageError(
        `--limit takes NAME=NUMBER, and "${word}" is none. Names: ${Object.keys(InspectLimits.shape).join(", ")}.`,
      );
    return [name, Number(value)];
  });
  const parsed = InspectLimits.safeParse(Object.fromEntries(limits));
  if (!parsed.success)
    throw usageError(`--limit: ${given.join(", ")} is out of range; it must be 1 or more.`);
  return parsed.data;
}

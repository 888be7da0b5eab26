/** `--engine`: who brings pairs together and adds their weights. The links are the same. */
import { createDuckDbEngine, linkOnThreads } from "../engines/index.ts";
import {
  type LinkEngine,
  type LinkInput,
  type LinkResult,
  type LinkSettings,
  linkRecordsOn,
  type PairJudgement,
} from "../linkage/index.ts";
import { usageError } from "./arguments.ts";
import type { CommandContext } from "./context.ts";

const ENGINES: Readonly<Record<string, () => LinkEngine>> = { duckdb: () => createDuckDbEngine() };

export type Linker = (
  input: LinkInput,
  settings: LinkSettings,
  judgements: readonly PairJudgement[],
) => Promise<LinkResult>;

/** The linker that the command line asks for. @throws InquestError "cli/usage" for an engine that there is not. */
export function chosenLinker({ line, progress }: CommandContext): Linker {
  const name = line.value("engine");
  if (name === undefined) {
    return (input, settings, judgements) => linkOnThreads(input, settings, judgements, progress);
  }
  const create = Object.hasOwn(ENGINES, name) ? ENGINES[name] : undefined;
  if (create === undefined) {
    throw usageError(
      `There is no engine "${name}"; there is ${Object.keys(ENGINES).join(", ")}. Without --engine Inquest links in its own process, with the same result.`,
    );
  }
  return (input, settings, judgements) => linkRecordsOn(create(), input, { settings, judgements, progress });
}

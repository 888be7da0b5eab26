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

/**
 * The engine that the command line asks for; undefined for this process.
 *
 * @throws InquestError "cli/usage" for an engine that there is not.
 */
export function chosenEngine({ line }: CommandContext): LinkEngine | undefined {
  const name = line.value("engine");
  if (name === undefined) return undefined;
  const create = Object.hasOwn(ENGINES, name) ? ENGINES[name] : undefined;
  if (create === undefined) {
    throw usageError(
      `There is no engine "${name}"; there is ${Object.keys(ENGINES).join(", ")}. Without --engine Inquest links in its own process, with the same result.`,
    );
  }
  return create();
}

/** What links files. @throws InquestError as `chosenEngine` does. */
export function chosenLinker(context: CommandContext): Linker {
  const engine = chosenEngine(context);
  const { progress } = context;
  return engine === undefined
    ? (input, settings, judgements) => linkOnThreads(input, settings, judgements, progress)
    : (input, settings, judgements) => linkRecordsOn(engine, input, { settings, judgements, progress });
}

/** `inquest add`: files and folders sealed as sources. */
import { basename, relative, resolve } from "node:path";
import {
  type FileOutcome,
  findFilesToSeal,
  noteDuplicate,
  type OpenCase,
  sealFile,
  sealFiles,
} from "../case/index.ts";
import { InquestError } from "../core/index.ts";
import { readJobs, usageError } from "./arguments.ts";
import { type Command, type CommandContext, findCase } from "./context.ts";
import { tellInspection } from "./inspect-command.ts";
import { readUserFile, withCase } from "./write-commands.ts";

const NOT_ALL_SEALED = 3;

/** `inquest add FILE|FOLDER … [--seal] [--jobs N]`; `-` is standard input. */
export const add: Command = async (context) => {
  const { line, terminal, translate } = context;
  if (line.operands.length === 0) throw usageError("add needs one or more files or folders.");
  const [input, named] = [line.operands.includes("-"), line.operands.filter((path) => path !== "-")];
  const { files, refused } = findFilesToSeal(named.map((path) => resolve(context.cwd, path)));
  const isOnly = files.length + (input ? 1 : 0) === 1;
  const options = { isSecret: line.has("seal"), jobs: readJobs(line) };
  return withCase(context, findCase(context, undefined), async (opened) => {
    let left = refused.length;
    const tell = (outcome: FileOutcome) => {
      if (!("error" in outcome)) return tellSealed(context, outcome);
      // One file of many that cannot be sealed costs only itself.
      if (isOnly) throw outcome.error;
      terminal.err(`${outcome.error.message} (${outcome.error.code})\n`);
      left += 1;
    };
    if (input) tell(await sealInput(context, opened));
    for await (const outcome of sealFiles(opened, files, options)) tell(outcome);
    for (const { path, why } of refused)
      terminal.err(`${translate(`add.refused.${why}`, { file: showName(context, path) })}\n`);
    return left > 0 ? NOT_ALL_SEALED : 0;
  });
};

async function sealInput(context: CommandContext, opened: OpenCase): Promise<FileOutcome> {
  const path = "-";
  try {
    const file = { name: path, bytes: readUserFile(context, path) };
    const recorded = await sealFile(opened, file, { isSecret: context.line.has("seal") });
    const isNoted = recorded.existed && (await noteDuplicate(opened, recorded, basename(path)));
    return { path, ...recorded, isNoted };
  } catch (error) {
    if (!(error instanceof InquestError) || error.reaction !== "input") throw error;
    return { path, error };
  }
}

function tellSealed(
  context: CommandContext,
  { path, source, existed, isNoted }: Exclude<FileOutcome, { readonly error: InquestError }>,
): void {
  const words = isNoted ? "add.duplicate" : existed ? "add.again" : "add.done";
  const text = context.translate(words, { file: showName(context, path), source: source.id });
  context.terminal.out(`${text}\n`);
  if (!existed) tellInspection(context, source);
}

/** As the user would write it: from where they stand. */
function showName({ cwd }: CommandContext, path: string): string {
  return path === "-" ? path : relative(cwd, path) || path;
}

/** `inquest identity`: who a speaker is, sealed apart; read with `inquest reveal`, which is recorded. */
import { listIdentities, sealIdentity } from "../case/index.ts";
import { isolate } from "../core/index.ts";
import { usageError } from "./arguments.ts";
import { type Command, type CommandContext, findCase, namesCase, writeJson } from "./context.ts";
import { openForReading } from "./log-commands.ts";
import { readUserFile, withCase } from "./write-commands.ts";

/** `identity SPEAKER FILE|- --case DIR`, `identity [CASE]` to see of whom it is sealed. */
export const identity: Command = async (context) => {
  const { line, terminal, translate } = context;
  const [first, file, ...rest] = line.operands;
  if (rest.length > 0) throw usageError("identity takes a speaker and one file.");
  if (file === undefined) return list(context, first);
  if (first === undefined) throw usageError("identity needs a speaker.");
  const text = readUserFile(context, file);
  return withCase(context, findCase(context, undefined), async (opened) => {
    const { speaker, inOpen } = await sealIdentity(opened, { speaker: first, identity: text });
    if (line.has("json")) writeJson(context, { speaker, inOpen });
    else terminal.out(`${translate("identity.done", { speaker })}\n`);
    if (inOpen.length > 0)
      terminal.err(`${translate("identity.in-open", { speaker, words: inOpen.map(isolate).join(", ") })}\n`);
    // The plain file is out of the program's reach.
    if (file !== "-") terminal.err(`${translate("identity.file-stays", { file })}\n`);
    return 0;
  });
};

async function list(context: CommandContext, first: string | undefined): Promise<number> {
  const { line, terminal, translate } = context;
  const isCase = first === undefined || (namesCase(context, first) && line.value("case") === undefined);
  if (!isCase)
    throw usageError("identity needs a speaker, and a file that says who it is (- for standard input).");
  const opened = await openForReading(context, findCase(context, first));
  try {
    const identities = listIdentities(opened);
    if (line.has("json")) writeJson(context, { identities });
    else if (identities.length === 0) terminal.out(`${translate("identity.none")}\n`);
    else
      for (const { speaker, item, isShredded } of identities)
        terminal.out(
          `${translate(isShredded ? "identity.shredded" : "identity.sealed", { speaker, item })}\n`,
        );
    return 0;
  } finally {
    await opened.close();
  }
}

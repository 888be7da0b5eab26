/** Commands about allegations: which may be told, and letting one be told or closing it again. */
import {
  type AllegationsView,
  type OpenCase,
  openCase,
  readCase,
  releaseAllegation,
  restrictAllegation,
} from "../case/index.ts";
import { InquestError, toVisibleText } from "../core/index.ts";
import { usageError } from "./arguments.ts";
import { type Command, type CommandContext, findCase, writeJson } from "./context.ts";
import { withCase } from "./write-commands.ts";

/** `inquest allegations [CASE] [--json]`, `allegations release STATEMENT --why "…"`, `allegations restrict STATEMENT --why "…"`. */
export const allegations: Command = (context) => {
  const { line } = context;
  const [word, statement] = line.operands;
  if (statement !== undefined) return decide(context, word, statement);
  return list(context, findCase(context, word));
};

async function list(context: CommandContext, dir: string): Promise<number> {
  const { line, surroundings, progress } = context;
  const opened = await openCase({ dir, mode: "read", surroundings, progress });
  try {
    if (opened.state.sealedStatements.size > 0) await readSealed(opened);
    const view = (await readCase(opened)).allegations(line.language);
    if (line.has("json")) writeJson(context, view);
    else write(context, view);
    return 0;
  } finally {
    await opened.close();
  }
}

/** Those that are encrypted are counted as unread where nobody gives the passphrase. */
async function readSealed({ secrets, config }: OpenCase): Promise<void> {
  try {
    await secrets.unlock(config.id);
  } catch (error) {
    if (!(error instanceof InquestError) || error.code !== "case/key-needed") throw error;
  }
}

function decide(context: CommandContext, word: string | undefined, statement: string): Promise<number> {
  const { line, terminal, translate } = context;
  const why = line.value("why");
  const action = word === "release" || word === "restrict" ? word : null;
  if (action === null || why === undefined)
    throw usageError('allegations takes release or restrict with a statement and --why "…".');
  return withCase(context, findCase(context, undefined), async (opened) => {
    const act = action === "release" ? releaseAllegation : restrictAllegation;
    const id = await act(opened, { statement, why });
    terminal.out(`${translate(`allegation.${action}`, { statement, id })}\n`);
    return 0;
  });
}

function write(
  { terminal, translate }: CommandContext,
  { released, restricted, unread }: AllegationsView,
): void {
  for (const { statement, by, why, day } of released) {
    const { subject, standingText, propertyText, valueText, quote, source, key, id } = statement;
    terminal.out(`${toVisibleText(subject.name)}: ${toVisibleText(standingText)}\n`);
    terminal.out(`    ${propertyText}: ${toVisibleText(valueText)}\n`);
    terminal.out(`    “${toVisibleText(quote)}” · ${toVisibleText(source.name)} (${key ?? id})\n`);
    const told = {
      by: by.map((name) => toVisibleText(name)).join(" + "),
      why: toVisibleText(why),
      day,
    };
    terminal.out(`    ${translate("allegation.released-by", told)}\n`);
  }
  terminal.out(`${translate("allegation.kept", { count: restricted })}\n`);
  if (unread > 0) terminal.out(`${translate("allegation.unread", { count: unread })}\n`);
}

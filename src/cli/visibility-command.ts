/** `inquest visibility`: how much of a person may be shown outside, and what is still undecided. */
import { setVisibility, VISIBILITIES, viewVisibility } from "../case/index.ts";
import { usageError } from "./arguments.ts";
import { type Command, type CommandContext, findCase, namesCase, writeJson } from "./context.ts";
import { openForReading } from "./log-commands.ts";
import { withCase } from "./write-commands.ts";

/** `visibility WHAT … --show full|name|initials|counted|withheld --why "…"`, `visibility` to see what is decided. */
export const visibility: Command = (context) => {
  const { line, terminal, translate } = context;
  const [first] = line.operands;
  const isCase = namesCase(context, first) && line.value("case") === undefined;
  if (first === undefined || isCase) return showVisibility(context, first);
  const shown = VISIBILITIES.find((known) => known === line.value("show"));
  if (shown === undefined)
    throw usageError(`visibility needs --show ${VISIBILITIES.join("|")} and --why "…".`);
  return withCase(context, findCase(context, undefined), async (opened) => {
    const covers = await setVisibility(opened, {
      covers: [...line.operands],
      visibility: shown,
      why: line.value("why") ?? "",
      consent: line.value("consent"),
    });
    if (line.has("json")) writeJson(context, { covers, visibility: shown });
    else
      terminal.out(
        `${translate("visibility.set", { count: covers.length, what: covers.join(", "), how: translate(`visibility.${shown}`) })}\n`,
      );
    return 0;
  });
};

async function showVisibility(context: CommandContext, word: string | undefined): Promise<number> {
  const { line, terminal, translate } = context;
  const opened = await openForReading(context, findCase(context, word));
  try {
    const view = await viewVisibility(opened);
    if (line.has("json")) writeJson(context, view);
    else {
      for (const each of VISIBILITIES)
        terminal.out(
          `${translate("visibility.count", { count: view.counts[each], how: translate(`visibility.${each}`) })}\n`,
        );
      terminal.out(`${translate("visibility.undecided", { count: view.undecided })}\n`);
      for (const { list, persons } of view.lists)
        terminal.out(`  ${translate("visibility.list", { list, count: persons })}\n`);
      for (const { list, recordId } of view.lost)
        terminal.out(`! ${translate("visibility.lost", { row: `${list}:${recordId}` })}\n`);
    }
    return 0;
  } finally {
    await opened.close();
  }
}

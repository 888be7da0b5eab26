/** `inquest import FILE --propose`: a recipe as headings and values suggest it, for a person to look at and change. */
import { basename } from "node:path";
import { toDay, withdrawList } from "../case/index.ts";
import type { Sheet } from "../core/index.ts";
import { createInspector, isContainer, lookAtTable, toProblemText } from "../intake/index.ts";
import { usageError } from "./arguments.ts";
import { type Command, type CommandContext, findCase } from "./context.ts";
import { requireOperands } from "./operand-count.ts";
import { importCommand, readUserFile, withCase } from "./write-commands.ts";

/** `inquest import`, of a recipe or for one. */
export const importOrPropose: Command = (context) => {
  const [first, list, ...more] = context.line.operands;
  if (first === "withdraw" && list !== undefined && more.length === 0) return withdrawImport(context, list);
  // Only `withdraw` takes a second word, which its usage cannot say of the others.
  requireOperands("import", ["import FILE"], context.line);
  return context.line.has("propose") ? proposeRecipeOf(context) : importCommand(context);
};

/** Takes back the import of a list that was read by the wrong columns or does not belong into the case. */
function withdrawImport(context: CommandContext, name: string): Promise<number> {
  const { line, terminal, translate } = context;
  return withCase(context, findCase(context, undefined), async (opened) => {
    const { list, isEarlierStanding } = await withdrawList(opened, name, { why: line.value("why") });
    terminal.out(`${translate(isEarlierStanding ? "import.earlier" : "import.withdrawn", { list })}\n`);
    return 0;
  });
}

/** Writes the recipe to standard output, and what was noticed to the other; nothing is recorded. */
async function proposeRecipeOf(context: CommandContext): Promise<number> {
  const { line, terminal, surroundings, translate } = context;
  const [path] = line.operands;
  if (path === undefined) throw usageError("import --propose needs the file of the list.");
  const bytes = readUserFile(context, path);
  const fileName = basename(path);
  const { table, proposal } = lookAtTable({
    bytes,
    fileName,
    settings: {},
    sheets: await readSheets(bytes, fileName),
    today: toDay(surroundings.now()),
  });
  const list = {
    file: fileName,
    ...(table.sheet === null
      ? { encoding: table.encoding, delimiter: table.delimiter === "\t" ? "tab" : table.delimiter }
      : { sheet: table.sheet }),
    ...(isOnTop(table) ? {} : { headingRow: table.headingRow }),
    ...(proposal.id === null ? {} : { id: proposal.id }),
    fields: proposal.fields,
  };
  const name = line.value("list") ?? (fileName.replace(/\.[^.]*$/u, "") || fileName);
  terminal.out(`${JSON.stringify({ v: 1, lists: { [name]: list } }, null, 2)}\n`);
  for (const notice of table.notices)
    terminal.err(`${translate("import.notice", { text: toProblemText(notice, line.language) })}\n`);
  return 0;
}

/** Whether nothing that says anything stands above the column names. */
function isOnTop({ notices }: ReturnType<typeof lookAtTable>["table"]): boolean {
  return notices.every(({ code }) => code !== "intake/rows-above-heading");
}

/** The sheets of a workbook, read in the process for hostile files; undefined for what is a text, or no workbook. */
async function readSheets(bytes: Uint8Array, name: string): Promise<readonly Sheet[] | undefined> {
  if (!isContainer(bytes)) return undefined;
  const inspector = createInspector();
  try {
    const content = await inspector.read(bytes, { name });
    return content.kind === "workbook" ? content.sheets : undefined;
  } finally {
    inspector.close();
  }
}

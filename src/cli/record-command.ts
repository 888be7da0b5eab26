/** Commands that enter what a file says into a case that is there: statements about its sources, and subjects. */
import { basename } from "node:path";
import { enterStatements, nameSubjects, type StatementEntered } from "../case/index.ts";
import { toVisibleText } from "../core/index.ts";
import { usageError } from "./arguments.ts";
import { type Command, type CommandContext, findCase, writeJson } from "./context.ts";
import { readUserFile, withCase } from "./write-commands.ts";

/** `inquest record FILE … --case DIR [--json]`: statement files, in YAML or JSON, about sources of the case. */
export const record: Command = (context) => {
  const { line, terminal, translate } = context;
  const files = filesOf(context);
  if (files.length === 0) throw usageError("record needs a statement file.");
  return withCase(context, findCase(context, undefined), async (opened) => {
    const entered: StatementEntered[] = [];
    for (const { text, name } of files)
      for (const each of await enterStatements(opened, text, name)) entered.push(each);
    if (line.has("json")) writeJson(context, entered);
    else {
      const fresh = entered.filter(({ isNew }) => isNew).length;
      terminal.out(`${translate("record.done", { fresh, known: entered.length - fresh })}\n`);
      for (const { key, id, supersedes } of entered)
        if (supersedes !== null)
          terminal.out(`  ${translate("record.superseded", { statement: key ?? id, older: supersedes })}\n`);
    }
    return 0;
  });
};

/** `inquest name FILE … --case DIR [--json]`: what statements speak of, as in `subjects.yaml`. */
export const name: Command = (context) => {
  const { line, terminal, translate } = context;
  const files = filesOf(context);
  if (files.length === 0) throw usageError("name needs a file of subjects.");
  return withCase(context, findCase(context, undefined), async (opened) => {
    const named: Awaited<ReturnType<typeof nameSubjects>>[number][] = [];
    for (const { text, name: file } of files)
      for (const each of await nameSubjects(opened, text, file)) named.push(each);
    if (line.has("json")) writeJson(context, named);
    else {
      terminal.out(`${translate("name.done", { count: named.length })}\n`);
      for (const { id, wasNamed } of named)
        if (wasNamed !== null)
          terminal.out(`  ${translate("name.renamed", { id, name: toVisibleText(wasNamed) })}\n`);
    }
    return 0;
  });
};

function filesOf(context: CommandContext): readonly { readonly text: string; readonly name: string }[] {
  return context.line.operands.map((path) => ({
    text: new TextDecoder().decode(readUserFile(context, path)),
    name: basename(path),
  }));
}

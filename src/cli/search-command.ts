/** `inquest search WORDS …`: everything in a case in one query. */
import { toVisibleText } from "../core/index.ts";
import { usageError } from "./arguments.ts";
import { type Command, findCase, writeJson } from "./context.ts";
import { withReader } from "./read-commands.ts";

const HITS_SHOWN = 20;

/** `inquest search WORDS … --case DIR [--kind KIND] [--json]`. */
export const search: Command = (context) => {
  const { line, terminal, translate } = context;
  const q = line.operands.join(" ");
  if (q.trim() === "") throw usageError("search needs words.");
  return withReader(context, findCase(context, undefined), (reader) => {
    const view = reader.search({ q, kind: line.value("kind"), offset: 0, limit: HITS_SHOWN }, line.language);
    if (line.has("json")) {
      writeJson(context, view);
      return 0;
    }
    const kinds = view.facets.kind.map(({ value, count }) =>
      translate("appeal.facet", { value: value ?? "?", count }),
    );
    terminal.out(
      `${translate("search.found", { count: view.total })} ${kinds.join(translate("appeal.comma"))}\n`,
    );
    const { acts, shown, searchable } = view.upTo;
    const behind = acts - (searchable ?? shown);
    if (behind > 0) terminal.out(`${translate("search.behind", { count: behind })}\n`);
    for (const { kind, id, title, text } of view.hits) {
      terminal.out(`  ${toVisibleText(title)}  (${kind} ${id})\n`);
      if (text !== "") terminal.out(`    ${toVisibleText(text)}\n`);
    }
    return 0;
  });
};

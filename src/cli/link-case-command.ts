/** `inquest link --case DIR`: linking the lists of a case. */
import {
  fieldsApart,
  type LinkedLists,
  linkLists,
  linkOptionsOf,
  type OpenCase,
  rebuildCase,
} from "../case/index.ts";
import { parseRecipe } from "../intake/index.ts";
import type { LinkOptions } from "../linkage/index.ts";
import { usageError } from "./arguments.ts";
import { type Command, type CommandContext, findCase, writeJson } from "./context.ts";
import { chosenEngine } from "./link-engine.ts";
import { doubtLine, emptyListLines, fieldsApartLines, nothingComparedLine } from "./link-words.ts";
import { readUserFile, withCase } from "./write-commands.ts";

/** What the recipe of `--recipe` says under `link`; nothing without one. */
export function readLinkOptions(context: CommandContext): LinkOptions {
  const path = context.line.value("recipe");
  if (path === undefined) return {};
  const recipe = parseRecipe(new TextDecoder().decode(readUserFile(context, path)), path);
  return linkOptionsOf(recipe, path);
}

export const linkCase: Command = async (context) => {
  const { line, terminal } = context;
  const engine = chosenEngine(context);
  const options = readLinkOptions(context);
  return withCase(context, findCase(context, line.operands[0]), async (opened) => {
    const linked = await linkLists(opened, options, { isAskedToTrain: line.has("train"), engine });
    if (linked === null) throw usageError("The case holds no list of persons. Import one first.");
    await rebuildCase(opened);
    const apart = linked.candidatePairs === null ? [] : fieldsApart(personLists(opened));
    for (const said of [...emptyListLines(context, linked.emptyLists), ...fieldsApartLines(context, apart)])
      terminal.err(`${said}\n`);
    // What was linked so before said it then.
    if (linked.candidatePairs !== null)
      for (const said of nothingComparedLine(context, { candidatePairs: linked.candidatePairs }))
        terminal.err(`${said}\n`);
    if (line.has("json")) writeJson(context, linked);
    else terminal.out(`${linkedLines(context, linked, engine?.name ?? null).join("\n")}\n`);
    return 0;
  });
};

function personLists({ state }: OpenCase) {
  return [...state.lists.values()].flatMap(({ value }) => (value.of === "persons" ? [value] : []));
}

/** @param asked - the engine that was asked for; null for none. */
function linkedLines(context: CommandContext, linked: LinkedLists, asked: string | null): string[] {
  const { translate } = context;
  const { records, persons, pairs, needsReview, doubt, judged, contradicted } = linked;
  const { rescored, takenOver, whyTrained, existed } = linked;
  return [
    translate("link.done", { records, persons, pairs, review: needsReview }),
    existed
      ? translate("link.existed")
      : whyTrained === null
        ? translate("link.again", { rescored, takenOver })
        : translate(`link.trained.${whyTrained}`, { rescored }),
    ...(asked === null || existed
      ? []
      : [translate(linked.engine === null ? "link.engine-idle" : "link.engine", { engine: asked })]),
    ...(judged === 0 ? [] : [translate("link.judged", { judged, contradicted })]),
    ...(doubt === null ? [] : [doubtLine(context, doubt)]),
    ...(needsReview + contradicted === 0 ? [] : [translate("link.next")]),
  ];
}

/** `inquest mention`: people of whom sources speak without saying who they are, and who they are held to be. */
import { resolveMention } from "../case/index.ts";
import { toVisibleText } from "../core/index.ts";
import { usageError } from "./arguments.ts";
import { type Command, type CommandContext, findCase, writeJson } from "./context.ts";
import { withReader } from "./read-commands.ts";
import { withCase } from "./write-commands.ts";

/** `inquest mention MENTION is PERSON --why "…"`, `mention MENTION open --why "…"`, `mention` to list them. */
export const mention: Command = (context) => {
  const { line, terminal, translate } = context;
  const [word, what, ...name] = line.operands;
  if (word === undefined) return listMentions(context);
  const as = what === "open" ? null : name.join(" ");
  if ((what !== "is" && what !== "open") || as === "")
    throw usageError("mention needs: MENTION is PERSON, or MENTION open.");
  return withCase(context, findCase(context, undefined), async (opened) => {
    const resolved = await resolveMention(opened, { mention: word, as, reason: line.value("why") });
    const key = resolved.as === null ? "mention.opened" : "mention.resolved";
    terminal.out(`${translate(key, { mention: resolved.mention, as: resolved.as ?? "" })}\n`);
    return 0;
  });
};

function listMentions(context: CommandContext): Promise<number> {
  const { line, terminal, translate } = context;
  return withReader(context, findCase(context, undefined), (reader) => {
    const mentions = reader.mentions(line.language);
    if (line.has("json")) writeJson(context, mentions);
    else if (mentions.length === 0) terminal.out(`${translate("mention.none")}\n`);
    else
      for (const { mention: said, as, reason, by, statements } of mentions) {
        const who =
          as === null
            ? translate("mention.undecided")
            : translate("mention.decided", {
                as: toVisibleText(as.name),
                reason: toVisibleText(reason ?? ""),
                by: toVisibleText(by ?? ""),
              });
        const count = translate("mention.statements", { count: statements });
        terminal.out(`${said.id}  ${toVisibleText(said.name)} · ${count}\n    ${who}\n`);
      }
    return 0;
  });
}

/** `inquest access`: for whom a source is. */
import { SOURCE_ACCESS, setSourceAccess } from "../case/index.ts";
import { usageError } from "./arguments.ts";
import { type Command, findCase, writeJson } from "./context.ts";
import { withCase } from "./write-commands.ts";

/** `access SOURCE --to open|team --why "…" --case DIR`. */
export const access: Command = (context) => {
  const { line, terminal, translate } = context;
  const [source, ...rest] = line.operands;
  if (source === undefined || rest.length > 0)
    throw usageError("access takes one source, by id, key or file name.");
  const to = SOURCE_ACCESS.find((known) => known === line.value("to"));
  if (to === undefined) throw usageError(`access needs --to ${SOURCE_ACCESS.join("|")} and --why "…".`);
  return withCase(context, findCase(context, undefined), async (opened) => {
    const id = await setSourceAccess(opened, source, { access: to, why: line.value("why") ?? "" });
    if (line.has("json")) writeJson(context, { source: id, access: to });
    else terminal.out(`${translate(`access.${to}`, { source: id })}\n`);
    return 0;
  });
};

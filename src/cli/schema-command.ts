/** `inquest schema`: what the files of a case may hold, for editors and for other programs. */
import { FILE_SCHEMAS, isSchemaName } from "../case/index.ts";
import { usageError } from "./arguments.ts";
import type { Command } from "./context.ts";

/** `inquest schema case|subjects|statements|findings`: a JSON Schema on standard output. */
export const schema: Command = async ({ line, terminal }) => {
  const [name] = line.operands;
  if (name === undefined || !isSchemaName(name))
    throw usageError(`schema needs one of ${Object.keys(FILE_SCHEMAS).join(", ")}: the file it is for.`);
  terminal.out(`${JSON.stringify(FILE_SCHEMAS[name](), null, 2)}\n`);
  return 0;
};

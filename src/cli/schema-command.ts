/** `inquest schema`: what the files of a case may hold, and the HTTP interface, for editors and for other programs. */
import { FILE_SCHEMAS, isSchemaName } from "../case/index.ts";
import { openApiDocument } from "../server/index.ts";
import { usageError } from "./arguments.ts";
import { type Command, writeJson } from "./context.ts";

/** The name under which the HTTP interface is asked for. */
const API = "api";

/** `inquest schema case|subjects|statements|findings|provenance`: a JSON Schema on standard output; `inquest schema api`: OpenAPI. */
export const schema: Command = async (context) => {
  const [name] = context.line.operands;
  if (name === API) writeJson(context, openApiDocument());
  else if (name !== undefined && isSchemaName(name)) writeJson(context, FILE_SCHEMAS[name]());
  else {
    const names = [...Object.keys(FILE_SCHEMAS), API].join(", ");
    throw usageError(`schema needs one of ${names}: the file it is for, or the HTTP interface.`);
  }
  return 0;
};

/** `inquest estimate --table`: estimates from plain files of counts, without a case. */
import { basename } from "node:path";
import { silentProgress } from "../core/index.ts";
import { diagnoseTable } from "../estimate/index.ts";
import { type Command, writeJson } from "./context.ts";
import { writeDiagnostics } from "./diagnostics-text.ts";
import { estimateGroups, estimateLinkages } from "./estimate-many-command.ts";
import { readFileOptions } from "./estimate-options.ts";
import { prepareOutputs, writeOutputs } from "./estimate-outputs.ts";
import { estimateNamed, exitCodeOf, readTable } from "./estimate-table.ts";
import { writeReport } from "./estimate-text.ts";
import { readSaidOfLists, tellOutside, withSaid } from "./said-of-lists.ts";

/**
 * `inquest estimate --table counts.csv [--methods a,b] [--model [12,3] | --bootstrap N [--seed N]] [--strata place,period]
 * [--rounds N] [--classes K] [--merge A,B] [--provenance lists.yaml] [--diagnose] [--plots DIR] [--reproduce DIR] [--json]`; several `--table` are the same people under several
 * linkages. Ends with 5 where every method was refused.
 */
export const estimateFile: Command = async (given) => {
  // Who asks for JSON is a program: it is told nothing else.
  const context = given.line.has("json") ? { ...given, progress: silentProgress } : given;
  const { line } = context;
  const { paths, strata, ...asked } = readFileOptions(line);
  prepareOutputs(context);
  const [path = ""] = paths;
  if (strata.length > 0) return estimateGroups(context, { path, strata }, asked);
  if (paths.length > 1) return estimateLinkages(context, paths, asked);
  const said = readSaidOfLists(context);
  const read = readTable(context, path);
  const { table, known } = withSaid(read, said);
  tellOutside(context, said, read);
  const estimated = await estimateNamed(context, { name: basename(path), table, known }, asked);
  const { report } = estimated;
  const diagnostics = line.has("diagnose") ? diagnoseTable(table) : undefined;
  if (line.has("json")) writeJson(context, diagnostics === undefined ? report : { ...report, diagnostics });
  else {
    writeReport(context, report);
    if (diagnostics !== undefined) writeDiagnostics(context, diagnostics);
  }
  writeOutputs(context, { tables: [estimated], folders: [""], pictures: [] });
  return exitCodeOf([estimated]);
};

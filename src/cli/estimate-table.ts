/** One table of a file: read, checked and estimated; what is wrong with it is said with the name of its file. */
import { basename } from "node:path";
import { sampleChains, toChainEvent } from "../case/index.ts";
import { InquestError } from "../core/index.ts";
import {
  type CaptureTable,
  estimateWithPosteriors,
  keepUsableLists,
  type MethodName,
  parseCaptureTable,
  parseModelName,
} from "../estimate/index.ts";
import { decodeText, detectDelimiter, isBlankRow, readCsvRows } from "../intake/index.ts";
import type { CommandContext } from "./context.ts";
import type { FileOptions } from "./estimate-options.ts";
import type { EstimatedTable } from "./estimate-outputs.ts";
import type { ListedTable } from "./said-of-lists.ts";
import { readUserFile } from "./write-commands.ts";

/** Every method was refused: a person must decide what to do with such lists. */
const NO_NUMBER = 5;

/** 5 where no method gave a number of any table, else 0. */
export function exitCodeOf(done: readonly EstimatedTable[]): number {
  return done.some(({ report }) => report.methods.length > 0) ? 0 : NO_NUMBER;
}

/** @throws InquestError "estimate/…" that names the file. */
export function readTable(context: CommandContext, path: string): CaptureTable {
  const file = basename(path);
  const table = parseCaptureTable(readRows(context, path), { file });
  checkNamed(file, table);
  return table;
}

/** The rows of a file of values that hold anything. */
export function readRows(context: CommandContext, path: string): readonly (readonly string[])[] {
  const { text } = decodeText(readUserFile(context, path));
  return readCsvRows(text, detectDelimiter(text))
    .map((row) => row.cells)
    .filter((cells) => !isBlankRow(cells));
}

/** Before any table is estimated: who gives three must not wait for two to hear of the third. */
export function checkNamed(name: string, table: CaptureTable): void {
  naming(name, () => keepUsableLists(table));
}

export interface TableToEstimate extends ListedTable {
  readonly name: string;
}

/** What is asked of every table. */
export type AskedOfTables = Pick<FileOptions, "methods" | "loglinear" | "effort">;

/** Chains on threads first, then the report on this thread; the numbers do not depend on the threads. */
export async function estimateNamed(
  { progress, line }: CommandContext,
  { name, table, known }: TableToEstimate,
  { methods, loglinear, effort }: AskedOfTables,
): Promise<EstimatedTable> {
  const { model } = loglinear;
  // Chains run for minutes: a model that is none is said before them.
  if (model !== undefined) naming(name, () => parseModelName(model, table.lists.length));
  const sample = await sampleChains(table, {
    methods,
    effort: effort.latent,
    onProgress: (chains) => progress(toChainEvent(chains, name)),
  });
  const onMethod = (method: MethodName) =>
    progress({
      step: "case.estimate",
      done: Math.max(0, methods.indexOf(method)),
      total: methods.length,
      item: `${name}: ${method}`,
    });
  const options = {
    language: line.language,
    methods,
    known,
    ...loglinear,
    logitNormal: effort.logitNormal,
    onMethod,
  };
  const drawn = sample === null ? {} : { latentSample: sample };
  const outcome = naming(name, () => estimateWithPosteriors(table, { ...options, ...drawn }));
  return { name, table, sample, ...outcome };
}

function naming<T>(name: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof InquestError) || error.evidence.file !== undefined) throw error;
    const { code, reaction, message, evidence } = error;
    throw new InquestError({
      code,
      reaction,
      message: `${name}: ${message}`,
      cause: error,
      evidence: { ...evidence, file: name },
    });
  }
}

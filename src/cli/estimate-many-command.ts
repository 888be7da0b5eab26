/** Estimates of several tables and what they make together: groups of one file, or linkages of the same people. */
import { basename } from "node:path";
import {
  type CombinedPart,
  type CommonMethod,
  checkSameLists,
  combineStrata,
  combineTables,
  numbersOfPart,
  parseStrata,
} from "../estimate/index.ts";
import { type Part, pictureGroups, pictureLinkages } from "../plots/index.ts";
import { type CommandContext, writeJson } from "./context.ts";
import { requireEachOnce } from "./distinct-files.ts";
import { type EstimatedTable, writeOutputs } from "./estimate-outputs.ts";
import {
  type AskedOfTables,
  checkNamed,
  estimateNamed,
  exitCodeOf,
  readRows,
  readTable,
} from "./estimate-table.ts";
import { writeCombined, writeReport, writeTotal } from "./estimate-text.ts";
import { readSaidOfLists, tellOutside, withSaid } from "./said-of-lists.ts";

export interface GroupsInput {
  readonly path: string;
  readonly strata: readonly string[];
}

/** Each group by itself, then their total. */
export async function estimateGroups(
  context: CommandContext,
  { path, strata }: GroupsInput,
  asked: AskedOfTables,
): Promise<number> {
  const file = basename(path);
  const said = readSaidOfLists(context);
  const read = parseStrata(readRows(context, path), { by: strata, file });
  for (const { table } of read.slice(0, 1)) tellOutside(context, said, table);
  const groups = read.map(({ values, table }) => ({
    name: Object.values(values).join(", "),
    ...withSaid(table, said),
  }));
  for (const { name, table } of groups) checkNamed(`${file}, ${name}`, table);
  const done: EstimatedTable[] = [];
  for (const group of groups) done.push(await estimateNamed(context, group, asked));
  const parts = done.map((outcome): CombinedPart => {
    const isTooThin = outcome.report.warnings.some(
      ({ code }) => code === "STRATUM_TOO_SMALL" || code === "TWO_LISTS",
    );
    return { ...toCombinedPart(outcome), isTooThin };
  });
  const outcome = combineStrata(parts, { asked: asked.methods });
  const { total } = outcome;
  if (context.line.has("json")) {
    writeJson(context, { strata: done.map(({ name, report }) => ({ name, report })), ...outcome });
  } else {
    writeReports(context, done);
    writeTotal(context, outcome);
  }
  const { language } = context.line;
  const whole = total === null ? null : toWhole(total.point, total.interval);
  writeOutputs(context, {
    tables: done,
    folders: done.map((_, i) => `group-${i + 1}`),
    pictures:
      total === null || whole === null
        ? []
        : [pictureGroups({ language, parts: parts.map((part) => toRow(part, total)), total: whole })],
  });
  return exitCodeOf(done);
}

/** The same people under each linkage, then what the tables say together. */
export async function estimateLinkages(
  context: CommandContext,
  paths: readonly string[],
  asked: AskedOfTables,
): Promise<number> {
  // One linkage twice would pass for two that agree.
  requireEachOnce(
    context,
    paths.map((path) => ({ option: "--table", path })),
  );
  const said = readSaidOfLists(context);
  const read = paths.map((path) => ({ name: basename(path), table: readTable(context, path) }));
  const tables = read.map(({ name, table }) => ({ name, ...withSaid(table, said) }));
  for (const { table } of read.slice(0, 1)) tellOutside(context, said, table);
  checkSameLists(tables);
  const done: EstimatedTable[] = [];
  for (const table of tables) done.push(await estimateNamed(context, table, asked));
  const parts = done.map(toCombinedPart);
  const outcome = combineTables(parts, asked.methods);
  const { combined } = outcome;
  if (context.line.has("json")) {
    writeJson(context, { tables: done.map(({ report }) => report), ...outcome });
  } else {
    writeReports(context, done);
    writeCombined(context, outcome);
  }
  const { language } = context.line;
  const whole = combined === null ? null : toWhole(combined.point, combined.interval);
  writeOutputs(context, {
    tables: done,
    folders: done.map((_, i) => `linkage-${i + 1}`),
    pictures:
      combined === null || whole === null
        ? []
        : [
            pictureLinkages({
              language,
              parts: parts.map((part) => toRow(part, combined)),
              total: whole,
              tables: combined.replicates,
              linkageShare: combined.linkageShare,
            }),
          ],
  });
  return exitCodeOf(done);
}

function writeReports(context: CommandContext, done: readonly EstimatedTable[]): void {
  for (const { name, report } of done) {
    context.terminal.out(`${context.translate("estimate.group", { name })}\n`);
    writeReport(context, report);
    context.terminal.out("\n");
  }
}

function toCombinedPart({ name, posteriors, report }: EstimatedTable): CombinedPart {
  return { name, posteriors, seen: report.table.n };
}

/** A part as its row in a picture: the number that enters what is made of all. */
function toRow(part: CombinedPart, common: CommonMethod): Part {
  const numbers = numbersOfPart(part, common);
  return {
    name: part.name,
    counted: part.seen,
    point: numbers?.point ?? null,
    interval: numbers?.interval ?? null,
  };
}

/** A number with both ends, which a picture can show; null without one of them. */
function toWhole(
  point: number | null,
  interval: readonly [number, number | null] | null,
): { readonly point: number; readonly interval: readonly [number, number] } | null {
  const [low, high] = interval ?? [0, null];
  return point === null || high === null ? null : { point, interval: [low, high] };
}

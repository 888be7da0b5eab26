/** `inquest estimate --table`: estimates from plain files of counts, without a case. */
import { basename } from "node:path";
import { sampleChains, toChainEvent } from "../case/index.ts";
import { silentProgress } from "../core/index.ts";
import {
  ALL_METHODS,
  type CaptureTable,
  combineReplicates,
  combineStrata,
  diagnoseTable,
  estimateWithPosteriors,
  type LatentOptions,
  type MethodName,
  parseCaptureTable,
  parseStrata,
  type StratumPosterior,
  totalInterval,
  totalQuantile,
} from "../estimate/index.ts";
import { decodeText, detectDelimiter, isBlankRow, readCsvRows } from "../intake/index.ts";
import { type Part, pictureGroups, pictureLinkages } from "../plots/index.ts";
import { usageError } from "./arguments.ts";
import { type Command, type CommandContext, writeJson } from "./context.ts";
import { readLoglinearOptions } from "./estimate-options.ts";
import { type EstimatedTable, prepareOutputs, writeOutputs } from "./estimate-outputs.ts";
import { writeCombined, writeDiagnostics, writeReport, writeTotal } from "./estimate-text.ts";
import { readUserFile } from "./write-commands.ts";

/** Methods whose posteriors are combined over groups or linkages, the first that gave one. */
const COMBINED: readonly MethodName[] = ["ensemble", "lcmcr", "dga", "logitNormal"];

/** A table with several far peaks needs about so many: half a minute of two cores. */
const PATIENT_ROUNDS = 60_000;

/**
 * `inquest estimate --table counts.csv [--methods a,b] [--model [12,3] | --bootstrap N [--seed N]] [--strata place,period]
 * [--rounds N] [--diagnose] [--plots DIR] [--reproduce DIR] [--json]`; several `--table` are the same people under several
 * linkages.
 */
export const estimateFile: Command = async (given) => {
  // Who asks for JSON is a program: it is told nothing else.
  const context = given.line.has("json") ? { ...given, progress: silentProgress } : given;
  const { line } = context;
  const paths = line.values("table");
  const methods = readMethods(line.value("methods"));
  const strata = line.value("strata")?.split(",") ?? [];
  if (paths.length === 0) throw usageError("estimate needs --table counts.csv or --case DIR.");
  if (paths.length > 1 && strata.length > 0) {
    throw usageError(
      "--strata goes with one --table; several tables are several linkages of the same people.",
    );
  }
  prepareOutputs(context);
  if (strata.length > 0) return estimateGroups(context, { path: paths[0] ?? "", strata, methods });
  if (paths.length > 1) return estimateLinkages(context, paths, methods);
  const table = parseCaptureTable(readRows(context, paths[0] ?? ""), { file: basename(paths[0] ?? "") });
  const estimated = await estimate(context, { name: basename(paths[0] ?? ""), table, methods });
  const { report } = estimated;
  const diagnostics = line.has("diagnose") ? diagnoseTable(table) : undefined;
  if (line.has("json")) writeJson(context, diagnostics === undefined ? report : { ...report, diagnostics });
  else {
    writeReport(context, report);
    if (diagnostics !== undefined) writeDiagnostics(context, diagnostics);
  }
  writeOutputs(context, { tables: [estimated], folders: [""], pictures: [] });
  return 0;
};

interface GroupsInput {
  readonly path: string;
  readonly strata: readonly string[];
  readonly methods: readonly MethodName[];
}

async function estimateGroups(
  context: CommandContext,
  { path, strata, methods }: GroupsInput,
): Promise<number> {
  const groups = parseStrata(readRows(context, path), { by: strata, file: basename(path) });
  const done: EstimatedTable[] = [];
  for (const { values, table } of groups) {
    done.push(await estimate(context, { name: Object.values(values).join(", "), table, methods }));
  }
  const parts = done.map((outcome) => {
    const bears = !outcome.report.warnings.some(
      ({ code }) => code === "STRATUM_TOO_SMALL" || code === "TWO_LISTS",
    );
    const posterior = bears ? combinedPosterior(outcome) : null;
    return { name: outcome.name, posterior, seen: outcome.report.table.n };
  });
  const total = combineStrata(parts);
  if (context.line.has("json")) {
    writeJson(context, { strata: done.map(({ name, report }) => ({ name, report })), total });
  } else {
    for (const { name, report } of done) {
      context.terminal.out(`${context.translate("estimate.group", { name })}\n`);
      writeReport(context, report);
      context.terminal.out("\n");
    }
    writeTotal(context, total);
  }
  const language = context.line.language;
  writeOutputs(context, {
    tables: done,
    folders: done.map((_, i) => `group-${i + 1}`),
    pictures: [pictureGroups({ language, parts: parts.map(toPart), total })],
  });
  return 0;
}

async function estimateLinkages(
  context: CommandContext,
  paths: readonly string[],
  methods: readonly MethodName[],
): Promise<number> {
  const outcomes: EstimatedTable[] = [];
  for (const path of paths) {
    const name = basename(path);
    const table = parseCaptureTable(readRows(context, path), { file: name });
    outcomes.push(await estimate(context, { name, table, methods }));
  }
  const posteriors = outcomes.map(combinedPosterior).filter((posterior) => posterior !== null);
  const combined = combineReplicates(posteriors);
  if (context.line.has("json")) {
    writeJson(context, { tables: outcomes.map(({ report }) => report), combined });
  } else {
    for (const { name, report } of outcomes) {
      context.terminal.out(`${context.translate("estimate.group", { name })}\n`);
      writeReport(context, report);
      context.terminal.out("\n");
    }
    writeCombined(context, combined, outcomes.length);
  }
  const parts = outcomes.map((outcome) =>
    toPart({ name: outcome.name, posterior: combinedPosterior(outcome), seen: outcome.report.table.n }),
  );
  const { language } = context.line;
  writeOutputs(context, {
    tables: outcomes,
    folders: outcomes.map((_, i) => `linkage-${i + 1}`),
    pictures: [
      pictureLinkages({
        language,
        parts,
        total: combined,
        tables: combined.replicates,
        linkageShare: combined.linkageShare,
      }),
    ],
  });
  return 0;
}

interface TableToEstimate {
  readonly name: string;
  readonly table: CaptureTable;
  readonly methods: readonly MethodName[];
}

/** Chains on threads first, then the report on this thread; the numbers do not depend on the threads. */
async function estimate(
  { progress, line }: CommandContext,
  { name, table, methods }: TableToEstimate,
): Promise<EstimatedTable> {
  // Before anything is sampled: a bad option is told at once.
  const asked = { language: line.language, methods, ...readLoglinearOptions(line, methods) };
  const sample = await sampleChains(table, {
    methods,
    effort: readEffort(line.value("rounds")),
    onProgress: (chains) => progress(toChainEvent(chains, name)),
  });
  const onMethod = (method: MethodName) =>
    progress({
      step: "case.estimate",
      done: Math.max(0, methods.indexOf(method)),
      total: methods.length,
      item: `${name}: ${method}`,
    });
  const drawn = sample === null ? {} : { latentSample: sample };
  const outcome = estimateWithPosteriors(table, { ...asked, ...drawn, onMethod });
  return { name, table, sample, ...outcome };
}

/** A group or a linkage as its row in a picture: the number that enters the total. */
function toPart({ name, posterior, seen }: StratumPosterior): Part {
  return {
    name,
    counted: seen,
    point: posterior === null ? null : totalQuantile(posterior, 0.5),
    interval: posterior === null ? null : totalInterval(posterior),
  };
}

function combinedPosterior({ posteriors }: Pick<EstimatedTable, "posteriors">) {
  for (const name of COMBINED) {
    const posterior = posteriors.get(name);
    if (posterior !== undefined) return posterior;
  }
  return null;
}

function readMethods(text: string | undefined): readonly MethodName[] {
  if (text === undefined || text === "all") return ALL_METHODS;
  return text.split(",").map((word) => {
    const name = ALL_METHODS.find((method) => method === word.trim());
    if (name === undefined) {
      throw usageError(`There is no method "${word.trim()}"; there are ${ALL_METHODS.join(", ")}, and all.`);
    }
    return name;
  });
}

/** Rounds of each chain at most, while chains disagree. */
function readEffort(text: string | undefined): LatentOptions {
  if (text === undefined) return { mostRounds: PATIENT_ROUNDS };
  if (!/^[1-9]\d{1,6}$/u.test(text)) {
    throw usageError(`--rounds takes a number of rounds from 10 to 9,999,999; "${text}" is none.`);
  }
  const mostRounds = Number(text);
  return { mostRounds, firstRounds: Math.min(1500, mostRounds) };
}

function readRows(context: CommandContext, path: string): readonly (readonly string[])[] {
  const { text } = decodeText(readUserFile(context, path));
  return readCsvRows(text, detectDelimiter(text))
    .map((row) => row.cells)
    .filter((cells) => !isBlankRow(cells));
}

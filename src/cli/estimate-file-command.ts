/** `inquest estimate --table`: estimates from plain files of counts, without a case. */
import { basename } from "node:path";
import { sampleChains } from "../case/index.ts";
import {
  ALL_METHODS,
  type CaptureTable,
  type CombinedReplicates,
  type CombinedTotal,
  combineReplicates,
  combineStrata,
  diagnoseTable,
  type EstimateReport,
  estimateWithPosteriors,
  type LatentOptions,
  type MethodName,
  parseCaptureTable,
  parseStrata,
  type ReportWithPosteriors,
} from "../estimate/index.ts";
import { decodeText, detectDelimiter, isBlankRow, readCsvRows } from "../intake/index.ts";
import { usageError } from "./arguments.ts";
import { type Command, type CommandContext, writeJson } from "./context.ts";
import { readLoglinearOptions, writeBootstrap } from "./estimate-options.ts";
import { readUserFile } from "./write-commands.ts";

/** Methods whose posteriors are combined over groups or linkages, the first that gave one. */
const COMBINED: readonly MethodName[] = ["ensemble", "lcmcr", "dga", "logitNormal"];

/** A table with several far peaks needs about so many: half a minute of two cores. */
const PATIENT_ROUNDS = 60_000;

/**
 * `inquest estimate --table counts.csv [--methods a,b] [--model [12,3] | --bootstrap N [--seed N]] [--strata place,period]
 * [--rounds N] [--diagnose] [--json]`; several `--table` are the same people under several linkages.
 */
export const estimateFile: Command = async (context) => {
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
  if (strata.length > 0) return estimateGroups(context, { path: paths[0] ?? "", strata, methods });
  if (paths.length > 1) return estimateLinkages(context, paths, methods);
  const table = parseCaptureTable(readRows(context, paths[0] ?? ""), { file: basename(paths[0] ?? "") });
  const { report } = await estimate(context, table, methods);
  const diagnostics = line.has("diagnose") ? diagnoseTable(table) : undefined;
  if (line.has("json")) writeJson(context, diagnostics === undefined ? report : { ...report, diagnostics });
  else {
    writeReport(context, report);
    if (diagnostics !== undefined) writeDiagnostics(context, diagnostics);
  }
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
  const done: { name: string; outcome: ReportWithPosteriors }[] = [];
  for (const { values, table } of groups) {
    const name = Object.values(values).join(", ");
    done.push({ name, outcome: await estimate(context, table, methods, name) });
  }
  const parts = done.map(({ name, outcome }) => {
    const bears = !outcome.report.warnings.some(
      ({ code }) => code === "STRATUM_TOO_SMALL" || code === "TWO_LISTS",
    );
    const posterior = bears ? combinedPosterior(outcome) : null;
    return { name, posterior, seen: outcome.report.table.n };
  });
  const total = combineStrata(parts);
  if (context.line.has("json")) {
    writeJson(context, {
      strata: done.map(({ name, outcome }) => ({ name, report: outcome.report })),
      total,
    });
    return 0;
  }
  for (const { name, outcome } of done) {
    context.terminal.out(`${context.translate("estimate.group", { name })}\n`);
    writeReport(context, outcome.report);
    context.terminal.out("\n");
  }
  writeTotal(context, total);
  return 0;
}

async function estimateLinkages(
  context: CommandContext,
  paths: readonly string[],
  methods: readonly MethodName[],
): Promise<number> {
  const outcomes: ReportWithPosteriors[] = [];
  for (const path of paths) {
    const table = parseCaptureTable(readRows(context, path), { file: basename(path) });
    outcomes.push(await estimate(context, table, methods, basename(path)));
  }
  const posteriors = outcomes.map(combinedPosterior).filter((posterior) => posterior !== null);
  const combined = combineReplicates(posteriors);
  if (context.line.has("json")) {
    writeJson(context, { tables: outcomes.map(({ report }) => report), combined });
    return 0;
  }
  outcomes.forEach(({ report }, i) => {
    context.terminal.out(`${context.translate("estimate.group", { name: basename(paths[i] ?? "") })}\n`);
    writeReport(context, report);
    context.terminal.out("\n");
  });
  writeCombined(context, combined, outcomes.length);
  return 0;
}

/** Chains on threads first, then the report on this thread; the numbers do not depend on the threads. */
async function estimate(
  context: CommandContext,
  given: CaptureTable,
  methods: readonly MethodName[],
  item?: string,
): Promise<ReportWithPosteriors> {
  const { progress, line } = context;
  const named = item === undefined ? {} : { item };
  const options = { language: line.language, methods, ...readLoglinearOptions(line, methods) };
  const onMethod = (name: MethodName) =>
    progress({
      step: "case.estimate",
      done: methods.indexOf(name),
      total: methods.length,
      item: item ?? name,
    });
  const latentSample = await sampleChains(given, {
    methods,
    effort: readEffort(line.value("rounds")),
    onChain: (done, total, remainingMs) =>
      progress({ step: "estimate.chains", done, total, remainingMs, ...named }),
  });
  const drawn = latentSample === null ? {} : { latentSample };
  return estimateWithPosteriors(given, { ...options, ...drawn, onMethod });
}

function combinedPosterior({ posteriors }: ReportWithPosteriors) {
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

function writeReport(context: CommandContext, report: EstimateReport): void {
  const { terminal, translate } = context;
  const { table, methods, warnings, refused } = report;
  terminal.out(`${translate("estimate.title", { n: table.n, lists: table.lists.length })}\n\n`);
  for (const { name, point, interval, kind, settings } of methods) {
    const range = interval === null ? "" : `  [${Math.floor(interval[0])} … ${Math.ceil(interval[1])}]`;
    const word = translate(kind === "lower bound" ? "estimate.lower-bound" : "estimate.point");
    terminal.out(`  ${name.padEnd(12)} ${String(Math.round(point)).padStart(9)}${range}  ${word}\n`);
    terminal.out(`    ${translate("estimate.assumption", { text: settings.assumption })}\n`);
    if ("bootstrap" in settings) writeBootstrap(context, settings);
  }
  terminal.out("\n");
  for (const { code, text } of warnings) terminal.out(`${translate("estimate.warning", { code, text })}\n`);
  for (const { name, code, text } of refused)
    terminal.out(`${translate("estimate.refused", { name, code, text })}\n`);
}

function writeTotal({ terminal, translate }: CommandContext, total: CombinedTotal): void {
  const [low, high] = total.interval;
  terminal.out(
    `${translate("estimate.total", { point: Math.round(total.point), low: Math.floor(low), high: Math.ceil(high) })}\n`,
  );
  if (total.withoutEstimate.length > 0) {
    terminal.out(`${translate("estimate.total.without", { names: total.withoutEstimate.join("; ") })}\n`);
  }
}

function writeCombined(
  { terminal, translate }: CommandContext,
  combined: CombinedReplicates,
  tables: number,
): void {
  const [low, high] = combined.interval;
  const params = {
    point: Math.round(combined.point),
    low: Math.floor(low),
    high: Math.ceil(high),
    tables: combined.replicates,
    share: Math.round(100 * combined.linkageShare),
  };
  terminal.out(`${translate("estimate.linkages", params)}\n`);
  if (combined.isFew) terminal.out(`${translate("estimate.linkages.few")}\n`);
  const missing = tables - combined.replicates;
  if (missing > 0) terminal.out(`${translate("estimate.linkages.missing", { missing })}\n`);
}

function writeDiagnostics(
  { terminal, translate }: CommandContext,
  { leaveOneOut, merged, predictedLists }: ReturnType<typeof diagnoseTable>,
): void {
  const numbers = (answers: (typeof leaveOneOut)[number]["answers"]) =>
    answers.map(({ name, point }) => `${name} ${point === null ? "–" : Math.round(point)}`).join("  ");
  terminal.out(`\n${translate("estimate.without-list")}\n`);
  for (const { lists, answers } of leaveOneOut) terminal.out(`  ${lists.join("+")}  ${numbers(answers)}\n`);
  terminal.out(`${translate("estimate.merged")}\n`);
  for (const { lists, answers } of merged) terminal.out(`  ${lists.join("+")}  ${numbers(answers)}\n`);
  terminal.out(`${translate("estimate.predicted")}\n`);
  for (const { list, size, answers } of predictedLists)
    terminal.out(`  ${list} = ${size}  ${numbers(answers)}\n`);
}

/** Estimates as lines of text. */
import { formatNumber } from "../core/index.ts";
import type { CombinedReplicates, CombinedTotal, diagnoseTable, EstimateReport } from "../estimate/index.ts";
import type { CommandContext } from "./context.ts";
import { writeBootstrap } from "./estimate-options.ts";

export function writeReport(context: CommandContext, report: EstimateReport): void {
  const { terminal, translate, line } = context;
  const number = (value: number) => formatNumber(value, line.language);
  const { table, methods, warnings, refused } = report;
  terminal.out(`${translate("estimate.title", { n: table.n, lists: table.lists.length })}\n\n`);
  for (const { name, point, interval, kind, settings } of methods) {
    // The interval first: a number that stands alone is read as if it were certain.
    const range =
      interval === null ? "–" : `[${number(Math.floor(interval[0]))} … ${number(Math.ceil(interval[1]))}]`;
    const word = translate(kind === "lower bound" ? "estimate.lower-bound" : "estimate.point");
    terminal.out(`  ${name.padEnd(12)} ${range.padEnd(21)} ${number(Math.round(point))}  ${word}\n`);
    terminal.out(`    ${translate("estimate.assumption", { text: settings.assumption })}\n`);
    if ("bootstrap" in settings) writeBootstrap(context, settings);
  }
  terminal.out("\n");
  for (const { code, text } of warnings) terminal.out(`${translate("estimate.warning", { code, text })}\n`);
  for (const { name, code, text } of refused)
    terminal.out(`${translate("estimate.refused", { name, code, text })}\n`);
}

export function writeTotal({ terminal, translate }: CommandContext, total: CombinedTotal): void {
  const [low, high] = total.interval;
  terminal.out(
    `${translate("estimate.total", { point: Math.round(total.point), low: Math.floor(low), high: Math.ceil(high) })}\n`,
  );
  if (total.withoutEstimate.length > 0) {
    terminal.out(`${translate("estimate.total.without", { names: total.withoutEstimate.join("; ") })}\n`);
  }
}

export function writeCombined(
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

export function writeDiagnostics(
  { terminal, translate, line }: CommandContext,
  { leaveOneOut, merged, predictedLists }: ReturnType<typeof diagnoseTable>,
): void {
  const numbers = (answers: (typeof leaveOneOut)[number]["answers"]) =>
    answers
      .map(
        ({ name, point }) =>
          `${name} ${point === null ? "–" : formatNumber(Math.round(point), line.language)}`,
      )
      .join("  ");
  terminal.out(`\n${translate("estimate.without-list")}\n`);
  for (const { lists, answers } of leaveOneOut) terminal.out(`  ${lists.join("+")}  ${numbers(answers)}\n`);
  terminal.out(`${translate("estimate.merged")}\n`);
  for (const { lists, answers } of merged) terminal.out(`  ${lists.join("+")}  ${numbers(answers)}\n`);
  terminal.out(`${translate("estimate.predicted")}\n`);
  for (const { list, size, answers } of predictedLists)
    terminal.out(`  ${list} = ${formatNumber(size, line.language)}  ${numbers(answers)}\n`);
}

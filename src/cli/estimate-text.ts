/** Estimates as lines of text. */
import type { EstimateView } from "../case/index.ts";
import { formatNumber } from "../core/index.ts";
import type {
  CommonMethod,
  EstimateReport,
  LoglinearSettings,
  TablesOutcome,
  TotalOutcome,
} from "../estimate/index.ts";
import type { CommandContext } from "./context.ts";
import { showOnOneLine } from "./terminal.ts";

export function writeReport(context: CommandContext, report: EstimateReport): void {
  const { terminal, translate } = context;
  const { table, methods, warnings, refused } = report;
  terminal.out(`${translate("estimate.title", { n: table.n, lists: table.lists.length })}\n\n`);
  for (const method of methods) {
    writeMethod(context, method);
    const { settings } = method;
    terminal.out(`    ${translate("estimate.assumption", { text: settings.assumption })}\n`);
    if ("model" in settings) terminal.out(`    ${translate("estimate.model", { model: settings.model })}\n`);
    if ("endErrors" in settings) writeEndErrors(context, settings.endErrors);
    if ("bootstrap" in settings) writeBootstrap(context, settings);
  }
  terminal.out("\n");
  writeCautions(context, { warnings, refused });
}

/** What a case recorded: each table with its lists, the assumption in the words of its people, and all of the above. */
export function writeCaseEstimates(context: CommandContext, { tables }: EstimateView): void {
  const { terminal, translate } = context;
  for (const table of tables) {
    const names = table.lists.map(({ name }) => showOnOneLine(name)).join(" · ");
    terminal.out(`${table.id}: ${translate("estimate.title", { n: table.n, lists: table.lists.length })}\n`);
    terminal.out(`  ${names}\n`);
    terminal.out(`  ${translate("estimate.assumption", { text: showOnOneLine(table.assumption) })}\n\n`);
    for (const method of table.methods) {
      writeMethod(context, method);
      const { assumption } = method.settings;
      if (typeof assumption === "string")
        terminal.out(`    ${translate("estimate.assumption", { text: assumption })}\n`);
      if (method.endErrors !== null) writeEndErrors(context, method.endErrors);
    }
    terminal.out("\n");
    for (const { text } of table.joined) terminal.out(`${showOnOneLine(text)}\n`);
    if (table.linkage !== null) terminal.out(`${table.linkage.text}\n`);
    writeCautions(context, table);
    terminal.out("\n");
  }
}

interface WrittenMethod {
  readonly name: string;
  readonly point: number;
  readonly interval: readonly [number, number] | null;
  readonly kind: string;
}

/** The interval first: a number that stands alone is read as if it were certain. */
function writeMethod(context: CommandContext, { name, point, interval, kind }: WrittenMethod): void {
  const { terminal, translate, line } = context;
  const word = translate(kind === "lower bound" ? "estimate.lower-bound" : "estimate.point");
  const number = formatNumber(Math.round(point), line.language);
  terminal.out(`  ${name.padEnd(12)} ${rangeIn(context, interval).padEnd(21)} ${number}  ${word}\n`);
}

/** Both ends rounded outward to whole people. */
export function rangeIn({ line }: CommandContext, interval: WrittenMethod["interval"]): string {
  if (interval === null) return "–";
  const [low, high] = [Math.floor(interval[0]), Math.ceil(interval[1])];
  return `[${formatNumber(low, line.language)} … ${formatNumber(high, line.language)}]`;
}

/** How far the ends would move with other draws, rounded up to whole people. */
function writeEndErrors(
  { terminal, translate }: CommandContext,
  { low, high }: { readonly low: number; readonly high: number },
): void {
  terminal.out(`    ${translate("estimate.end-errors", { low: Math.ceil(low), high: Math.ceil(high) })}\n`);
}

/** The stepwise model's bootstrap interval beside its profile interval; nothing when none was asked for. */
function writeBootstrap(context: CommandContext, { bootstrap }: Pick<LoglinearSettings, "bootstrap">): void {
  if (bootstrap === undefined) return;
  const { model, point, interval, profile, replicates, seed } = bootstrap;
  const params = { model, point: Math.round(point), replicates, seed: String(seed) };
  const ranges = { bootstrap: rangeIn(context, interval), profile: rangeIn(context, profile) };
  context.terminal.out(`    ${context.translate("estimate.bootstrap", { ...params, ...ranges })}\n`);
}

interface Cautions {
  readonly warnings: readonly {
    readonly code: string;
    readonly text: string;
    readonly join?: readonly string[];
  }[];
  readonly refused: EstimateView["tables"][number]["refused"];
}

function writeCautions({ terminal, translate }: CommandContext, { warnings, refused }: Cautions): void {
  for (const { code, text, join } of warnings) {
    terminal.out(`${translate("estimate.warning", { code, text })}\n`);
    if (join !== undefined) {
      // A list that is made of others is named by theirs, as --merge takes them.
      const option = `--merge ${join.flatMap((name) => name.split("+")).join(",")}`;
      terminal.out(`  ${translate("estimate.merge", { option: showOnOneLine(option) })}\n`);
    }
  }
  for (const { name, code, text } of refused)
    terminal.out(`${translate("estimate.refused", { name, code, text })}\n`);
}

export function writeTotal(context: CommandContext, { total, noTotal }: TotalOutcome): void {
  const { terminal, translate } = context;
  const say = (text: string) => terminal.out(`${text}\n`);
  if (noTotal !== null) say(translate(`estimate.total.${noTotal}`));
  if (total === null) return;
  const [low, high] = total.interval;
  const method = nameMethod(context, total);
  if (total.point === null || high === null) {
    say(translate("estimate.total.at-least", { low: Math.floor(low), method }));
  } else {
    const ends = { low: Math.floor(low), high: Math.ceil(high) };
    say(translate("estimate.total", { point: Math.round(total.point), ...ends, method }));
  }
  writeLeftOut(context, total);
  const { withoutPosterior, tooThin, countedLeftOut } = total;
  const namesOf = (groups: readonly string[]) => ({ names: showOnOneLine(groups.join("; ")) });
  if (withoutPosterior.length > 0) say(translate("estimate.total.without", namesOf(withoutPosterior)));
  if (tooThin.length > 0) say(translate("estimate.total.too-thin", namesOf(tooThin)));
  if (countedLeftOut > 0) say(translate("estimate.total.counted", { counted: countedLeftOut }));
}

export function writeCombined(context: CommandContext, { combined, noCombined }: TablesOutcome): void {
  const { terminal, translate } = context;
  const say = (text: string) => terminal.out(`${text}\n`);
  if (noCombined !== null) say(translate(`estimate.linkages.${noCombined}`));
  if (combined === null) return;
  const { interval, noInterval, point, replicates: tables } = combined;
  const params = { tables, method: nameMethod(context, combined) };
  if (interval === null) {
    say(translate("estimate.linkages.no-interval", params));
    if (noInterval !== null) say(translate(`estimate.linkages.${noInterval}`));
  } else {
    const ends = { low: Math.floor(interval[0]), high: Math.ceil(interval[1]) };
    const share = Math.round(100 * combined.linkageShare);
    say(translate("estimate.linkages", { ...params, point: Math.round(point), ...ends, share }));
  }
  if (combined.isFew) say(translate("estimate.linkages.few"));
  writeLeftOut(context, combined);
  if (combined.withoutPosterior.length > 0) {
    const names = showOnOneLine(combined.withoutPosterior.join("; "));
    say(translate("estimate.linkages.missing", { names }));
  }
}

function nameMethod({ translate }: CommandContext, { method, models }: CommonMethod): string {
  if (method !== "ensemble") return method;
  return translate("estimate.hull-of", { method, models: models.join(" · ") });
}

function writeLeftOut({ terminal, translate }: CommandContext, { modelsLeftOut }: CommonMethod): void {
  if (modelsLeftOut.length === 0) return;
  terminal.out(`${translate("estimate.models-left-out", { models: modelsLeftOut.join(" · ") })}\n`);
}

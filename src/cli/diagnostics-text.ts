/** How an estimate hangs on its lists and priors, as lines of text. */
import { formatNumber } from "../core/index.ts";
import type {
  Diagnostics,
  ListPrediction,
  PairDiagnostic,
  TableVariant,
  Variant,
} from "../estimate/index.ts";
import type { CommandContext } from "./context.ts";
import { rangeIn } from "./estimate-text.ts";
import { showOnOneLine } from "./terminal.ts";

export function writeDiagnostics(context: CommandContext, diagnostics: Diagnostics): void {
  writePairs(context, diagnostics);
  writeVariants(context, "estimate.without-list", diagnostics.leaveOneOut);
  writeVariants(context, "estimate.merged", diagnostics.merged);
  writePredictions(context, diagnostics.predictedLists);
  writePriors(context, diagnostics);
  writePredictive(context, diagnostics);
}

type Heading =
  | "estimate.pairs"
  | "estimate.without-list"
  | "estimate.merged"
  | "estimate.predicted"
  | "estimate.priors"
  | "estimate.grids"
  | "estimate.predictive";

/** A heading and its lines; nothing where there is none. */
function writeBlock(
  { terminal, translate }: CommandContext,
  heading: Heading,
  lines: readonly string[],
): void {
  if (lines.length === 0) return;
  terminal.out(`\n${translate(heading)}\n`);
  for (const text of lines) terminal.out(`  ${text}\n`);
}

function writePairs(context: CommandContext, { pairs }: Diagnostics): void {
  const { translate, line } = context;
  const lines = pairs.map(({ lists, both, oddsRatio, chapman }) =>
    translate("estimate.pair", {
      lists: namesOf(lists),
      both,
      ratio: showRatio(oddsRatio, line.language),
      chapman: Math.round(chapman),
    }),
  );
  writeBlock(context, "estimate.pairs", lines);
}

function showRatio(ratio: PairDiagnostic["oddsRatio"], language: CommandContext["line"]["language"]): string {
  if (ratio === null) return "–";
  return ratio === "infinite" ? "∞" : formatNumber(ratio, language);
}

function writeVariants(
  context: CommandContext,
  heading: "estimate.without-list" | "estimate.merged",
  variants: readonly TableVariant[],
): void {
  const lines = variants.map(
    ({ lists, answers }) =>
      `${namesOf(lists)}  ${answers.map((each) => showAnswer(context, each)).join("  ")}`,
  );
  writeBlock(context, heading, lines);
}

/** Each list with its number, what the others say of it, and whether that holds; then how often each method held. */
function writePredictions(context: CommandContext, predictions: readonly ListPrediction[]): void {
  const { translate } = context;
  const lines = predictions.map(({ list, size, answers }) => {
    const told = answers.map((answer) => {
      const text = showAnswer(context, answer);
      if (answer.holds === null) return text;
      return `${text} ${translate(answer.holds ? "estimate.predicted.holds" : "estimate.predicted.missed")}`;
    });
    return translate("estimate.predicted.list", { list: namesOf([list]), size, told: told.join("  ") });
  });
  writeBlock(context, "estimate.predicted", [...lines, ...verdictOf(context, predictions)]);
}

function verdictOf({ translate }: CommandContext, predictions: readonly ListPrediction[]): string[] {
  const judged = predictions.flatMap(({ answers }) => answers.filter(({ holds }) => holds !== null));
  const names = [...new Set(judged.map(({ name }) => name))];
  const scores = names.map((name) => {
    const own = judged.filter((each) => each.name === name);
    const held = own.filter(({ holds }) => holds === true).length;
    return {
      text: translate("estimate.predicted.score", { name, held, of: own.length }),
      isMissed: held < own.length,
    };
  });
  return [
    ...(scores.length === 0 ? [] : [scores.map(({ text }) => text).join("  ")]),
    ...(scores.some(({ isMissed }) => isMissed) ? [translate("estimate.predicted.verdict")] : []),
  ];
}

function writePriors(context: CommandContext, { priors, grids }: Diagnostics): void {
  const { translate } = context;
  const numbers = ({ point, interval }: Pick<Variant, "interval"> & { readonly point: number }) => ({
    range: rangeIn(context, interval),
    point: Math.round(point),
  });
  writeBlock(
    context,
    "estimate.priors",
    priors.map((each) => translate("estimate.prior", { delta: String(each.delta), ...numbers(each) })),
  );
  writeBlock(
    context,
    "estimate.grids",
    grids.map((each) =>
      each.times === null
        ? translate("estimate.grid.own", numbers(each))
        : translate("estimate.grid", { times: each.times, ...numbers(each) }),
    ),
  );
}

function writePredictive(context: CommandContext, { predictive }: Diagnostics): void {
  const { translate } = context;
  const lines = predictive.map(({ of, counted, expected, range }) => {
    const what =
      of.kind === "seen-on"
        ? translate("estimate.seen-on", { lists: of.lists })
        : translate("estimate.seen-on-both", { lists: namesOf(of.lists) });
    const text = translate("estimate.expected", { what, counted, expected, range: rangeIn(context, range) });
    const isOutside = counted < range[0] || counted > range[1];
    return isOutside ? `${text} ${translate("estimate.expected.outside")}` : text;
  });
  writeBlock(context, "estimate.predictive", lines);
}

/** The interval first, as everywhere; a dash where a method refuses. */
function showAnswer(context: CommandContext, { name, point, interval }: Variant): string {
  if (point === null) return `${name} –`;
  const range = interval === null ? "" : `${rangeIn(context, interval)} `;
  return `${name} ${range}${formatNumber(Math.round(point), context.line.language)}`;
}

function namesOf(lists: readonly string[]): string {
  return showOnOneLine(lists.join("+"));
}

/** What speaks against a log-linear estimate that is reported. */
import type { Writer } from "../messages.ts";
import type { PatternCounts } from "../pattern-counts.ts";
import type { EstimateWarning } from "../report.ts";
import { type HierarchicalModel, toListIndices } from "./hierarchical-model.ts";
import { findLeverage } from "./leverage.ts";
import type { ModelFit } from "./model-fit.ts";
import { MOST_LISTS_FOR_ALL_MODELS, type ModelSearch } from "./model-search.ts";

/** Models within this of the best BIC are hardly told apart by the data (Kass & Raftery 1995, JASA 90). */
const CLOSE_BIC = 6;

/** Close models that differ by more than this factor in N disagree. */
const DISAGREEMENT = 1.5;

/** One person who moves N by more than this share of it has too much leverage. */
const LEVERAGE_SHARE = 0.1;

/** Standard normal quantile 0.999: a deviance beyond it is no accident. */
const POOR_FIT_SCORE = 3.09;

export interface LoglinearWarningsInput {
  readonly table: PatternCounts;
  readonly lists: readonly string[];
  readonly writer: Writer;
  readonly search: ModelSearch;
  /** The fit whose estimate is reported: the best of the search, or one that was asked for. */
  readonly reported: ModelFit;
  /** Models among which the choice is made again without one person. */
  readonly rivals: readonly HierarchicalModel[];
}

export function warnOfLoglinear(input: LoglinearWarningsInput): readonly EstimateWarning[] {
  return [
    ...warnOfRefused(input),
    ...warnOfDisagreement(input),
    ...warnOfPoorFit(input),
    ...warnOfLeverage(input),
  ];
}

function warnOfRefused({ search, writer }: LoglinearWarningsInput): EstimateWarning[] {
  const cases = [
    ["MLE_DOES_NOT_EXIST", "no-estimate"],
    ["NOT_IDENTIFIABLE", "not-identifiable"],
  ] as const;
  return cases.flatMap(([code, existence]) => {
    const models = search.refusedBetter.filter((fit) => fit.existence === existence).map((fit) => fit.name);
    if (models.length === 0) return [];
    return [{ code, text: writer.write(`warning.${code}`, { models: writer.join(models.slice(0, 3)) }) }];
  });
}

function warnOfDisagreement({ search, writer }: LoglinearWarningsInput): EstimateWarning[] {
  const best = search.ranked[0]?.fit;
  if (best === undefined) return [];
  const close = search.ranked.map(({ fit }) => fit).filter((fit) => fit.bic <= best.bic + CLOSE_BIC);
  const low = close.reduce((least, fit) => (fit.point < least.point ? fit : least), best);
  const high = close.reduce((most, fit) => (fit.point > most.point ? fit : most), best);
  if (high.point <= DISAGREEMENT * low.point) return [];
  const text = writer.write("warning.MODELS_DISAGREE", {
    low: Math.round(low.point),
    lowModel: low.name,
    high: Math.round(high.point),
    highModel: high.name,
  });
  return [{ code: "MODELS_DISAGREE", text }];
}

/** Deviance against χ², by the cube-root normal approximation (Wilson & Hilferty 1931); not on sparse big tables. */
function warnOfPoorFit({ reported, table, writer }: LoglinearWarningsInput): EstimateWarning[] {
  const freedom = degreesOfFreedom(reported, table);
  if (freedom <= 0 || table.listCount > MOST_LISTS_FOR_ALL_MODELS) return [];
  const spread = 2 / (9 * freedom);
  const score = (Math.cbrt(reported.deviance / freedom) - 1 + spread) / Math.sqrt(spread);
  if (score <= POOR_FIT_SCORE) return [];
  const params = { model: reported.name, deviance: reported.deviance, freedom };
  return [{ code: "POOR_FIT", text: writer.write("warning.POOR_FIT", params) }];
}

function warnOfLeverage({
  table,
  lists,
  writer,
  reported,
  rivals,
}: LoglinearWarningsInput): EstimateWarning[] {
  // Beyond five lists a fit is no longer cheap: only the reported model is tried again, on a few patterns.
  const few = table.listCount > MOST_LISTS_FOR_ALL_MODELS;
  const models = few ? [reported.model] : rivals;
  const leverage = findLeverage({ table, reported, models, ...(few ? { most: 8 } : {}) });
  if (leverage === null) return [];
  const names = toListIndices(leverage.pattern).map((list) => lists[list] ?? "");
  const history = writer.join(names);
  if (leverage.point === null) {
    const text = writer.write("warning.SINGLE_CELL_LEVERAGE.lost", { history });
    return [{ code: "SINGLE_CELL_LEVERAGE", text }];
  }
  if (Math.abs(leverage.point - reported.point) <= LEVERAGE_SHARE * reported.point) return [];
  const [before, after] = [Math.round(reported.point), Math.round(leverage.point)];
  const text = writer.write("warning.SINGLE_CELL_LEVERAGE", { history, before, after });
  return [{ code: "SINGLE_CELL_LEVERAGE", text }];
}

/** Patterns that can be counted, less the parameters that a model spends on them. */
export function degreesOfFreedom(fit: ModelFit, table: PatternCounts): number {
  return table.counts.length - 1 - fit.parameterCount;
}

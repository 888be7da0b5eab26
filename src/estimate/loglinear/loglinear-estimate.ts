/** The log-linear entry of a report: the best model with a finite estimate, and what speaks against it. */
import type { Writer } from "../messages.ts";
import type { PatternCounts } from "../pattern-counts.ts";
import type { Estimate, EstimateRefusal, EstimateWarning, ModelLine } from "../report.ts";
import { toGenerators, toListIndices } from "./hierarchical-model.ts";
import { findLeverage } from "./leverage.ts";
import { averageModels } from "./model-average.ts";
import type { ModelFit } from "./model-fit.ts";
import {
  defaultMaxOrder,
  MOST_LISTS_FOR_ALL_MODELS,
  type ModelSearch,
  rankFits,
  searchAllModels,
  type WeightedFit,
} from "./model-search.ts";
import { profileInterval } from "./profile-interval.ts";
import { searchStepwise } from "./stepwise-search.ts";

export interface LoglinearInput {
  readonly table: PatternCounts;
  readonly lists: readonly string[];
  readonly writer: Writer;
  /** Largest interaction, in lists; by default all for 2 to 4 lists, pairs beyond. */
  readonly maxOrder?: number;
  /** How many models to name. */
  readonly topModels: number;
}

export interface LoglinearOutcome {
  readonly estimate: Extract<Estimate, { name: "loglinear" }> | null;
  readonly refused: readonly EstimateRefusal[];
  readonly warnings: readonly EstimateWarning[];
  /** The reported fit, for checks that look at its interactions. */
  readonly best: ModelFit | null;
}

/** Models within this of the best BIC are hardly told apart by the data (Kass & Raftery 1995, JASA 90). */
const CLOSE_BIC = 6;

/** Close models that differ by more than this factor in N disagree. */
const DISAGREEMENT = 1.5;

/** One person who moves N by more than this share of it has too much leverage. */
const LEVERAGE_SHARE = 0.1;

/** Standard normal quantile 0.999: a deviance beyond it is no accident. */
const POOR_FIT_SCORE = 3.09;

export function estimateLoglinear(input: LoglinearInput): LoglinearOutcome {
  const { table, writer } = input;
  const all = table.listCount <= MOST_LISTS_FOR_ALL_MODELS;
  const maxOrder = all
    ? Math.min(input.maxOrder ?? defaultMaxOrder(table.listCount), table.listCount - 1)
    : 2;
  const search = all ? searchAllModels(table, maxOrder) : rankFits(searchStepwise(table));
  const refused = explainRefusals(search, input);
  const best = search.ranked[0];
  if (best === undefined) return { estimate: null, refused, warnings: [], best: null };
  const profile = profileInterval(table, best.fit);
  const estimate = {
    name: "loglinear",
    point: best.fit.point,
    interval: profile?.interval ?? null,
    kind: "point estimate",
    settings: {
      assumption: writer.write("assumption.loglinear"),
      model: best.fit.name,
      generators: nameGenerators(best.fit, input.lists),
      criterion: "BIC",
      bic: best.fit.bic,
      weight: best.weight,
      interval: "multinomial profile likelihood",
      profileMode: profile?.mode ?? null,
      wald: best.fit.wald,
      search: all ? "all hierarchical models" : "stepwise pairs",
      maxOrder,
      modelsConsidered: search.considered,
      modelsWithoutEstimate: search.refusedCount + search.failedCount,
      modelAveraged: averageModels(search.ranked, table.total),
      models: search.ranked.slice(0, input.topModels).map((weighted) => toLine(weighted, input)),
    },
  } as const;
  return { estimate, refused, warnings: collectWarnings(search, best, input), best: best.fit };
}

function toLine({ fit, weight }: WeightedFit, { table, lists }: LoglinearInput): ModelLine {
  return {
    model: fit.name,
    generators: nameGenerators(fit, lists),
    point: fit.point,
    wald: fit.wald,
    bic: fit.bic,
    aic: fit.aic,
    deviance: fit.deviance,
    degreesOfFreedom: degreesOfFreedom(fit, table),
    weight,
  };
}

function degreesOfFreedom(fit: ModelFit, table: PatternCounts): number {
  return table.counts.length - 1 - fit.parameterCount;
}

function nameGenerators(fit: ModelFit, lists: readonly string[]): readonly (readonly string[])[] {
  return toGenerators(fit.model, lists.length).map((mask) =>
    toListIndices(mask).map((list) => lists[list] ?? ""),
  );
}

/** The best model without a finite estimate, where BIC puts it first or nothing else is left. */
function explainRefusals(search: ModelSearch, { writer }: LoglinearInput): readonly EstimateRefusal[] {
  const [first] = search.refusedBetter;
  if (first !== undefined) {
    const code = first.existence === "not-identifiable" ? "NOT_IDENTIFIABLE" : "MLE_DOES_NOT_EXIST";
    const text = writer.write(`refused.${code}`, { model: first.name, bic: first.bic });
    return [{ name: "loglinear", code, text }];
  }
  if (search.ranked.length > 0) return [];
  return [{ name: "loglinear", code: "NO_CONVERGENCE", text: writer.write("refused.NO_CONVERGENCE") }];
}

function collectWarnings(
  search: ModelSearch,
  best: WeightedFit,
  input: LoglinearInput,
): readonly EstimateWarning[] {
  return [
    ...warnOfRefused(search, input),
    ...warnOfDisagreement(search.ranked, best.fit, input),
    ...warnOfPoorFit(best.fit, input),
    ...warnOfLeverage(search.ranked, best.fit, input),
  ];
}

function warnOfRefused({ refusedBetter }: ModelSearch, { writer }: LoglinearInput): EstimateWarning[] {
  const cases = [
    ["MLE_DOES_NOT_EXIST", "no-estimate"],
    ["NOT_IDENTIFIABLE", "not-identifiable"],
  ] as const;
  return cases.flatMap(([code, existence]) => {
    const models = refusedBetter.filter((fit) => fit.existence === existence).map((fit) => fit.name);
    if (models.length === 0) return [];
    return [{ code, text: writer.write(`warning.${code}`, { models: writer.join(models.slice(0, 3)) }) }];
  });
}

function warnOfDisagreement(
  ranked: readonly WeightedFit[],
  best: ModelFit,
  { writer }: LoglinearInput,
): EstimateWarning[] {
  const close = ranked.map(({ fit }) => fit).filter((fit) => fit.bic <= best.bic + CLOSE_BIC);
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
function warnOfPoorFit(fit: ModelFit, { table, writer }: LoglinearInput): EstimateWarning[] {
  const freedom = degreesOfFreedom(fit, table);
  if (freedom <= 0 || table.listCount > MOST_LISTS_FOR_ALL_MODELS) return [];
  const spread = 2 / (9 * freedom);
  const score = (Math.cbrt(fit.deviance / freedom) - 1 + spread) / Math.sqrt(spread);
  if (score <= POOR_FIT_SCORE) return [];
  return [{ code: "POOR_FIT", text: writer.write("warning.POOR_FIT", { deviance: fit.deviance, freedom }) }];
}

function warnOfLeverage(
  ranked: readonly WeightedFit[],
  best: ModelFit,
  { table, lists, writer }: LoglinearInput,
): EstimateWarning[] {
  // Beyond five lists a fit is no longer cheap: only the reported model is tried again, on a few patterns.
  const few = table.listCount > MOST_LISTS_FOR_ALL_MODELS;
  const candidates = few ? [best] : ranked.slice(0, 10).map(({ fit }) => fit);
  const leverage = findLeverage({
    table,
    reported: best,
    models: candidates.map(({ model }) => model),
    ...(few ? { most: 8 } : {}),
  });
  if (leverage === null) return [];
  const names = toListIndices(leverage.pattern).map((list) => lists[list] ?? "");
  const history = writer.join(names);
  if (leverage.point === null) {
    const text = writer.write("warning.SINGLE_CELL_LEVERAGE.lost", { history });
    return [{ code: "SINGLE_CELL_LEVERAGE", text }];
  }
  if (Math.abs(leverage.point - best.point) <= LEVERAGE_SHARE * best.point) return [];
  const [before, after] = [Math.round(best.point), Math.round(leverage.point)];
  const text = writer.write("warning.SINGLE_CELL_LEVERAGE", { history, before, after });
  return [{ code: "SINGLE_CELL_LEVERAGE", text }];
}

/** One log-linear model on one table: its estimate of N, and how well it fits for what it costs. */

import type { Interval } from "../log-normal-interval.ts";
import { NORMAL_975 } from "../numeric/quantiles.ts";
import type { PatternCounts } from "../pattern-counts.ts";
import { type Existence, findSupport, type Support } from "./existence.ts";
import { type HierarchicalModel, toModelName, toTerms } from "./hierarchical-model.ts";
import { fitPoisson, type PoissonFit } from "./poisson-fit.ts";

export interface ModelFit {
  readonly model: HierarchicalModel;
  /** Generators by list number, such as `[123,14,34]`. */
  readonly name: string;
  /** `finite` is the only one whose `point` means anything. */
  readonly existence: Existence;
  readonly support: Support;
  readonly fit: PoissonFit;
  /** Terms of the model, those estimated as −∞ included. */
  readonly parameterCount: number;
  /** Poisson log likelihood at its supremum, constant included. */
  readonly logLikelihood: number;
  /** Twice the log-likelihood lost against a mean of its own for each pattern. */
  readonly deviance: number;
  readonly aic: number;
  /** −2 log L + p log n, n the people counted. */
  readonly bic: number;
  /** Estimated N: people counted plus exp of the intercept. */
  readonly point: number;
  /** N from the normal interval of the intercept: n + exp(α ∓ 1.96 se). */
  readonly wald: Interval;
}

/**
 * Fits the Poisson log-linear model n_w ~ Poisson(exp(Σ_{S ⊆ w} θ_S)) over all 2^J − 1 patterns, empty ones
 * included (Fienberg 1972, Biometrika 59; Cormack 1989, Biometrics 45).
 *
 * A model whose estimate of the unseen does not exist is fitted too: its fitted means for the seen cells are
 * unique, and its BIC shows whether the data prefer a model that cannot answer.
 *
 * @returns null when Newton's method fails, which exact existence leaves to rounding alone.
 */
export function fitModel(table: PatternCounts, model: HierarchicalModel): ModelFit | null {
  const terms = toTerms(model, table.listCount);
  const support = findSupport(table, terms);
  const fit = fitPoisson({
    counts: table.counts,
    margins: table.margins,
    cells: support.cells,
    terms: support.fittedTerms,
  });
  if (fit === null) return null;
  const logLikelihood = fit.logLikelihood + table.logConstant;
  const intercept = fit.coefficients[0] ?? 0;
  const half = NORMAL_975 * fit.interceptError;
  return {
    model,
    name: toModelName(model, table.listCount),
    existence: support.existence,
    support,
    fit,
    parameterCount: terms.length,
    logLikelihood,
    deviance: 2 * (table.saturatedLogLikelihood - logLikelihood),
    aic: 2 * terms.length - 2 * logLikelihood,
    bic: terms.length * Math.log(table.total) - 2 * logLikelihood,
    point: table.total + Math.exp(intercept),
    wald: [table.total + Math.exp(intercept - half), table.total + Math.exp(intercept + half)],
  };
}

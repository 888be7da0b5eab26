/** Which log-linear model to report: all hierarchical models up to five lists, stepwise beyond. */

import { toWeights } from "../numeric/log-sum-exp.ts";
import type { PatternCounts } from "../pattern-counts.ts";
import { listHierarchicalModels } from "./hierarchical-model.ts";
import { fitModel, type ModelFit } from "./model-fit.ts";

/** Up to this many lists every hierarchical model is fitted. */
export const MOST_LISTS_FOR_ALL_MODELS = 5;

export interface WeightedFit {
  readonly fit: ModelFit;
  /** exp(−ΔBIC/2), scaled to sum to 1 over all models with a finite estimate (Kass & Raftery 1995). */
  readonly weight: number;
}

export interface ModelSearch {
  /** Models with a finite estimate, best BIC first; ties keep the simpler, then the earlier. */
  readonly ranked: readonly WeightedFit[];
  /** Models that BIC puts before the first of `ranked` but that give no finite estimate, best first. */
  readonly refusedBetter: readonly ModelFit[];
  /** Models fitted in all. */
  readonly considered: number;
  /** Of those, the models without a finite estimate. */
  readonly refusedCount: number;
  /** Of those, the models whose fit did not converge. */
  readonly failedCount: number;
}

/** The largest interaction searched by default: all for 3 and 4 lists, pairs for 5. */
export function defaultMaxOrder(listCount: number): number {
  return listCount <= 4 ? Math.max(1, listCount - 1) : 2;
}

/** Fits every hierarchical model with interactions of at most `maxOrder` lists and ranks them by BIC. */
export function searchAllModels(table: PatternCounts, maxOrder: number): ModelSearch {
  const models = listHierarchicalModels(table.listCount, maxOrder);
  return rankFits(models.map((model) => fitModel(table, model)));
}

/** Ranks fits by BIC; null stands for a fit that did not converge. */
export function rankFits(attempts: readonly (ModelFit | null)[]): ModelSearch {
  const fits = attempts.filter((fit) => fit !== null);
  const byBic = [...fits].sort((a, b) => a.bic - b.bic || a.parameterCount - b.parameterCount);
  const finite = byBic.filter((fit) => fit.existence === "finite");
  const best = finite[0];
  const weights = toWeights(finite.map((fit) => -fit.bic / 2));
  return {
    ranked: finite.map((fit, i) => ({ fit, weight: weights[i] ?? 0 })),
    refusedBetter: byBic.filter(
      (fit) => fit.existence !== "finite" && (best === undefined || fit.bic < best.bic),
    ),
    considered: attempts.length,
    refusedCount: fits.length - finite.length,
    failedCount: attempts.length - fits.length,
  };
}

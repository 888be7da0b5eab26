/** Forward stepwise choice of pairwise interactions, for tables with more than five lists. */

import { poissonTail } from "../numeric/quantiles.ts";
import type { PatternCounts } from "../pattern-counts.ts";
import { toPairs } from "../two-lists.ts";
import type { HierarchicalModel } from "./hierarchical-model.ts";
import { fitModel, type ModelFit } from "./model-fit.ts";

/** The published default: a pair joins the model only below this one-sided probability. */
export const STEPWISE_THRESHOLD = 0.02;

/**
 * The models on the way from main effects to the last, in the order they were met.
 *
 * Each cycle compares, for every pair of lists outside the model, the people on both with what the model
 * expects; the pair with the least one-sided Poisson probability joins if that is below the threshold and the
 * larger model still has a finite estimate (Chan, Silverman & Vincent 2021, JASA 116, 1297–1306). Nothing is
 * removed again. Ties go to the first pair.
 *
 * @returns one model more than pairs added; empty when even main effects have no fit.
 */
export function searchStepwise(
  table: PatternCounts,
  threshold: number = STEPWISE_THRESHOLD,
): readonly ModelFit[] {
  const pairs = toPairs(table.listCount).map(([i, j]) => (1 << i) | (1 << j));
  const first = fitModel(table, { interactions: [] });
  if (first === null) return [];
  const path = [first];
  for (let current = first; ; ) {
    const next = extend({ table, current, pairs, threshold });
    if (next === null) return path;
    path.push(next);
    current = next;
  }
}

interface ExtendInput {
  readonly table: PatternCounts;
  readonly current: ModelFit;
  readonly pairs: readonly number[];
  readonly threshold: number;
}

/** The model with one pair more, or null when no pair is both surprising and estimable. */
function extend({ table, current, pairs, threshold }: ExtendInput): ModelFit | null {
  const candidates = pairs
    .filter((pair) => !current.model.interactions.includes(pair))
    .map((pair) => ({
      pair,
      probability: poissonTail(table.margins[pair] ?? 0, current.fit.fittedMargins[pair] ?? 0),
    }))
    .filter(({ probability }) => probability < threshold)
    .sort((a, b) => a.probability - b.probability);
  for (const { pair } of candidates) {
    const larger = fitModel(table, withPair(current.model, pair));
    if (larger !== null && larger.existence === "finite") return larger;
  }
  return null;
}

function withPair(model: HierarchicalModel, pair: number): HierarchicalModel {
  return { interactions: [...model.interactions, pair].sort((a, b) => a - b) };
}

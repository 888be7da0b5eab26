/** How far one person moves a log-linear estimate. */
import type { PatternCounts } from "../pattern-counts.ts";
import { withoutOnePerson } from "../pattern-counts.ts";
import type { HierarchicalModel } from "./hierarchical-model.ts";
import { fitModel } from "./model-fit.ts";
import { rankFits } from "./model-search.ts";

export interface Leverage {
  /** The pattern of the person taken away. */
  readonly pattern: number;
  /** The estimate of N without that person; null when none is finite. */
  readonly point: number | null;
}

/**
 * Takes one person from each observed pattern in turn, chooses again among the models given by BIC, and gives
 * the pattern that moves N most. Restricting the choice to models near the best of the whole table follows
 * Silverman, Chan & Vincent (2024, JRSS-A 187), who bootstrap so.
 *
 * @param models - candidates, not empty; the estimate reported must be from one of them.
 */
export function findLeverage(
  table: PatternCounts,
  models: readonly HierarchicalModel[],
  reported: number,
): Leverage | null {
  let worst: Leverage | null = null;
  let worstMove = 0;
  table.counts.forEach((count, pattern) => {
    if (count === 0) return;
    const reduced = withoutOnePerson(table, pattern);
    const best = rankFits(models.map((model) => fitModel(reduced, model))).ranked[0];
    const point = best?.fit.point ?? null;
    const move = point === null ? Number.POSITIVE_INFINITY : Math.abs(point - reported);
    if (worst !== null && move <= worstMove) return;
    worst = { pattern, point };
    worstMove = move;
  });
  return worst;
}

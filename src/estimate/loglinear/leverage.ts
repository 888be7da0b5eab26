/** How far one person moves a log-linear estimate. */
import type { PatternCounts } from "../pattern-counts.ts";
import { withoutOnePerson } from "../pattern-counts.ts";
import type { HierarchicalModel } from "./hierarchical-model.ts";
import { fitModel, type ModelFit } from "./model-fit.ts";
import { rankFits } from "./model-search.ts";

export interface Leverage {
  /** The pattern of the person taken away. */
  readonly pattern: number;
  /** The estimate of N without that person; null when none is finite. */
  readonly point: number | null;
}

export interface LeverageInput {
  readonly table: PatternCounts;
  /** The fit whose estimate is reported. */
  readonly reported: ModelFit;
  /** Models to choose among again, the reported one included. */
  readonly models: readonly HierarchicalModel[];
  /** Patterns to try; all observed ones by default, else those with the most influence to first order. */
  readonly most?: number;
}

/**
 * Takes one person from each observed pattern in turn, chooses again among the models given by BIC, and gives
 * the pattern that moves N most. Restricting the choice to models near the best of the whole table follows
 * Silverman, Chan & Vincent (2024, JRSS-A 187), who bootstrap so.
 */
export function findLeverage(input: LeverageInput): Leverage | null {
  const { table, reported, models } = input;
  let worst: Leverage | null = null;
  let worstMove = 0;
  for (const pattern of patternsToTry(input)) {
    const reduced = withoutOnePerson(table, pattern);
    const best = rankFits(models.map((model) => fitModel(reduced, model))).ranked[0];
    const point = best?.fit.point ?? null;
    const move = point === null ? Number.POSITIVE_INFINITY : Math.abs(point - reported.point);
    if (worst !== null && move <= worstMove) continue;
    worst = { pattern, point };
    worstMove = move;
  }
  return worst;
}

/**
 * Observed patterns, the most influential first when only some are tried.
 *
 * To first order one person fewer at pattern c moves the intercept by −Σ cov(θ_∅, θ_S) over terms S ⊆ c. A person
 * who alone holds up the margin of a term comes before all others: without them the term falls to −∞.
 */
function patternsToTry({ table, reported, most }: LeverageInput): readonly number[] {
  const observed = [...table.counts.keys()].filter((pattern) => (table.counts[pattern] ?? 0) > 0);
  if (most === undefined || observed.length <= most) return observed;
  const { fittedTerms } = reported.support;
  const { interceptCovariances } = reported.fit;
  const influence = new Map(
    observed.map((pattern) => {
      const inside = fittedTerms
        .map((term, i) => ({ term, i }))
        .filter(({ term }) => (pattern & term) === term);
      const alone = inside.some(({ term }) => table.margins[term] === 1);
      const shift = inside.reduce((sum, { i }) => sum + (interceptCovariances[i] ?? 0), 0);
      return [pattern, alone ? Number.POSITIVE_INFINITY : Math.abs(shift)];
    }),
  );
  const order = (a: number, b: number) => {
    const [first, second] = [influence.get(a) ?? 0, influence.get(b) ?? 0];
    return first === second ? a - b : second - first;
  };
  return observed.sort(order).slice(0, most);
}

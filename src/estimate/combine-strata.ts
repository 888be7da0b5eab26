/** A total over groups that were estimated one by one. */
import { InquestError } from "../core/pure.ts";
import type { Interval } from "./log-normal-interval.ts";
import { RandomStream } from "./numeric/random.ts";
import { drawTotals, type UnseenPosterior } from "./unseen-posterior.ts";

export interface StratumPosterior {
  /** Values of the group, such as place and period. */
  readonly name: string;
  /** null when the group has no estimate: its people counted enter, and nothing more. */
  readonly posterior: UnseenPosterior | null;
  /** People counted in the group. */
  readonly seen: number;
}

export interface CombinedTotal {
  readonly point: number;
  /** Central 95 % interval of the sum of draws. */
  readonly interval: Interval;
  /** Groups without an estimate: the total is then a lower bound for them. */
  readonly withoutEstimate: readonly string[];
  readonly draws: number;
  readonly seed: number;
}

/**
 * Adds draws of the groups, not the ends of their intervals: ends added up would claim that all groups err the same
 * way at once. Groups are taken to be independent given their tables.
 *
 * @throws InquestError "estimate/no-strata" when there is no group.
 */
export function combineStrata(
  strata: readonly StratumPosterior[],
  options: { readonly draws?: number; readonly seed?: number } = {},
): CombinedTotal {
  const { draws = 20_000, seed = 20_160_607 } = options;
  if (strata.length === 0) {
    throw new InquestError({
      code: "estimate/no-strata",
      reaction: "input",
      message: "There is no group to add up; give at least one table.",
      evidence: {},
    });
  }
  const totals = new Float64Array(draws);
  strata.forEach(({ posterior, seen }, s) => {
    if (posterior === null) {
      for (let i = 0; i < draws; i++) totals[i] = (totals[i] ?? 0) + seen;
      return;
    }
    const random = new RandomStream(seed, 3000 + s);
    const own = drawTotals(posterior, draws, () => random.uniform());
    for (let i = 0; i < draws; i++) totals[i] = (totals[i] ?? 0) + (own[i] ?? 0);
  });
  totals.sort();
  const quantile = (level: number) => totals[Math.floor(level * (draws - 1))] ?? 0;
  return {
    point: quantile(0.5),
    interval: [quantile(0.025), quantile(0.975)],
    withoutEstimate: strata.filter(({ posterior }) => posterior === null).map(({ name }) => name),
    draws,
    seed,
  };
}

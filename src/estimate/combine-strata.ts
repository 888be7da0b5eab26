/** A total over groups that were estimated one by one. */
import { InquestError } from "../core/pure.ts";
import {
  type CombinedPart,
  type CommonMethod,
  divideParts,
  findCommonMethod,
  type NoCombination,
  numbersOfPart,
} from "./common-method.ts";
import { MEMBER_TAIL } from "./ensemble.ts";
import { RandomStream } from "./numeric/random.ts";
import type { MethodName } from "./report.ts";
import { drawTotals, type UnseenPosterior } from "./unseen-posterior.ts";

export interface CombinedTotal extends CommonMethod {
  /** null where a group is left out: nothing is known of the middle then. */
  readonly point: number | null;
  /**
   * Central 95 % interval of the sum of draws; of the ensemble the hull of its models' central 98 % intervals. Without
   * an upper end where a group is left out: of that group only the people counted stand in the lower end.
   */
  readonly interval: readonly [number, number | null];
  /** Groups that are left out because they have no posterior. */
  readonly withoutPosterior: readonly string[];
  /** Groups that are left out because their tables are too small or have two lists. */
  readonly tooThin: readonly string[];
  /** People counted in the groups left out. */
  readonly countedLeftOut: number;
  readonly draws: number;
  readonly seed: number;
}

export interface TotalOutcome {
  readonly total: CombinedTotal | null;
  /** Why there is no total; null when there is one. */
  readonly noTotal: NoCombination | null;
}

/**
 * Adds draws of the groups, not the ends of their intervals: ends added up would claim that all groups err the same
 * way at once. Groups are taken to be independent given their tables. All groups are taken from one method; the
 * models of the ensemble are added up one by one, because a sum of their mixture would let two of them outvote the
 * third in every group (docs/decisions/2026-11-27-ensemble-as-hull.md).
 *
 * @throws InquestError "estimate/no-strata" when there is no group.
 */
export function combineStrata(
  strata: readonly CombinedPart[],
  options: { readonly asked: readonly MethodName[]; readonly draws?: number; readonly seed?: number },
): TotalOutcome {
  const { asked, draws = 20_000, seed = 20_160_607 } = options;
  if (strata.length === 0) {
    throw new InquestError({
      code: "estimate/no-strata",
      reaction: "input",
      message: "There is no group to add up; give at least one table.",
      evidence: {},
    });
  }
  const { bearing, withoutPosterior, tooThin } = divideParts(strata, asked);
  if (bearing.length === 0) return { total: null, noTotal: "no-posterior" };
  const common = findCommonMethod(bearing, asked);
  if (common === null) return { total: null, noTotal: "no-common-method" };
  const { point, interval } = addUp(bearing, common, { draws, seed });
  const leftOut = [...withoutPosterior, ...tooThin];
  const countedLeftOut = leftOut.reduce((sum, { seen }) => sum + seen, 0);
  const isWhole = leftOut.length === 0;
  return {
    total: {
      ...common,
      point: isWhole ? point : null,
      interval: isWhole ? interval : [interval[0] + countedLeftOut, null],
      withoutPosterior: withoutPosterior.map(({ name }) => name),
      tooThin: tooThin.map(({ name }) => name),
      countedLeftOut,
      draws,
      seed,
    },
    noTotal: null,
  };
}

interface Drawing {
  readonly draws: number;
  readonly seed: number;
}

function addUp(parts: readonly CombinedPart[], common: CommonMethod, { draws, seed }: Drawing) {
  const [first] = parts;
  // A single group is its own sum, without the noise of draws.
  const alone = parts.length === 1 && first !== undefined ? numbersOfPart(first, common) : null;
  if (alone !== null) return alone;
  const sums = common.models.map((model) =>
    sumDraws(
      parts.flatMap(({ posteriors }) => posteriors.get(model) ?? []),
      { draws, seed },
    ),
  );
  const tail = common.method === "ensemble" ? MEMBER_TAIL : 0.025;
  const pooled = Float64Array.from(sums.flatMap((sum) => [...sum])).sort();
  return {
    point: quantileOfSorted(pooled, 0.5),
    interval: [
      Math.min(...sums.map((sum) => quantileOfSorted(sum, tail))),
      Math.max(...sums.map((sum) => quantileOfSorted(sum, 1 - tail))),
    ] as const,
  };
}

/** Sums of one draw of each posterior, ascending. */
function sumDraws(posteriors: readonly UnseenPosterior[], { draws, seed }: Drawing): Float64Array {
  const totals = new Float64Array(draws);
  posteriors.forEach((posterior, s) => {
    const random = new RandomStream(seed, 3000 + s);
    const own = drawTotals(posterior, draws, () => random.uniform());
    for (let i = 0; i < draws; i++) totals[i] = (totals[i] ?? 0) + (own[i] ?? 0);
  });
  return totals.sort();
}

function quantileOfSorted(sorted: Float64Array, level: number): number {
  return sorted[Math.floor(level * (sorted.length - 1))] ?? 0;
}

/** One number from tables of the same people under several linkages, by one method that all of them have. */
import { combinedLaw, combineGuarded, type GuardedReplicates } from "./combine-replicates.ts";
import {
  type CombinedPart,
  type CommonMethod,
  divideParts,
  findCommonMethod,
  type NoCombination,
} from "./common-method.ts";
import { MEMBER_TAIL } from "./ensemble.ts";
import type { MethodName } from "./report.ts";

export interface CombinedTables extends CommonMethod, GuardedReplicates {
  /** Tables that are left out because they have no posterior. */
  readonly withoutPosterior: readonly string[];
  /** The rule for each model; with one model the same numbers as above. */
  readonly byModel: readonly (GuardedReplicates & { readonly model: MethodName })[];
}

export interface TablesOutcome {
  readonly combined: CombinedTables | null;
  /** Why there is no combined number; null when there is one. */
  readonly noCombined: NoCombination | null;
}

/** Levels at which the laws of the models are taken for the median of their equal mixture. */
const LEVELS = 399;

/**
 * Rubin's rule by the preferred method that all tables have. The models of the ensemble are combined one by one at
 * 98 %, and their hull is the interval; the point is the median of their equal mixture. Share of linkage and degrees
 * of freedom are then those of the model where linkage weighs most.
 */
export function combineTables(tables: readonly CombinedPart[], asked: readonly MethodName[]): TablesOutcome {
  const { bearing, withoutPosterior } = divideParts(tables, asked);
  if (bearing.length === 0) return { combined: null, noCombined: "no-posterior" };
  if (bearing.length === 1) return { combined: null, noCombined: "one-posterior" };
  const common = findCommonMethod(bearing, asked);
  if (common === null) return { combined: null, noCombined: "no-common-method" };
  const tail = common.method === "ensemble" ? MEMBER_TAIL : 0.025;
  const done = common.models.map((model) => {
    const replicates = bearing.flatMap(({ posteriors }) => posteriors.get(model) ?? []);
    return { model, law: combinedLaw(replicates), numbers: combineGuarded(replicates, { tail }) };
  });
  const byModel = done.map(({ model, numbers }) => ({ model, ...numbers }));
  const [weightiest] = [...byModel].sort((a, b) => b.linkageShare - a.linkageShare);
  if (weightiest === undefined) return { combined: null, noCombined: "no-common-method" };
  const { model: _, ...most } = weightiest;
  const shared = { ...most, ...common, withoutPosterior: withoutPosterior.map(({ name }) => name), byModel };
  if (byModel.length === 1) return { combined: shared, noCombined: null };
  const intervals = byModel.flatMap(({ interval }) => (interval === null ? [] : [interval]));
  const isWhole = intervals.length === byModel.length;
  return {
    combined: {
      ...shared,
      point: medianOfMixture(done.map(({ law }) => law)),
      // A model without an interval may be the right one: the hull of the others would claim that it is not.
      interval: isWhole
        ? [Math.min(...intervals.map(([low]) => low)), Math.max(...intervals.map(([, high]) => high))]
        : null,
      noInterval: byModel.find(({ noInterval }) => noInterval !== null)?.noInterval ?? null,
    },
    noCombined: null,
  };
}

function medianOfMixture(laws: readonly ReturnType<typeof combinedLaw>[]): number {
  const points = laws.flatMap(({ quantile }) =>
    Array.from({ length: LEVELS }, (_, i) => quantile((i + 0.5) / LEVELS)),
  );
  return points.sort((a, b) => a - b)[Math.floor(points.length / 2)] ?? 0;
}

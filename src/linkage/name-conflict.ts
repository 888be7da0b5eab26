/** Different names of their own: families and friends share days, places and surnames, so a person must look. */
import { type Comparer, levelOf } from "./comparer.ts";
import type { LinkSettings } from "./settings.ts";
import { toWeight } from "./weights.ts";

type DecidesConflicts = Pick<LinkSettings["decision"], "nameConflict" | "linkProbability">;

/**
 * Holds the weight of a pair with a name conflict just below the link weight, where `nameConflict` is `review`,
 * unless an identifier that hardly two persons share agrees.
 *
 * @returns the weight to decide with, thousandths of a bit, for the comparison vector at `offset`.
 */
export function conflictCap(
  comparers: readonly Comparer[],
  decision: DecidesConflicts,
): (packed: Int32Array, offset: number, weight: number) => number {
  const most = mostOnConflict(decision);
  if (most === null) return (_packed, _offset, weight) => weight;
  return (packed, offset, weight) => {
    if (weight <= most) return weight;
    const isConflict = comparers.some(
      ({ isNameConflict }, column) => isNameConflict?.(levelOf(packed[offset + column] ?? 0)) ?? false,
    );
    const isIdentified = comparers.some(
      ({ isIdentifier }, column) => isIdentifier?.(packed[offset + column] ?? 0) ?? false,
    );
    return isConflict && !isIdentified ? most : weight;
  };
}

/** What a pair with a name conflict and no such identifier weighs at most; null where the other fields decide. */
export function mostOnConflict({ nameConflict, linkProbability }: DecidesConflicts): number | null {
  return nameConflict === "weigh" ? null : toWeight(linkProbability) - 1;
}

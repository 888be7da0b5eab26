/** Different names of their own: families and friends share days, places and surnames, so a person must look. */
import { type Comparer, levelOf } from "./comparer.ts";
import type { LinkSettings } from "./settings.ts";
import { toWeight } from "./weights.ts";

/**
 * Holds the weight of a pair with a name conflict just below the link weight, where `nameConflict` is `review`,
 * unless an identifier that hardly two persons share agrees.
 *
 * @returns the weight to decide with, thousandths of a bit, for the comparison vector at `offset`.
 */
export function conflictCap(
  comparers: readonly Comparer[],
  { nameConflict, linkProbability }: Pick<LinkSettings["decision"], "nameConflict" | "linkProbability">,
): (packed: Int32Array, offset: number, weight: number) => number {
  if (nameConflict === "weigh") return (_packed, _offset, weight) => weight;
  const most = toWeight(linkProbability) - 1;
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

/** Different names of their own: families and friends share days, places and surnames, so a person must look. */
import { type Comparer, levelOf } from "./comparer.ts";
import type { LinkRecord } from "./records.ts";
import { ONE_LIST, SAME_LIST } from "./same-list.ts";
import type { KeptPairs } from "./score-pairs.ts";
import type { LinkSettings } from "./settings.ts";
import { toWeight } from "./weights.ts";

/** What of the decision holds a weight back. */
export type Holds = Pick<LinkSettings["decision"], "nameConflict" | "linkProbability" | "sameList">;

/**
 * Holds the weight of a pair with a name conflict just below the link weight, where `nameConflict` is `review`,
 * unless an identifier that hardly two persons share agrees; and so the weight of two rows of one list, where `sameList`
 * is `review`.
 *
 * @returns the weight to decide with, thousandths of a bit, for the comparison vector at `offset`.
 */
export function conflictCap(
  comparers: readonly Comparer[],
  decision: Holds,
): (packed: Int32Array, offset: number, weight: number) => number {
  const ofNames = capNames(comparers, decision);
  if (decision.sameList !== "review") return ofNames;
  const most = toWeight(decision.linkProbability) - 1;
  const lists = comparers.findIndex(({ name }) => name === SAME_LIST);
  // With one list there is no such comparison: every pair is of one list.
  const isOneList = (packed: Int32Array, offset: number) =>
    lists < 0 || levelOf(packed[offset + lists] ?? 0) === ONE_LIST;
  return (packed, offset, weight) => {
    const decided = ofNames(packed, offset, weight);
    return decided > most && isOneList(packed, offset) ? most : decided;
  };
}

function capNames(
  comparers: readonly Comparer[],
  decision: Holds,
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
export function mostOnConflict({ nameConflict, linkProbability }: Omit<Holds, "sameList">): number | null {
  return nameConflict === "weigh" ? null : toWeight(linkProbability) - 1;
}

/** The same hold on two rows of one list, for pairs that another engine weighed. */
export function holdOneList(
  kept: KeptPairs,
  records: readonly LinkRecord[],
  { sameList, linkProbability }: Holds,
): KeptPairs {
  if (sameList !== "review") return kept;
  const most = toWeight(linkProbability) - 1;
  const weights = kept.weights.map((weight, pair) => {
    const [one, other] = [records[kept.left[pair] ?? 0], records[kept.right[pair] ?? 0]];
    return one?.list === other?.list ? Math.min(weight, most) : weight;
  });
  return { ...kept, weights };
}

/** What persons the recorded scores would make if the machine linked from another weight on. */
import { clusterPairs } from "./clusters.ts";
import { thatHold } from "./regroup-rows.ts";
import type { ReviewAgenda } from "./review-agenda.ts";
import { pairNumber } from "./review-pairs.ts";

type Pair = readonly [left: number, right: number];

export interface CutInput {
  readonly agenda: ReviewAgenda;
  /** From here on the machine links, thousandths of a bit; not below the weight from which pairs were recorded. */
  readonly linkWeight: number;
  /** What the link was told: judged one person, and judged two. */
  readonly together: readonly Pair[];
  readonly apart: readonly Pair[];
  /** Whether the machine may never join the two, such as two rows of one list. */
  readonly isForbidden: (left: number, right: number) => boolean;
}

/** For each record one of its group, the same for all of the group. */
export function groupsAtCut({ agenda, linkWeight, together, apart, isForbidden }: CutInput): Int32Array {
  const { pairs, rowOf } = agenda;
  const { recordCount } = pairs;
  // A pair that was held below the link weight, since names of their own differ, is held at every cut.
  const heldWeight = pairs.linkWeight - 1;
  const weights = pairs.weights.map((weight) =>
    weight === heldWeight ? Math.min(weight, linkWeight - 1) : weight,
  );
  const apartNumbers = new Set(apart.map(([left, right]) => pairNumber(left, right, recordCount)));
  return clusterPairs({
    ...{ recordCount, left: pairs.left, right: pairs.right, weights, linkWeight, isForbidden },
    componentWeight: pairs.reviewWeight,
    score(left, right) {
      const row = rowOf.get(pairNumber(left, right, recordCount));
      return row === undefined ? pairs.reviewWeight - 1 : (weights[row] ?? 0);
    },
    isUnnamed: () => false,
    constraints: {
      together: thatHold({ count: recordCount, together, apart }),
      apart,
      isApart: (left, right) => apartNumbers.has(pairNumber(left, right, recordCount)),
      isJudged: () => false,
      conflicts: [],
    },
  }).clusterOf;
}

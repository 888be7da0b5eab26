/** What persons there would be if the pairs that wait were decided one way: by the recorded scores, all at once. */
import { clusterPairs } from "./clusters.ts";
import { thatHold } from "./regroup-rows.ts";
import type { ReviewAgenda } from "./review-agenda.ts";
import { pairNumber, type ReviewedPair, type ReviewItem } from "./review-pairs.ts";
import { UnionFind } from "./union-find.ts";

type Pair = readonly [left: number, right: number];

export interface QueueOutcome {
  readonly agenda: ReviewAgenda;
  /** What people said so far. */
  readonly reviewed: readonly ReviewedPair[];
  /** The pairs that are decided now, whatever was said of them before. */
  readonly waiting: readonly Pick<ReviewItem, "left" | "right">[];
  readonly decision: "same" | "different";
  /** Whether the machine may never join the two, such as two rows of one list. */
  readonly isForbidden: (left: number, right: number) => boolean;
}

/**
 * For each record one of its group, the same for all of the group. Clusters of the link that nobody parts stay as they
 * are; what is parted is grouped again as linkage itself groups. Of words that cannot all hold the weakest "same" falls.
 */
export function outcomeOfQueue(outcome: QueueOutcome): Int32Array {
  const { pairs, rowOf } = outcome.agenda;
  const { recordCount, clusterOf } = pairs;
  const weightOf = (left: number, right: number): number | undefined => {
    const row = rowOf.get(pairNumber(left, right, recordCount));
    return row === undefined ? undefined : pairs.weights[row];
  };
  const { together, apart } = decidedPairs(outcome, weightOf);
  const groups = new UnionFind(recordCount);
  for (const [record, cluster] of clusterOf.entries()) groups.union(record, cluster);
  for (const [left, right] of together) groups.union(left, right);
  const parted = new Set(
    apart
      .filter(([left, right]) => groups.find(left) === groups.find(right))
      .map(([left]) => groups.find(left)),
  );
  const groupOf = Int32Array.from({ length: recordCount }, (_, record) => groups.find(record));
  if (parted.size === 0) return groupOf;

  const isParted = ([left]: Pair) => parted.has(groups.find(left));
  const [held, kept] = [together.filter(isParted), apart.filter(isParted)];
  const apartNumbers = new Set(kept.map(([left, right]) => pairNumber(left, right, recordCount)));
  const inside: number[] = [];
  for (const [row, left] of pairs.left.entries())
    if (parted.has(groups.find(left)) && groups.find(left) === groups.find(pairs.right[row] ?? 0))
      inside.push(row);
  const column = (of: Int32Array) => Int32Array.from(inside, (row) => of[row] ?? 0);
  const again = clusterPairs({
    recordCount,
    left: column(pairs.left),
    right: column(pairs.right),
    weights: column(pairs.weights),
    componentWeight: pairs.reviewWeight,
    linkWeight: pairs.linkWeight,
    score: (left, right) => weightOf(left, right) ?? pairs.linkWeight - 1,
    isForbidden: outcome.isForbidden,
    isUnnamed: () => false,
    constraints: {
      together: thatHold({ count: recordCount, together: held, apart: kept }),
      apart: kept,
      isApart: (left, right) => apartNumbers.has(pairNumber(left, right, recordCount)),
      isJudged: () => false,
      conflicts: [],
    },
  });
  return groupOf.map((group, record) => (parted.has(group) ? (again.clusterOf[record] ?? record) : group));
}

/** "Same" with the most evidence first. */
function decidedPairs(
  { agenda, reviewed, waiting, decision }: QueueOutcome,
  weightOf: (left: number, right: number) => number | undefined,
): { readonly together: readonly Pair[]; readonly apart: readonly Pair[] } {
  const { recordCount } = agenda.pairs;
  const [together, apart]: [Pair[], Pair[]] = [[], []];
  const decide = (left: number, right: number, said: ReviewedPair["decision"]) => {
    if (said === "same") together.push([left, right]);
    else if (said === "different") apart.push([left, right]);
  };
  const asked = new Set(waiting.map(({ left, right }) => pairNumber(left, right, recordCount)));
  for (const { left, right, decision: said } of reviewed)
    if (!asked.has(pairNumber(left, right, recordCount))) decide(left, right, said);
  for (const { left, right } of waiting) decide(left, right, decision);
  const strength = ([left, right]: Pair) => weightOf(left, right) ?? Number.MIN_SAFE_INTEGER;
  return { together: together.sort((a, b) => strength(b) - strength(a)), apart };
}

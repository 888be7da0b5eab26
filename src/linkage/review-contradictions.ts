/** Judgements that contradict each other or the evidence: shown to people, never overruled. */
import type { ReviewAgenda } from "./review-agenda.ts";
import { pairNumber, type ReviewedPair, type ReviewItem, type ReviewWhy } from "./review-pairs.ts";
import { UnionFind } from "./union-find.ts";

export interface JudgedGroups {
  /** Records joined by "same" judgements. */
  readonly groups: UnionFind;
  /** Whether judgements alone already say what the two are. */
  readonly isImplied: (left: number, right: number) => boolean;
}

/** What follows from judgements alone: same of same is same, different of same is different. */
export function followJudgements(recordCount: number, reviewed: readonly ReviewedPair[]): JudgedGroups {
  const groups = new UnionFind(recordCount);
  for (const { left, right, decision } of reviewed) if (decision === "same") groups.union(left, right);
  const apart = new Set(
    reviewed
      .filter(({ decision }) => decision === "different")
      .map(({ left, right }) => pairNumber(groups.find(left), groups.find(right), recordCount)),
  );
  return {
    groups,
    isImplied(left, right) {
      const [one, other] = [groups.find(left), groups.find(right)];
      return one === other || apart.has(pairNumber(one, other, recordCount));
    },
  };
}

const ORDER: readonly ReviewWhy[] = ["disputed", "same-and-different", "against-evidence", "changed"];

/**
 * Reviewers who disagree; a pair judged different whose two are joined by "same" judgements, with those that join them;
 * "same" below the review weight and "different" at or above the link weight, unless the score that was shown said so
 * already; rows that changed since. In this order,
 * within each the strongest contradiction first.
 */
export function findContradictions(
  { pairs, rowOf }: ReviewAgenda,
  reviewed: readonly ReviewedPair[],
  { groups }: JudgedGroups,
): ReviewItem[] {
  const { recordCount, weights, linkWeight, reviewWeight } = pairs;
  const rowOfPair = ({ left, right }: ReviewedPair) =>
    rowOf.get(pairNumber(left, right, recordCount)) ?? null;
  const loops = onLoops(reviewed, groups);
  const found: { readonly item: ReviewItem; readonly strength: number }[] = [];
  for (const each of reviewed) {
    const pair = rowOfPair(each);
    // What the link did not score lies below the review weight.
    const weight = pair === null ? reviewWeight - 1 : (weights[pair] ?? 0);
    const against =
      !each.sawAgainst &&
      ((each.decision === "same" && weight < reviewWeight) ||
        (each.decision === "different" && weight >= linkWeight));
    const why: ReviewWhy | null = each.isDisputed
      ? "disputed"
      : each.isConfirmed && !each.isChanged
        ? null
        : loops.has(each)
          ? "same-and-different"
          : against
            ? "against-evidence"
            : each.isChanged
              ? "changed"
              : null;
    if (why === null) continue;
    const strength = each.decision === "same" ? reviewWeight - weight : weight - linkWeight;
    found.push({ item: { left: each.left, right: each.right, why, pair }, strength });
  }
  return found
    .sort(
      (a, b) =>
        ORDER.indexOf(a.item.why) - ORDER.indexOf(b.item.why) ||
        b.strength - a.strength ||
        a.item.left - b.item.left ||
        a.item.right - b.item.right,
    )
    .map(({ item }) => item);
}

/** Judged pairs that cannot all hold: a "different" inside a group of "same", and the "same" pairs of that group. */
function onLoops(reviewed: readonly ReviewedPair[], groups: UnionFind): ReadonlySet<ReviewedPair> {
  const broken = new Set<number>();
  for (const { left, right, decision } of reviewed) {
    const group = groups.find(left);
    if (decision === "different" && group === groups.find(right)) broken.add(group);
  }
  return new Set(
    reviewed.filter(({ left, right, decision }) => {
      const group = groups.find(left);
      if (!broken.has(group)) return false;
      return decision === "same" || (decision === "different" && group === groups.find(right));
    }),
  );
}

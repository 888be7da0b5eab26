/** A random sample of the scored pairs, put to people blind, by which the links can be measured. */
import {
  estimateFromReview,
  type ReviewEstimate,
  STRATA,
  type StratumName,
  stratumOf,
} from "./evaluate-review.ts";
import { seededHash } from "./random.ts";
import type { PairJudgement } from "./records.ts";
import type { ReviewItem, ReviewPairs } from "./review-pairs.ts";
import { toProbability } from "./weights.ts";

/**
 * A sample of `size` pairs, as many from each stratum of `evaluate-review` as there are (what one lacks falls to the
 * others), in random order: nobody can tell from the order what the machine thought.
 *
 * Pairs are drawn by a seeded hash of their records, so that the sample stays the same, but for pairs that came, went or
 * changed stratum, when the lists are linked again.
 */
export function auditSample(
  pairs: ReviewPairs,
  { seed, size }: { readonly seed: number; readonly size: number },
): ReviewItem[] {
  const strata = new Map<StratumName, { row: number; at: number }[]>(STRATA.map(({ name }) => [name, []]));
  for (let row = 0; row < pairs.left.length; row += 1) {
    strata.get(stratumOfRow(pairs, row))?.push({ row, at: seededHash(keyOfRow(pairs, row), seed) });
  }
  const shuffled = [...strata.values()].map((rows) => rows.sort((a, b) => a.at - b.at || a.row - b.row));
  const drawn: { row: number; at: number }[] = [];
  for (let round = 0; drawn.length < size; round += 1) {
    const next = shuffled.flatMap((rows) => rows[round] ?? []);
    if (next.length === 0) break;
    drawn.push(...next.slice(0, size - drawn.length));
  }
  return drawn
    .sort((a, b) => a.at - b.at || a.row - b.row)
    .map(({ row }) => ({
      left: pairs.left[row] ?? 0,
      right: pairs.right[row] ?? 0,
      why: "audit",
      pair: row,
    }));
}

function keyOfRow({ left, right, keyOf }: ReviewPairs, row: number): string {
  return `${keyOf(left[row] ?? 0)} ${keyOf(right[row] ?? 0)}`;
}

/** How many pairs each stratum has; the pairs that people judged are counted by whoever asks. */
export function countStrata(pairs: ReviewPairs): ReadonlyMap<StratumName, number> {
  const counts = new Map<StratumName, number>(STRATA.map(({ name }) => [name, 0]));
  for (let row = 0; row < pairs.left.length; row += 1) {
    const stratum = stratumOfRow(pairs, row);
    counts.set(stratum, (counts.get(stratum) ?? 0) + 1);
  }
  return counts;
}

/** Precision and recall of the links, from blind judgements of rows of the pairs. Rows that were judged twice count once. */
export function estimateFromAudit(
  pairs: ReviewPairs,
  counts: ReadonlyMap<StratumName, number>,
  judged: ReadonlyMap<number, PairJudgement["decision"]>,
): ReviewEstimate {
  const said = new Map(STRATA.map(({ name }) => [name, { same: 0, different: 0, unsure: 0 }]));
  for (const [row, decision] of judged) {
    const stratum = said.get(stratumOfRow(pairs, row));
    if (stratum !== undefined) stratum[decision] += 1;
  }
  return estimateFromReview(
    STRATA.map(({ name, isLinked }) => ({
      name,
      isLinked,
      pairs: counts.get(name) ?? 0,
      ...(said.get(name) ?? { same: 0, different: 0, unsure: 0 }),
    })),
  );
}

function stratumOfRow({ weights, together }: ReviewPairs, row: number): StratumName {
  return stratumOf({ together: together[row] === 1, probability: toProbability(weights[row] ?? 0) });
}

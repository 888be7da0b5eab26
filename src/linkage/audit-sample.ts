/** A random sample of the scored pairs, put to people blind, by which the links can be measured. */
import { STRATA, type StratumName, stratumOf } from "./evaluate-review.ts";
import { seededHash } from "./random.ts";
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
    const probability = toProbability(pairs.weights[row] ?? 0);
    const stratum = strata.get(stratumOf({ together: pairs.together[row] === 1, probability }));
    stratum?.push({ row, at: seededHash(keyOfRow(pairs, row), seed) });
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

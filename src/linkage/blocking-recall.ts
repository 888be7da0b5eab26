/** What blocking loses, without labels: likely matches among pairs that share one loose key of the name. */
import type { KeyColumn } from "./blocking-keys.ts";
import { ruleOfPair } from "./candidate-space.ts";
import type { Candidates } from "./candidates.ts";
import { mixedBits } from "./random.ts";
import type { BlockingRecall } from "./result.ts";
import { firstIndices, sortedIndices } from "./sort-indices.ts";
import { toProbability } from "./weights.ts";

/** Pairs scored for the estimate. */
const MOST_PAIRS = 300_000;
/** Strangers are many: their small probabilities would outweigh the likely matches. */
const LEAST_LIKELY = 0.5;
/** Keys shared by more records than this say nothing: half a list is called Mohammad. */
const MOST_SHARING = 2000;

/**
 * Takes records by a hash of their position, pairs each with every record that shares a token, a slip or a beginning
 * of its name, and asks how much of the match probability among those pairs the rules hold.
 * Matches whose names share nothing at all are beyond it: the figure is an upper bound of a kind.
 *
 * @param clusterOf - decided clusters: a pair that others brought together is not lost.
 * @param score - weight of any pair with the prior in it.
 */
export function estimateBlockingRecall(
  candidates: Candidates,
  looseKeys: readonly KeyColumn[],
  {
    seed,
    score,
    clusterOf,
  }: {
    readonly seed: number;
    readonly score: (left: number, right: number) => number;
    readonly clusterOf: Int32Array;
  },
): BlockingRecall {
  if (candidates.isExhaustive) return { recall: 1, standardError: 0, records: 0, pairs: 0 };
  const { recordCount } = candidates.space;
  const blocks = looseKeys.map((column) => ({ column, ...blocksByKey(column, recordCount) }));
  const mixed = Uint32Array.from(firstIndices(recordCount), (record) => mixedBits(record ^ seed));
  const order = sortedIndices(candidates.blocked, mixed);
  const seen = new Int32Array(recordCount).fill(-1);
  const held: number[] = [];
  const all: number[] = [];
  let pairs = 0;
  for (const record of order) {
    if (pairs >= MOST_PAIRS) break;
    let [inside, total] = [0, 0];
    seen[record] = record;
    for (const { column, offsets, members } of blocks) {
      for (let at = column.offsets[record] ?? 0; at < (column.offsets[record + 1] ?? 0); at += 1) {
        const key = column.ids[at] ?? 0;
        if ((offsets[key + 1] ?? 0) - (offsets[key] ?? 0) > MOST_SHARING) continue;
        for (let place = offsets[key] ?? 0; place < (offsets[key + 1] ?? 0); place += 1) {
          const other = members[place] ?? 0;
          if (seen[other] === record) continue;
          seen[other] = record;
          pairs += 1;
          const [left, right] = [Math.min(record, other), Math.max(record, other)];
          const probability = toProbability(score(left, right));
          if (probability < LEAST_LIKELY) continue;
          total += probability;
          const isHeld =
            clusterOf[left] === clusterOf[right] || ruleOfPair(candidates.space, left, right) >= 0;
          if (isHeld) inside += probability;
        }
      }
    }
    held.push(inside);
    all.push(total);
  }
  const sum = (values: readonly number[]): number => values.reduce((one, other) => one + other, 0);
  const total = sum(all);
  if (total === 0) return { recall: 1, standardError: 0, records: held.length, pairs };
  const recall = sum(held) / total;
  const squares = sum(held.map((value, index) => (value - recall * (all[index] ?? 0)) ** 2));
  return { recall, standardError: Math.sqrt(squares) / total, records: held.length, pairs };
}

/** Records of each key: `members[offsets[key] .. offsets[key + 1])`. */
function blocksByKey(column: KeyColumn, recordCount: number) {
  const offsets = new Int32Array(column.distinct + 1);
  for (const id of column.ids) offsets[id + 1] = (offsets[id + 1] ?? 0) + 1;
  for (let key = 0; key < column.distinct; key += 1) {
    offsets[key + 1] = (offsets[key + 1] ?? 0) + (offsets[key] ?? 0);
  }
  const next = offsets.slice();
  const members = new Int32Array(column.ids.length);
  for (let record = 0; record < recordCount; record += 1) {
    for (let at = column.offsets[record] ?? 0; at < (column.offsets[record + 1] ?? 0); at += 1) {
      const key = column.ids[at] ?? 0;
      members[next[key] ?? 0] = record;
      next[key] = (next[key] ?? 0) + 1;
    }
  }
  return { offsets, members };
}

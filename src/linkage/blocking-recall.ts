/** What blocking loses, without labels: likely matches among pairs that share one loose key of the name. */
import type { KeyColumn } from "./blocking-keys.ts";
import type { CandidatePlan } from "./candidates.ts";
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

/** Likely matches found by loose keys. */
export interface LoosePairs {
  /** Records whose loose pairs were looked at, and how many pairs those were. */
  readonly records: number;
  readonly pairs: number;
  /** left < right, record after record. */
  readonly likely: readonly LikelyPair[];
}

interface LikelyPair {
  readonly left: number;
  readonly right: number;
  readonly probability: number;
  /** The how manieth record looked at it was found from. */
  readonly record: number;
}

/**
 * Takes records by a hash of their position, pairs each with every record that shares a token, a slip or a beginning
 * of its name, and gives those that are more likely matches than not. Null where every pair is compared anyway.
 *
 * @param score - weight of any pair with the prior in it.
 */
export function findLoosePairs(
  { isExhaustive, blocked }: Pick<CandidatePlan, "isExhaustive" | "blocked">,
  looseKeys: readonly KeyColumn[],
  {
    seed,
    score,
    recordCount,
  }: {
    readonly seed: number;
    readonly score: (left: number, right: number) => number;
    readonly recordCount: number;
  },
): LoosePairs | null {
  if (isExhaustive) return null;
  const blocks = looseKeys.map((column) => ({ column, ...blocksByKey(column, recordCount) }));
  const mixed = Uint32Array.from(firstIndices(recordCount), (record) => mixedBits(record ^ seed));
  const order = sortedIndices(blocked, mixed);
  const seen = new Int32Array(recordCount).fill(-1);
  const likely: LikelyPair[] = [];
  let [pairs, records] = [0, 0];
  for (const record of order) {
    if (pairs >= MOST_PAIRS) break;
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
          if (probability >= LEAST_LIKELY) likely.push({ left, right, probability, record: records });
        }
      }
    }
    records += 1;
  }
  return { records, pairs, likely };
}

/**
 * How much of the match probability among the loose pairs the rules hold. Matches whose names share nothing at all are
 * beyond it: the figure is an upper bound of a kind. It is unknown where no candidate pair taught the model anything, and
 * where no likely pair was found: nothing lost is another thing than nothing seen.
 *
 * @param isHeld - whether a rule holds the likely pair of that index, or others brought the two together.
 */
export function estimateBlockingRecall(
  loose: LoosePairs | null,
  candidatePairs: number,
  isHeld: (index: number) => boolean,
): BlockingRecall {
  if (loose === null) return { recall: 1, standardError: 0, records: 0, pairs: 0 };
  const { pairs } = loose;
  const held = new Array<number>(loose.records).fill(0);
  const all = new Array<number>(loose.records).fill(0);
  for (const [index, { probability, record }] of loose.likely.entries()) {
    all[record] = (all[record] ?? 0) + probability;
    if (isHeld(index)) held[record] = (held[record] ?? 0) + probability;
  }
  const sum = (values: readonly number[]): number => values.reduce((one, other) => one + other, 0);
  const total = sum(all);
  if (total === 0 || candidatePairs === 0)
    return { recall: null, standardError: null, records: held.length, pairs };
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

/** Compared pairs: packed levels for each, and the agreement patterns they fall into, with counts. */
import { type Comparer, levelOf } from "./comparer.ts";
import { NumberDictionary } from "./number-dictionary.ts";

export interface PairTable {
  readonly left: Int32Array;
  readonly right: Int32Array;
  /** What `Comparer.compare` gave for pair p and comparison c at `p * comparers + c`. */
  readonly packed: Int32Array;
  /** Pattern of each pair. */
  readonly patternOf: Int32Array;
  /** Level of pattern g in comparison c at `g * comparers + c`. */
  readonly levels: Uint8Array;
  /** Pairs of each pattern. */
  readonly counts: Float64Array;
}

/** So many pairs are compared column by column: they and their levels stay in the nearest cache. */
const AT_ONCE = 1024;

/** Compares every pair once. */
export function compareInto(
  packed: Int32Array,
  left: Int32Array,
  right: Int32Array,
  comparers: readonly Comparer[],
): void {
  const width = comparers.length;
  for (let from = 0; from < left.length; from += AT_ONCE) {
    const [some, others] = [left.subarray(from, from + AT_ONCE), right.subarray(from, from + AT_ONCE)];
    for (const [column, comparer] of comparers.entries()) {
      comparer.compareMany(some, others, some.length, packed, from * width + column, width);
    }
  }
}

/** Finds the patterns of compared pairs. O(pairs). */
export function toPairTable(
  left: Int32Array,
  right: Int32Array,
  packed: Int32Array,
  comparers: readonly Pick<Comparer, "levels">[],
): PairTable {
  const width = comparers.length;
  const patternOf = new Int32Array(left.length);
  const patterns = new NumberDictionary(1 << 12);
  const levels: number[] = [];
  const counts: number[] = [];
  const sizes = Float64Array.from(comparers, (comparer) => comparer.levels.length);
  for (let pair = 0; pair < left.length; pair += 1) {
    let key = 0;
    for (let column = 0; column < width; column += 1) {
      key = key * (sizes[column] ?? 1) + levelOf(packed[pair * width + column] ?? 0);
    }
    const pattern = patterns.idOf(key);
    if (pattern === counts.length) {
      counts.push(0);
      for (let column = 0; column < width; column += 1)
        levels.push(levelOf(packed[pair * width + column] ?? 0));
    }
    counts[pattern] = (counts[pattern] ?? 0) + 1;
    patternOf[pair] = pattern;
  }
  return {
    left,
    right,
    packed,
    patternOf,
    levels: Uint8Array.from(levels),
    counts: Float64Array.from(counts),
  };
}

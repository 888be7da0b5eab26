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

/** Compares every pair once. O(pairs); similarity itself is computed once for each distinct pair of values. */
export function comparePairs(left: Int32Array, right: Int32Array, comparers: readonly Comparer[]): PairTable {
  const width = comparers.length;
  const packed = new Int32Array(left.length * width);
  const patternOf = new Int32Array(left.length);
  const patterns = new NumberDictionary(1 << 12);
  const levels: number[] = [];
  const counts: number[] = [];
  for (let pair = 0; pair < left.length; pair += 1) {
    const [first = 0, second = 0] = [left[pair], right[pair]];
    let key = 0;
    for (let column = 0; column < width; column += 1) {
      const comparer = comparers[column];
      const result = comparer === undefined ? 0 : comparer.compare(first, second);
      packed[pair * width + column] = result;
      key = key * (comparer?.levels.length ?? 1) + levelOf(result);
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

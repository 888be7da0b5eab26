/** A memo for pairs of small integers: what was computed lately is not computed again. */

/**
 * `compute(left, right)` with its last results kept. `compute` must be symmetric, depend on nothing else, and give an
 * int32: then what is forgotten costs time and changes nothing.
 *
 * @param most - results kept; a power of two.
 */
export function memoOfPairs(
  most: number,
  compute: (left: number, right: number) => number,
): (left: number, right: number) => number {
  // Smaller id + 1, larger id, result: one line of the cache. Made at the first call: many a memo is never asked.
  let kept = new Int32Array(0);
  return (left, right) => {
    if (kept.length === 0) kept = new Int32Array(most * 4);
    const smaller = Math.min(left, right);
    const larger = Math.max(left, right);
    const hash = Math.imul(smaller, 0x9e3779b1) ^ Math.imul(larger, 0x85ebca6b);
    const slot = ((hash ^ (hash >>> 15)) & (most - 1)) * 4;
    if (kept[slot] === smaller + 1 && kept[slot + 1] === larger) return kept[slot + 2] ?? 0;
    const result = compute(smaller, larger);
    kept[slot] = smaller + 1;
    kept[slot + 1] = larger;
    kept[slot + 2] = result;
    return result;
  };
}

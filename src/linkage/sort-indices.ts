/** Sorting of indices by whole numbers that lie in typed arrays, without a comparison. */

const BITS = 11;
const BUCKETS = 1 << BITS;

/**
 * The indices in ascending order of their keys, equal keys in the order in which they stood. O(indices), by radix.
 *
 * @param keys - `keys[index]` for each of the indices.
 */
export function sortedIndices(indices: Int32Array, keys: Int32Array | Uint32Array): Int32Array {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let at = 0; at < indices.length; at += 1) {
    const key = keys[indices[at] ?? 0] ?? 0;
    if (key < least) least = key;
    if (key > most) most = key;
  }
  let from = indices.slice();
  let to = new Int32Array(indices.length);
  const starts = new Int32Array(BUCKETS + 1);
  for (let shift = 0; shift < 32 && (most - least) / 2 ** shift >= 1; shift += BITS) {
    starts.fill(0);
    for (let at = 0; at < from.length; at += 1) {
      const bucket = (((keys[from[at] ?? 0] ?? 0) - least) >>> shift) & (BUCKETS - 1);
      starts[bucket + 1] = (starts[bucket + 1] ?? 0) + 1;
    }
    for (let bucket = 0; bucket < BUCKETS; bucket += 1) {
      starts[bucket + 1] = (starts[bucket + 1] ?? 0) + (starts[bucket] ?? 0);
    }
    for (let at = 0; at < from.length; at += 1) {
      const index = from[at] ?? 0;
      const bucket = (((keys[index] ?? 0) - least) >>> shift) & (BUCKETS - 1);
      const place = starts[bucket] ?? 0;
      to[place] = index;
      starts[bucket] = place + 1;
    }
    [from, to] = [to, from];
  }
  return from;
}

/** 0, 1, … `count` − 1. */
export function firstIndices(count: number): Int32Array {
  const indices = new Int32Array(count);
  for (let index = 0; index < count; index += 1) indices[index] = index;
  return indices;
}

/** A memo for pairs of small integers: similarity is computed once for each distinct pair of values. */

const FIRST_SIZE = 1 << 12;
/** Beyond this many slots new pairs are computed each time: memory stays bounded. */
const LAST_SIZE = 1 << 23;

/**
 * `compute(left, right)` with its results kept. `compute` must be symmetric and give an int32.
 *
 * @param count - ids are in [0, count).
 */
export function memoOfPairs(
  count: number,
  compute: (left: number, right: number) => number,
): (left: number, right: number) => number {
  let size = FIRST_SIZE;
  let used = 0;
  let keys = new Float64Array(size);
  let results = new Int32Array(size);

  const slotOf = (key: number): number => {
    const hash = Math.imul(key | 0, 0x9e3779b1) ^ Math.imul((key / 4294967296) | 0, 0x85ebca6b);
    let slot = (hash ^ (hash >>> 15)) & (size - 1);
    while (keys[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & (size - 1);
    return slot;
  };

  const grow = (): void => {
    const [oldKeys, oldResults] = [keys, results];
    size *= 2;
    keys = new Float64Array(size);
    results = new Int32Array(size);
    for (let old = 0; old < oldKeys.length; old += 1) {
      const key = oldKeys[old] ?? 0;
      if (key === 0) continue;
      const slot = slotOf(key);
      keys[slot] = key;
      results[slot] = oldResults[old] ?? 0;
    }
  };

  return (left, right) => {
    const key = left < right ? left * count + right + 1 : right * count + left + 1;
    const slot = slotOf(key);
    if (keys[slot] === key) return results[slot] ?? 0;
    const result = compute(left, right);
    if (used * 2 >= size) {
      if (size >= LAST_SIZE) return result;
      grow();
      return put(key, result);
    }
    keys[slot] = key;
    results[slot] = result;
    used += 1;
    return result;
  };

  function put(key: number, result: number): number {
    const slot = slotOf(key);
    keys[slot] = key;
    results[slot] = result;
    used += 1;
    return result;
  }
}

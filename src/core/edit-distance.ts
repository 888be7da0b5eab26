/** How many slips of a pen lie between two words. */

/** Longer words are compared by their first letters only: names are shorter. */
const LONGEST = 64;

/** Rows of the table of distances: one call works at a time, and linkage makes millions. */
const ROWS = [new Int32Array(LONGEST + 1), new Int32Array(LONGEST + 1), new Int32Array(LONGEST + 1)] as const;

/**
 * Optimal string alignment distance (Levenshtein plus swaps of neighbours), or `max + 1` once it exceeds `max`.
 *
 * @see Boytsov, Indexing methods for approximate dictionary searching, 2011, section 2.2.
 */
export function editDistanceWithin(left: string, right: string, max: number): number {
  if (left === right) return 0;
  const height = Math.min(left.length, LONGEST);
  const width = Math.min(right.length, LONGEST);
  if (Math.abs(height - width) > max) return max + 1;
  let [before, last, current]: [Int32Array, Int32Array, Int32Array] = [...ROWS];
  for (let column = 0; column <= width; column += 1) last[column] = column;
  for (let row = 1; row <= height; row += 1) {
    current[0] = row;
    let smallest = row;
    const letter = left.charCodeAt(row - 1);
    for (let column = 1; column <= width; column += 1) {
      const other = right.charCodeAt(column - 1);
      let cost = (last[column - 1] ?? 0) + (letter === other ? 0 : 1);
      cost = Math.min(cost, (last[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1);
      const swapped =
        row > 1 &&
        column > 1 &&
        letter === right.charCodeAt(column - 2) &&
        left.charCodeAt(row - 2) === other;
      if (swapped) cost = Math.min(cost, (before[column - 2] ?? 0) + 1);
      current[column] = cost;
      if (cost < smallest) smallest = cost;
    }
    if (smallest > max) return max + 1;
    [before, last, current] = [last, current, before];
  }
  return Math.min(last[width] ?? 0, max + 1);
}

/** Distances between ASCII keys, so that a byte is a letter. */

/** Longer keys are compared by their first letters only: names are shorter. */
const LONGEST = 64;

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
  let [before, last, current] = [
    new Int32Array(width + 1),
    new Int32Array(width + 1),
    new Int32Array(width + 1),
  ];
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

/**
 * Jaro–Winkler similarity in [0, 1]: prefix of at most 4, scale 0.1.
 *
 * @see Winkler, String comparator metrics and enhanced decision rules, 1990.
 */
export function jaroWinkler(left: string, right: string): number {
  if (left === right) return 1;
  const height = Math.min(left.length, LONGEST);
  const width = Math.min(right.length, LONGEST);
  if (height === 0 || width === 0) return 0;
  const reach = Math.max(0, Math.floor(Math.max(height, width) / 2) - 1);
  // Letters already paired, as bits: 32 of each key in each word.
  let [leftLow, leftHigh, rightLow, rightHigh] = [0, 0, 0, 0];
  let common = 0;
  for (let row = 0; row < height; row += 1) {
    const letter = left.charCodeAt(row);
    const end = Math.min(width, row + reach + 1);
    for (let column = Math.max(0, row - reach); column < end; column += 1) {
      const bit = 1 << (column & 31);
      if (((column < 32 ? rightLow : rightHigh) & bit) !== 0 || right.charCodeAt(column) !== letter) continue;
      if (column < 32) rightLow |= bit;
      else rightHigh |= bit;
      if (row < 32) leftLow |= 1 << row;
      else leftHigh |= 1 << (row & 31);
      common += 1;
      break;
    }
  }
  if (common === 0) return 0;
  let moved = 0;
  let column = 0;
  for (let row = 0; row < height; row += 1) {
    if (((row < 32 ? leftLow : leftHigh) & (1 << (row & 31))) === 0) continue;
    while (((column < 32 ? rightLow : rightHigh) & (1 << (column & 31))) === 0) column += 1;
    if (left.charCodeAt(row) !== right.charCodeAt(column)) moved += 1;
    column += 1;
  }
  const jaro = (common / height + common / width + (common - moved / 2) / common) / 3;
  let prefix = 0;
  while (prefix < 4 && prefix < height && prefix < width && left[prefix] === right[prefix]) prefix += 1;
  return jaro + prefix * 0.1 * (1 - jaro);
}

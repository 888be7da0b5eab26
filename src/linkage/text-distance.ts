/** How similar ASCII keys are, so that a byte is a letter. */

/** Longer keys are compared by their first letters only: names are shorter. */
const LONGEST = 64;

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

/** Orders that do not depend on the machine's language. */

/** Compares two texts by their UTF-16 code units: the same order everywhere, unlike localeCompare. */
export function compareText(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

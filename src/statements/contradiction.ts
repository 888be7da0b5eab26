/** When two statements about the same thing cannot both be true. */
import type { Quantity, Statement } from "./statement.ts";

/**
 * Whether two statements of one property of one subject contradict each other: one asserts what the
 * other denies, or their counts have no number in common. A count in words alone contradicts nothing.
 * Both stay: this only sets them side by side.
 */
export function contradicts(left: Statement, right: Statement): boolean {
  if (left.subject !== right.subject || left.property !== right.property) return false;
  if (left.value.kind === "quantity" && right.value.kind === "quantity" && left.polarity === right.polarity) {
    return areDisjoint(left.value, right.value);
  }
  return left.polarity !== right.polarity && JSON.stringify(left.value) === JSON.stringify(right.value);
}

/** Whether two ranges of counts have no number in common; a missing bound is open. */
export function areDisjoint(
  left: Pick<Quantity, "min" | "max">,
  right: Pick<Quantity, "min" | "max">,
): boolean {
  const isAbove = (a: number | null, b: number | null) => a !== null && b !== null && a > b;
  return isAbove(left.min, right.max) || isAbove(right.min, left.max);
}

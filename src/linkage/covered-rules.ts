/** Rules whose pairs other rules bring together anyway: to run them as well would only find the same again. */
import type { KeyColumn } from "./blocking-keys.ts";

/** A rule as far as covering goes. */
export interface CoveringRule {
  readonly keys: readonly KeyColumn[];
  /** True when the rule takes all its blocks as they are. */
  readonly isWhole: boolean;
}

/** Keys of one field by what they tell: records that share the first share the second too. */
const IMPLIED: ReadonlySet<string> = new Set([
  "day month",
  "day year",
  "month year",
  "day day-of-year",
  "whole token",
]);

/** The rules without those that a whole rule among the others covers. */
export function withoutCovered<Rule extends CoveringRule>(rules: readonly Rule[]): readonly Rule[] {
  const kept = new Set(rules);
  for (const rule of rules) {
    for (const other of kept) {
      if (other === rule || !other.isWhole || !isCovered(rule.keys, other.keys)) continue;
      kept.delete(rule);
      break;
    }
  }
  return rules.filter((rule) => kept.has(rule));
}

/** Whether a whole rule among them holds all pairs that share these keys. */
export function isHeldByWhole(keys: readonly KeyColumn[], rules: readonly CoveringRule[]): boolean {
  return rules.some((rule) => rule.isWhole && isCovered(keys, rule.keys));
}

/** Whether records that share the first keys share the second ones too. */
function isCovered(keys: readonly KeyColumn[], by: readonly KeyColumn[]): boolean {
  const [first, second] = by;
  if (first === undefined) return false;
  if (second === undefined) return keys.some((key) => implies(key, first));
  return keys.some(
    (key, index) =>
      implies(key, first) && keys.some((other, place) => place !== index && implies(other, second)),
  );
}

function implies(key: KeyColumn, other: KeyColumn): boolean {
  return key === other || (key.field === other.field && IMPLIED.has(`${key.key} ${other.key}`));
}

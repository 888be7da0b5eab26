/** Rows of one list that may be one person twice, while nobody has decided it. */
import { compareText } from "../core/index.ts";
import type { LinkInput, LinkResult } from "../linkage/index.ts";
import type { LinkRecorded } from "./act-bodies.ts";

/**
 * For each list with pairs of its own rows that wait, the records that it would have fewer if all of them were joined:
 * the most by which it can overstate its people.
 */
export function countRepeats(
  { records }: Pick<LinkInput, "records">,
  { needsReview }: Pick<LinkResult, "needsReview">,
): NonNullable<LinkRecorded["repeats"]> {
  const first = new Map<number, number>();
  const rootOf = (record: number): number => {
    let root = record;
    for (let next = first.get(root); next !== undefined; next = first.get(root)) root = next;
    return root;
  };
  const fewer = new Map<string, number>();
  for (const { left, right } of needsReview) {
    const list = records[left]?.list;
    if (list === undefined || list !== records[right]?.list) continue;
    const [one, other] = [rootOf(left), rootOf(right)];
    if (one === other) continue;
    first.set(Math.max(one, other), Math.min(one, other));
    fewer.set(list, (fewer.get(list) ?? 0) + 1);
  }
  return [...fewer]
    .map(([list, count]) => ({ list, records: count }))
    .sort((a, b) => compareText(a.list, b.list));
}

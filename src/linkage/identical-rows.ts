/** Rows of one list that say the same in every field and were left apart: nothing in them tells one person from two. */
import type { LinkInput, LinkRecord, PairJudgement } from "./records.ts";
import type { LinkResult } from "./result.ts";

export interface IdenticalRows {
  readonly list: string;
  /** Of the rows, in the order of the input; two at least. */
  readonly recordIds: readonly string[];
}

/**
 * Groups of identical rows with a name of which some ended apart while nobody judged them. Their weight says little: in a
 * list that holds many, agreement is no evidence, so that the machine neither joins them nor puts them in the middle band.
 */
export function identicalRows(
  { fields, records }: LinkInput,
  { clusterIds }: Pick<LinkResult, "clusterIds">,
  judgements: readonly PairJudgement[],
): readonly IdenticalRows[] {
  const names = fields.flatMap(({ kind }, column) => (kind === "name" ? [column] : []));
  const isNamed = ({ values }: LinkRecord) =>
    names.some((column) => {
      const value = values[column];
      return value !== null && value !== undefined && "text" in value && value.text.trim() !== "";
    });
  const judged = new Set(judgements.flatMap(({ left, right }) => [keyOf(left), keyOf(right)]));
  const groups = new Map<string, number[]>();
  for (const [index, record] of records.entries()) {
    if (!isNamed(record) || judged.has(keyOf(record))) continue;
    const key = JSON.stringify([record.list, record.values]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [index]);
    else group.push(index);
  }
  return [...groups.values()]
    .filter((group) => new Set(group.map((index) => clusterIds[index])).size > 1)
    .map((group) => ({
      list: records[group[0] ?? 0]?.list ?? "",
      recordIds: group.map((index) => records[index]?.recordId ?? ""),
    }));
}

function keyOf({ list, recordId }: PairJudgement["left"]): string {
  return JSON.stringify([list, recordId]);
}

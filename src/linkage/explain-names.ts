/** Records by what a person calls them. */
import { InquestError } from "../core/pure.ts";
import type { LinkRecord } from "./records.ts";
import type { LinkResult } from "./result.ts";

/**
 * The records that a word means: one, as `list:record_id`, or all of a cluster, by its id `list/record_id`.
 *
 * @returns indices into the records, ascending.
 * @throws InquestError "linkage/unknown-record" (not-found).
 */
export function findRecords(
  records: readonly LinkRecord[],
  { clusterIds }: Pick<LinkResult, "clusterIds">,
  word: string,
): number[] {
  const one = records.findIndex(({ list, recordId }) => `${list}:${recordId}` === word);
  if (one >= 0) return [one];
  const all = clusterIds.flatMap((id, index) => (id === word ? [index] : []));
  if (all.length > 0) return all;
  const lists = [...new Set(records.map(({ list }) => list))];
  throw new InquestError({
    code: "linkage/unknown-record",
    reaction: "not-found",
    message: `"${word}" is no record. Write list:record_id, or a person's id; the lists are ${lists.join(", ")}.`,
    evidence: { word, lists },
  });
}

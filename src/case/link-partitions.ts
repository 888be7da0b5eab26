/** Partitions of a recorded link: what the lists may say, beside the clusters that were decided. */
import { parse } from "csv-parse/sync";
import { z } from "zod";
import { restoreCell, toCsv } from "../intake/index.ts";
import type { LinkInput, LinkResult, LinkSettings } from "../linkage/index.ts";
import type { LinkDoubt, LinkRecorded } from "./act-bodies.ts";
import type { CaseHandle } from "./handle.ts";

/** `list,record_id,draw_1,…`: for each record the row, from 1, of one record of its person in that draw. */
export function partitionsCsv(input: LinkInput, { partitions }: Pick<LinkResult, "partitions">): string {
  const heading = ["list", "record_id", ...partitions.map((_, draw) => `draw_${draw + 1}`)];
  const rows = input.records.map(({ list, recordId }, index) => [
    list,
    recordId,
    ...partitions.map(({ clusterOf }) => String((clusterOf[index] ?? index) + 1)),
  ]);
  return toCsv([heading, ...rows]);
}

/** What an act says of the doubt of a link. */
export function toLinkDoubt(
  { personsWithDoubt, blockingRecall }: LinkResult,
  { decision }: LinkSettings,
): LinkDoubt {
  const { estimate, low, high, draws, missedLinks } = personsWithDoubt;
  const share = (value: number | null) => (value === null ? null : Math.min(1, Math.max(0, value)));
  const counts = { estimate: Math.max(0, estimate), low: Math.max(0, low), high: Math.max(0, high), draws };
  return {
    ...counts,
    missedLinks: share(missedLinks),
    blockingRecall: share(blockingRecall.recall),
    holdsRowsOfOneListApart: decision.sameList === "review",
  };
}

/** One partition of the recorded link. */
export interface RecordedPartition {
  readonly weight: number;
  /** The person of a record in this partition, as a number that means nothing else; undefined outside of the link. */
  personOf(record: { readonly list: string; readonly recordId: string }): number | undefined;
}

const Row = z.tuple([z.string(), z.string()]).rest(z.string().regex(/^[1-9]\d*$/u));

/** The partitions of a recorded link; none for links of earlier versions. */
export async function readPartitions(
  handle: Pick<CaseHandle, "read">,
  { partitions }: LinkRecorded,
): Promise<readonly RecordedPartition[]> {
  if (partitions === undefined) return [];
  const text = new TextDecoder().decode(await handle.read(partitions.table));
  const rows = z.array(Row).parse(parse(text, { from_line: 2 }));
  const keyOf = (list: string, recordId: string) => `${list}\u0000${recordId}`;
  const rowOf = new Map(
    rows.map(([list, recordId], row) => [keyOf(restoreCell(list), restoreCell(recordId)), row]),
  );
  return partitions.weights.map((weight, draw) => ({
    weight,
    personOf({ list, recordId }) {
      const row = rowOf.get(keyOf(list, recordId));
      const person = row === undefined ? undefined : rows[row]?.[draw + 2];
      return person === undefined ? undefined : Number(person);
    },
  }));
}

/** The judgements that a link is bound by: taken from what stands, and kept beside the clusters that they made. */
import { z } from "zod";
import { type JsonValue, toCanonicalJson } from "../core/index.ts";
import type { ListRecord } from "../intake/index.ts";
import type { LinkInput, LinkResult, PairJudgement } from "../linkage/index.ts";
import type { LinkRecorded } from "./act-bodies.ts";
import { createRowFollower } from "./follow-rows.ts";
import type { CaseHandle } from "./handle.ts";
import { ANSWERS } from "./judgements.ts";
import { personImports } from "./link-input.ts";
import { createJudgementReader } from "./read-judgements.ts";
import { createRecordFinder, hashCells, toStanding } from "./standing-judgements.ts";

const Address = z.strictObject({ list: z.string(), recordId: z.string() });

/** What lies beside the clusters of a link that judgements bound. */
const LinkedJudgements = z.strictObject({
  judgements: z.array(
    z.strictObject({
      left: Address,
      right: Address,
      decision: z.enum(ANSWERS),
      /** The ids of the acts that say so. */
      acts: z.array(z.string()),
    }),
  ),
  /** Judgements that contradict each other or the evidence: they were obeyed as far as can be, never overruled. */
  conflicts: z.array(
    z.strictObject({
      left: Address.nullable(),
      right: Address.nullable(),
      kind: z.enum(["unknown-record", "same-and-different", "against-evidence"]),
      weightBits: z.number().nullable(),
    }),
  ),
});
type LinkedJudgements = z.infer<typeof LinkedJudgements>;

/** What stands and binds, in one order. Pairs on which reviewers disagree bind nothing until it is settled. */
export async function judgementsToLink(
  handle: CaseHandle,
  records: readonly ListRecord[],
): Promise<LinkedJudgements["judgements"]> {
  if (handle.state.judgements.version === 0) return [];
  const read = await createJudgementReader(handle)();
  const follow = await createRowFollower(handle, personImports(handle.state), hashCells);
  const { pairs } = toStanding(read, createRecordFinder(records, follow));
  return [...pairs.values()].flatMap(({ left, right, decision, standing }) =>
    decision === null
      ? []
      : [
          {
            left: { list: left.list, recordId: left.recordId },
            right: { list: right.list, recordId: right.recordId },
            decision,
            acts: standing.map(({ id }) => id),
          },
        ],
  );
}

/** What tells one set of judgements from another: their acts, which say nothing of the rows. Nothing where there are none. */
export function judgementsKey(judgements: LinkedJudgements["judgements"]): JsonValue[] {
  return judgements.length === 0 ? [] : [judgements.map(({ acts }) => acts)];
}

/** The table that is sealed beside the clusters; none where nobody judged. */
export function linkedJudgementsTable(
  judgements: LinkedJudgements["judgements"],
  input: LinkInput,
  { conflicts }: Pick<LinkResult, "conflicts">,
): readonly Uint8Array[] {
  if (judgements.length === 0) return [];
  const addressOf = (index: number | null): z.infer<typeof Address> | null => {
    const record = index === null ? undefined : input.records[index];
    return record === undefined ? null : { list: record.list, recordId: record.recordId };
  };
  const table: LinkedJudgements = {
    judgements,
    conflicts: conflicts.map(({ left, right, kind, weightBits }) => ({
      left: addressOf(left),
      right: addressOf(right),
      kind,
      weightBits,
    })),
  };
  return [new TextEncoder().encode(toCanonicalJson(table))];
}

/** The judgements that a recorded link was bound by, as linkage takes them. */
export async function readLinkedJudgements(
  handle: CaseHandle,
  { judgements }: Pick<LinkRecorded, "judgements">,
): Promise<readonly (PairJudgement & { readonly acts: readonly string[] })[]> {
  if (judgements === undefined) return [];
  const text = new TextDecoder().decode(await handle.read(judgements));
  return LinkedJudgements.parse(JSON.parse(text)).judgements;
}

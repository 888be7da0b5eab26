/** Judging a pair of list records, and taking a judgement back: each an act, signed by whoever judges. */
import { z } from "zod";
import { InquestError, type JsonValue, toCanonicalJson } from "../core/index.ts";
import type { ListRecord } from "../intake/index.ts";
import { isSealedRef, type SealedRef } from "../vault/index.ts";
import type { ActDraft, CaseHandle } from "./handle.ts";
import { ANSWERS, ASKED_AS, AuditSample, type Judgement, Reason } from "./judgements.ts";
import type { LinkTable } from "./link-table.ts";
import type { ReadJudgement } from "./read-judgements.ts";
import type { ReviewTable } from "./review-desk.ts";
import { hasSaid, pairKey, toJudgedRecord } from "./standing-judgements.ts";

/** A judgement as somebody gives it. */
export const JudgementGiven = z.strictObject({
  /** Each the id of a record (`rec-…`), or `list:record_id`. */
  left: z.string().min(1),
  right: z.string().min(1),
  answer: z.enum(ANSWERS),
  reason: Reason.optional(),
  /** Why the pair was put before them; `chosen` when left out. */
  asked: z.enum(ASKED_AS).optional(),
  /** Whether score and waterfall were hidden; not heeded where they judged the pair before, and so were told its score. */
  isBlind: z.boolean().optional(),
  /** Its place in the queue, from 1, where it was shown. */
  rank: z.number().int().positive().optional(),
  sample: AuditSample.optional(),
});
export type JudgementGiven = z.infer<typeof JudgementGiven>;

export const UndoingGiven = z.strictObject({ reason: Reason.optional() });
export type UndoingGiven = z.infer<typeof UndoingGiven>;

export interface JudgementEntered {
  /** Of the act. */
  readonly id: string;
  /** False while nobody vouched for the key that signed it: it stands in the log and binds nothing until then. */
  readonly counts: boolean;
  /** The reviewer's earlier judgement that it takes the place of. */
  readonly supersedes: string | null;
  /** Judgements of others that it decides between. */
  readonly settles: readonly string[];
}

/**
 * Records what somebody says of two rows. Deciding between others who disagree needs a reason; so does a change of one's
 * own mind.
 *
 * @throws InquestError "case/not-linked" (decision); "case/record-unknown" (not-found); "case/judgement" (input) for one
 *   row twice; "case/judgement-reason" (decision) where a reason is needed.
 */
export async function judgePair(handle: CaseHandle, given: JudgementGiven): Promise<JudgementEntered> {
  const signer = handle.requireSigner();
  const desk = await handle.review.open();
  const { table } = desk;
  const [left, right] = [findRecord(desk, given.left), findRecord(desk, given.right)];
  if (left.id === right.id) {
    throw new InquestError({
      code: "case/judgement",
      reaction: "input",
      message: `Both names mean the row ${left.recordId} of ${left.list}; name two rows.`,
      evidence: { record: left.id },
    });
  }
  const pair = desk.standing.pairs.get(pairKey(left, right));
  const standing = pair?.standing ?? [];
  const earlier = standing.find(({ by }) => by === signer.actor);
  const settles = toSettle(standing, earlier, given);
  requireReason(given, { earlier, settles });
  const isBlind = given.isBlind === true && !hasSaid(pair, signer.actor);
  const judgement: Judgement = {
    left: toJudgedRecord(left),
    right: toJudgedRecord(right),
    answer: given.answer,
    ...(given.reason === undefined ? {} : { reason: given.reason }),
    asked: given.asked ?? "chosen",
    shown: isBlind ? null : { weightBits: weightOf(desk, left, right), rank: given.rank ?? null },
    ...(given.sample === undefined ? {} : { sample: given.sample }),
    link: table.link.inputSha256,
    ...(earlier === undefined ? {} : { supersedes: earlier.id }),
    ...(settles.length === 0 ? {} : { settles }),
  };
  const drafts = await toDrafts(handle, judgement, table);
  const acts = await handle.record(drafts);
  const act = acts.at(-1)?.act;
  if (act === undefined) throw new TypeError("a judgement that was recorded has an act");
  const counts = handle.state.twoPersons.isVouched({ actor: act.actor, device: act.device });
  return { id: act.id, counts, supersedes: earlier?.id ?? null, settles };
}

/**
 * Takes one's own judgement back; what stood before it stands again. One that is part of a decision about whole persons
 * is taken back with all others of it.
 *
 * @param id - of the judgement; the last one of whoever asks that still stands when left out.
 * @throws InquestError "case/not-found"; "case/judgement-undo" (decision) for another's judgement, for one that was taken
 *   back before, when there is none, or with a reason where the judgement is encrypted.
 */
export async function undoJudgement(
  handle: CaseHandle,
  { id, reason }: UndoingGiven & { readonly id?: string | undefined },
): Promise<string> {
  const signer = handle.requireSigner();
  const { read } = await handle.review.open();
  const own = read.filter((each) => each.by === signer.actor && each.undone === null);
  const found = id === undefined ? own.at(-1) : read.find((each) => each.id === id);
  if (id !== undefined && found === undefined) {
    throw new InquestError({
      code: "case/not-found",
      reaction: "not-found",
      message: `No judgement has the id ${id}. inquest review --list shows them.`,
      evidence: { id },
    });
  }
  const together = found === undefined ? [] : decidedWith(found, own);
  const fault =
    found === undefined
      ? `${signer.actor} has no judgement that stands`
      : found.by !== signer.actor
        ? `${found.by} made it; judge the pair yourself instead`
        : found.undone !== null
          ? "it was taken back before"
          : found.isSealed && reason !== undefined
            ? "it is encrypted, and a reason in the open log would tell of it; undo it without one"
            : null;
  if (fault !== null || found === undefined) {
    throw new InquestError({
      code: "case/judgement-undo",
      reaction: "decision",
      message: `The judgement cannot be taken back: ${fault}.`,
      evidence: { judgement: found?.id ?? null },
    });
  }
  await handle.record(
    together.map(({ id: judgement }) => ({
      kind: "judgement.undone",
      body: { judgement, ...(reason === undefined ? {} : { reason }) },
    })),
  );
  return found.id;
}

/** The judgements that were recorded as one decision with another, itself among them. */
export function decidedWith(found: ReadJudgement, own: readonly ReadJudgement[]): readonly ReadJudgement[] {
  const { ofPerson } = found.judgement;
  if (ofPerson === undefined) return [found];
  return own.filter(
    ({ by, undone, judgement }) =>
      by === found.by && undone === null && judgement.ofPerson?.decision === ofPerson.decision,
  );
}

/** A row by `rec-…` or `list:record_id`, of the lists that were linked. */
export function findRecord({ table }: Pick<ReviewTable, "table">, word: string): ListRecord {
  const found = word.startsWith("rec-")
    ? table.records.find(({ id }) => id === word)
    : recordCalled(table, word);
  if (found !== undefined) return found;
  throw new InquestError({
    code: "case/record-unknown",
    reaction: "not-found",
    message: `"${word}" is no row of the linked lists. Write list:record_id or the row's id; the lists are ${table.link.lists.join(", ")}.`,
    evidence: { word },
  });
}

/** Names of lists may hold colons. */
function recordCalled({ records, positionOf, link }: LinkTable, word: string): ListRecord | undefined {
  for (const list of link.lists) {
    if (!word.startsWith(`${list}:`)) continue;
    const position = positionOf({ list, recordId: word.slice(list.length + 1) });
    if (position !== undefined) return records[position];
  }
  return undefined;
}

export function weightOf({ table, agenda }: ReviewTable, left: ListRecord, right: ListRecord): number | null {
  const [one, other] = [table.positionOf(left), table.positionOf(right)];
  if (one === undefined || other === undefined) return null;
  const row = agenda.rowOf.get(Math.min(one, other) * table.records.length + Math.max(one, other));
  return row === undefined ? null : (agenda.pairs.weights[row] ?? 0) / 1000;
}

/** Others whose decided answers differ from each other, when somebody who is not among them decides. */
export function toSettle(
  standing: readonly ReadJudgement[],
  earlier: ReadJudgement | undefined,
  { answer }: Pick<JudgementGiven, "answer">,
): string[] {
  const others = standing.filter((each) => each !== earlier && each.judgement.answer !== "unsure");
  const isDisputed = new Set(others.map(({ judgement }) => judgement.answer)).size > 1;
  return isDisputed ? others.filter(({ judgement }) => judgement.answer !== answer).map(({ id }) => id) : [];
}

function requireReason(
  { reason, answer }: JudgementGiven,
  { earlier, settles }: { readonly earlier: ReadJudgement | undefined; readonly settles: readonly string[] },
): void {
  if (reason !== undefined) return;
  const isOtherMind = earlier !== undefined && earlier.judgement.answer !== answer;
  if (settles.length === 0 && !isOtherMind) return;
  throw new InquestError({
    code: "case/judgement-reason",
    reaction: "decision",
    message:
      settles.length > 0
        ? "Reviewers disagree on this pair, and this judgement decides between them: give its reason."
        : `You said "${earlier?.judgement.answer}" of this pair before: give the reason for the change, or take the earlier one back first.`,
    evidence: { supersedes: earlier?.id ?? null, settles },
  });
}

/** The acts of a judgement: open where both rows are, else encrypted with what it must be forgotten with. */
export async function toDrafts(
  handle: CaseHandle,
  judgement: Judgement,
  table: LinkTable,
): Promise<ActDraft[]> {
  const plain: JsonValue = JSON.parse(toCanonicalJson(judgement));
  const beside = secretOf(handle, [judgement.left.list, judgement.right.list], table);
  if (beside === null) return [{ kind: "pair.judged", body: { judgement: plain } }];
  const bytes = new TextEncoder().encode(toCanonicalJson(plain));
  const { refs, drafts } = await handle.secrets.seal([bytes], "a judgement of two records", beside);
  const [sealed] = refs;
  if (sealed === undefined) throw new TypeError("what was encrypted has an address");
  return [...drafts, { kind: "pair.judged", body: { sealed: { ...sealed } } }];
}

/**
 * The encrypted content that a judgement goes with: the rows of its one encrypted list; of two, the link, whose key is
 * destroyed with that of either.
 */
function secretOf({ state }: CaseHandle, lists: readonly string[], { link }: LinkTable): SealedRef | null {
  const secret = [...state.lists.values()]
    .filter(({ value }) => value.lists.some((list) => lists.includes(list)))
    .flatMap(({ value }) => (isSealedRef(value.records) ? [value.records] : []));
  const [first, other] = secret;
  if (first === undefined) return null;
  if (other === undefined || other.item === first.item) return first;
  return isSealedRef(link.clusters) ? link.clusters : first;
}

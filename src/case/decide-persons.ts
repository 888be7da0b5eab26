/** Decisions about whole persons: parting one, joining two, or saying that one was looked at and is right. */
import { z } from "zod";
import { InquestError } from "../core/index.ts";
import { checkPersons, createPlacesReconciled } from "./check-persons.ts";
import type { ActDraft, CaseHandle } from "./handle.ts";
import { toDrafts } from "./judge-pair.ts";
import { type AskedAs, type Judgement, Reason } from "./judgements.ts";
import { needsReason, type PersonPlan, planJoin, planKeep, planSplit } from "./plan-person-decision.ts";
import type { ReviewTable } from "./review-desk.ts";
import { type JudgedPair, toJudgedRecord } from "./standing-judgements.ts";
import type { CaseState } from "./state.ts";

const Row = z.string().trim().min(1).max(500);

export const SplitGiven = z.strictObject({
  /** Rows of one person that are somebody else, each `rec-…` or `list:record_id`. */
  rows: z.array(Row).min(1).max(500),
  reason: Reason.optional(),
});
export type SplitGiven = z.infer<typeof SplitGiven>;

export const JoinGiven = z.strictObject({
  /** Each the id of a person (`person-…`), or of one of its rows. */
  one: Row,
  other: Row,
  reason: Reason.optional(),
});
export type JoinGiven = z.infer<typeof JoinGiven>;

export const KeepGiven = z.strictObject({ person: Row, reason: Reason.optional() });
export type KeepGiven = z.infer<typeof KeepGiven>;

export interface PersonDecided {
  /** Of the acts that recorded its judgements; any of them takes the whole decision back. */
  readonly judgements: readonly string[];
  /** False while nobody vouched for the key that signed them: they stand in the log and bind nothing until then. */
  readonly counts: boolean;
}

/**
 * Says that rows of a person are somebody else than its other rows: each two are judged different, in acts that are
 * recorded together or not at all. The next link heeds it.
 *
 * @throws InquestError "case/person-rows" (input); "case/record-unknown"; "case/judgement-reason" (decision) where an
 *   earlier judgement said that they are one; "case/not-linked".
 */
export async function splitPerson(handle: CaseHandle, { rows, reason }: SplitGiven): Promise<PersonDecided> {
  const desk = await handle.review.open();
  return decide(handle, desk, planSplit(desk, handle.requireSigner().actor, rows), reason);
}

/**
 * Says that two persons are one.
 *
 * @throws InquestError as for a split; "case/person-forbidden" (decision) naming the judgement that they are two.
 */
export async function joinPersons(
  handle: CaseHandle,
  { one, other, reason }: JoinGiven,
): Promise<PersonDecided> {
  const desk = await handle.review.open();
  return decide(handle, desk, planJoin(desk, handle.requireSigner().actor, [one, other]), reason);
}

/** Says that a person was looked at and is right. @throws InquestError as for joining. */
export async function keepPerson(handle: CaseHandle, { person, reason }: KeepGiven): Promise<PersonDecided> {
  const desk = await handle.review.open();
  const plan = planKeep(desk, handle.requireSigner().actor, person, contradictingIn(desk, handle.state));
  return decide(handle, desk, plan, reason);
}

/** The rows of a person that contradict each other, two by two, the worst first. */
export function contradictingIn(desk: ReviewTable, state: CaseState): Parameters<typeof planKeep>[3] {
  return (rows) => {
    const checked = checkPersons(desk, createPlacesReconciled(state)).find(
      ({ person }) => person.members === rows,
    );
    const pairs = checked?.contradictions.flatMap((each) => each.pairs) ?? [];
    return pairs.flatMap(([left, right]) => {
      const [one, other] = [rows[left], rows[right]];
      return one === undefined || other === undefined ? [] : [[one, other] as const];
    });
  };
}

const DECISION_BYTES = 16;

async function decide(
  handle: CaseHandle,
  desk: ReviewTable,
  plan: PersonPlan,
  reason: string | undefined,
): Promise<PersonDecided> {
  const [forbidding] = plan.forbidding;
  if (forbidding !== undefined) throw forbidden(forbidding);
  if (reason === undefined && needsReason(plan)) throw reasonNeeded(plan);
  const decision = Buffer.from(handle.random(DECISION_BYTES)).toString("hex");
  const asked = askedAs(plan, desk);
  const drafts: ActDraft[] = [];
  for (const { left, right, answer, weightBits, earlier, settles } of plan.judged) {
    const judgement: Judgement = {
      left: toJudgedRecord(left),
      right: toJudgedRecord(right),
      answer,
      ...(reason === undefined ? {} : { reason }),
      asked,
      shown: { weightBits, rank: null },
      link: desk.table.link.inputSha256,
      ...(earlier === null ? {} : { supersedes: earlier.id }),
      ...(settles.length === 0 ? {} : { settles: [...settles] }),
      ofPerson: { decision, did: plan.did },
    };
    drafts.push(...(await toDrafts(handle, judgement, desk.table)));
  }
  // One segment of the log: all of them are on the disk, or none.
  const acts = (await handle.record(drafts))
    .map(({ act }) => act)
    .filter(({ kind }) => kind === "pair.judged");
  return {
    judgements: acts.map(({ id }) => id),
    counts: acts.every(({ actor, device }) => handle.state.twoPersons.isVouched({ actor, device })),
  };
}

/** Whoever looked at a person that contradicts itself saw all of it, so that it is not asked again pair by pair. */
function askedAs({ did, before }: PersonPlan, desk: ReviewTable): AskedAs {
  const isContradicted = before.some((rows) => desk.persons().contradictionsOf(rows).length > 0);
  return did !== "joined" && isContradicted ? "contradiction" : "chosen";
}

function forbidden({ left, right, standing, isDisputed }: JudgedPair): InquestError {
  const said = standing.findLast(({ judgement }) => judgement.answer === "different");
  const rows = `${left.list}:${left.recordId} and ${right.list}:${right.recordId}`;
  const way = isDisputed
    ? "Others say that they are one: settle the pair in the review first."
    : "Take it back first, or have whoever gave it look again.";
  return new InquestError({
    code: "case/person-forbidden",
    reaction: "decision",
    message: `${said?.by ?? "Somebody"} judged ${rows} to be two persons on ${said?.at.slice(0, 10) ?? "an earlier day"} (${said?.id ?? ""}). ${way}`,
    evidence: { judgement: said?.id ?? null },
  });
}

function reasonNeeded({ against, did }: PersonPlan): InquestError {
  const [first] = against;
  const otherwise = did === "split" ? "one person" : "two persons";
  const message =
    first === undefined
      ? "Reviewers disagree there, and this decides between them: give its reason."
      : `${first.said.by} judged ${first.pair.left.list}:${first.pair.left.recordId} and ${first.pair.right.list}:${first.pair.right.recordId} to be ${otherwise} on ${first.said.at.slice(0, 10)}: give the reason for saying otherwise.`;
  return new InquestError({
    code: "case/judgement-reason",
    reaction: "decision",
    message,
    evidence: { against: against.map(({ said }) => said.id) },
  });
}

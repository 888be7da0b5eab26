/** Judgements of pairs of list records, as acts: who said what of which rows, what they saw, and what was taken back. */
import { z } from "zod";
import { SealedRef } from "../vault/index.ts";
import { readBody } from "./read-body.ts";
import type { AppliedAct } from "./state.ts";

export const ANSWERS = ["same", "different", "unsure"] as const;
export type PairAnswer = (typeof ANSWERS)[number];

/**
 * Why a pair was put before somebody: judgements contradict each other or the evidence (`contradiction`), a doubtful
 * link holds a cluster together (`bridge`), the machine may not decide (`band`), a random audit (`audit`), a second
 * opinion (`second`), or somebody named the two (`chosen`).
 */
export const ASKED_AS = ["contradiction", "bridge", "band", "audit", "second", "chosen"] as const;
export type AskedAs = (typeof ASKED_AS)[number];

const Sha256Text = z.string().regex(/^[0-9a-f]{64}$/u);

/** A row as it stood before the eyes of whoever judged. */
export const JudgedRecord = z.strictObject({
  list: z.string().min(1),
  recordId: z.string().min(1),
  /** SHA-256 over the canonical JSON of its cells: a row that says something else by now is not the row that was judged. */
  cells: Sha256Text,
});
export type JudgedRecord = z.infer<typeof JudgedRecord>;

export const Reason = z.string().trim().min(1).max(4000);

/** The seed and size of an audit sample. */
export const AuditSample = z.strictObject({
  seed: z.number().int().min(0).max(4_294_967_295),
  size: z.number().int().min(1).max(100_000),
});
export type AuditSample = z.infer<typeof AuditSample>;

/** What somebody did to a whole person: parted it, joined two, or looked at it and found it right. */
export const PERSON_DECISIONS = ["split", "joined", "kept"] as const;
export type PersonDecision = (typeof PERSON_DECISIONS)[number];

export const Judgement = z.strictObject({
  left: JudgedRecord,
  right: JudgedRecord,
  answer: z.enum(ANSWERS),
  reason: Reason.optional(),
  asked: z.enum(ASKED_AS),
  /** The score that stood on the screen and the place in the queue, from 1; null when both were hidden. */
  shown: z
    .strictObject({
      /** Null where the link had not scored the pair. */
      weightBits: z.number().nullable(),
      rank: z.number().int().positive().nullable(),
    })
    .nullable(),
  /** Of an audit: the sample that the pair was drawn for. */
  sample: AuditSample.optional(),
  /** The link that it rests on, by the SHA-256 of what went into it; null when nothing was linked. */
  link: Sha256Text.nullable(),
  /** The reviewer's own earlier judgement of the pair, by the id of its act. */
  supersedes: z.string().min(1).optional(),
  /** Judgements of others that disagree, which this one decides between. */
  settles: z.array(z.string().min(1)).min(1).optional(),
  /** Of a decision about whole persons: its judgements are recorded together, and taken back together. */
  ofPerson: z
    .strictObject({ decision: z.string().regex(/^[0-9a-f]{32}$/u), did: z.enum(PERSON_DECISIONS) })
    .optional(),
});
export type Judgement = z.infer<typeof Judgement>;

/** `pair.judged`: open, or encrypted where one of the rows is. */
export const PairJudged = z.union([
  z.strictObject({ judgement: Judgement }),
  z.strictObject({ sealed: SealedRef }),
]);
export type PairJudged = z.infer<typeof PairJudged>;

/** `judgement.undone`: its author takes it back; what stood before it stands again. */
export const JudgementUndone = z.strictObject({
  judgement: z.string().min(1),
  reason: Reason.optional(),
});

export interface Undoing {
  readonly by: string;
  readonly device: string;
  readonly at: string;
  readonly leafIndex: number;
  readonly reason: string | null;
}

/** A judgement as it stands in the log; its id is the id of its act. */
export interface RecordedJudgement {
  readonly id: string;
  readonly leafIndex: number;
  readonly at: string;
  readonly by: string;
  readonly device: string;
  readonly body: PairJudged;
  /** Who said that it is taken back; whether that counts is for whoever reads it to tell. */
  readonly undoings: readonly Undoing[];
}

export interface Judgements {
  /** Grows with every judgement and every undoing. */
  readonly version: number;
  /** In the order of the log. */
  all(): readonly RecordedJudgement[];
  find(id: string): RecordedJudgement | undefined;
}

export interface JudgementState extends Judgements {
  /** Follows an act; whether it was one of a judgement. */
  apply(act: AppliedAct, leafIndex: number): boolean;
}

export function createJudgements(): JudgementState {
  const byId = new Map<string, RecordedJudgement>();
  let version = 0;
  return {
    get version() {
      return version;
    },
    all: () => [...byId.values()],
    find: (id) => byId.get(id),
    apply({ id, kind, at, actor, device, body }, leafIndex) {
      if (kind === "pair.judged") {
        const value = readBody(PairJudged, body, kind, leafIndex);
        byId.set(id, { id, leafIndex, at, by: actor, device, body: value, undoings: [] });
      } else if (kind === "judgement.undone") {
        const { judgement, reason = null } = readBody(JudgementUndone, body, kind, leafIndex);
        const undone = byId.get(judgement);
        const undoing = { by: actor, device, at, leafIndex, reason };
        if (undone !== undefined) byId.set(judgement, { ...undone, undoings: [...undone.undoings, undoing] });
      } else return false;
      version += 1;
      return true;
    },
  };
}

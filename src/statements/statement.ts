/** Statements: what a speaker says of a subject, at a passage of a sealed source. */
import { z } from "zod";
import { type JsonValue, toContentId } from "../core/index.ts";
import { TimeAsWritten } from "./statement-time.ts";
import { LocalTextSchema, SubjectId } from "./subject.ts";
import { isPropertyName, type PropertyName } from "./vocabulary.ts";

/** A count: exact when min equals max, a bound when one is null, only words when both are. */
export const Quantity = z.strictObject({
  kind: z.literal("quantity"),
  min: z.number().int().nonnegative().nullable(),
  max: z.number().int().nonnegative().nullable(),
  /** The speaker's best number within its own range, such as a published estimate with its interval. */
  best: z.number().int().nonnegative().optional(),
  /** The speaker's own word where it gives no number, such as "thousands". */
  words: LocalTextSchema.optional(),
});
export type Quantity = z.infer<typeof Quantity>;

export const StatementValue = z.discriminatedUnion("kind", [
  Quantity,
  z.strictObject({ kind: z.literal("text"), text: LocalTextSchema }),
  z.strictObject({ kind: z.literal("ref"), ref: SubjectId }),
  z.strictObject({
    kind: z.literal("point"),
    latitude: z.number().min(-90).max(90),
    longitude: z.number().min(-180).max(180),
    /** Radius in metres within which the thing lies. */
    accuracyM: z.number().positive(),
  }),
  z.strictObject({ kind: z.literal("code"), code: z.string().min(1) }),
  z.strictObject({ kind: z.literal("none") }),
]);
export type StatementValue = z.infer<typeof StatementValue>;

/** Where in the source's text the statement stands (W3C Web Annotation: position and quote selectors). */
export const Passage = z.strictObject({
  /** Unicode code points from the start of the decoded text. */
  start: z.number().int().nonnegative(),
  end: z.number().int().positive(),
  quote: z.string().min(1),
  prefix: z.string(),
  suffix: z.string(),
});
export type Passage = z.infer<typeof Passage>;

export const Statement = z.strictObject({
  /** Content hash of everything below, so recording the same statement twice is a no-op. */
  id: z.string().regex(/^st-[0-9a-f]{32}$/u),
  /** The recorder's own short label, unique in the case, such as F01. */
  key: z.string().min(1).optional(),
  subject: SubjectId,
  property: z.custom<PropertyName>(
    (name) => typeof name === "string" && isPropertyName(name),
    "is not in the vocabulary of statements",
  ),
  value: StatementValue,
  /** For `appointed-by`: who was appointed. */
  of: SubjectId.optional(),
  /** For `capture-count`: the lists that hold exactly these people. */
  lists: z.array(SubjectId).optional(),
  /** What is counted, for a quantity: a word of the vocabulary of units. */
  unit: z.string().min(1).optional(),
  /** EDTF (level 1–2); absent when the source gives no time. */
  time: z.string().min(1).optional(),
  /** The words and the calendar that `time` was read from, where the recorder gave them. */
  timeAsWritten: TimeAsWritten.optional(),
  /**
   * precise: true on every day of the time. imprecise, and when left out: on at least one day of it, whichever.
   * (Claim model of Security Force Monitor.)
   */
  bound: z.enum(["precise", "imprecise"]).optional(),
  /** It began with the first day of the time, or on a day of an imprecise one; it ended likewise. */
  starts: z.literal(true).optional(),
  ends: z.literal(true).optional(),
  place: SubjectId.optional(),
  /** The source's id. */
  source: z.string().min(1),
  passage: Passage,
  speaker: SubjectId,
  chain: z.enum(["first-hand", "second-hand", "further"]),
  /** Through whom a second-hand statement reached the source. */
  via: LocalTextSchema.optional(),
  polarity: z.enum(["asserts", "denies"]),
  /** reported: said as fact by the speaker; alleged: an accusation; open: a question. */
  standing: z.enum(["reported", "alleged", "open"]),
  /**
   * restricted: in no answer and no export; read only at its source. sealed: restricted, and encrypted in the
   * ledger, so that it is read only with the case's key.
   */
  access: z.enum(["open", "restricted", "sealed"]),
  note: LocalTextSchema.optional(),
});
export type Statement = z.infer<typeof Statement>;

export type StatementContent = Omit<Statement, "id">;

/** The statement with its id, which is the hash of its content. */
export function withStatementId(content: StatementContent): Statement {
  const plain: JsonValue = { ...content };
  return { id: toContentId("st", plain), ...content };
}

/** The hash of a statement's content: its id, unless it is sealed and so has a random one. */
export function contentIdOf({ id: _, ...content }: Statement): string {
  return withStatementId(content).id;
}

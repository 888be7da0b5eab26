/** Statements: what a speaker says of a subject, at a passage of a sealed source. */
import { z } from "zod";
import { type JsonValue, toContentId } from "../core/index.ts";
import { Involvement } from "./involvement.ts";
import { Extraction, Translation } from "./origin.ts";
import { Outline } from "./outline.ts";
import { Passage } from "./passage.ts";
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

export const NAME_FORMS = [
  "full",
  "given",
  "father",
  "grandfather",
  "family",
  "nickname",
  "nom-de-guerre",
  "title",
] as const;

export const StatementValue = z.discriminatedUnion("kind", [
  Quantity,
  z.strictObject({ kind: z.literal("text"), text: LocalTextSchema }),
  z.strictObject({
    kind: z.literal("name"),
    /** As it is written, in its own script. */
    text: z.string().min(1),
    form: z.enum(NAME_FORMS),
    /** BCP 47, where the speaker says it. */
    language: z.string().min(2).optional(),
    /** Such as Dr, Haji, Ayatollah: beside the name, not in it. */
    title: z.string().min(1).optional(),
  }),
  z.strictObject({ kind: z.literal("ref"), ref: SubjectId }),
  z.strictObject({
    kind: z.literal("point"),
    latitude: z.number().min(-90).max(90),
    longitude: z.number().min(-180).max(180),
    /** Radius in metres within which the thing lies. */
    accuracyM: z.number().positive(),
  }),
  Outline,
  Involvement,
  z.strictObject({ kind: z.literal("code"), code: z.string().min(1) }),
  z.strictObject({ kind: z.literal("none") }),
]);
export type StatementValue = z.infer<typeof StatementValue>;

export const COUNT_BASES = [
  "bodies-counted",
  "names-counted",
  "records-counted",
  "witness-estimate",
  "calculation",
  "unknown",
] as const;

export const ACCESS_CLASSES = ["open", "team", "restricted", "sealed"] as const;

export const CERTAINTIES = ["certain", "probable", "possible"] as const;

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
  /** Whom it is of: for `appointed-by` who was appointed, for a rank whose it is, for an answer who gave it. */
  of: SubjectId.optional(),
  /** For `signed-by` and `signatory`: the group of those who signed that is meant; all of them when left out. */
  category: SubjectId.optional(),
  /** For `capture-count`: the lists that hold exactly these people. */
  lists: z.array(SubjectId).optional(),
  /** What is counted, for a quantity: a word of the vocabulary of units. */
  unit: z.string().min(1).optional(),
  /** For a count of casualties: how the speaker comes to it. */
  basis: z.enum(COUNT_BASES).optional(),
  /** How sure the speaker is of it. */
  certainty: z.enum(CERTAINTIES).optional(),
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
  /** When it was said or written (EDTF), where that is not the time it speaks of. */
  said: z.string().min(1).optional(),
  translation: Translation.optional(),
  extractedBy: Extraction.optional(),
  polarity: z.enum(["asserts", "denies"]),
  /** reported: said as fact by the speaker; alleged: an accusation; open: a question. */
  standing: z.enum(["reported", "alleged", "open"]),
  /**
   * team: used in answers like an open one, and leaves the case by no proof and no export.
   * restricted: in no answer and no export; read only at its source. sealed: restricted, and encrypted in the
   * ledger, so that it is read only with the case's key.
   */
  access: z.enum(ACCESS_CLASSES),
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

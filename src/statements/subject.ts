/** Subjects: the things statements speak of, each with an id a person can read and names in several languages. */
import { z } from "zod";

export const SUBJECT_KINDS = [
  "event",
  "group",
  "person",
  "mention",
  "office",
  "body",
  "site",
  "place",
  "appeal",
  "document",
  "speaker",
  "list",
  "question",
] as const;

export type SubjectKind = (typeof SUBJECT_KINDS)[number];

/** `kind:slug`, such as `office:minister-of-justice`: lower-case ASCII words joined by hyphens. */
export const SubjectId = z
  .string()
  .regex(
    new RegExp(`^(${SUBJECT_KINDS.join("|")}):[a-z0-9]+(-[a-z0-9]+)*$`, "u"),
    "must be kind:slug, the kind one of the subject kinds, the slug lower-case ASCII words joined by hyphens",
  );
export type SubjectId = z.infer<typeof SubjectId>;

/** A text in the languages that it was written in; at least one. */
export const LocalTextSchema = z
  .strictObject(
    { en: z.string().min(1).optional(), fa: z.string().min(1).optional() },
    {
      error: ({ code }) =>
        code === "invalid_type" ? 'must be a text by language, such as {en: "…"}' : undefined,
    },
  )
  .refine((text) => text.en !== undefined || text.fa !== undefined, "give the text in at least one language");

/**
 * A subject as it was named by the person who keeps the case. Naming is a decision of a person: a mention
 * in a source never becomes a subject by itself.
 */
export const Subject = z.strictObject({
  id: SubjectId,
  /** Names as the case shows them. */
  names: LocalTextSchema,
  /** The place that a place, body, office or site lies in or serves. */
  within: SubjectId.optional(),
  /** For a speaker: sources of one group are one voice and never corroborate each other. */
  independenceGroup: z.string().min(1).optional(),
  note: LocalTextSchema.optional(),
});
export type Subject = z.infer<typeof Subject>;

/** The kind of a subject, read from its id. */
export function subjectKind(id: SubjectId): SubjectKind {
  const kind = id.slice(0, id.indexOf(":"));
  const known = SUBJECT_KINDS.find((candidate) => candidate === kind);
  if (known === undefined) throw new TypeError(`not a subject id: ${id}`);
  return known;
}

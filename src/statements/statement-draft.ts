/** What a person writes in a statement file, before it is checked against its source and its case. */
import { z } from "zod";
import { DraftTime } from "./draft-time.ts";
import { LocalTextSchema, SubjectId } from "./subject.ts";
import { PROPERTY_NAMES } from "./vocabulary.ts";

const Count = z.number().int().nonnegative();

/** What `defaults` may give for every statement of the file. */
const DraftContext = z.strictObject({
  speaker: SubjectId.optional(),
  chain: z.enum(["first-hand", "second-hand", "further"]).optional(),
  via: LocalTextSchema.optional(),
  place: SubjectId.optional(),
  time: DraftTime.optional(),
  bound: z.enum(["precise", "imprecise"]).optional(),
  unit: z.string().optional(),
});

/** One statement as a person writes it. */
export const StatementDraft = DraftContext.extend({
  key: z.string().min(1).optional(),
  subject: SubjectId,
  property: z.enum(PROPERTY_NAMES, "is not in the vocabulary of statements"),
  value: z
    .union(
      [
        Count,
        z.string().min(1),
        z.strictObject({
          min: Count.optional(),
          max: Count.optional(),
          best: Count.optional(),
          words: LocalTextSchema.optional(),
        }),
        z.strictObject({ latitude: z.number(), longitude: z.number(), accuracyM: z.number() }),
        LocalTextSchema,
      ],
      "must be a count, a text, a text by language, {min, max}, {words}, a subject's id or a point; a text with a comma or colon needs quotes",
    )
    .optional(),
  of: SubjectId.optional(),
  lists: z.array(SubjectId).min(1).optional(),
  starts: z.literal(true).optional(),
  ends: z.literal(true).optional(),
  polarity: z.enum(["asserts", "denies"]).optional(),
  standing: z.enum(["reported", "alleged", "open"]).optional(),
  access: z.enum(["open", "restricted", "sealed"]).optional(),
  quote: z.string().min(1),
  /** Which occurrence of the quote is meant, from 1, where it stands more than once. */
  occurrence: z.number().int().positive().optional(),
  note: LocalTextSchema.optional(),
});
export type StatementDraft = z.infer<typeof StatementDraft>;

/** The whole file; each statement is checked by itself, so that a mistake has its line. */
export const StatementFile = z.strictObject({
  source: z.string().min(1),
  defaults: DraftContext.optional(),
  statements: z.array(z.unknown()).min(1),
});

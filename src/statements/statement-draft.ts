/** What a person writes in a statement file, before it is checked against its source and its case. */
import { z } from "zod";
import { DraftTime } from "./draft-time.ts";
import { Extraction, Translation } from "./origin.ts";
import { ACCESS_CLASSES, CERTAINTIES, COUNT_BASES, NAME_FORMS } from "./statement.ts";
import { LocalTextSchema, SubjectId } from "./subject.ts";
import { PROPERTY_NAMES } from "./vocabulary.ts";

const Count = z.number().int().nonnegative();

/** What `defaults` may give for every statement of the file. */
const DraftContext = z.strictObject({
  speaker: SubjectId.exactOptional(),
  chain: z.enum(["first-hand", "second-hand", "further"]).exactOptional(),
  via: LocalTextSchema.exactOptional(),
  place: SubjectId.exactOptional(),
  time: DraftTime.exactOptional(),
  bound: z.enum(["precise", "imprecise"]).exactOptional(),
  unit: z.string().min(1).exactOptional(),
  said: z.string().exactOptional(),
  extractedBy: Extraction.exactOptional(),
});

const Length = z.number().nonnegative();
/** Left, top, width and height: points on a page (1/72 inch), pixels in a picture. */
const BoxDraft = z.tuple([Length, Length, z.number().positive(), z.number().positive()]);
const Moment = z.union([z.number().nonnegative(), z.string().min(1)]);

/** Where a statement stands in a source that is no running text. */
const DraftPlace = z.union(
  [
    z.strictObject({
      /** Counted from 1 in the order of the file. */
      page: z.number().int().positive(),
      /** Left out, it is the place of the words. */
      box: BoxDraft.exactOptional(),
      /** A person read the words from the picture of the page; the program does not look for them. */
      read: z.literal("eye").exactOptional(),
    }),
    /** In a recording: seconds, m:ss or h:mm:ss. */
    z.strictObject({ from: Moment, to: Moment }),
    /** A cell: the row counted from 1 with the heading; the column too, or by its heading, in a workbook also by letters. */
    z.strictObject({
      /** Of a workbook: the sheet's name, or its number among the sheets; needed where there are several. */
      sheet: z.union([z.number().int().positive(), z.string().min(1)]).exactOptional(),
      row: z.number().int().positive(),
      column: z.union([z.number().int().positive(), z.string().min(1)]),
    }),
    z.strictObject({ region: BoxDraft }),
  ],
  "must be {page}, {page, box}, {from, to}, {row, column}, {sheet, row, column} or {region}; a box or region is [left, top, width, height]",
);
export type DraftPlace = z.infer<typeof DraftPlace>;

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

/** One statement as a person writes it. */
export const StatementDraft = DraftContext.extend({
  key: z.string().min(1).exactOptional(),
  subject: SubjectId,
  property: z.enum(PROPERTY_NAMES, {
    error: ({ input }) =>
      input === undefined
        ? "is missing"
        : `is ${JSON.stringify(input)}, which is not in the vocabulary of statements (docs/formats/statements.md)`,
  }),
  value: z
    .union(
      [
        Count,
        z.string().min(1),
        z.strictObject({
          min: Count.exactOptional(),
          max: Count.exactOptional(),
          best: Count.exactOptional(),
          words: LocalTextSchema.exactOptional(),
        }),
        z.strictObject({
          latitude: z.number().min(-90).max(90),
          longitude: z.number().min(-180).max(180),
          accuracyM: z.number().positive(),
        }),
        z.strictObject({
          text: z.string().min(1),
          form: z.enum(NAME_FORMS).exactOptional(),
          language: z.string().min(2).exactOptional(),
          title: z.string().min(1).exactOptional(),
        }),
        // What stands in these two is checked with the property, so that a mistake is told in its own words.
        z.strictObject({ ring: z.unknown(), accuracyM: z.unknown().exactOptional() }),
        z.strictObject({
          act: z.unknown(),
          degree: z.unknown().exactOptional(),
          basis: z.unknown().exactOptional(),
          standard: z.unknown().exactOptional(),
          words: z.unknown().exactOptional(),
        }),
        LocalTextSchema,
      ],
      {
        error: ({ input }) =>
          isObject(input) && ("latitude" in input || "longitude" in input)
            ? "must be a point {latitude, longitude, accuracyM}: from −90 to 90 and from −180 to 180 degrees, and the metres within which the place lies, above 0"
            : "must be a count, a text, a text by language, {min, max}, {words}, a name {text, form, language, title}, a subject's id, a point, an outline or an involvement; a text with a comma or colon needs quotes",
      },
    )
    .exactOptional(),
  basis: z.enum(COUNT_BASES).exactOptional(),
  certainty: z.enum(CERTAINTIES).exactOptional(),
  of: SubjectId.exactOptional(),
  category: SubjectId.exactOptional(),
  lists: z.array(SubjectId).min(1).exactOptional(),
  starts: z.literal(true).exactOptional(),
  ends: z.literal(true).exactOptional(),
  polarity: z.enum(["asserts", "denies"]).exactOptional(),
  standing: z.enum(["reported", "alleged", "open"]).exactOptional(),
  access: z.enum(ACCESS_CLASSES).exactOptional(),
  /** The source's own words; a region of a picture may have none. */
  quote: z.string().min(1).exactOptional(),
  at: DraftPlace.exactOptional(),
  /** For a region: what can be seen there, in the recorder's words. */
  seen: LocalTextSchema.exactOptional(),
  /** Which occurrence of the quote is meant, from 1, where it stands more than once. */
  occurrence: z.number().int().positive().exactOptional(),
  translation: Translation.exactOptional(),
  note: LocalTextSchema.exactOptional(),
}).refine(
  ({ quote, seen, at }) => quote !== undefined || (seen !== undefined && at !== undefined && "region" in at),
  "needs the quote; only a region of a picture can have seen instead",
);
export type StatementDraft = z.infer<typeof StatementDraft>;

/** The whole file; each statement is checked by itself, so that a mistake has its line. */
export const StatementFile = z.strictObject({
  source: z.string().min(1),
  defaults: DraftContext.exactOptional(),
  /** True where a key may pass to a statement of another subject, property or speaker. */
  corrections: z.literal(true).exactOptional(),
  statements: z.array(z.unknown()).min(1),
});

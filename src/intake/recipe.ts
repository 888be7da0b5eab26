/** Recipes: how the columns of each list are read. Plain JSON, kept under the ledger with the list. */
import { z } from "zod";
import { InquestError, parseEdtf, type WrittenCalendar } from "../core/index.ts";
import { ListCorrections } from "./corrections.ts";
import { FIELD_KINDS } from "./fields.ts";
import { LIST_OF } from "./list-import.ts";
import { ListProvenance } from "./list-provenance.ts";
import { describeIssue } from "./schema-issue.ts";
import { SealingDecision } from "./sensitive-columns.ts";

const CALENDAR_WORDS = {
  gregorian: "gregorian",
  "solar-hijri": "solar-hijri",
  jalali: "solar-hijri",
  shamsi: "solar-hijri",
  persian: "solar-hijri",
  "lunar-hijri": "lunar-hijri",
  qamari: "lunar-hijri",
  islamic: "lunar-hijri",
  "by-year": "by-year",
} as const satisfies Readonly<Record<string, WrittenCalendar>>;

export const FieldRecipe = z.strictObject({
  /** The column's heading, without outer white space. */
  column: z.string().min(1),
  /** Further columns whose cells continue this one's: second names, or month and day after the year. */
  join: z.array(z.string().min(1)).min(1).optional(),
  /** How values are read, where the field's name does not say it. */
  kind: z.enum(FIELD_KINDS).optional(),
  /** The script that the column is written in; for people, nothing is derived from it. */
  script: z.string().min(1).optional(),
  /** The calendar of bare numbers; `by-year` takes years before 1500 as Solar Hijri. Default gregorian. */
  calendar: z
    .enum([
      "gregorian",
      "solar-hijri",
      "jalali",
      "shamsi",
      "persian",
      "lunar-hijri",
      "qamari",
      "islamic",
      "by-year",
    ])
    .transform((word) => CALENDAR_WORDS[word])
    .optional(),
  /** What a date that looks fine may claim: default `day`, as written. */
  precision: z.enum(["day", "month", "year", "year-when-january-first"]).optional(),
  /** The order of day and month in dates like 03/04/1977. Default dmy. */
  dateOrder: z.enum(["dmy", "mdy", "ymd"]).optional(),
  /** EDTF: a date that lies outside is listed as a problem, and kept. */
  within: z.string().refine(isEdtf, "must be an EDTF time such as 1988/1989").optional(),
  /** Values that mean "nobody knows", beside the built-in ones. */
  unknown: z.array(z.string()).optional(),
  /** For a code: value in the list to code, such as {"1": "male"}. */
  codes: z.record(z.string(), z.string().min(1)).optional(),
});
export type FieldRecipe = z.infer<typeof FieldRecipe>;

export const ListRecipe = z.strictObject({
  /** The list's file, relative to the recipe. */
  file: z.string().min(1).optional(),
  /** The file's character encoding, where it is not UTF-8 or UTF-16. */
  encoding: z.string().min(1).optional(),
  /** One character; `tab` for a tabulator. Found by itself when left out. */
  delimiter: z
    .string()
    .transform((text) => (text === "tab" || text === "\\t" ? "\t" : text))
    .refine((text) => [...text].length === 1, "must be one character, or the word tab")
    .optional(),
  /** The file was written by Inquest: apostrophes before signs that spreadsheets take for formulas are taken off. */
  neutralized: z.literal(true).optional(),
  /** Of a workbook: the sheet's name, or its number from 1; the first one that is shown and has rows when left out. */
  sheet: z.union([z.int().positive(), z.string().min(1)]).optional(),
  /** The row of the column names, where others stand above it: as the sheet counts it, or the line of a text. */
  headingRow: z.int().positive().optional(),
  /** The column whose value names the row; the row's number when left out. */
  id: z.string().min(1).optional(),
  /** The column that names the list, where one file holds several. */
  listColumn: z.string().min(1).optional(),
  /** What the rows are. */
  of: z.enum(LIST_OF).default("persons"),
  /** For roll calls: whose act each row is, where no column says it. */
  body: z.string().trim().min(1).optional(),
  /** Rows whose cells in these columns hold none of the words are listed as problems, and kept. */
  concerns: z
    .strictObject({ columns: z.array(z.string().min(1)).min(1), words: z.array(z.string().min(1)).min(1) })
    .optional(),
  /** Needed where a column is sealed by default: "seal" the file and its rows, or the reason to leave it open. */
  sealing: SealingDecision.optional(),
  /** What a person changed of this one file while importing it; the file itself stays as it came. */
  corrections: ListCorrections.optional(),
  /** Where the list comes from; it stands in an act of its own, not in the sealed recipe. */
  provenance: ListProvenance.optional(),
  fields: z.record(z.string().min(1), FieldRecipe),
});
export type ListRecipe = z.infer<typeof ListRecipe>;

export const Recipe = z
  .strictObject({
    v: z.literal(1),
    lists: z.record(z.string().min(1), ListRecipe),
    /** Settings of linkage, which that room validates. */
    link: z.json().optional(),
  })
  .superRefine(({ lists }, context) => {
    for (const [name, { provenance }] of Object.entries(lists)) {
      for (const member of ["drawsOn", "referredFrom"] as const) {
        if (provenance?.[member]?.includes(name) !== true) continue;
        const path = ["lists", name, "provenance", member];
        context.addIssue({ code: "custom", path, message: "names the list itself" });
      }
    }
  });
export type Recipe = z.infer<typeof Recipe>;

/**
 * A recipe from the text of a JSON file.
 *
 * @throws InquestError "intake/recipe-json" with line and column when it is no JSON; "intake/recipe" with
 *   each breach's path when a member is missing, unknown or wrong.
 */
export function parseRecipe(text: string, fileName: string): Recipe {
  const parsed = Recipe.safeParse(parseJson(text, fileName));
  if (parsed.success) return parsed.data;
  throw recipeError(fileName, parsed.error);
}

/**
 * What is wrong with a recipe: "intake/recipe" with the path of each breach.
 *
 * @param under - the member that was checked by itself, as `link` is by the room that knows it.
 */
export function recipeError(
  fileName: string,
  error: z.ZodError,
  under: readonly string[] = [],
): InquestError {
  const breaches = error.issues.map((issue) => describeIssue({ ...issue, path: [...under, ...issue.path] }));
  return new InquestError({
    code: "intake/recipe",
    reaction: "input",
    message: `${fileName}: ${breaches.map(({ path, text: what }) => `${path} ${what}`).join("; ")}. See docs/formats/recipe.md.`,
    cause: error,
    evidence: { file: fileName, breaches },
  });
}

function parseJson(text: string, fileName: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/u, ""));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new InquestError({
      code: "intake/recipe-json",
      reaction: "input",
      message: `${fileName} is not JSON: ${reason}. Check commas, quotes and brackets there.`,
      cause,
      evidence: { file: fileName },
    });
  }
}

function isEdtf(text: string): boolean {
  try {
    parseEdtf(text);
    return true;
  } catch {
    return false;
  }
}

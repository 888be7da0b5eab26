/** What reading a list gives: its records, the rows that could not become one, and what is doubtful. */
import { z } from "zod";
import type { FieldKind } from "./fields.ts";
import type { ListRecord } from "./list-record.ts";
import type { SensitiveColumn } from "./sensitive-columns.ts";

const Params = z.record(z.string(), z.union([z.string(), z.number()]));

/** Something about a row that a person should look at; the row itself is kept. */
export const Problem = z.strictObject({
  /** Stable code `intake/what`, listed in docs/formats/recipe.md. */
  code: z.string().min(1),
  list: z.string(),
  fileName: z.string(),
  /** Data row, and line of the file or row of the sheet, as in the record. */
  row: z.number().int().positive(),
  line: z.number().int().positive(),
  column: z.string().nullable(),
  field: z.string().nullable(),
  /** The cell as it stands. */
  raw: z.string().nullable(),
  /** What fills the message of the code, in any language: see `toProblemText`. */
  params: Params,
  /** The message in English. */
  message: z.string().min(1),
});
export type Problem = z.infer<typeof Problem>;

/** A row that did not become a record, with its reason and its text. */
export const RejectedRow = z.strictObject({
  code: z.string().min(1),
  list: z.string(),
  fileName: z.string(),
  row: z.number().int().positive(),
  line: z.number().int().positive(),
  params: Params,
  /** Why, in English; `toProblemText` says it in other languages. */
  reason: z.string().min(1),
  /** The row exactly as it stands in the decoded file, without its line end; cells of a sheet with tabulators between. */
  text: z.string(),
});
export type RejectedRow = z.infer<typeof RejectedRow>;

/** Something about the whole file: how it was read, what was guessed. */
export interface Notice {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly message: string;
}

/**
 * What the rows of a list are.
 *
 * - persons, sites: somebody, or a place.
 * - recommendations: appeals of one State to another, with their answers.
 * - roll-calls, votes: acts of a body, and what each State said in them.
 */
export const LIST_OF = ["persons", "sites", "recommendations", "roll-calls", "votes"] as const;
export type ListOf = (typeof LIST_OF)[number];

export interface ListImport {
  readonly fileName: string;
  /** SHA-256 of the file's bytes. */
  readonly sha256: string;
  readonly of: ListOf;
  /** Names of the lists that the records belong to: one, or those of the list column in order of appearance. */
  readonly lists: readonly string[];
  readonly columns: readonly string[];
  /** The fields of the recipe in its order, each with its kind. */
  readonly fields: readonly { readonly name: string; readonly kind: FieldKind; readonly column: string }[];
  /** As it was decoded, such as `utf-8` or `windows-1256`; `xlsx` for a workbook. */
  readonly encoding: string;
  /** Null for a sheet of a workbook. */
  readonly delimiter: string | null;
  /** The sheet whose rows these are; null for a table of text. */
  readonly sheet: string | null;
  readonly records: readonly ListRecord[];
  readonly rejected: readonly RejectedRow[];
  readonly problems: readonly Problem[];
  readonly notices: readonly Notice[];
  /** Columns that are sealed by default and say something. */
  readonly sensitive: readonly SensitiveColumn[];
}

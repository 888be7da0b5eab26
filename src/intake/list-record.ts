/** List records: one row of one list, immutable, with what its cells say in typed values. */
import { z } from "zod";
import { CALENDARS } from "../core/index.ts";
import type { FieldKind } from "./fields.ts";

/** A span of days as core reads it. */
const StoredTimeSpan = z.strictObject({
  edtf: z.string(),
  raw: z.string(),
  calendar: z.enum(CALENDARS),
  earliest: z.number().int().nullable(),
  latest: z.number().int().nullable(),
  precision: z.enum(["day", "month", "season", "year", "decade", "century", "interval", "unknown"]),
  approximate: z.boolean(),
  uncertain: z.boolean(),
});

/** What one field of a row says; a field that says nothing is left out of the record. `raw` is the cell. */
export const FieldValue = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("name"), raw: z.string(), text: z.string().min(1) }),
  z.strictObject({ kind: z.literal("place"), raw: z.string(), text: z.string().min(1) }),
  z.strictObject({ kind: z.literal("text"), raw: z.string(), text: z.string().min(1) }),
  z.strictObject({ kind: z.literal("code"), raw: z.string(), code: z.string().min(1) }),
  z.strictObject({ kind: z.literal("number"), raw: z.string(), number: z.number() }),
  z.strictObject({ kind: z.literal("date"), raw: z.string(), time: StoredTimeSpan }),
]);
export type FieldValue = z.infer<typeof FieldValue>;

export const ListRecord = z.strictObject({
  /** `rec-` and a hash of file, list, row and cells: the same row of the same file is the same record. */
  id: z.string().regex(/^rec-[0-9a-f]{32}$/u),
  list: z.string().min(1),
  /** The id column's value, or the row's number. Unique within the list. */
  recordId: z.string().min(1),
  /** SHA-256 of the file. */
  file: z.string().regex(/^[0-9a-f]{64}$/u),
  /** Data rows are counted from 1, the heading is not counted; a spreadsheet shows this row one further down. */
  row: z.number().int().positive(),
  locator: z.union([
    z.strictObject({
      /** Line of the file on which the row starts, from 1, the heading being a line too. */
      line: z.number().int().positive(),
      /** The row's text in the decoded file, in Unicode code points, without its line end. */
      start: z.number().int().nonnegative(),
      end: z.number().int().nonnegative(),
    }),
    z.strictObject({
      /** Of a workbook: the sheet's name. */
      sheet: z.string().min(1),
      /** The row as the sheet counts it. */
      line: z.number().int().positive(),
    }),
  ]),
  /** Heading to cell, as they stand in the file; of a workbook as they are seen. */
  cells: z.record(z.string(), z.string()),
  fields: z.record(z.string(), FieldValue),
});
export type ListRecord = z.infer<typeof ListRecord>;

/** A value in the form that linkage compares: the same shapes as its LinkValue. */
export type ComparableValue =
  | { readonly text: string }
  | { readonly days: readonly [number, number] }
  | { readonly number: number }
  | null;

export type ComparableKind = "name" | "date" | "number" | "code" | "text";

/** One field of a record for comparison; null when it is missing, or a date without a first or last day. */
export function toComparableValue(record: Pick<ListRecord, "fields">, field: string): ComparableValue {
  const value = record.fields[field];
  if (value === undefined) return null;
  switch (value.kind) {
    case "date": {
      const { earliest, latest } = value.time;
      return earliest === null || latest === null ? null : { days: [earliest, latest] };
    }
    case "number":
      return { number: value.number };
    case "code":
      return { text: value.code };
    default:
      return { text: value.text };
  }
}

/** How linkage compares a field of this kind. */
export function toComparableKind(kind: FieldKind): ComparableKind {
  return kind === "place" ? "text" : kind;
}

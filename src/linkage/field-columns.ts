/** The fields of the input as columns: each distinct value is read once, however many records hold it. */
import { foldText, toNameTokens } from "../core/pure.ts";
import { type Column, toColumn } from "./column.ts";
import { memoized } from "./memoized.ts";
import type { LinkRecord } from "./records.ts";

/** A closed interval of whole days since 1970-01-01. */
export type Days = readonly [first: number, last: number];

export interface FieldColumns {
  readonly records: readonly LinkRecord[];
  /** Raw texts of a field. */
  readonly texts: (field: number) => Column<string>;
  readonly days: (field: number) => Column<Days>;
  readonly numbers: (field: number) => Column<number>;
  /** The tokens of a person's name; none for what only says that nobody knows it. */
  readonly nameTokens: (text: string) => readonly string[];
  /** The words of any other text. */
  readonly words: (text: string) => readonly string[];
}

/** Columns are made when first asked for, and kept. */
export function fieldColumns(records: readonly LinkRecord[]): FieldColumns {
  const count = records.length;
  const valueAt = (record: number, field: number) => records[record]?.values[field] ?? null;
  return {
    records,
    texts: memoized((field) =>
      toColumn<string>(
        count,
        (record) => {
          const value = valueAt(record, field);
          return value !== null && "text" in value ? value.text : null;
        },
        (text) => text,
      ),
    ),
    days: memoized((field) =>
      toColumn<Days>(
        count,
        (record) => {
          const value = valueAt(record, field);
          return value !== null && "days" in value ? value.days : null;
        },
        ([first, last]) => (first === last ? first : `${first}/${last}`),
      ),
    ),
    numbers: memoized((field) =>
      toColumn<number>(
        count,
        (record) => {
          const value = valueAt(record, field);
          return value !== null && "number" in value && Number.isFinite(value.number) ? value.number : null;
        },
        (value) => value,
      ),
    ),
    nameTokens: memoized((text) => toNameTokens(text).tokens),
    words: memoized((text) =>
      foldText(text)
        .split(/[^\p{L}\p{M}\p{N}]+/u)
        .filter((word) => word !== ""),
    ),
  };
}

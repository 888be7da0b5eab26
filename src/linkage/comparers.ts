/** Binds the comparisons of the settings to the columns of the records. */
import { toColumn } from "./column.ts";
import { nameComparer } from "./compare-names.ts";
import { textComparer } from "./compare-text.ts";
import { codeComparer, type Days, dateComparer, numberComparer, toCode, toSex } from "./compare-values.ts";
import type { Comparer } from "./comparer.ts";
import { type NameColumn, toNameColumn } from "./name-column.ts";
import type { LinkField, LinkRecord } from "./records.ts";
import type { LinkComparison } from "./settings.ts";
import type { TokenTable } from "./tokens.ts";

/** One comparer for each comparison, in the same order. */
export function bindComparers(
  records: readonly LinkRecord[],
  fields: readonly LinkField[],
  comparisons: readonly LinkComparison[],
  table: TokenTable,
): Comparer[] {
  const indicesOf = (comparison: LinkComparison): number[] =>
    comparison.fields.map((name) => fields.findIndex((field) => field.name === name));
  const names = new Map<string, NameColumn>();
  for (const comparison of comparisons) {
    if (comparison.kind !== "name" && comparison.kind !== "text") continue;
    names.set(comparison.name, toNameColumn(records, indicesOf(comparison), comparison.kind, table));
  }
  const ownNames = comparisons.filter(({ identifies, kind }) => identifies && kind === "name").length;
  const order = comparisons.map(({ name }) => name);
  return comparisons.map((comparison) => {
    const column = names.get(comparison.name);
    const field = indicesOf(comparison)[0] ?? -1;
    if (column !== undefined) {
      if (comparison.kind === "text") return textComparer(comparison, column);
      const partner = comparison.swappedWith === null ? undefined : names.get(comparison.swappedWith);
      const speaks = order.indexOf(comparison.name) < order.indexOf(comparison.swappedWith ?? "");
      return nameComparer(comparison, column, {
        partner: partner === undefined ? null : { column: partner, speaks },
        isWhole: comparison.identifies && ownNames === 1,
      });
    }
    if (comparison.kind === "date") return dateComparer(comparison, toDayColumn(records, field));
    if (comparison.kind === "number") return numberComparer(comparison, toNumberColumn(records, field));
    return codeComparer(comparison, toCodeColumn(records, field, comparison.kind === "sex" ? toSex : toCode));
  });
}

export function toDayColumn(records: readonly LinkRecord[], field: number) {
  return toColumn<Days>(
    records.length,
    (record) => {
      const value = records[record]?.values[field] ?? null;
      return value !== null && "days" in value ? value.days : null;
    },
    ([first, last]) => `${first}/${last}`,
  );
}

export function toNumberColumn(records: readonly LinkRecord[], field: number) {
  return toColumn<number>(
    records.length,
    (record) => {
      const value = records[record]?.values[field] ?? null;
      return value !== null && "number" in value && Number.isFinite(value.number) ? value.number : null;
    },
    (value) => value,
  );
}

export function toCodeColumn(
  records: readonly LinkRecord[],
  field: number,
  read: (text: string) => string | null,
) {
  return toColumn<string>(
    records.length,
    (record) => {
      const value = records[record]?.values[field] ?? null;
      return value !== null && "text" in value ? read(value.text) : null;
    },
    (value) => value,
  );
}

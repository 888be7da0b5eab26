/** Binds the comparisons of the settings to the columns of the records. */
import { type Column, toColumn } from "./column.ts";
import { nameComparer } from "./compare-names.ts";
import { textComparer } from "./compare-text.ts";
import { codeComparer, type Days, dateComparer, numberComparer, toCode, toSex } from "./compare-values.ts";
import type { Comparer } from "./comparer.ts";
import { type Frequencies, frequenciesOf, withFrequencies } from "./frequencies.ts";
import { type NameColumn, nameKey, toNameColumn } from "./name-column.ts";
import type { LinkField, LinkRecord } from "./records.ts";
import type { LinkComparison } from "./settings.ts";
import { type TokenTable, tokenTable } from "./tokens.ts";

/** One comparer for each comparison, in the same order. */
export function bindComparers(
  records: readonly LinkRecord[],
  fields: readonly LinkField[],
  comparisons: readonly LinkComparison[],
  table: TokenTable,
  frequencies?: readonly Frequencies[],
): Comparer[] {
  const indicesOf = (comparison: LinkComparison): number[] =>
    comparison.fields.map((name) => fields.findIndex((field) => field.name === name));
  const names = new Map<string, NameColumn>();
  for (const [index, comparison] of comparisons.entries()) {
    if (comparison.kind !== "name" && comparison.kind !== "text") continue;
    const fieldIndices = indicesOf(comparison);
    names.set(
      comparison.name,
      toNameColumn(records, fieldIndices, comparison.kind, table, frequencies?.[index]),
    );
  }
  const ownNames = comparisons.filter(({ identifies, kind }) => identifies && kind === "name").length;
  const order = comparisons.map(({ name }) => name);
  return comparisons.map((comparison, index) => {
    const counted = <Value>(plain: Column<Value>, keyOf: (value: Value) => string): Column<Value> => {
      const kept = frequencies?.[index];
      return kept === undefined ? plain : withFrequencies(plain, keyOf, kept);
    };
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
    if (comparison.kind === "date")
      return dateComparer(comparison, counted(toDayColumn(records, field), dayKey));
    if (comparison.kind === "number")
      return numberComparer(comparison, counted(toNumberColumn(records, field), String));
    return codeComparer(comparison, counted(toCodeColumn(records, field, codeReader(comparison)), String));
  });
}

function dayKey([first, last]: Days): string {
  return `${first}/${last}`;
}

function codeReader({ kind }: LinkComparison): (text: string) => string | null {
  return kind === "sex" ? toSex : toCode;
}

/** How common the values of each comparison are among these records, for a model that is kept. */
export function countFrequencies(
  records: readonly LinkRecord[],
  fields: readonly LinkField[],
  comparisons: readonly LinkComparison[],
): Frequencies[] {
  const table = tokenTable();
  const lists = new Set(records.map(({ list }) => list)).size;
  return comparisons.map((comparison) => {
    const indices = comparison.fields.map((name) => fields.findIndex((field) => field.name === name));
    const field = indices[0] ?? -1;
    if (comparison.kind === "name" || comparison.kind === "text") {
      return frequenciesOf(toNameColumn(records, indices, comparison.kind, table), nameKey, lists);
    }
    if (comparison.kind === "date") return frequenciesOf(toDayColumn(records, field), dayKey, lists);
    if (comparison.kind === "number") return frequenciesOf(toNumberColumn(records, field), String, lists);
    return frequenciesOf(toCodeColumn(records, field, codeReader(comparison)), String, lists);
  });
}

export function toDayColumn(records: readonly LinkRecord[], field: number) {
  return toColumn<Days>(
    records.length,
    (record) => {
      const value = records[record]?.values[field] ?? null;
      return value !== null && "days" in value ? value.days : null;
    },
    dayKey,
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

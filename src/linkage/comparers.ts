/** The comparisons of the settings over the columns of the records. */
import { toCode, toDayValues, toSex, type ValueComparison } from "./compare-values.ts";
import type { Comparison } from "./comparisons.ts";
import type { FieldColumns } from "./field-columns.ts";
import { dayKey, type Frequencies, withFrequencies } from "./frequencies.ts";
import { toWordColumn, type WordColumn } from "./name-column.ts";
import type { LinkField } from "./records.ts";
import type { LinkComparison } from "./settings.ts";
import type { TokenTable } from "./tokens.ts";

/**
 * One comparison as data for each of the settings, in the same order. The table learns their tokens.
 *
 * @param frequencies - of a kept model, one for each comparison: its counts stand for those of the records.
 */
export function toComparisons(
  columns: FieldColumns,
  fields: readonly LinkField[],
  comparisons: readonly LinkComparison[],
  table: TokenTable,
  frequencies?: readonly Frequencies[],
): Comparison[] {
  const indicesOf = (names: readonly string[]): number[] =>
    names.map((name) => fields.findIndex((field) => field.name === name));
  const words = new Map<string, WordColumn>();
  for (const [index, comparison] of comparisons.entries()) {
    const { kind, name } = comparison;
    const own = { fields: indicesOf(comparison.fields), writings: indicesOf(comparison.writings) };
    if (kind !== "name" && kind !== "text") continue;
    words.set(name, toWordColumn(columns, own, kind, table, frequencies?.[index]));
  }
  const ownNames = comparisons.filter(({ identifies, kind }) => identifies && kind === "name").length;
  const order = comparisons.map(({ name }) => name);
  return comparisons.map((comparison, index): Comparison => {
    const column = words.get(comparison.name);
    if (column === undefined) {
      return toValueComparison(
        columns,
        indicesOf(comparison.fields)[0] ?? -1,
        comparison,
        frequencies?.[index],
      );
    }
    if (comparison.kind === "text") return { sort: "text", comparison, column, equivalents: new Set() };
    const partner = comparison.swappedWith === null ? undefined : words.get(comparison.swappedWith);
    const speaks = order.indexOf(comparison.name) < order.indexOf(comparison.swappedWith ?? "");
    return {
      ...{ sort: "name", comparison, column },
      partner: partner === undefined ? null : { column: partner, speaks },
      isWhole: comparison.identifies && ownNames === 1,
    };
  });
}

function toValueComparison(
  columns: FieldColumns,
  field: number,
  comparison: LinkComparison,
  frequencies: Frequencies | undefined,
): ValueComparison {
  type Counted = ValueComparison["column"];
  const counted = (column: Counted, keys: () => readonly string[]): Counted =>
    frequencies === undefined ? column : { ...column, ...withFrequencies(keys(), frequencies) };
  if (comparison.kind === "date") {
    const { values, ...plain } = columns.days(field);
    const column = counted(plain, () => values.map(dayKey));
    return { sort: "value", comparison, column, values: { kind: "date", days: toDayValues(values) } };
  }
  if (comparison.kind === "number") {
    const { values, ...plain } = columns.numbers(field);
    const column = counted(plain, () => values.map(String));
    const numbers = Float64Array.from(values);
    return { sort: "value", comparison, column, values: { kind: "number", numbers } };
  }
  const { codes, ...plain } = toCodeColumn(columns, field, comparison.kind === "sex" ? toSex : toCode);
  const column = counted(plain, () => codes);
  return { sort: "value", comparison, column, values: { kind: "code", codes } };
}

/** Raw texts of one code are one value. */
function toCodeColumn(columns: FieldColumns, field: number, read: (text: string) => string | null) {
  const raw = columns.texts(field);
  const codes: string[] = [];
  const counts: number[] = [];
  const known = new Map<string, number>();
  const codeOf = Int32Array.from(raw.values, (text, index) => {
    const code = read(text);
    if (code === null) return -1;
    let id = known.get(code);
    if (id === undefined) {
      id = codes.push(code) - 1;
      known.set(code, id);
      counts.push(0);
    }
    counts[id] = (counts[id] ?? 0) + (raw.counts[index] ?? 0);
    return id;
  });
  return {
    codes,
    ids: raw.ids.map((text) => (text < 0 ? -1 : (codeOf[text] ?? -1))),
    counts: Int32Array.from(counts),
    known: counts.reduce((sum, count) => sum + count, 0),
  };
}

/** The order of records by what they say. */
import type { LinkRecord } from "./records.ts";

/**
 * Positions of records by list, then field by field: missing first, text in code units, numbers and days by size. Those
 * that say the same stay in the order in which they came.
 *
 * @param records - with as many values each as there are fields.
 */
export function contentOrder(records: readonly LinkRecord[], fieldCount: number): Int32Array {
  const columns = [ranksOf(records.map(({ list }) => list))];
  for (let field = 0; field < fieldCount; field += 1) columns.push(...fieldColumnsOf(records, field));
  // Numbers in columns: comparing the values themselves takes ten times as long.
  return Int32Array.from(records.keys()).sort((one, other) => {
    for (const column of columns) {
      const order = (column[one] ?? 0) - (column[other] ?? 0);
      if (order !== 0) return order;
    }
    return one - other;
  });
}

/** Below every number and every rank. */
const MISSING = -Number.MAX_VALUE;

/** Columns of numbers that order the values of one field; of a kind that no value has there is none. */
function fieldColumnsOf(records: readonly LinkRecord[], field: number): Float64Array[] {
  const texts: (string | null)[] = [];
  const [numbers, first, last] = [0, 1, 2].map(() => new Float64Array(records.length).fill(MISSING));
  const kinds = new Set<"text" | "number" | "days">();
  for (const [position, { values }] of records.entries()) {
    const value = values[field] ?? null;
    const isText = value !== null && "text" in value;
    texts.push(isText ? value.text : null);
    if (isText) kinds.add("text");
    else if (value !== null && "number" in value) {
      kinds.add("number");
      if (numbers !== undefined) numbers[position] = value.number;
    } else if (value !== null && "days" in value) {
      kinds.add("days");
      if (first !== undefined) first[position] = value.days[0];
      if (last !== undefined) last[position] = value.days[1];
    }
  }
  return [
    kinds.has("text") ? ranksOf(texts) : undefined,
    ...(kinds.has("number") ? [numbers] : []),
    ...(kinds.has("days") ? [first, last] : []),
  ].flatMap((column) => (column === undefined ? [] : [column]));
}

/** The place of each text among the different ones in code units; -1 for none. */
function ranksOf(texts: readonly (string | null)[]): Float64Array {
  const different = new Set(texts);
  different.delete(null);
  const sorted = [...different].sort((one, other) => ((one ?? "") < (other ?? "") ? -1 : 1));
  const ranks = new Map(sorted.map((text, rank) => [text, rank]));
  return Float64Array.from(texts, (text) => ranks.get(text) ?? -1);
}

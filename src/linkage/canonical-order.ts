/** The one order in which records are worked on, so that the order they come in cannot matter. */
import { InquestError } from "../core/pure.ts";
import type { FieldColumns } from "./field-columns.ts";
import type { LinkField, LinkInput, LinkRecord, LinkValue } from "./records.ts";

/**
 * Records by list, then by what they say, field by field, then by record id; text in code units.
 *
 * What they say comes before the id, since a list without an id column is numbered by its rows: then the id is only a
 * place, and changes when rows come in another order. Rows that say the same can stand for each other.
 *
 * @returns `original`: the index in the input of each position.
 * @throws InquestError "linkage/duplicate-record", "linkage/values".
 */
export function inCanonicalOrder({ fields, records }: LinkInput): {
  readonly records: readonly LinkRecord[];
  readonly original: readonly number[];
} {
  const sorted = records
    .map((record, index) => ({ record, index }))
    .sort((a, b) => compareAddress(a.record, b.record));
  for (const [position, { record, index }] of sorted.entries()) {
    const next = sorted[position + 1];
    if (next !== undefined && next.record.list === record.list && next.record.recordId === record.recordId) {
      throw new InquestError({
        code: "linkage/duplicate-record",
        reaction: "input",
        message: `List "${record.list}" holds the record id "${record.recordId}" twice; ids must be unique within a list.`,
        evidence: { list: record.list, recordId: record.recordId, rows: [index, next.index] },
      });
    }
    if (record.values.length !== fields.length) {
      throw new InquestError({
        code: "linkage/values",
        reaction: "internal",
        message: `Record "${record.recordId}" of "${record.list}" has ${record.values.length} values for ${fields.length} fields.`,
        evidence: {
          list: record.list,
          recordId: record.recordId,
          values: record.values.length,
          fields: fields.length,
        },
      });
    }
  }
  // Stable: those that say the same stay in the order of their ids.
  sorted.sort(
    (a, b) => compareText(a.record.list, b.record.list) || compareValues(a.record.values, b.record.values),
  );
  return { records: sorted.map(({ record }) => record), original: sorted.map(({ index }) => index) };
}

/** By list and then record id, in code units. */
export function compareAddress(left: LinkRecord, right: LinkRecord): number {
  return compareText(left.list, right.list) || compareText(left.recordId, right.recordId);
}

/** As many values on both sides. */
function compareValues(left: readonly LinkValue[], right: readonly LinkValue[]): number {
  for (let field = 0; field < left.length; field += 1) {
    const order = compareValue(left[field] ?? null, right[field] ?? null);
    if (order !== 0) return order;
  }
  return 0;
}

/** Missing, text, number, days. */
function compareValue(left: LinkValue, right: LinkValue): number {
  if (left === null || right === null) return Number(left !== null) - Number(right !== null);
  if ("text" in left || "text" in right) {
    if (!("text" in left)) return 1;
    return "text" in right ? compareText(left.text, right.text) : -1;
  }
  if ("number" in left || "number" in right) {
    if (!("number" in left)) return 1;
    return "number" in right ? left.number - right.number : -1;
  }
  return left.days[0] - right.days[0] || left.days[1] - right.days[1];
}

/** For each record whether its own name has a token of two letters or more; placeholders such as ناشناس have none. */
export function namedRecords(
  { records, texts, nameTokens }: FieldColumns,
  fields: readonly LinkField[],
  ownNames: readonly string[],
): boolean[] {
  const isNamed = new Array<boolean>(records.length).fill(false);
  for (const name of ownNames) {
    const column = texts(fields.findIndex((field) => field.name === name));
    const isName = column.values.map((text) => nameTokens(text).some((token) => [...token].length > 1));
    for (const [record, text] of column.ids.entries()) if (isName[text] === true) isNamed[record] = true;
  }
  return isNamed;
}

function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

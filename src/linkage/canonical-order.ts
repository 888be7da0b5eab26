/** The one order in which records are worked on, so that the order they come in cannot matter. */
import { InquestError } from "../core/pure.ts";
import { contentOrder } from "./content-order.ts";
import type { FieldColumns } from "./field-columns.ts";
import type { LinkField, LinkInput, LinkRecord } from "./records.ts";

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
  const order = contentOrder(
    sorted.map(({ record }) => record),
    fields.length,
  );
  return {
    records: Array.from(order, (place) => at(sorted, place).record),
    original: Array.from(order, (place) => at(sorted, place).index),
  };
}

function at<T>(items: readonly T[], place: number): T {
  const item = items[place];
  if (item === undefined) throw new RangeError(`no record at ${place}`);
  return item;
}

/** By list and then record id, in code units. */
export function compareAddress(left: LinkRecord, right: LinkRecord): number {
  return compareText(left.list, right.list) || compareText(left.recordId, right.recordId);
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

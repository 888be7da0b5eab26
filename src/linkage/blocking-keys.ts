/** Keys derived from values, under which records meet: never shown, never evidence. */

import {
  foldText,
  fromDayNumber,
  toAsciiKey,
  toCoarseTokenSkeleton,
  toNameTokens,
  toTokenSkeleton,
} from "../core/pure.ts";
import { toCode } from "./compare-values.ts";
import { memoized } from "./memoized.ts";
import type { LinkField, LinkRecord, LinkValue } from "./records.ts";

/** The keys of one sort for every record: those of record r are `ids[offsets[r] .. offsets[r + 1])`, each once. */
export interface KeyColumn {
  /** The field, or "*" for all fields of the person's own name together. */
  readonly field: string;
  readonly key: string;
  readonly offsets: Int32Array;
  readonly ids: Int32Array;
  readonly distinct: number;
  /** True when a record may have several keys of this sort. */
  readonly isMany: boolean;
}

const FEWEST_CODE_PARTS = 50;

type KeyReader = (values: readonly LinkValue[]) => readonly string[];

const textKeys = {
  /** Coarse skeleton of each token. */
  token: (tokens) => tokens.map(coarse),
  /** Coarse skeletons of all tokens, in alphabetical order. */
  whole: (tokens) => (tokens.length === 0 ? [] : [tokens.map(coarse).toSorted().join(" ")]),
  /** First three letters of each token. */
  start: (tokens) => tokens.map((token) => toAsciiKey(token).slice(0, 3)),
  /** Last three letters of each token of four or more. */
  end: (tokens) => tokens.flatMap((token) => (token.length < 4 ? [] : [toAsciiKey(token).slice(-3)])),
} as const satisfies Record<string, (tokens: readonly string[]) => readonly string[]>;

const nameKeys = {
  ...textKeys,
  /** The coarse skeleton of each token and what is left of it without one of its letters: a slip in any script. */
  slip: (tokens) => tokens.flatMap((token) => withoutOne(coarse(token))),
} as const satisfies Record<string, (tokens: readonly string[]) => readonly string[]>;

/** Shorter skeletons less a letter are every other name. */
const FEWEST_SLIP_LETTERS = 3;

function withoutOne(skeleton: string): string[] {
  if (skeleton.length < FEWEST_SLIP_LETTERS) return [skeleton];
  const without = Array.from(skeleton, (_, index) => skeleton.slice(0, index) + skeleton.slice(index + 1));
  return [skeleton, ...without];
}

const dayKeys = {
  /** A precise day. */
  day: ([first, last]) => (first === last ? [`${first}`] : []),
  /** The months of an interval of at most 31 days. */
  month: ([first, last]) => {
    const [from, to] = [fromDayNumber(first), fromDayNumber(last)];
    return last - first > 31 ? [] : [`${from.year}-${from.month}`, `${to.year}-${to.month}`];
  },
  /** The years of an interval of at most 366 days. */
  year: ([first, last]) =>
    last - first > 366 ? [] : [`${fromDayNumber(first).year}`, `${fromDayNumber(last).year}`],
  /** Month and day of a precise day, for slips in the year. */
  "day-of-year": ([first, last]) => {
    const { month, day } = fromDayNumber(first);
    return first === last ? [`${month}-${day}`] : [];
  },
} as const satisfies Record<string, (days: readonly [number, number]) => readonly string[]>;

const codeKeys = {
  whole: (code) => [code],
  start: (code) => (code.length < 5 ? [] : [code.slice(0, 3)]),
  end: (code) => (code.length < 5 ? [] : [code.slice(-3)]),
} as const satisfies Record<string, (code: string) => readonly string[]>;

/**
 * All key columns these fields allow, in a fixed order.
 *
 * @param ownNames - fields of the person's own name; two or more of them also give the keys of "*".
 * @param isBlocked - records that take part (unnamed ones have no keys).
 * @param kept - the columns of the run whose model is kept: just these, however many values they have by now.
 */
export function deriveKeys(
  records: readonly LinkRecord[],
  fields: readonly LinkField[],
  ownNames: readonly string[],
  isBlocked: (record: number) => boolean,
  kept?: readonly { readonly field: string; readonly key: string }[],
): KeyColumn[] {
  const columns: KeyColumn[] = [];
  const kinds = new Map(fields.map(({ name, kind }) => [name, kind]));
  const add = (field: string, key: string, isMany: boolean, read: KeyReader): void => {
    if (kept !== undefined && !kept.some((each) => each.field === field && each.key === key)) return;
    const kind = kinds.get(field);
    const column = toKeyColumn(records, isBlocked, read);
    // The first letters of one of a few words are that word again.
    const isFew = kind === "code" && key !== "whole" && column.distinct < FEWEST_CODE_PARTS;
    if (isFew && kept === undefined) return;
    if (column.distinct > 0) columns.push({ field, key, isMany, ...column });
  };
  const nameTokens = memoized((text) => toNameTokens(text).tokens);
  const words = memoized((text) =>
    foldText(text)
      .split(/[^\p{L}\p{M}\p{N}]+/u)
      .filter((word) => word !== ""),
  );
  const code = memoized((text) => [toCode(text) ?? ""].filter((key) => key !== ""));
  for (const [index, { name, kind }] of fields.entries()) {
    if (kind === "name" || kind === "text") {
      const tokens = kind === "name" ? nameTokens : words;
      for (const [key, derive] of Object.entries(kind === "name" ? nameKeys : textKeys)) {
        add(name, key, key !== "whole", (values) => derive(textOf(values[index], tokens)));
      }
    } else if (kind === "date") {
      for (const [key, derive] of Object.entries(dayKeys)) {
        add(name, key, key === "month" || key === "year", (values) => {
          const value = values[index] ?? null;
          return value !== null && "days" in value ? derive(value.days) : [];
        });
      }
    } else if (kind === "code") {
      for (const [key, derive] of Object.entries(codeKeys)) {
        add(name, key, false, (values) => textOf(values[index], code).flatMap(derive));
      }
    } else {
      add(name, "value", false, (values) => {
        const value = values[index] ?? null;
        return value !== null && "number" in value ? [`${value.number}`] : [];
      });
    }
  }
  if (ownNames.length > 1) {
    const own = ownNames.map((name) => fields.findIndex((field) => field.name === name));
    const all: KeyReader = (values) => own.flatMap((index) => textOf(values[index], nameTokens));
    for (const [key, derive] of Object.entries(nameKeys)) {
      add("*", key, key !== "whole", (values) => derive(all(values)));
    }
  }
  return columns;
}

function textOf(value: LinkValue | undefined, read: (text: string) => readonly string[]): readonly string[] {
  return value !== null && value !== undefined && "text" in value ? read(value.text) : [];
}

function coarse(token: string): string {
  return /^\d/.test(token) ? token : toCoarseTokenSkeleton(toTokenSkeleton(token));
}

function toKeyColumn(
  records: readonly LinkRecord[],
  isBlocked: (record: number) => boolean,
  read: KeyReader,
) {
  const known = new Map<string, number>();
  const offsets = new Int32Array(records.length + 1);
  const ids: number[] = [];
  for (const [record, { values }] of records.entries()) {
    const keys = isBlocked(record) ? read(values) : [];
    const start = ids.length;
    for (const key of keys) {
      let id = known.get(key);
      if (id === undefined) {
        id = known.size;
        known.set(key, id);
      }
      if (!ids.includes(id, start)) ids.push(id);
    }
    offsets[record + 1] = ids.length;
  }
  return { offsets, ids: Int32Array.from(ids), distinct: known.size };
}

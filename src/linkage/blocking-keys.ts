/** Keys derived from values, under which records meet: never shown, never evidence. */
import { fromDayNumber } from "../core/pure.ts";
import { type Column, toColumn } from "./column.ts";
import type { Token } from "./compare-tokens.ts";
import { toCode } from "./compare-values.ts";
import type { FieldColumns } from "./field-columns.ts";
import { IntList } from "./int-list.ts";
import type { LinkField } from "./records.ts";
import type { TokenTable } from "./tokens.ts";

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

/** Each sort of key of a token. */
const TOKEN_KEYS = {
  /** Coarse skeleton. */
  token: (token) => [coarse(token)],
  /** First three letters. */
  start: ({ key }) => [key.slice(0, 3)],
  /** Last three letters of a token of four or more. */
  end: ({ text, key }) => (text.length < 4 ? [] : [key.slice(-3)]),
  /** The coarse skeleton and what is left of it without one of its letters: a slip in any script. */
  slip: (token) => withoutOne(coarse(token)),
} as const satisfies Record<string, (token: Token) => readonly string[]>;

const TEXT_KEYS = ["token", "whole", "start", "end"] as const;
const NAME_KEYS = [...TEXT_KEYS, "slip"] as const;

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
 * All key columns these fields allow, in a fixed order. Keys are derived once for each distinct value, and those of
 * words once for each distinct token.
 *
 * @param ownNames - fields of the person's own name; two or more of them also give the keys of "*".
 * @param isNamed - records that take part (unnamed ones have no keys).
 * @param kept - the columns of the run whose model is kept: just these, however many values they have by now.
 */
export function deriveKeys(
  columns: FieldColumns,
  fields: readonly LinkField[],
  ownNames: readonly string[],
  isNamed: readonly boolean[],
  table: TokenTable,
  kept?: readonly Pick<KeyColumn, "field" | "key">[],
): KeyColumn[] {
  const found: KeyColumn[] = [];
  const isWanted = (field: string, key: string): boolean =>
    kept === undefined || kept.some((each) => each.field === field && each.key === key);
  const add = (field: string, key: string, isMany: boolean, keys: RecordKeys): void => {
    if (keys.distinct > 0) found.push({ field, key, isMany, ...keys });
  };
  const keysOf = <Value>({ ids, values }: Column<Value>, read: (value: Value) => readonly string[]) => {
    const known = new KeyIds();
    return keysOfRecords(ids, isNamed, known, (value) => {
      const own = values[value];
      return own === undefined ? [] : known.idsOf(read(own));
    });
  };
  const addWords = (field: string, kind: "name" | "text", { ids, values }: Column<readonly string[]>) => {
    const words = values.map((tokens) => tokens.map(table.idOf));
    for (const key of kind === "name" ? NAME_KEYS : TEXT_KEYS) {
      if (!isWanted(field, key)) continue;
      const known = new KeyIds();
      const read =
        key === "whole" ? wholeReader(table, known) : tokenKeyReader(table, known, TOKEN_KEYS[key]);
      const keys = keysOfRecords(ids, isNamed, known, (value) => read(words[value] ?? []));
      add(field, key, key !== "whole", keys);
    }
  };
  for (const [index, { name, kind }] of fields.entries()) {
    if (kind === "name" || kind === "text") {
      const { values, ...column } = columns.texts(index);
      addWords(name, kind, {
        ...column,
        values: values.map(kind === "name" ? columns.nameTokens : columns.words),
      });
    } else if (kind === "date") {
      for (const [key, derive] of Object.entries(dayKeys)) {
        if (!isWanted(name, key)) continue;
        add(name, key, key === "month" || key === "year", keysOf(columns.days(index), derive));
      }
    } else if (kind === "code") {
      for (const [key, derive] of Object.entries(codeKeys)) {
        if (!isWanted(name, key)) continue;
        const keys = keysOf(columns.texts(index), (text) => {
          const code = toCode(text);
          return code === null ? [] : derive(code);
        });
        // The first letters of one of a few words are that word again.
        const isFew = key !== "whole" && keys.distinct < FEWEST_CODE_PARTS;
        if (!isFew || kept !== undefined) add(name, key, false, keys);
      }
    } else if (isWanted(name, "value")) {
      add(
        name,
        "value",
        false,
        keysOf(columns.numbers(index), (value) => [`${value}`]),
      );
    }
  }
  if (ownNames.length > 1) {
    const own = ownNames.map((name) => columns.texts(fields.findIndex((field) => field.name === name)));
    const { values, ...column } = joined(own);
    addWords("*", "name", { ...column, values: values.map((texts) => texts.flatMap(columns.nameTokens)) });
  }
  return found;
}

/** Several fields as one: a value is the texts of all of them. */
function joined(columns: readonly Column<string>[]): Column<readonly string[]> {
  const [first] = columns;
  return toColumn(
    first?.ids.length ?? 0,
    (record) => columns.flatMap(({ ids, values }) => values[ids[record] ?? -1] ?? []),
    (texts) => texts.join("\0"),
  );
}

/** Keys as small integers, in order of first sight. */
class KeyIds {
  readonly #ids = new Map<string, number>();

  get count(): number {
    return this.#ids.size;
  }

  /** Each once. */
  idsOf(keys: readonly string[]): readonly number[] {
    const ids: number[] = [];
    for (const key of keys) {
      let id = this.#ids.get(key);
      if (id === undefined) {
        id = this.#ids.size;
        this.#ids.set(key, id);
      }
      if (!ids.includes(id)) ids.push(id);
    }
    return ids;
  }
}

/** The keys of one sort of a list of tokens; those of a token are derived once. */
function tokenKeyReader(
  table: TokenTable,
  known: KeyIds,
  derive: (token: Token) => readonly string[],
): (tokens: readonly number[]) => readonly number[] {
  const ofToken: (readonly number[] | undefined)[] = [];
  return (tokens) => {
    const ids: number[] = [];
    for (const token of tokens) {
      let own = ofToken[token];
      if (own === undefined) {
        own = known.idsOf(derive(table.at(token)));
        ofToken[token] = own;
      }
      for (const id of own) if (!ids.includes(id)) ids.push(id);
    }
    return ids;
  };
}

/** Coarse skeletons of all tokens together, in alphabetical order: names may be turned. */
function wholeReader(table: TokenTable, known: KeyIds): (tokens: readonly number[]) => readonly number[] {
  return (tokens) => {
    if (tokens.length === 0) return [];
    const skeletons = tokens.map((token) => coarse(table.at(token)));
    return known.idsOf([skeletons.sort().join(" ")]);
  };
}

function coarse({ text, isNumber, coarse: skeleton }: Token): string {
  return isNumber ? text : skeleton;
}

type RecordKeys = Pick<KeyColumn, "offsets" | "ids" | "distinct">;

/** The keys of the records that take part, from those of their values. */
function keysOfRecords(
  ids: Int32Array,
  isNamed: readonly boolean[],
  known: KeyIds,
  keysOfValue: (value: number) => readonly number[],
): RecordKeys {
  const ofValue: (readonly number[] | undefined)[] = [];
  const offsets = new Int32Array(ids.length + 1);
  const out = new IntList(Math.max(16, ids.length));
  for (let record = 0; record < ids.length; record += 1) {
    const value = ids[record] ?? -1;
    if (value >= 0 && isNamed[record] === true) {
      let own = ofValue[value];
      if (own === undefined) {
        own = keysOfValue(value);
        ofValue[value] = own;
      }
      for (let index = 0; index < own.length; index += 1) out.push(own[index] ?? 0);
    }
    offsets[record + 1] = out.length;
  }
  return { offsets, ids: out.view(), distinct: known.count };
}

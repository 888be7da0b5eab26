/** Columns of names and of other words: token ids, with how common each token and each whole value is. */
import { foldText } from "../core/pure.ts";
import type { FieldColumns } from "./field-columns.ts";
import { type Frequencies, withFrequencies } from "./frequencies.ts";
import type { TokenTable } from "./tokens.ts";

/**
 * Typed arrays only: threads share it. A record has one value; where it writes the name twice, in two scripts, the value
 * stands in the first `counts.length` places with its Arabic writing, and names the place of the other one.
 */
export interface WordColumn {
  /** For each record its value's id, or -1 when missing. */
  readonly ids: Int32Array;
  /** The token ids of value v, as written, are `tokens[offsets[v] .. offsets[v + 1])`. */
  readonly offsets: Int32Array;
  readonly tokens: Int32Array;
  /** For each value the place of its writing in another script, -1 without one. */
  readonly otherWritings: Int32Array;
  /** Records for each value of a record. */
  readonly counts: Int32Array;
  /** Records with a value. */
  readonly known: number;
  /** For each skeleton of the token table the share of the known records that hold a token of it. */
  readonly skeletonShares: Float64Array;
  /**
   * Share of the known records whose value has these skeletons, in any order, beyond the records that one person
   * on every list would account for.
   */
  readonly valueShares: Float64Array;
  /** 1 for a value with a token in Arabic script. */
  readonly isArabic: Uint8Array;
}

/** The tokens of one value, as written; of a name that is written in two scripts those of both. */
type Value = readonly [words: readonly string[], other?: readonly string[]];

/**
 * Reads the tokens of several fields as one value; a value without tokens is missing.
 *
 * @param writings - fields that write the name of the one field again.
 * @param frequencies - how common the values were when a model was trained, where that stands.
 */
export function toWordColumn(
  columns: FieldColumns,
  { fields, writings }: { readonly fields: readonly number[]; readonly writings: readonly number[] },
  kind: "name" | "text",
  table: TokenTable,
  frequencies?: Frequencies,
): WordColumn {
  const tokensOf = kind === "name" ? columns.nameTokens : toWords;
  const isPlain = fields.length === 1 && writings.length === 0;
  const { ids, values, counts } = isPlain ? ofOne() : ofSeveral();

  function ofOne() {
    const raw = columns.texts(fields[0] ?? -1);
    const found = distinctValues();
    const valueAt = Int32Array.from(raw.values, (text) => found.idOf([tokensOf(text)]));
    for (const [text, value] of valueAt.entries()) found.add(value, raw.counts[text] ?? 0);
    return { ...found, ids: raw.ids.map((text) => (text < 0 ? -1 : (valueAt[text] ?? -1))) };
  }

  function ofSeveral() {
    const readers = [...fields, ...writings].map((field) => {
      const { ids: textOf, values: texts } = columns.texts(field);
      const tokens = texts.map((text) => tokensOf(text));
      return (record: number) => tokens[textOf[record] ?? -1] ?? [];
    });
    const found = distinctValues();
    const all = Int32Array.from(columns.records, (_, record) => {
      const read = readers.map((reader) => reader(record));
      const own = read.slice(0, fields.length).flat();
      const value = found.idOf(
        writings.length === 0 ? [own] : inTwoScripts([own, ...read.slice(fields.length)], table),
      );
      found.add(value, 1);
      return value;
    });
    return { ...found, ids: all };
  }

  const words = { ids, ...laidOut(values, table) };
  if (frequencies !== undefined) {
    const column = { ...words, ...withFrequencies(values.map(keyOfValue), frequencies) };
    const seen = frequencies.values.map(([key, count]) => ({
      writings: key.split(WRITINGS_APART).map((each) => Int32Array.from(each.split(" "), table.idOf)),
      count,
    }));
    return { ...column, ...sharesOf(column, seen, table, Math.max(2, frequencies.lists)) };
  }
  const lists = new Set(columns.records.map(({ list }) => list)).size;
  const known = counts.reduce((sum, count) => sum + count, 0);
  const column = { ...words, counts: Int32Array.from(counts), known };
  const seen = counts.map((count, value) => ({ writings: writingsAt(column, value), count }));
  return { ...column, ...sharesOf(column, seen, table, Math.max(2, lists)) };
}

/** The writing in Arabic script first, where there is one, and one in another script. */
function inTwoScripts(read: readonly (readonly string[])[], table: TokenTable): Value {
  const isArabic = (words: readonly string[]) => words.some((word) => table.at(table.idOf(word)).isArabic);
  const written = read.filter((words) => words.length > 0);
  const first = written.find(isArabic) ?? written[0] ?? [];
  const other = written.find((words) => isArabic(words) !== isArabic(first));
  return other === undefined ? [first] : [first, other];
}

/** The values of records, and after them their other writings. */
function laidOut(values: readonly Value[], table: TokenTable) {
  const others = values.flatMap(([, other]) => (other === undefined ? [] : [other]));
  const all = [...values.map(([words]) => words), ...others];
  const offsets = new Int32Array(all.length + 1);
  for (const [value, words] of all.entries()) offsets[value + 1] = (offsets[value] ?? 0) + words.length;
  const otherWritings = new Int32Array(all.length).fill(-1);
  let next = values.length;
  for (const [value, [, other]] of values.entries()) {
    if (other === undefined) continue;
    otherWritings[value] = next;
    next += 1;
  }
  return {
    offsets,
    tokens: Int32Array.from(all.flatMap((words) => words.map(table.idOf))),
    otherWritings,
  };
}

/** The words of each value of a column as one text, the same in every run. */
export function wordKeys(
  column: Pick<WordColumn, "offsets" | "tokens" | "otherWritings" | "counts">,
  texts: readonly string[],
): string[] {
  return Array.from(column.counts, (_, value) =>
    writingsAt(column, value)
      .map((tokens) => keyOfWords(Array.from(tokens, (token) => texts[token] ?? "")))
      .join(WRITINGS_APART),
  );
}

/** Tokens hold no spaces and no such sign. */
const WRITINGS_APART = " | ";

function keyOfValue(value: Value): string {
  return value.map((words) => keyOfWords(words ?? [])).join(WRITINGS_APART);
}

function keyOfWords(words: readonly string[]): string {
  return words.join(" ");
}

type LaidOut = Pick<WordColumn, "offsets" | "tokens" | "otherWritings">;

function tokensAt({ offsets, tokens }: Pick<WordColumn, "offsets" | "tokens">, value: number): Int32Array {
  return tokens.subarray(offsets[value], offsets[value + 1]);
}

function writingsAt(column: LaidOut, value: number): Int32Array[] {
  const other = column.otherWritings[value] ?? -1;
  return other < 0 ? [tokensAt(column, value)] : [tokensAt(column, value), tokensAt(column, other)];
}

/** Values by their tokens, ids in order of first sight; -1 for a value without any. */
function distinctValues() {
  const known = new Map<string, number>();
  const values: Value[] = [];
  const counts: number[] = [];
  return {
    values,
    counts,
    idOf(value: Value): number {
      if (value[0].length === 0) return -1;
      const key = keyOfValue(value);
      const id = known.get(key);
      if (id !== undefined) return id;
      known.set(key, values.length);
      counts.push(0);
      return values.push(value) - 1;
    },
    add(value: number, count: number): void {
      if (value >= 0) counts[value] = (counts[value] ?? 0) + count;
    },
  };
}

function toWords(text: string): string[] {
  return foldText(text)
    .replaceAll("'", "")
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== "");
}

/** @param seen - the values by which words are common or rare: those of the column, or of the training. */
function sharesOf(
  column: LaidOut & Pick<WordColumn, "known">,
  seen: readonly { readonly writings: readonly Int32Array[]; readonly count: number }[],
  table: TokenTable,
  ofOnePerson: number,
): Pick<WordColumn, "skeletonShares" | "valueShares" | "isArabic"> {
  const skeletonCounts = new Float64Array(table.skeletonCount());
  const records = new Map<string, number>();
  const skeletonsOf = (own: Int32Array) => own.map((token) => table.skeletonOf(token)).sort();
  for (const { writings, count } of seen) {
    const skeletons = writings.map(skeletonsOf);
    for (const skeleton of new Set(skeletons.flatMap((each) => [...each]))) {
      skeletonCounts[skeleton] = (skeletonCounts[skeleton] ?? 0) + count;
    }
    for (const key of new Set(skeletons.map((each) => each.join(" ")))) {
      records.set(key, (records.get(key) ?? 0) + count);
    }
  }
  const valueCount = column.offsets.length - 1;
  const isArabic = new Uint8Array(valueCount);
  const valueShares = new Float64Array(valueCount);
  for (let value = 0; value < valueCount; value += 1) {
    const own = tokensAt(column, value);
    isArabic[value] = own.some((token) => table.at(token).isArabic) ? 1 : 0;
    const sharing = records.get(skeletonsOf(own).join(" ")) ?? 1;
    valueShares[value] = Math.max(0, (sharing - ofOnePerson) / column.known);
  }
  return {
    skeletonShares: skeletonCounts.map((count) => (count === 0 ? 1 : count) / column.known),
    valueShares,
    isArabic,
  };
}

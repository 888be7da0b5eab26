/** Columns of names and of other words: token ids, with how common each token and each whole value is. */
import { foldText } from "../core/pure.ts";
import type { FieldColumns } from "./field-columns.ts";
import { type Frequencies, withFrequencies } from "./frequencies.ts";
import type { TokenTable } from "./tokens.ts";

/** Typed arrays only: threads share it. */
export interface WordColumn {
  /** For each record its value's id, or -1 when missing. */
  readonly ids: Int32Array;
  /** The token ids of value v, as written, are `tokens[offsets[v] .. offsets[v + 1])`. */
  readonly offsets: Int32Array;
  readonly tokens: Int32Array;
  /** Records for each value. */
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

/**
 * Reads the tokens of several fields as one value; a value without tokens is missing.
 *
 * @param frequencies - how common the values were when a model was trained, where that stands.
 */
export function toWordColumn(
  columns: FieldColumns,
  fields: readonly number[],
  kind: "name" | "text",
  table: TokenTable,
  frequencies?: Frequencies,
): WordColumn {
  const tokensOf = kind === "name" ? columns.nameTokens : toWords;
  const { ids, values, counts } = fields.length === 1 ? ofOne() : ofSeveral();

  function ofOne() {
    const raw = columns.texts(fields[0] ?? -1);
    const found = distinctValues();
    const valueAt = Int32Array.from(raw.values, (text) => found.idOf(tokensOf(text)));
    for (const [text, value] of valueAt.entries()) found.add(value, raw.counts[text] ?? 0);
    return { ...found, ids: raw.ids.map((text) => (text < 0 ? -1 : (valueAt[text] ?? -1))) };
  }

  function ofSeveral() {
    const raws = fields.map((field) => columns.texts(field));
    const tokens = raws.map((raw) => raw.values.map((text) => tokensOf(text)));
    const found = distinctValues();
    const ids = Int32Array.from(columns.records, (_, record) => {
      const value = found.idOf(raws.flatMap((raw, index) => tokens[index]?.[raw.ids[record] ?? -1] ?? []));
      found.add(value, 1);
      return value;
    });
    return { ...found, ids };
  }

  const offsets = new Int32Array(values.length + 1);
  for (const [value, words] of values.entries()) offsets[value + 1] = (offsets[value] ?? 0) + words.length;
  const tokens = Int32Array.from(values.flatMap((words) => words.map(table.idOf)));
  const words = { ids, offsets, tokens };
  if (frequencies !== undefined) {
    const column = { ...words, ...withFrequencies(values.map(keyOfWords), frequencies) };
    const seen = frequencies.values.map(([key, count]) => ({
      tokens: Int32Array.from(key.split(" "), table.idOf),
      count,
    }));
    return { ...column, ...sharesOf(column, seen, table, Math.max(2, frequencies.lists)) };
  }
  const lists = new Set(columns.records.map(({ list }) => list)).size;
  const known = counts.reduce((sum, count) => sum + count, 0);
  const column = { ...words, counts: Int32Array.from(counts), known };
  const seen = counts.map((count, value) => ({ tokens: tokensAt(column, value), count }));
  return { ...column, ...sharesOf(column, seen, table, Math.max(2, lists)) };
}

/** The words of each value of a column as one text, the same in every run: tokens hold no spaces. */
export function wordKeys(column: Pick<WordColumn, "offsets" | "tokens">, texts: readonly string[]): string[] {
  return Array.from({ length: column.offsets.length - 1 }, (_, value) =>
    keyOfWords(Array.from(tokensAt(column, value), (token) => texts[token] ?? "")),
  );
}

function keyOfWords(words: readonly string[]): string {
  return words.join(" ");
}

function tokensAt({ offsets, tokens }: Pick<WordColumn, "offsets" | "tokens">, value: number): Int32Array {
  return tokens.subarray(offsets[value], offsets[value + 1]);
}

/** Values by their tokens, ids in order of first sight; -1 for a value without any. */
function distinctValues() {
  const known = new Map<string, number>();
  const values: (readonly string[])[] = [];
  const counts: number[] = [];
  return {
    values,
    counts,
    idOf(tokens: readonly string[]): number {
      if (tokens.length === 0) return -1;
      const key = keyOfWords(tokens);
      const id = known.get(key);
      if (id !== undefined) return id;
      known.set(key, values.length);
      counts.push(0);
      return values.push(tokens) - 1;
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
  { offsets, tokens, counts, known }: Pick<WordColumn, "offsets" | "tokens" | "counts" | "known">,
  seen: readonly { readonly tokens: Int32Array; readonly count: number }[],
  table: TokenTable,
  ofOnePerson: number,
): Pick<WordColumn, "skeletonShares" | "valueShares" | "isArabic"> {
  const skeletonCounts = new Float64Array(table.skeletonCount());
  const records = new Map<string, number>();
  const skeletonsOf = (own: Int32Array) => own.map((token) => table.skeletonOf(token)).sort();
  for (const { tokens: own, count } of seen) {
    const skeletons = skeletonsOf(own);
    for (const [place, skeleton] of skeletons.entries()) {
      if (place === 0 || skeleton !== skeletons[place - 1]) {
        skeletonCounts[skeleton] = (skeletonCounts[skeleton] ?? 0) + count;
      }
    }
    const key = skeletons.join(" ");
    records.set(key, (records.get(key) ?? 0) + count);
  }
  const isArabic = new Uint8Array(counts.length);
  const valueShares = new Float64Array(counts.length);
  for (let value = 0; value < counts.length; value += 1) {
    const own = tokensAt({ offsets, tokens }, value);
    isArabic[value] = own.some((token) => table.at(token).isArabic) ? 1 : 0;
    const sharing = records.get(skeletonsOf(own).join(" ")) ?? 1;
    valueShares[value] = Math.max(0, (sharing - ofOnePerson) / known);
  }
  return {
    skeletonShares: skeletonCounts.map((count) => (count === 0 ? 1 : count) / known),
    valueShares,
    isArabic,
  };
}

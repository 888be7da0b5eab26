/** Columns of names and of other words: token ids, with how common each token and each whole value is. */
import { foldText } from "../core/pure.ts";
import type { FieldColumns } from "./field-columns.ts";
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

/** Reads the tokens of several fields as one value; a value without tokens is missing. */
export function toWordColumn(
  columns: FieldColumns,
  fields: readonly number[],
  kind: "name" | "text",
  table: TokenTable,
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
  const lists = new Set(columns.records.map(({ list }) => list)).size;
  const known = counts.reduce((sum, count) => sum + count, 0);
  const column = { ids, offsets, tokens, counts: Int32Array.from(counts), known };
  return { ...column, ...sharesOf(column, table, Math.max(2, lists)) };
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
      const key = tokens.join(" ");
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

function sharesOf(
  { offsets, tokens, counts, known }: Pick<WordColumn, "offsets" | "tokens" | "counts" | "known">,
  table: TokenTable,
  ofOnePerson: number,
): Pick<WordColumn, "skeletonShares" | "valueShares" | "isArabic"> {
  const skeletonCounts = new Float64Array(table.skeletonCount());
  const records = new Map<string, number>();
  const keys: string[] = [];
  const isArabic = new Uint8Array(counts.length);
  for (const [value, count] of counts.entries()) {
    const own = tokens.subarray(offsets[value], offsets[value + 1]);
    const skeletons = own.map((token) => table.skeletonOf(token)).sort();
    for (const [place, skeleton] of skeletons.entries()) {
      if (place === 0 || skeleton !== skeletons[place - 1]) {
        skeletonCounts[skeleton] = (skeletonCounts[skeleton] ?? 0) + count;
      }
    }
    const key = skeletons.join(" ");
    keys.push(key);
    records.set(key, (records.get(key) ?? 0) + count);
    isArabic[value] = own.some((token) => table.at(token).isArabic) ? 1 : 0;
  }
  return {
    skeletonShares: skeletonCounts.map((count) => (count === 0 ? 1 : count) / known),
    valueShares: Float64Array.from(keys, (key) =>
      Math.max(0, ((records.get(key) ?? 1) - ofOnePerson) / known),
    ),
    isArabic,
  };
}

/** Columns of names and of other words: token ids, with how common each token and each whole value is. */
import { foldText, toNameTokens } from "../core/pure.ts";
import { type Column, toColumn } from "./column.ts";
import { type Frequencies, withFrequencies } from "./frequencies.ts";
import type { LinkRecord } from "./records.ts";
import type { TokenTable } from "./tokens.ts";

export interface NameValue {
  /** Folded tokens as written. */
  readonly tokens: readonly string[];
  readonly ids: readonly number[];
}

export interface NameColumn extends Column<NameValue> {
  readonly table: TokenTable;
  /** Share of the known records that hold a token of this skeleton. */
  readonly tokenShare: (token: number) => number;
  /**
   * Share of the known records whose value has these skeletons, in any order, beyond the records that one person
   * on every list would account for.
   */
  readonly valueShare: (value: number) => number;
}

/** Reads the tokens of several fields as one value; a value without tokens is missing. */
export function toNameColumn(
  records: readonly LinkRecord[],
  fields: readonly number[],
  kind: "name" | "text",
  table: TokenTable,
  frequencies?: Frequencies,
): NameColumn {
  const memo = new Map<string, readonly string[]>();
  const tokensOf = (text: string): readonly string[] => {
    let tokens = memo.get(text);
    if (tokens === undefined) {
      tokens = kind === "name" ? toNameTokens(text).tokens : toWords(text);
      memo.set(text, tokens);
    }
    return tokens;
  };
  const column = toColumn<NameValue>(
    records.length,
    (record) => {
      const tokens = fields.flatMap((field) => {
        const value = records[record]?.values[field] ?? null;
        return value !== null && "text" in value ? tokensOf(value.text) : [];
      });
      return tokens.length === 0 ? null : { tokens, ids: tokens.map(table.idOf) };
    },
    (value) => value.tokens.join(" "),
  );
  if (frequencies !== undefined) {
    const seen = frequencies.values.map(([key, count]) => ({ ids: key.split(" ").map(table.idOf), count }));
    const counted = withFrequencies(column, nameKey, frequencies);
    return { ...counted, table, ...shares(counted, seen, table, Math.max(2, frequencies.lists)) };
  }
  const lists = new Set(records.map(({ list }) => list)).size;
  const seen = column.values.map(({ ids }, value) => ({ ids, count: column.counts[value] ?? 0 }));
  return { ...column, table, ...shares(column, seen, table, Math.max(2, lists)) };
}

/** The words of a value: tokens hold no spaces. */
export function nameKey({ tokens }: NameValue): string {
  return tokens.join(" ");
}

function toWords(text: string): string[] {
  return foldText(text)
    .replaceAll("'", "")
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== "");
}

/** @param seen - the values by which names are common or rare: those of the column, or of the training. */
function shares(
  column: Column<NameValue>,
  seen: readonly { readonly ids: readonly number[]; readonly count: number }[],
  table: TokenTable,
  ofOnePerson: number,
) {
  const tokens = new Map<string, number>();
  const values = new Map<string, number>();
  const skeletonsOf = (ids: readonly number[]) => ids.map((id) => table.at(id).skeleton);
  const keyOf = (skeletons: readonly string[]) => skeletons.toSorted().join(" ");
  for (const { ids, count } of seen) {
    const skeletons = skeletonsOf(ids);
    for (const token of new Set(skeletons)) tokens.set(token, (tokens.get(token) ?? 0) + count);
    const key = keyOf(skeletons);
    values.set(key, (values.get(key) ?? 0) + count);
  }
  const valueShares = Float64Array.from(
    column.values,
    ({ ids }) => Math.max(0, (values.get(keyOf(skeletonsOf(ids))) ?? 1) - ofOnePerson) / column.known,
  );
  // Tokens of other columns may come later; each is looked up once.
  const tokenShares: number[] = [];
  return {
    tokenShare: (token: number) => {
      let share = tokenShares[token];
      if (share === undefined) {
        share = (tokens.get(table.at(token).skeleton) ?? 1) / column.known;
        tokenShares[token] = share;
      }
      return share;
    },
    valueShare: (value: number) => valueShares[value] ?? 0,
  };
}

/** Comparisons as plain data, which threads share, and bound to a thread's own words. */
import { alignerFor } from "./alignment.ts";
import { type NameComparison, nameComparer, type Words } from "./compare-names.ts";
import { type TextComparison, textComparer } from "./compare-text.ts";
import { type ValueComparison, valueComparer } from "./compare-values.ts";
import type { Comparer } from "./comparer.ts";
import { type SameListComparison, sameListComparer } from "./same-list.ts";
import { type TokenData, type TokenTable, tokenTable } from "./tokens.ts";

export type Comparison = NameComparison | TextComparison | ValueComparison | SameListComparison;

/** What this thread knows of the tokens of a run; found again as long as somebody holds them. */
const known = new WeakMap<TokenData, Words>();

/** This thread's words for these tokens. */
export function wordsOf(tokens: TokenData, table: TokenTable | null = null): Words {
  let words = known.get(tokens);
  if (words === undefined) {
    const own = table ?? tokenTable(tokens);
    words = { table: own, align: alignerFor(own) };
    known.set(tokens, words);
  }
  return words;
}

/** The comparer of a comparison. */
export function bindComparison(comparison: Comparison, words: Words): Comparer {
  switch (comparison.sort) {
    case "name":
      return nameComparer(comparison, words);
    case "text":
      return textComparer(comparison, words);
    case "value":
      return valueComparer(comparison);
    case "same-list":
      return sameListComparer(comparison);
  }
}

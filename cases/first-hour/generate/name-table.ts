/** Names with their spellings in three scripts, and how common each is. */
import { FAMILIES } from "./family-names.ts";
import { MEN, WOMEN } from "./given-names.ts";

export interface Name {
  readonly fa: string;
  /** Romanisations in use, the usual one first; at least two. */
  readonly latin: readonly string[];
  readonly ar: string;
}

export interface NameTable {
  readonly names: readonly Name[];
  readonly weights: readonly number[];
}

/** Letters and endings that Arabic writes otherwise, in the order in which they are replaced. */
const TO_ARABIC: readonly (readonly [RegExp, string])[] = [
  [/\u200c/gu, " "],
  [/ایی$/u, "ائي"],
  [/یی$/u, "ئي"],
  [/ی/gu, "ي"],
  [/[کگ]/gu, "ك"],
  [/پ/gu, "ب"],
  [/[چژ]/gu, "ج"],
];

export const MEN_NAMES = toTable(MEN);
export const WOMEN_NAMES = toTable(WOMEN);
export const FAMILY_NAMES = toTable(FAMILIES);

/** How often each romanisation of a name is used: the usual one mostly, the others seldom. */
export const ROMANISATION_WEIGHTS = [0.7, 0.2, 0.1] as const;

/** A Persian spelling in the letters of Arabic. */
export function toArabicLetters(persian: string): string {
  return TO_ARABIC.reduce((text, [letter, arabic]) => text.replace(letter, arabic), persian);
}

/** Frequencies fall with the rank as those of real names do: a few are everywhere, most are rare (Zipf). */
function toTable(rows: string): NameTable {
  const names = rows.trim().split("\n").map(toName);
  return { names, weights: names.map((_, rank) => 1 / (rank + 3) ** 0.9) };
}

function toName(row: string): Name {
  const [fa = "", latin = "", ar] = row.split("|");
  return { fa, latin: latin.split(" "), ar: ar ?? toArabicLetters(fa) };
}

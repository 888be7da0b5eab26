/**
 * Whether a hit holds what was asked for, judged without the search's own rules: by the spellings that lists are known
 * to give for one name, and by edit distance.
 */
import { foldText } from "../src/core/index.ts";
import { readRows } from "./search-data.ts";

export interface Judge {
  /** Whether both words are spellings of names that lists give for each other. */
  readonly knows: (word: string) => boolean;
  /** Words of the query to which no word of the document is related. */
  readonly unrelated: (query: string, texts: readonly string[]) => string[];
}

export function createJudge(): Judge {
  const partners = new Map<string, Set<string>>();
  const join = (a: string, b: string) => partners.set(a, (partners.get(a) ?? new Set()).add(b));
  for (const { persian_token = "", latin_spelling = "" } of readRows(
    "data/linkage/names/persian_latin_token_lexicon.csv",
  )) {
    const [persian, latin] = [wordsIn(persian_token).join(""), wordsIn(latin_spelling).join("")];
    join(persian, latin);
    join(latin, persian);
  }
  const isRelated = (asked: string, word: string): boolean => {
    if (word === asked || word.startsWith(asked)) return true;
    // A beginning is what was asked for in every script.
    const known = partners.get(asked);
    for (const partner of known ?? [])
      if (word.startsWith(partner) || partners.get(partner)?.has(word) === true) return true;
    const allowed = asked.length >= 9 ? 2 : asked.length >= 4 ? 1 : 0;
    return allowed > 0 && distance(asked, word) <= allowed;
  };
  return {
    knows: (word) => wordsIn(word).every((each) => partners.has(each)),
    unrelated(query, texts) {
      const words = texts.flatMap(wordsIn);
      // What is written as two words may be asked for as one, and the other way round.
      const joined = words.map((word, n) => word + (words[n + 1] ?? ""));
      const asked = wordsIn(query);
      return asked.filter((each, n) => {
        if (words.some((word) => isRelated(each, word)) || joined.some((word) => isRelated(each, word)))
          return false;
        const pairs = [each + (asked[n + 1] ?? ""), (asked[n - 1] ?? "") + each];
        return !pairs.some((pair) => words.some((word) => isRelated(pair, word)));
      });
    },
  };
}

export function wordsIn(text: string): string[] {
  return foldText(text)
    .replaceAll("'", "")
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => word !== "");
}

/** Optimal string alignment. */
function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3;
  const rows = Array.from({ length: a.length + 1 }, (_, i) => Array.from({ length: b.length + 1 }, () => i));
  const at = (i: number, j: number) => rows[i]?.[j] ?? 0;
  for (let i = 0; i <= a.length; i++)
    for (let j = 0; j <= b.length; j++) {
      if (i === 0 || j === 0) {
        rows[i]?.splice(j, 1, i + j);
        continue;
      }
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, at(i - 2, j - 2) + 1);
      rows[i]?.splice(j, 1, least);
    }
  return at(a.length, b.length);
}

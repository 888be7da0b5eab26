/** A thing that can be found: its words, and what it is counted by. */
import type { SearchFacet } from "./search-views.ts";

/** A thing that can be found. */
export interface FindableThing {
  /** See `SearchHitView`. */
  readonly kind: string;
  readonly id: string;
  /** What it is called. */
  readonly names: readonly string[];
  readonly texts: readonly string[];
  /** What is left out, or has no value, is missing. */
  readonly facets: Readonly<Partial<Record<SearchFacet, readonly string[]>>>;
}

export interface FindableThings {
  all(): Iterable<FindableThing>;
  /** Undefined for what there is not, or what may not be shown. */
  find(kind: string, id: string): FindableThing | undefined;
  /** Whether `find` would give something: at little cost, since it may be asked about everything that a search finds. */
  has(kind: string, id: string): boolean;
}

const SCRIPTS = [
  ["arabic", /\p{Script=Arabic}/u],
  ["latin", /\p{Script=Latin}/u],
  ["cyrillic", /\p{Script=Cyrillic}/u],
] as const;

/** The scripts in which something is written: arabic, latin, cyrillic, or other for letters of none of these. */
export function scriptsOf(texts: readonly string[]): string[] {
  const found = SCRIPTS.filter(([, letter]) => texts.some((text) => letter.test(text)));
  if (found.length === 0 && texts.some((text) => /\p{L}/u.test(text))) return ["other"];
  return found.map(([script]) => script);
}

/** What the faces show of a search. */
import type { FoundHow } from "../registry/index.ts";
import type { UpToView } from "./views.ts";

/** By what the things found are counted and can be chosen. */
export const SEARCH_FACETS = [
  "kind",
  "source",
  "list",
  "place",
  "speaker",
  "property",
  "status",
  /** Gregorian. */
  "year",
  "solar-year",
  "script",
  "access",
] as const;

export type SearchFacet = (typeof SEARCH_FACETS)[number];

export interface SearchFacetView {
  readonly label: string;
  /**
   * Of the things that fit what is chosen of all other facets; years in their order, all else the most frequent first. What
   * is chosen is always among them, and so is null where the facet is missing of some.
   */
  readonly values: readonly {
    readonly value: string | null;
    readonly name: string;
    readonly count: number;
    readonly isChosen: boolean;
  }[];
  /** How many more values there are. */
  readonly more: number;
}

/** A text and where in it stands what was asked for, in UTF-16 offsets. */
export interface MarkedText {
  readonly text: string;
  readonly marks: readonly { readonly start: number; readonly end: number; readonly how: FoundHow }[];
}

export interface SearchHitView {
  /** source, statement, listed-person, listed-place, recommendation, roll-call, finding, or the kind of a subject. */
  readonly kind: string;
  readonly kindName: string;
  readonly id: string;
  readonly title: string;
  /** What must be read with it: that the speaker denies it, that its recorders took it back. */
  readonly remarks: readonly string[];
  /** A long text is cut around what was found. */
  readonly text: string;
  readonly marks: { readonly title: MarkedText["marks"]; readonly text: MarkedText["marks"] };
  /** Other texts of the thing that hold what title and text do not, or hold only as a likeness. */
  readonly also: readonly MarkedText[];
  /** Words that stand nowhere as they were asked for: what the reader wrote, what stands there, and how it was taken. */
  readonly readAs: readonly { readonly asked: string; readonly found: string; readonly how: FoundHow }[];
}

export interface SearchView {
  /** Things that were found and fit every choice. */
  readonly total: number;
  /** What was recorded after `searchable` is not among the hits yet. */
  readonly upTo: UpToView;
  readonly offset: number;
  /** Whether spellings that are only near count too: they were asked for, or nothing closer was found. */
  readonly isNear: boolean;
  readonly facets: Readonly<Record<SearchFacet, SearchFacetView>>;
  readonly hits: readonly SearchHitView[];
}

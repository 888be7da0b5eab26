/** What the faces show of a search. */
import type { FacetView } from "./appeal-views.ts";
import type { UpToView } from "./views.ts";

/** Counts by an id of the case with its name; null for those of which none is recorded. */
export type NamedFacetView = readonly {
  readonly value: string | null;
  readonly name: string | null;
  readonly count: number;
}[];

export interface SearchView {
  readonly total: number;
  /** What was recorded after `searchable` is not among the hits yet. */
  readonly upTo: UpToView;
  readonly offset: number;
  readonly facets: {
    /** Of everything found, whatever kind was asked for. */
    readonly kind: FacetView;
    readonly source: NamedFacetView;
    readonly list: NamedFacetView;
    readonly place: NamedFacetView;
  };
  readonly hits: readonly {
    /** source, statement, listed-person, listed-place, or the kind of a subject. */
    readonly kind: string;
    readonly id: string;
    readonly title: string;
    readonly text: string;
  }[];
}

/** What the faces show of recommendations and roll calls. */
import type { TimeView } from "./views.ts";

/** How many things say something, by what they say; what says nothing is counted under null. */
export type FacetView = readonly { readonly value: string | null; readonly count: number }[];

export interface RecommendationsView {
  readonly total: number;
  readonly matching: number;
  /** Of those that match. */
  readonly facets: { readonly answer: FacetView; readonly session: FacetView; readonly from: FacetView };
  readonly rows: readonly {
    readonly id: string;
    readonly list: string;
    readonly row: number;
    readonly from: string | null;
    readonly to: string | null;
    readonly text: string;
    readonly answer: string | null;
    readonly session: string | null;
    /** Null where only the session is known. */
    readonly time: TimeView | null;
  }[];
}

export interface RollCallSummaryView {
  readonly id: string;
  /** The list record that it stands in. */
  readonly record: string;
  readonly body: string | null;
  readonly session: string | null;
  readonly resolution: string | null;
  readonly title: string | null;
  readonly time: TimeView | null;
  readonly counts: FacetView;
}

export interface RollCallsView {
  readonly rollCalls: readonly RollCallSummaryView[];
  /** Votes of roll calls that no list describes. */
  readonly strayVotes: number;
}

export interface RollCallView extends RollCallSummaryView {
  readonly votes: readonly {
    readonly record: string;
    readonly state: string | null;
    readonly vote: string | null;
  }[];
  /** States with more than one vote. */
  readonly twice: readonly string[];
}

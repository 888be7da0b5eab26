/** What the faces show of recommendations and roll calls. */
import type { AnswerState } from "../registry/index.ts";
import type { NamedView, StatementView, TimeView } from "./views.ts";

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

/** How many are said to have signed, beside the signatories that a statement names. A difference is no error. */
export interface SignaturesView {
  /** Null for all who signed. */
  readonly category: NamedView | null;
  readonly declared: readonly {
    readonly statement: StatementView;
    readonly missing: number | null;
    readonly beyond: number | null;
    /** The declared number beside those who are named. */
    readonly text: string;
  }[];
  readonly named: readonly NamedView[];
  /** Of them those of whom another statement denies it. */
  readonly contested: readonly NamedView[];
}

/** One of those who were asked, and what became of it. */
export interface AskedView {
  readonly addressee: NamedView;
  readonly state: AnswerState;
  readonly stateText: string;
  readonly answers: readonly StatementView[];
  readonly daysWaiting: number | null;
}

export interface AppealRollRowView {
  readonly id: string;
  readonly name: string;
  readonly senders: readonly NamedView[];
  readonly addressees: readonly NamedView[];
  readonly sent: TimeView | null;
  /** That by the dates as stated an answer came before it was sent; null where that is not so. */
  readonly sequenceText: string | null;
  readonly received: readonly StatementView[];
  readonly legalBasis: readonly StatementView[];
  /** Statements that stand in the text of the appeal itself: each leads to its sealed source. */
  readonly texts: readonly StatementView[];
  readonly asks: readonly StatementView[];
  readonly answers: readonly StatementView[];
  readonly attributions: readonly StatementView[];
  readonly forms: readonly StatementView[];
  readonly due: readonly StatementView[];
  readonly signatures: readonly SignaturesView[];
  readonly duty: readonly StatementView[];
  /** Who was asked, and who answered what. */
  readonly asked: readonly AskedView[];
  /** While an answer is waited for; null when none is, or when nobody says when it was sent. */
  readonly daysWaiting: number | null;
  readonly daysLeft: number | null;
}

export interface AppealRollView {
  /** Days since 1970-01-01. */
  readonly on: number;
  /** Those that wait longest first. */
  readonly appeals: readonly AppealRollRowView[];
  /** Appeals that stand in imported lists, a row each: recommendations of States, and how many have which answer. */
  readonly listed: {
    readonly recommendations: number;
    readonly answers: FacetView;
    readonly rollCalls: number;
  };
}

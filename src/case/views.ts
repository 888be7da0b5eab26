/** What the faces show: plain data in one language, made by the case from its statements, records and findings. */

import type { AnswersView, ChainLink, FigureView } from "../findings/index.ts";

export type { AnswersView, FigureView };

/** A time as it is shown: never finer than it is known. */
export interface TimeView {
  /** Normalised EDTF, Gregorian. */
  readonly edtf: string;
  /** Whole days since 1970-01-01; null where the bound is open or unknown. */
  readonly earliest: number | null;
  readonly latest: number | null;
  /** In words, in the language asked for. */
  readonly gregorian: string;
  readonly solarHijri: string;
}

export interface NamedView {
  readonly id: string;
  readonly name: string;
}

/** What a figure stands on: how many sealed sources, statements and records, and whether originals are held. */
export interface FootingView {
  readonly sealedSources: number;
  readonly originalsHeld: number;
  readonly statements: number;
  readonly records: number;
  /** Statements that were accepted. */
  readonly reviewed: number;
  /** Independent voices: speakers of one independence group are one. */
  readonly voices: number;
}

/** A figure with what only a screen needs beside it. */
export interface FigureOnScreen extends FigureView {
  /** The value and its bounds in words: "at least 30,000 persons". */
  readonly valueText: string;
  readonly timeText: TimeView | null;
  readonly footing: FootingView;
  /** Figures with the same group say the same kind of thing, one per independent speaker. */
  readonly group: string;
}

export interface CaseAnswersView {
  readonly id: string;
  readonly title: string;
  readonly fictional: boolean;
  readonly answers: AnswersView;
}

/** How far views and search have come with the log; acts counted from its first. */
export interface UpToView {
  /** Acts on the disk, as far as this process has looked. */
  readonly acts: number;
  /** Acts that the views show. */
  readonly shown: number;
  /** Acts that search covers; null before the first search, which covers all that are shown. */
  readonly searchable: number | null;
}

export interface CaseSummaryView {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly fictional: boolean;
  readonly standardOfProof: string;
  readonly counts: {
    readonly sources: number;
    readonly statements: number;
    readonly records: number;
    readonly persons: number;
    readonly sites: number;
    readonly postings: number;
    readonly appeals: number;
    readonly acts: number;
  };
  readonly ledgerRoot: string;
  /** Acts that another process recorded just now may be on the disk and not in the views yet. */
  readonly upTo: UpToView;
}

export interface StatementView {
  readonly id: string;
  readonly key: string | null;
  readonly subject: NamedView;
  readonly property: string;
  /** The property in words. */
  readonly propertyText: string;
  readonly valueText: string;
  readonly time: TimeView | null;
  readonly place: string | null;
  readonly speaker: NamedView;
  readonly chain: "first-hand" | "second-hand" | "further";
  readonly via: string | null;
  readonly polarity: "asserts" | "denies";
  /** `alleged` is shown only at the source, with the words of `standingText`. */
  readonly standing: "reported" | "alleged" | "open";
  readonly standingText: string;
  readonly access: "open" | "restricted" | "sealed";
  /** How far its recorders have come with it; it never says whether the statement is true. */
  readonly status: "draft" | "accepted" | "conflict" | "work-needed" | "issue" | "withdrawn";
  readonly statusText: string;
  readonly note: string | null;
  readonly source: NamedView;
  /** Code points into the source's text. */
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

export interface SourceSummaryView {
  readonly id: string;
  readonly key: string;
  readonly title: string;
  readonly role: "evidence" | "working";
  /** Says that this is a summary and where the original is; null for an original. */
  readonly roleText: string | null;
  readonly original: string | null;
  readonly language: string;
  readonly mediaType: string;
  /** Of the bytes in the vault; of an encrypted source, of its ciphertext. */
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly isEncrypted: boolean;
  readonly statements: number;
  readonly records: number;
  readonly sealedAt: string;
}

/** One event in the chain of custody. */
export interface CustodyView {
  /** ISO time of the act. */
  readonly at: string;
  readonly actor: string;
  readonly leafIndex: number;
  readonly what: string;
  /** From, to, why and so on, as the act has them. */
  readonly details: readonly { readonly name: string; readonly value: string }[];
}

export interface SourceView extends SourceSummaryView {
  /** Why its text and rows are not shown: the consent on it was withdrawn or has run out. */
  readonly withheld: "withdrawn" | "expired" | null;
  /** What a person should know about the file before working with it. */
  readonly remarks: readonly string[];
  readonly custody: readonly CustodyView[];
  /** The text that passages count over; null for a list, which shows its rows. */
  readonly text: string | null;
  readonly statementsAt: readonly StatementView[];
  /** For a list: its columns and its first rows. */
  readonly table: {
    readonly columns: readonly string[];
    readonly rows: readonly RecordView[];
    readonly total: number;
  } | null;
}

export interface RecordView {
  readonly id: string;
  readonly list: string;
  readonly row: number;
  readonly recordId: string;
  readonly cells: Readonly<Record<string, string>>;
  /** Known fields in words, in the order of the list's recipe. */
  readonly fields: readonly {
    readonly field: string;
    readonly label: string;
    readonly raw: string;
    readonly time: TimeView | null;
  }[];
}

export interface PersonSummaryView {
  readonly id: string;
  /** Every distinct spelling, own script first; empty for a person without a name. */
  readonly names: readonly string[];
  readonly lists: readonly string[];
  readonly records: number;
  readonly place: string | null;
  readonly time: TimeView | null;
}

export interface PeopleView {
  readonly total: number;
  readonly matching: number;
  readonly offset: number;
  readonly people: readonly PersonSummaryView[];
  readonly lists: readonly { readonly list: string; readonly records: number }[];
}

export interface PersonView extends PersonSummaryView {
  readonly rows: readonly RecordView[];
  /** Each field with every value that any record gives, and how many give it; more than one value is a contradiction. */
  readonly fields: readonly {
    readonly field: string;
    readonly label: string;
    readonly values: readonly {
      readonly text: string;
      readonly records: number;
      readonly time: TimeView | null;
    }[];
  }[];
  readonly statements: readonly StatementView[];
}

export interface SiteStageView {
  readonly property: string;
  readonly text: string;
  readonly detail: string;
  readonly time: TimeView | null;
  readonly statement: string;
  readonly speaker: string;
}

export interface SiteView {
  readonly id: string;
  readonly name: string;
  readonly place: NamedView | null;
  /** The place's own coordinate; a site is never placed more finely than its source. */
  readonly coordinate: {
    readonly latitude: number;
    readonly longitude: number;
    readonly accuracyM: number;
    readonly from: string;
  } | null;
  readonly life: readonly SiteStageView[];
  /** As of the day asked for: what is certain, and what is only possible because its time is uncertain. */
  readonly status: {
    readonly code: "destroyed" | "threatened" | "reported" | "other";
    readonly text: string;
    readonly certain: boolean;
  };
}

export interface PlacesView {
  /** The day the statuses hold for (ISO), or null for "whatever is known". */
  readonly on: string | null;
  readonly sites: readonly SiteView[];
  /** Rows of lists of places, such as a register of detention centres. */
  readonly listedPlaces: readonly {
    readonly id: string;
    readonly name: string;
    readonly list: string;
    readonly latitude: number | null;
    readonly longitude: number | null;
  }[];
  /** List records counted by the place that they give; `name` is null where none is recorded. */
  readonly recordsByPlace: readonly {
    readonly name: string | null;
    readonly records: number;
    readonly latitude: number | null;
    readonly longitude: number | null;
  }[];
}

export interface PostingView {
  readonly id: string;
  readonly person: NamedView;
  /** Days on which the person is known to have held the office: drawn solid. */
  readonly certain: { readonly from: number; readonly to: number } | null;
  /** Days on which the person may have held it; an open end is null: drawn faded. */
  readonly possible: { readonly from: number | null; readonly to: number | null };
  /** Whether it was held without a break between the days that are known, and who says so. */
  readonly continuity: "stated" | "assumed" | "decided" | "broken";
  readonly continuityText: string;
  readonly statements: readonly StatementView[];
}

export interface OfficesView {
  readonly lanes: readonly { readonly office: NamedView; readonly postings: readonly PostingView[] }[];
  readonly appeals: readonly AppealView[];
}

export interface AppealView {
  readonly id: string;
  readonly name: string;
  readonly senders: readonly string[];
  readonly addressees: readonly string[];
  readonly sent: TimeView | null;
  readonly asksFor: readonly string[];
  readonly answer: { readonly recorded: boolean; readonly text: string };
  readonly statements: readonly StatementView[];
}

export interface EstimateTableView {
  readonly id: string;
  readonly lists: readonly NamedView[];
  readonly n: number;
  readonly cells: readonly { readonly lists: readonly string[]; readonly count: number }[];
  readonly methods: readonly {
    readonly name: string;
    readonly title: string;
    readonly point: number;
    readonly interval: readonly [number, number] | null;
    readonly kind: string;
    readonly kindText: string;
    readonly settings: Readonly<Record<string, unknown>>;
  }[];
  readonly warnings: readonly { readonly code: string; readonly text: string }[];
  readonly refused: readonly { readonly name: string; readonly code: string; readonly text: string }[];
  readonly assumption: string;
  /** For a fictional case: the truth, so that the error of each method can be seen. */
  readonly truth: number | null;
}

export interface EstimateView {
  readonly tables: readonly EstimateTableView[];
  /** Totals that speakers reported, drawn apart from the estimates. */
  readonly reported: readonly FigureOnScreen[];
}

export type TraceLinkView = ChainLink;

export interface TraceView {
  readonly figure: FigureView;
  readonly chain: readonly TraceLinkView[];
  /** Whether every original behind the figure is sealed in the case; false where it rests on a summary. */
  readonly originalHeld: boolean;
  /** Integrity only: that nothing in the chain has changed since it was sealed. Says nothing about truth. */
  readonly verified: boolean;
}

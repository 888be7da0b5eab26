/** What the faces show: plain data in one language, made by the case from its statements, records and findings. */

import type { Calendar, TimePrecision } from "../core/index.ts";
import type { AnswersView, ChainLink, FigureView } from "../findings/index.ts";
import type { LinkDoubtView } from "./link-views.ts";
import type { PeopleFacet } from "./people-views.ts";
import type { ConfirmationView, LifeView } from "./person-views.ts";
import type { Audience } from "./publication.ts";
import type { SearchFacetView } from "./search-views.ts";
import type { CoordinateView, OutlineView, SiteStageView, SiteStatusView } from "./site-views.ts";

export type { EstimateTableView, EstimateView } from "./estimate-views.ts";
export type { AnswersView, FigureView };

/** A time as it is shown: never finer than it is known. */
export interface TimeView {
  /** Normalised EDTF, Gregorian. */
  readonly edtf: string;
  /** Whole days since 1970-01-01; null where the bound is open or unknown. */
  readonly earliest: number | null;
  readonly latest: number | null;
  /** The calendar that it was written in, and how fine: what it must not be shown finer than. */
  readonly calendar: Calendar;
  readonly precision: TimePrecision;
  /** In words, in the language asked for. */
  readonly gregorian: string;
  readonly solarHijri: string;
  readonly lunarHijri: string;
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
  /** What kind of name, for a name; null otherwise. */
  readonly nameForm: string | null;
  /** How the speaker comes to a count, and how sure the speaker is; null where it does not say. */
  readonly basis: string | null;
  readonly certainty: string | null;
  /** Whom it is of: the holder of a rank, who answered an appeal. */
  readonly of: NamedView | null;
  /** The group of signatories that is meant. */
  readonly category: NamedView | null;
  readonly time: TimeView | null;
  /** The words that the time was read from, where the recorder kept them; `calendarText` names their calendar. */
  readonly timeAsWritten: {
    readonly text: string;
    readonly calendar: Calendar;
    readonly calendarText: string;
  } | null;
  readonly place: string | null;
  readonly speaker: NamedView;
  readonly chain: "first-hand" | "second-hand" | "further";
  readonly via: string | null;
  /** When it was said or written, where that is another time than the one it speaks of. */
  readonly said: TimeView | null;
  /** Of the quote; `isMachine`: by a program, which nobody has to believe. */
  readonly translation: { readonly text: string; readonly by: string; readonly isMachine: boolean } | null;
  /** Who or what took it from the source. */
  readonly extractedBy: string | null;
  /** Who accepted it; null while nobody has. */
  readonly reviewedBy: string | null;
  /** What somebody thinks of it; nothing is computed from it. */
  readonly credibility: GradeView | null;
  readonly polarity: "asserts" | "denies";
  /** `alleged` is shown only at the source, with the words of `standingText`. */
  readonly standing: "reported" | "alleged" | "open";
  readonly standingText: string;
  readonly access: "open" | "team" | "restricted" | "sealed";
  /** How far its recorders have come with it; it never says whether the statement is true. */
  readonly status: "draft" | "accepted" | "conflict" | "work-needed" | "issue" | "withdrawn";
  readonly statusText: string;
  readonly note: string | null;
  readonly source: NamedView;
  readonly at: PlaceInSourceView;
  /** The place in words; empty for running text. */
  readonly atText: string;
  /** Empty where a picture has no words. */
  readonly quote: string;
  /** What the recorder saw in a region of a picture. */
  readonly seen: string | null;
}

/** A grade of the Admiralty code: A to F of a source or speaker, 1 to 6 of a statement. */
export interface GradeView {
  /** What it is about; null in general. */
  readonly topic: string | null;
  readonly grade: string;
  readonly gradeText: string;
  readonly reason: string;
  readonly by: string;
  readonly on: string;
}

/** Speakers of one independence group are one voice. */
export interface SupportView {
  readonly voices: number;
  readonly firstHand: number;
}

/** Where in its source a statement stands. */
export type PlaceInSourceView =
  /** Code points into the text. */
  | { readonly kind: "text"; readonly start: number; readonly end: number }
  /** Counted from 1 in the order of the file; the box in points. `eye`: a person read the words from the picture. */
  | {
      readonly kind: "page";
      readonly page: number;
      readonly box: BoxView | null;
      readonly read: "file" | "eye";
    }
  /** Seconds. */
  | { readonly kind: "time"; readonly from: number; readonly to: number }
  /** Counted from 1, the heading included; the sheet of a workbook, null in a table that is one file. */
  | { readonly kind: "cell"; readonly sheet: string | null; readonly row: number; readonly column: number }
  /** Pixels. */
  | { readonly kind: "region"; readonly box: BoxView };

/** From the top left corner. */
export interface BoxView {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
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
  /** Whether the file was looked at when it was sealed: only then do no remarks mean that nothing was noticed. */
  readonly isInspected: boolean;
  readonly custody: readonly CustodyView[];
  /** What people think of it, by topic; no answer is computed from it. */
  readonly grades: readonly GradeView[];
  /** Of a picture or a recording that a page may show; null for anything else, and for what is held back. */
  readonly media: SourceMediaView | null;
  /** What can be seen or heard in it, told before it is shown; null while nobody said so. */
  readonly description: DescriptionView | null;
  /** The text that passages count over; null for a list, which shows its rows. */
  readonly text: string | null;
  readonly statementsAt: readonly StatementView[];
  /** For a list: its columns and its first rows. */
  readonly table: {
    /** The name under which it was imported, and the id of the act that did so. */
    readonly list: string;
    readonly import: string;
    readonly columns: readonly string[];
    readonly rows: readonly RecordView[];
    readonly total: number;
  } | null;
}

export interface SourceMediaView {
  /** pages: of a document, drawn one at a time. */
  readonly kind: "picture" | "sound" | "film" | "pages";
  /** By its content. */
  readonly mediaType: string;
  /** Of the bytes in the vault. */
  readonly sizeBytes: number;
}

/** In the words of whoever looked; said anew, it takes the place of what was said before. */
export interface DescriptionView {
  readonly shows: string;
  /** As it was said, by language. */
  readonly said: { readonly en?: string | undefined; readonly fa?: string | undefined };
  readonly by: string;
  readonly on: string;
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
  readonly doubt: LinkDoubtView | null;
  /** The persons that fit, counted by what the lists say of them. */
  readonly facets: Readonly<Record<PeopleFacet, SearchFacetView>>;
  readonly lists: readonly { readonly list: string; readonly records: number }[];
}

export interface PersonView extends PersonSummaryView {
  /** How far the person's fate is confirmed, each independent list being one voice. */
  readonly confirmation: ConfirmationView;
  readonly rows: readonly RecordView[];
  /** Each field with every value that any record gives, and how many give it; more than one value is a contradiction. */
  readonly fields: readonly {
    readonly field: string;
    readonly label: string;
    readonly values: readonly {
      /** Under which the origin of the value is asked for. */
      readonly origin: string;
      readonly text: string;
      readonly records: number;
      readonly time: TimeView | null;
    }[];
  }[];
  readonly life: LifeView;
  readonly statements: readonly StatementView[];
}

export interface SiteView {
  readonly id: string;
  readonly name: string;
  readonly place: NamedView | null;
  /** Its own, or that of its place; a site is never placed more finely than its source. */
  readonly coordinate: CoordinateView | null;
  readonly outlines: readonly OutlineView[];
  /** What is known by the day asked for. */
  readonly life: readonly SiteStageView[];
  readonly status: SiteStatusView;
  /** What strangers may be told of where it lies, in words. */
  readonly publicationText: string;
}

export interface PlacesView {
  /** The day the statuses hold for (ISO), or null for "whatever is known". */
  readonly on: string | null;
  readonly audience: Audience;
  readonly sites: readonly SiteView[];
  /** From the first to the last day of any stage of these sites, whatever day is asked for; null where none has a day. */
  readonly span: { readonly earliest: number; readonly latest: number } | null;
  /** How many sites this audience is told nothing of. */
  readonly withheld: number;
  /** Rows of lists of places, such as a register of detention centres; strangers are told no coordinate of theirs. */
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

export type TraceLinkView = ChainLink;

export interface TraceView {
  readonly figure: FigureView;
  readonly chain: readonly TraceLinkView[];
  /** Whether every original behind the figure is sealed in the case; false where it rests on a summary. */
  readonly originalHeld: boolean;
  /** Integrity only: that nothing in the chain has changed since it was sealed. Says nothing about truth. */
  readonly verified: boolean;
}

/** What the faces show of offices when they are asked about: who held one, what one person held, who stood above. */
import type { NamedView, StatementView, SupportView, TimeView } from "./views.ts";

/** A posting with each of its dates as it is stated. */
export interface HeldView extends PostingView {
  readonly office: NamedView;
  /** First and last time of which a source says that the person was in office, and the statement that says it. */
  readonly firstCited: TimeView | null;
  readonly firstCitedIn: string | null;
  readonly lastCited: TimeView | null;
  readonly lastCitedIn: string | null;
  readonly tookOffice: readonly TimeView[];
  readonly leftOffice: readonly TimeView[];
}

export interface HolderView extends HeldView {
  readonly holding: "certain" | "assumed" | "possible" | "no";
}

/** Days on which nobody is recorded in an office. */
export interface GapView {
  readonly time: TimeView;
  /** Who is recorded last before it and first after it. */
  readonly after: NamedView | null;
  readonly before: NamedView | null;
  /** "nobody recorded between … and …" */
  readonly text: string;
}

export interface WhoHeldView {
  readonly office: NamedView;
  readonly on: TimeView;
  /** What is said of its existence and of what it was responsible for: an office that did not exist had no holder. */
  readonly about: readonly StatementView[];
  readonly holders: readonly HolderView[];
  /** Gaps that the time asked for touches. */
  readonly gaps: readonly GapView[];
  /** True for a day on which nobody is recorded: that is not that nobody held the office. */
  readonly isUnrecorded: boolean;
  /** That sources place several persons in it on the one day that is asked about; null where they do not. */
  readonly severalText: string | null;
}

export interface PostingsView {
  readonly person: NamedView;
  readonly postings: readonly (HeldView & { readonly gaps: readonly GapView[] })[];
}

/** A unit, its offices at the time, and what stood above it. */
export interface ChainUnitView {
  readonly unit: NamedView;
  /** How the relation to the one below is known: cited at the time, undated, or only at other times. */
  readonly strength: "cited" | "undated" | "other-times" | null;
  readonly isCircular: boolean;
  /** What is said of its existence and of what it was responsible for. */
  readonly about: readonly StatementView[];
  /** First and last time of which a source says that the relation to the one below held. */
  readonly firstCited: TimeView | null;
  readonly lastCited: TimeView | null;
  /** The statements of the relation, those that deny it too. */
  readonly statements: readonly StatementView[];
  readonly offices: readonly { readonly office: NamedView; readonly holders: readonly HolderView[] }[];
  readonly above: readonly ChainUnitView[];
}

export interface ChainView {
  readonly on: TimeView;
  readonly chain: ChainUnitView;
}

export interface PostingView {
  readonly id: string;
  readonly person: NamedView;
  /** Stretches of days on which the person is known to have held the office: drawn solid. */
  readonly certain: readonly { readonly from: number; readonly to: number }[];
  /** Days of which that is assumed, since nobody states a break in them nor decided that there was none: drawn hatched. */
  readonly assumed: { readonly from: number; readonly to: number } | null;
  /** Days on which the person may have held it; an open end is null: drawn faded. */
  readonly possible: { readonly from: number | null; readonly to: number | null };
  /** Whether it was held without a break between the days that are known, and who says so. */
  readonly continuity: "stated" | "assumed" | "decided" | "broken";
  readonly continuityText: string;
  /** That by the dates as stated the office was left before it was taken; null where that is not so. */
  readonly sequenceText: string | null;
  /** Independent voices that place the person in the office. */
  readonly support: SupportView;
  /** The ranks held in it, each with who says so. */
  readonly ranks: readonly StatementView[];
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
  /** That by the dates as stated an answer came before it was sent; null where that is not so. */
  readonly sequenceText: string | null;
  readonly statements: readonly StatementView[];
}

/** What the faces show of offices when they are asked about: who held one, what one person held, who stood above. */
import type { NamedView, PostingView, StatementView, TimeView } from "./views.ts";

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
  readonly holding: "certain" | "possible" | "no";
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

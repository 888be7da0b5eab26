/** What the faces show of releases: what would go out, what is undecided, what went out. */

import type { ChangedThings, ProfileId, Visibility } from "../release/index.ts";
import type { Namesake } from "./namesakes.ts";
import type { StatementStays } from "./published-releases.ts";
import type { PublishedView } from "./show-published.ts";
import type { NamedView } from "./views.ts";

/** A release that was laid into the folder of its case. */
export interface ReleaseMadeView {
  readonly number: number;
  readonly profile: ProfileId;
  readonly root: string;
  /** Below the folder of the case. */
  readonly folder: string;
}

/** A figure in few words. */
export interface FigureInRelease {
  readonly id: string;
  readonly label: string;
  readonly valueText: string;
  readonly standing: "documented" | "estimated" | "reported";
}

export interface UndecidedView {
  /** A list of which rows are undecided; a person or a speaker whom statements name; a site. */
  readonly is: "list" | "person" | "speaker" | "site";
  readonly id: string;
  readonly name: string;
  /** Of a list, the persons whom undecided rows name; null of anything else. */
  readonly persons: number | null;
}

/** What stands today, and can be decided anew. */
export interface DecidedView {
  readonly is: "list" | "person" | "speaker" | "site";
  readonly id: string;
  readonly name: string;
  readonly decision: DecisionView;
}

export type DecisionView = VisibilityDecisionView | PublicationDecisionView;

export interface VisibilityDecisionView {
  readonly kind: "visibility";
  readonly visibility: Visibility;
  readonly why: string;
  readonly by: string;
  /** ISO day. */
  readonly on: string;
  /** Whether it rests on a consent that was taken back or has run out, and shows nothing any more. */
  readonly isConsentOver: boolean;
}

export interface PublicationDecisionView {
  readonly kind: "publication";
  readonly publication: "exact" | "coarsened" | "withheld";
  /** Of a place that is told coarsely. */
  readonly km: number | null;
  readonly risk: string;
  readonly why: string;
  readonly by: string;
}

export interface SmallCellView {
  /** The figure, or the estimate of whose table it is a cell: what may be left out. */
  readonly id: string;
  readonly is: "figure" | "estimate";
  readonly label: string;
  /** Of a cell of a table, the lists that name its persons. */
  readonly lists: readonly string[];
  /** So many of its persons are not shown in full. */
  readonly persons: number;
}

export interface ReleasePlanView {
  readonly profile: ProfileId;
  /** Its number and its folder below that of the case, if it were made now. */
  readonly number: number;
  readonly folder: string;
  /** Whether the case is encrypted as a whole, so that no release is laid into its folder. */
  readonly isClosed: boolean;
  /** Acts that are known. */
  readonly lookedAt: number;
  readonly undecided: readonly UndecidedView[];
  readonly decided: readonly DecidedView[];
  /** How many persons, statements and sites go out. */
  readonly goes: { readonly persons: number; readonly statements: number; readonly sites: number };
  /** Persons whom lists name and of whom everything is decided, by what is shown of them. */
  readonly persons: readonly { readonly visibility: Visibility; readonly count: number }[];
  /** Statements that stay, by why; the reasons without any are left out. */
  readonly stays: readonly { readonly why: StatementStays; readonly count: number }[];
  /** Sites of which nothing is told. */
  readonly withheldSites: number;
  readonly figures: readonly FigureInRelease[];
  /** Those that do not go out; which of them somebody left out. */
  readonly figuresThatStay: readonly (FigureInRelease & { readonly isLeftOut: boolean })[];
  /** Ids of figures and estimates that are left out. */
  readonly leftOut: readonly string[];
  readonly smallCells: readonly SmallCellView[];
  /** Persons who are shown and who may be somebody who is not: two of one name whom nobody held to be two. */
  readonly namesakes: readonly Namesake[];
  /** Rows that somebody decided on and that their list does not hold any more, or not without doubt. */
  readonly lost: readonly { readonly list: string; readonly recordId: string }[];
}

/** A release that was made: what it held, and what was another than in the one before. */
export interface PublishedReleaseView {
  readonly release: PublishedView;
  /** Null of one that an earlier version made, which did not keep what a release held. */
  readonly figures: readonly FigureInRelease[] | null;
  /** Null of the first by its profile. */
  readonly changes: {
    /** The number of the release before. */
    readonly since: number;
    readonly figures: readonly {
      readonly id: string;
      readonly label: string;
      /** Null where the release did not hold it. */
      readonly before: string | null;
      readonly after: string | null;
    }[];
    readonly statements: Omit<ChangeCounts, "changed">;
    readonly people: ChangeCounts;
    readonly sites: ChangeCounts;
  } | null;
}

export type ChangeCounts = { readonly [Of in keyof ChangedThings]: number };

/** A figure as a release held it, beside the same today. */
export interface CitedFigureView {
  readonly release: PublishedView;
  readonly id: string;
  readonly cited: Omit<FigureInRelease, "id">;
  /** Null where the case has no such figure any more. */
  readonly now: Omit<FigureInRelease, "id"> | null;
  readonly isSame: boolean;
  /** Why it is another, in words; empty where nothing recorded explains it. */
  readonly because: readonly string[];
}

/** How one person may be shown outside. */
export interface PersonVisibilityView {
  readonly person: string;
  /** What holds for all rows taken together: the least of them; null while one is undecided. */
  readonly visibility: Visibility | null;
  /** Whether only lists for the team name the person, who is then counted and not shown. */
  readonly isForTeam: boolean;
  readonly rows: readonly RowVisibilityView[];
}

export interface RowVisibilityView {
  readonly id: string;
  readonly list: NamedView;
  readonly recordId: string;
  /** Null while nobody decided. */
  readonly decision: VisibilityDecisionView | null;
  /** Of the row itself, or of its list as a whole. */
  readonly of: "row" | "list" | null;
  /** Whether its list is encrypted, and decided on as a whole. */
  readonly isEncrypted: boolean;
  /** Whether its list is for those who work in the case, and goes nowhere. */
  readonly isForTeam: boolean;
}

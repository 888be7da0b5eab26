/** What the workbench asks with, where that is more than an id. */
import type {
  ListRecipeView,
  ProfileId,
  PublicationDecisionView,
  ReviewPairView,
  ReviewQueueName,
  ShownPersons,
  VisibilityDecisionView,
} from "./contract.ts";

/** How much of persons and speakers may be shown outside. */
export interface VisibilityAsked {
  /** Lists as `list:NAME`, rows and persons of lists by id, persons and speakers of statements by id. */
  readonly covers: readonly string[];
  readonly visibility: VisibilityDecisionView["visibility"];
  readonly why: string;
}

/** How exactly a site may be told. */
export interface PublicationAsked {
  readonly decision: PublicationDecisionView["publication"];
  readonly km?: number;
  readonly risk: string;
  readonly reason: string;
  readonly reviewer: string;
}

export interface ReleaseAsked {
  readonly profile: ProfileId;
  readonly language: "en" | "fa";
  readonly note: string;
  readonly without: readonly string[];
  /** Acts that were known when it was looked at. */
  readonly lookedAt: number;
}

export interface ReviewAsked {
  readonly queue: ReviewQueueName;
  readonly seed: number;
  /** Of the audit sample. */
  readonly size: number;
  readonly limit: number;
}

export interface PersonChecksAsked {
  readonly shown: ShownPersons;
  readonly offset: number;
  readonly limit: number;
  /** A person, or one of its rows, that is shown besides; empty for none. */
  readonly person: string;
}

/** A judgement as the page gives it. */
export interface JudgementAsked {
  readonly left: string;
  readonly right: string;
  readonly answer: "same" | "different" | "unsure";
  readonly reason?: string;
  readonly asked: ReviewPairView["asked"];
  readonly isBlind: boolean;
  readonly rank?: number;
  readonly sample?: { readonly seed: number; readonly size: number };
}

/** What a person says of how a file is read as a table; the rest is found. */
export type TableAsked = Readonly<
  Partial<Record<"sheet" | "encoding" | "delimiter" | "headingRow" | "rows", string>>
>;

/** A recipe with what a person changed of one file, and what was decided about columns that are sealed by default. */
export interface RecipeAsked extends ListRecipeView {
  readonly corrections?: CorrectionsAsked;
  readonly sealing?: { readonly leaveOpen: string };
}

export interface CorrectionsAsked {
  readonly file: string;
  readonly cells: readonly {
    readonly row: number;
    readonly column: string;
    readonly was: string;
    readonly now: string;
    readonly why: string;
  }[];
  readonly leftOut: readonly { readonly row: number; readonly why: string }[];
}

/** What the faces show of sites at risk. */
import type { Urgency } from "../registry/index.ts";
import type { NamedView, StatementView } from "./views.ts";

export interface WatchedSiteView {
  readonly site: NamedView;
  readonly place: NamedView | null;
  readonly urgency: Urgency;
  readonly urgencyText: string;
  /** Days until announced works may begin; negative when they may have begun. */
  readonly daysLeft: number | null;
  readonly threats: readonly StatementView[];
  /** Kind, existence, persons, land and place, each with every statement. */
  readonly facts: readonly { readonly property: string; readonly statements: readonly StatementView[] }[];
  readonly imagePairs: readonly { readonly before: StatementView; readonly after: StatementView }[];
  /** What was decided about telling its place; null while nobody decided. */
  readonly publication: {
    readonly decision: "exact" | "coarsened" | "withheld";
    readonly km?: number | undefined;
    readonly risk: string;
    readonly reason: string;
    readonly reviewer: string;
  } | null;
}

export interface WatchListView {
  /** Days since 1970-01-01. */
  readonly on: number;
  readonly withinDays: number;
  /** The most urgent first. */
  readonly sites: readonly WatchedSiteView[];
}

/** What the faces show of sites: their life, what threatens them, where they lie, and what may be told of it. */
import type { Control, Urgency } from "../registry/index.ts";
import type { Audience } from "./publication.ts";
import type { NamedView, StatementView, SupportView, TimeView } from "./views.ts";

export interface SiteStageView {
  readonly property: string;
  readonly text: string;
  readonly detail: string;
  readonly time: TimeView | null;
  readonly statement: string;
  /** Its recorder's short label, or null. */
  readonly key: string | null;
  readonly speaker: string;
  /** A stage may be denied: that stands beside it. */
  readonly polarity: "asserts" | "denies";
}

/** As of the day asked for: what is certain, and what is only possible because its time is uncertain. */
export interface SiteStatusView {
  readonly code: "destroyed" | "threatened" | "reported" | "other";
  readonly text: string;
  readonly certain: boolean;
}

export interface CoordinateView {
  readonly latitude: number;
  readonly longitude: number;
  readonly accuracyM: number;
  /** Who gives it. */
  readonly from: string;
}

export interface OutlineView {
  /** [longitude, latitude], the first again at the end, as GeoJSON writes it. */
  readonly ring: readonly (readonly [number, number])[];
  readonly accuracyM: number;
  readonly from: string;
  readonly statement: string;
}

export interface PublicationView {
  readonly decision: "exact" | "coarsened" | "withheld";
  readonly km?: number | undefined;
  readonly risk: string;
  readonly reason: string;
  readonly reviewer: string;
}

export interface LandControlView {
  readonly by: NamedView;
  /** For the day asked about; null where none is. */
  readonly control: Control | null;
  readonly controlText: string | null;
  readonly times: readonly TimeView[];
  readonly statements: readonly StatementView[];
}

/** What is seen on an image, and the sealed file that the statement stands in. */
export interface ImageView extends StatementView {
  readonly sealed: {
    readonly fileName: string;
    readonly mediaType: string;
    readonly sha256: string;
    readonly isEncrypted: boolean;
  } | null;
}

export interface SiteAsOfView {
  readonly site: NamedView;
  readonly place: NamedView | null;
  readonly status: SiteStatusView;
  readonly life: readonly SiteStageView[];
  readonly threats: readonly StatementView[];
  /** Kind, existence, persons, land and place, each with every statement. */
  readonly facts: readonly {
    readonly property: string;
    readonly propertyText: string;
    /** Of all of them together. */
    readonly support: SupportView;
    readonly statements: readonly StatementView[];
  }[];
  readonly control: readonly LandControlView[];
  readonly images: readonly ImageView[];
  readonly imagePairs: readonly { readonly before: ImageView; readonly after: ImageView }[];
  /** The most exact of its own; else that of its place. */
  readonly coordinate: CoordinateView | null;
  readonly outlines: readonly OutlineView[];
  /** Statements about times after the day: left out. */
  readonly later: number;
  /** What was decided about telling its place; null while nobody decided. */
  readonly publication: PublicationView | null;
  /** The decision in words, and that this view is for those who work in the case where it is. */
  readonly publicationText: string;
}

export interface WatchedSiteView extends SiteAsOfView {
  readonly urgency: Urgency;
  readonly urgencyText: string;
  /** Days until announced works may begin; negative when they may have begun. */
  readonly daysLeft: number | null;
}

export interface WatchListView {
  /** Days since 1970-01-01. */
  readonly on: number;
  readonly withinDays: number;
  readonly audience: Audience;
  /** The most urgent first. */
  readonly sites: readonly WatchedSiteView[];
  /** How many sites this audience is told nothing of. */
  readonly withheld: number;
}

export interface SitePageView extends SiteAsOfView {
  /** Days since 1970-01-01; null for whatever is known. */
  readonly on: number | null;
  readonly audience: Audience;
}

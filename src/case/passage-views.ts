/** What a face shows of the passages of a source, here and in another text of it. */
import type { StatementView } from "./views.ts";

/**
 * The selectors of the W3C Web Annotation Data Model (4.2.5 and 4.2.4); positions count code points. Words around the
 * quote whose consent is missing stand as █, sign for sign.
 */
export interface PassageSelectors {
  readonly position: { readonly type: "TextPositionSelector"; readonly start: number; readonly end: number };
  readonly quote: {
    readonly type: "TextQuoteSelector";
    readonly exact: string;
    readonly prefix: string;
    readonly suffix: string;
  };
}

export interface PassageView {
  /** An allegation stands here too, as at its source, with its label. */
  readonly statement: Pick<
    StatementView,
    "id" | "key" | "subject" | "propertyText" | "valueText" | "standing" | "standingText"
  >;
  readonly selectors: PassageSelectors;
  /** In the other text; null when none was given. */
  readonly refound: RefoundView | null;
}

export interface RefoundView {
  readonly how: "in-place" | "moved" | "respaced" | "ambiguous" | "lost";
  /** One place; several when it is ambiguous; none when it is lost. */
  readonly at: readonly { readonly start: number; readonly end: number }[];
  /** The likest stretch of a text in which the passage is lost. */
  readonly nearest: string | null;
}

export interface PassagesView {
  readonly source: { readonly id: string; readonly key: string | null; readonly title: string };
  readonly passages: readonly PassageView[];
  /** How many passages have each outcome; null when no other text was given. */
  readonly counts: Readonly<Record<RefoundView["how"], number>> | null;
}

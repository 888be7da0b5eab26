/** What a face shows of the passages of a source, here and in another copy of it. */
import type { RefindOutcome } from "../statements/index.ts";
import type { PlaceInSourceView, StatementView } from "./views.ts";

/**
 * Selectors of the W3C Web Annotation Data Model: running text by 4.2.5 and 4.2.4, any other place by 4.2.1 with the
 * quote as its refinement (4.2.9). Words around the quote whose consent is missing stand as █, sign for sign.
 */
export type SelectorView =
  /** Positions count code points. */
  | { readonly type: "TextPositionSelector"; readonly start: number; readonly end: number }
  | QuoteSelectorView
  | {
      readonly type: "FragmentSelector";
      /** The specification of the fragment. */
      readonly conformsTo: string;
      /** Such as `page=3&viewrect=72,120,200,24`, `t=10,20`, `cell=5,2`, `'Sheet one'!B5` or `xywh=0,0,10,10`. */
      readonly value: string;
      readonly refinedBy?: QuoteSelectorView;
    };

export interface QuoteSelectorView {
  readonly type: "TextQuoteSelector";
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

export interface PassageView {
  /** An allegation stands here too, as at its source, with its label. */
  readonly statement: Pick<
    StatementView,
    | "id"
    | "key"
    | "subject"
    | "propertyText"
    | "valueText"
    | "standing"
    | "standingText"
    | "at"
    | "atText"
    | "quote"
    | "seen"
  >;
  /** Each of them names the place by itself. */
  readonly selectors: readonly SelectorView[];
  /** In the other copy; null when none was given. */
  readonly refound: RefoundView | null;
}

export interface RefoundView {
  readonly how: RefindOutcome;
  /** One place; several when it is ambiguous; none when it is lost. */
  readonly at: readonly PlaceInSourceView[];
  /** The same in words; of running text, the code points. */
  readonly atTexts: readonly string[];
  /** The likest words of a copy in which the passage is lost. */
  readonly nearest: string | null;
}

export interface PassagesView {
  readonly source: { readonly id: string; readonly key: string | null; readonly title: string };
  readonly passages: readonly PassageView[];
  /** How many passages have each outcome; null when no other copy was given. */
  readonly counts: Readonly<Record<RefindOutcome, number>> | null;
}

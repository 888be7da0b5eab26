/** What the faces show of a person whom statements speak of. */
import type { Confirmation, ConfirmationLevel, LifeBounds, LifeMoment } from "../registry/index.ts";
import type { NamedView, StatementView, TimeView } from "./views.ts";

/** How far a person's fate is confirmed, by the rule of the case. */
export interface ConfirmationView {
  readonly level: ConfirmationLevel;
  /** The level in words, with the numbers of the rule. */
  readonly text: string;
}

export interface ConfirmationCountsView {
  /** Whether the case has no rule of its own. */
  readonly isDefault: boolean;
  /** What counts as proof, as `property=code`. */
  readonly proofs: readonly string[];
  /** Persons of each level: those whom lists name, and those of whose fate statements speak. */
  readonly levels: readonly (ConfirmationView & { readonly listed: number; readonly stated: number })[];
}

export interface StatedPersonView {
  readonly person: NamedView;
  /** Mentions that somebody decided are this person: what is said of them is here too. */
  readonly mentions: readonly NamedView[];
  readonly confirmation: ConfirmationView;
  /** That by the dates as stated the person was born after they died; null where that is not so. */
  readonly sequenceText: string | null;
  /** Statements about the person that are not told, as consent is missing. */
  readonly withheld: number;
  readonly fields: readonly {
    readonly property: string;
    readonly propertyText: string;
    /** Index of the claim to show; null where the rule chooses none. */
    readonly shown: number | null;
    /** The rule by which it is shown, or none is. */
    readonly shownBy: string;
    readonly confirmation: Confirmation;
    readonly confirmationText: string;
    /** The best borne out first. */
    readonly claims: readonly {
      readonly valueText: string;
      readonly time: TimeView | null;
      readonly place: NamedView | null;
      readonly voices: number;
      readonly firstHand: number;
      /** Voices that say just this, no more coarsely and no more finely. */
      readonly exactly: number;
      readonly asserting: readonly StatementView[];
      readonly denying: readonly StatementView[];
    }[];
  }[];
}

/** The life of a person as the rows of lists date it. */
export interface LifeView {
  /** Each moment as each row gives it that has a day at one end at least: several of one moment contradict each other. */
  readonly moments: readonly LifeMomentView[];
  readonly undated: readonly LifeMomentView[];
  /** Null where nothing is dated. */
  readonly bounds: LifeBounds | null;
}

export interface LifeMomentView {
  readonly moment: LifeMoment;
  readonly label: string;
  /** Under which the origin of the value is asked for. */
  readonly origin: string;
  readonly time: TimeView;
  /** How many rows give it. */
  readonly records: number;
}

/** What the faces show of a person whom statements speak of. */
import type { Confirmation } from "../registry/index.ts";
import type { NamedView, StatementView, TimeView } from "./views.ts";

export interface StatedPersonView {
  readonly person: NamedView;
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
      readonly asserting: readonly StatementView[];
      readonly denying: readonly StatementView[];
    }[];
  }[];
}

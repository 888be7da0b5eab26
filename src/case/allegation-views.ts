/** What the faces show of allegations: those that two people released, and how many others there are. */
import type { StatementView } from "./views.ts";

export interface AllegationsView {
  readonly released: readonly {
    readonly statement: StatementView;
    /** Who proposed it and who agreed. */
    readonly by: readonly string[];
    readonly why: string;
    /** ISO time of the act, and its day in words. */
    readonly at: string;
    readonly day: string;
  }[];
  /** Allegations that nobody may tell yet: each is read at its source. */
  readonly restricted: number;
  /** Statements that are encrypted and were not read: whether they allege anything cannot be told. */
  readonly unread: number;
}

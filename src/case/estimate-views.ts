/** What the faces show of estimates. */
import type { LinkageOfEstimateView } from "./link-views.ts";
import type { FigureOnScreen, NamedView } from "./views.ts";

export interface EstimateTableView {
  readonly id: string;
  readonly lists: readonly NamedView[];
  /** Those of them that are several lists counted as one, by the same id, and why. */
  readonly joined: readonly {
    readonly id: string;
    readonly lists: readonly NamedView[];
    readonly text: string;
  }[];
  readonly n: number;
  readonly cells: readonly { readonly lists: readonly string[]; readonly count: number }[];
  readonly methods: readonly {
    /** The id of its figure among the answers. */
    readonly figure: string;
    readonly name: string;
    readonly title: string;
    readonly point: number;
    readonly interval: readonly [number, number] | null;
    readonly kind: string;
    readonly kindText: string;
    /** How far other draws would move the ends of the interval, in people; null where nothing was drawn. */
    readonly endErrors: { readonly low: number; readonly high: number } | null;
    readonly settings: Readonly<Record<string, unknown>>;
  }[];
  readonly warnings: readonly { readonly code: string; readonly text: string }[];
  readonly refused: readonly { readonly name: string; readonly code: string; readonly text: string }[];
  readonly assumption: string;
  readonly linkage: LinkageOfEstimateView | null;
  /** For a fictional case: the truth, so that the error of each method can be seen. */
  readonly truth: number | null;
}

export interface EstimateView {
  readonly tables: readonly EstimateTableView[];
  /** Totals that speakers reported, drawn apart from the estimates. */
  readonly reported: readonly FigureOnScreen[];
  /** What an estimate of linked lists is made of: imported lists of persons, and whether a link of them stands. */
  readonly needs: { readonly personLists: number; readonly isLinked: boolean };
}

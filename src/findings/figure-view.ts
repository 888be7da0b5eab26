/** One figure as `inquest answer --json` prints it: plain data in one language. */
export interface FigureView {
  readonly id: string;
  readonly label: string;
  readonly subject: { readonly id: string; readonly name: string } | null;
  readonly value: number | string | null;
  /** Lower and upper bound; null where open. */
  readonly range: readonly [number | null, number | null] | null;
  readonly unit: string | null;
  /** EDTF. */
  readonly time: string | null;
  readonly place: string | null;
  readonly standing: "documented" | "estimated" | "reported";
  readonly speaker: string | null;
  readonly statements: readonly string[];
  readonly contradictedBy: readonly string[];
}

export interface AnswersView<F extends FigureView = FigureView> {
  readonly howMany: readonly F[];
  readonly who: readonly F[];
  readonly where: readonly F[];
  readonly offices: readonly F[];
}

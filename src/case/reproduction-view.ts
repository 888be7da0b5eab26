/** What a face hands out of an estimate for whoever makes it again. */

/** Files that make the numbers of one estimate again outside of Inquest. */
export interface ReproductionView {
  /** Of the estimate. */
  readonly id: string;
  readonly files: readonly { readonly name: string; readonly text: string }[];
}

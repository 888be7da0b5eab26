/** What the faces show of consents, and of acts that need two people. */

export interface ConsentView {
  readonly id: string;
  /** A pseudonym. */
  readonly giver: string;
  /** Ids of sources, statements and speakers. */
  readonly covers: readonly string[];
  readonly scope: "internal" | "partners" | "un" | "prosecutor" | "public";
  readonly how: string;
  readonly purposes: readonly string[];
  /** The last day on which it holds (ISO); null for one without an end. */
  readonly expires: string | null;
  readonly on: string | null;
  readonly withdrawn: { readonly why: string; readonly on: string | null } | null;
}

export interface ConsentsView {
  /** In the order in which they were recorded. */
  readonly consents: readonly ConsentView[];
}

export interface ProposalView {
  readonly id: string;
  readonly kind: string;
  /** What it is done to: the id of an item, or "case". */
  readonly subject: string;
  readonly why: string;
  readonly by: string;
  readonly secondedBy: string | null;
  /** True once the act was done: one agreement is for one act. */
  readonly isUsed: boolean;
}

export interface TwoPersonsView {
  /** Kinds of acts for which the case asks two people. */
  readonly asksFor: readonly string[];
  /** Keys that signed in this case; only those that count may propose and agree. */
  readonly keys: readonly { readonly actor: string; readonly device: string; readonly counts: boolean }[];
  readonly proposals: readonly ProposalView[];
}

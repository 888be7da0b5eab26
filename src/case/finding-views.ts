/** What the faces show of findings, and of what an answer hangs on. */
import type { Support } from "../findings/index.ts";
import type { StandardOfProof } from "../statements/index.ts";
import type { StatementView } from "./views.ts";

export interface FindingView {
  readonly id: string;
  readonly question: string;
  readonly text: string;
  readonly standard: StandardOfProof;
  /** What its support bears by itself today. */
  readonly ceiling: StandardOfProof | null;
  /** ok: borne; answered: a reviewer answers for it; above: its support has fallen below its standard. */
  readonly standing: "ok" | "answered" | "above";
  readonly support: Support;
  readonly supports: readonly StatementView[];
  readonly contradicts: readonly StatementView[];
  /** Statements that it names and that stand in no view any more. */
  readonly lost: number;
  readonly limitations: string;
  readonly reviewers: readonly string[];
  /** Its standard is below the one that the case works by. */
  readonly isBelowCase: boolean;
  readonly above: { readonly by: string; readonly why: string } | null;
  /** Statements without any one of which it could not stand as high. */
  readonly hangsOn: readonly string[];
  readonly recordedAt: string;
}

export interface FindingsView {
  readonly findings: readonly FindingView[];
}

export interface WhatWouldChangeView {
  readonly figure: string;
  readonly dependences: readonly {
    /** The id of a statement, or `list:<name>`. */
    readonly without: string;
    readonly statement: StatementView | null;
    readonly effect: "changed" | "gone" | "none";
    /** The value that the figure would have; null when it would be gone. */
    readonly after: string | null;
  }[];
}

/** What `verifyLedger` reports. */
import type { Sha256Hex } from "../core/index.ts";
import type { VerifyProblem } from "./problem.ts";

/** A key that the log itself enrols; compare it with one you got from the actor by another way. */
export interface EnrolledKey {
  readonly actor: string;
  readonly device: string;
  /** The form of C2SP signed-note, for other tools: `inquest/<case>+<key id>+<base64>`. */
  readonly verifierKey: string;
  /** The act that enrolled it. */
  readonly leafIndex: number;
}

export interface LedgerReport {
  /** No problem was found. */
  readonly ok: boolean;
  /** Acts that could be read and checked, from the first on. */
  readonly acts: number;
  /** Root over them, recomputed. */
  readonly root: Sha256Hex;
  /** What the checkpoint on disk says; null when there is none or it cannot be trusted. */
  readonly checkpoint: { readonly treeSize: number; readonly rootHash: Sha256Hex } | null;
  /** Acts after the checkpoint: signed one by one, but whoever removes their segments leaves no trace. */
  readonly uncovered: number;
  readonly keys: readonly EnrolledKey[];
  readonly problems: readonly VerifyProblem[];
  /** Harmless traces of an interrupted write, such as temporary files. */
  readonly notes: readonly VerifyProblem[];
}

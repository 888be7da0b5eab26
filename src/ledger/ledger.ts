/** The ledger of a case as other rooms see it. */
import type { Progress, Sha256Hex } from "../core/index.ts";
import type { Act, ActDraft, RecordedAct } from "./act.ts";
import type { Signer } from "./actor-key.ts";
import type { SignedCheckpoint } from "./checkpoint.ts";
import type { EntryCodec } from "./entry-codec.ts";
import type { FollowOptions } from "./follow-log.ts";
import type { LogTip } from "./log-tip.ts";
import type { ConsistencyProof, InclusionProof, RowProof } from "./merkle/proof.ts";
import type { RefreshOptions } from "./refresh-log.ts";
import type { SegmentArbiter } from "./segment-arbiter.ts";
import type { NoteKey } from "./signed-note.ts";

export interface OpenLedgerOptions {
  /** The case folder; the log lies in its `ledger/`. */
  readonly dir: string;
  readonly caseId: string;
  /** Who writes; null opens for reading only and changes nothing on disk. */
  readonly signer: Signer | null;
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly now: () => number;
  /** That many random bytes. */
  readonly random: (sizeBytes: number) => Uint8Array;
  /** Closed cases: seals entries into leaves. Left out: a leaf is its entry. */
  readonly codec?: EntryCodec;
  /** Decides about the next segment when this folder is a replica; null or left out: the folder itself. */
  readonly arbiter?: SegmentArbiter | null;
  /**
   * How much of the log is read: "full" every byte of it; "position" what a current position file leaves open.
   * Left out: "full" for logs below 20,000 acts.
   */
  readonly check?: "full" | "position";
  /**
   * Make tiles and checkpoint anew from the acts, which are read whole: what is missing of them is no reason to refuse.
   * That the last acts were not removed together with the checkpoint, nobody can then say: only for a repair that
   * somebody answers for.
   */
  readonly remake?: boolean;
  /** Steps `ledger.segments` and `ledger.tiles`. */
  readonly progress?: Progress;
  /** Called before each step of a write; tests throw in it to die there. */
  readonly faults?: (step: string) => void;
}

/** An open log. Reads are of the log on disk as of opening, of this handle's own appends, and of each `refresh`. */
export interface Ledger {
  readonly caseId: string;
  /** Number of acts. */
  readonly size: number;
  /** Root over all of them. */
  readonly root: Sha256Hex;
  /** Keys that the log enrols, under the name by which they sign its checkpoints. */
  readonly noteKeys: readonly NoteKey[];
  /** By how much the clock ever stood behind the log while this handle wrote; 0 as it should be. */
  readonly clockSetBackMs: number;
  /**
   * Records acts, all or none, in one segment that is on the disk when the promise resolves. Calls made in
   * one turn, or while another segment is written, share one. Tiles and checkpoint follow when no more acts come
   * for a quarter of a second, after two seconds or 16,384 acts in any case, or by `publish`.
   *
   * @throws InquestError "ledger/act-invalid", "ledger/act-too-large", "ledger/batch-too-large": nothing was
   *   written. "ledger/write-failed" (reaction locked): the disk refused; whether the acts stand is found out
   *   by the next append or opening. "ledger/read-only", "ledger/closed".
   */
  append(drafts: readonly ActDraft[]): Promise<readonly RecordedAct[]>;
  /** @throws InquestError "ledger/no-such-leaf", or a verification error when the segment changed since. */
  read(leafIndex: number): Act;
  /** The bytes of a leaf: the act's entry, or what it is sealed into. @throws as `read`. */
  leaf(leafIndex: number): Uint8Array;
  /** Acts in the order of the log, from a leaf on; segments are read one at a time. */
  entries(fromLeaf?: number): Generator<RecordedAct>;
  /**
   * Adds what other processes wrote since, checked as at opening; a reader's checkpoint follows too.
   *
   * @throws InquestError "ledger/altered" when it does not follow what is known.
   */
  refresh(): Promise<void>;
  /** The same for a reader of a folder that no store decides about, a part at a time; whether there is more. */
  refreshPart(options: RefreshOptions): Promise<boolean>;
  /** What lies on the disk, by the names of the segments: not checked, for telling how far behind a reader is. */
  tip(): LogTip;
  /** Whether acts on the disk from a leaf on may be of these kinds; true where that cannot be seen. */
  mayBring(kinds: readonly string[], fromLeaf: number): boolean;
  /**
   * Acts from a leaf on, then each new one as it comes, whoever writes it, until the signal ends it. Works for a
   * reader too. @throws as `refresh` and `read`.
   */
  follow(options?: FollowOptions): AsyncGenerator<RecordedAct>;
  /**
   * @param treeSize - defaults to the whole log; give that of a checkpoint to prove against its root.
   * @throws InquestError "ledger/no-such-leaf" unless leafIndex < treeSize ≤ size.
   */
  proveInclusion(leafIndex: number, treeSize?: number): InclusionProof;
  /** Many leaves at once. @throws as `proveInclusion`. */
  proveRow(leafIndexes: readonly number[], treeSize: number): RowProof;
  /** @throws InquestError "ledger/no-such-leaf" unless 0 < fromSize ≤ toSize ≤ size. */
  proveConsistency(fromSize: number, toSize?: number): ConsistencyProof;
  /**
   * Root over the first acts. @throws InquestError "ledger/no-such-leaf" unless 0 < treeSize ≤ size;
   *   "ledger/altered" when a tile that is needed changed.
   */
  rootAt(treeSize: number): Sha256Hex;
  /**
   * The signed checkpoint. A writer publishes first, so it covers every act; a reader gets the one on disk,
   * which may cover fewer, or null when none was written yet.
   */
  checkpoint(): SignedCheckpoint | null;
  /** Writes the tiles and the checkpoint that are due. Does nothing when none are, or for a reader. */
  publish(): void;
  /** Publishes what is due and ends the handle; a second call does nothing. */
  close(): Promise<void>;
}

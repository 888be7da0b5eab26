/** An open case, as the operations of this room see it. */
import type { JsonValue, Progress, SourceContent } from "../core/index.ts";
import type {
  FileAbout,
  FileReport,
  InspectedContent,
  InspectLimits,
  ListRecord,
  Problem,
  RejectedRow,
} from "../intake/index.ts";
import type { RecordedAct, Signer } from "../ledger/index.ts";
import type { BlobContent, BlobRef, Content } from "../vault/index.ts";
import type { CaseConfig } from "./config.ts";
import type { ReviewDesk } from "./review-desk.ts";
import type { Secrets } from "./secrets.ts";
import type { CaseState } from "./state.ts";

/** Time, randomness and place: what a deterministic program must be given. */
export interface Surroundings {
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly now: () => number;
  readonly random: (sizeBytes: number) => Uint8Array;
  /** The user's own folder, where the signing key lies: never inside a case. */
  readonly homeDir: string;
  /** Who acts: lower-case ASCII words, the name of the signing key. */
  readonly actor: string;
  /** Asks somebody for a passphrase; null when nobody answers. Left out where there is nobody to ask. */
  readonly askPassphrase?: (question: PassphraseQuestion) => Promise<string | null>;
  /** A person's own age key (`AGE-SECRET-KEY-1…`), which opens the doors that were made for it. */
  readonly secretKey?: string | undefined;
  /** How far files from strangers are looked into; the defaults when left out. */
  readonly inspectLimits?: InspectLimits;
  /** Logarithm of the rounds of scrypt of new doors; for tests that need quick ones. */
  readonly doorRounds?: number;
}

export interface PassphraseQuestion {
  /** open: one that exists; make: a new one, which is asked for twice. */
  readonly kind: "open" | "make";
  /** The folder of the case. */
  readonly dir: string;
  /** What needs it: a list, a source, or the case as a whole. */
  readonly why: string;
}

/** An act before the ledger gives it id, time, actor and signature. */
export interface ActDraft {
  readonly kind: string;
  readonly body: { readonly [key: string]: JsonValue | undefined };
}

export interface CaseHandle {
  readonly dir: string;
  readonly config: CaseConfig;
  readonly state: CaseState;
  readonly progress: Progress;
  /** That many secure random bytes. */
  random(sizeBytes: number): Uint8Array;
  /** Acts in the ledger. */
  acts(): number;
  /**
   * The key that signs acts here.
   *
   * @throws InquestError "case/read-only" when the case is open for reading.
   */
  requireSigner(): Signer;
  /**
   * Appends acts, durable when this resolves, and applies them. An empty list does nothing.
   *
   * @returns the act that each draft became, in their order; none from a handle that only collects drafts.
   */
  record(drafts: readonly ActDraft[]): Promise<readonly RecordedAct[]>;
  /** Looks at a file from strangers in a process of its own, which is ended when the file harms it. */
  inspect(content: InspectedContent, about: FileAbout): Promise<FileReport>;
  /** What places in a file are checked by, read likewise. */
  readContent(content: InspectedContent, about: FileAbout): Promise<SourceContent>;
  /** Stores bytes, or a file's, under their hash. */
  seal(content: BlobContent): Promise<BlobRef>;
  /**
   * The bytes of a sealed file, hashed while reading; encrypted ones are decrypted.
   *
   * @throws InquestError of reaction verification when they were altered; "case/key-needed" (decision) when they
   *   are encrypted and no passphrase was given; "case/item-shredded" when their key is gone for good.
   */
  read(content: Content): Promise<Uint8Array>;
  /** What is encrypted in the case, and its keys. */
  readonly secrets: Secrets;
  /** Pairs of records that people judge. */
  readonly review: ReviewDesk;
  /** Who acts here, also while nothing can be recorded. */
  readonly actor: string;
  /** The records of an imported file, by the import's name. */
  records(name: string): Promise<readonly ListRecord[]>;
  /** Rows that were rejected and problems that were found when it was imported. */
  problems(
    name: string,
  ): Promise<{ readonly rejected: readonly RejectedRow[]; readonly problems: readonly Problem[] }>;
  close(): Promise<void>;
}

/** The vault of a case as other rooms see it: sealed content by its hash. */
import type { Sha256Hex } from "../core/index.ts";

export interface SealedBlob {
  readonly sha256: Sha256Hex;
  readonly sizeBytes: number;
  /** True when the vault held these bytes already; they were verified again, not written. */
  readonly existed: boolean;
}

/** Bytes, or the path of a file whose bytes are streamed; of one that was written ahead the hash is known. */
export type BlobContent = Uint8Array | { readonly file: string; readonly staged?: StagedFile };

/** A user's file in the vault's own folder, on the disk and read-only, not yet under its hash. */
export interface StagedFile {
  /** Where the user has it. */
  readonly file: string;
  readonly sha256: Sha256Hex;
  readonly sizeBytes: number;
  /** Where it lies; null when the vault held the blob already and nothing was written. */
  readonly temp: string | null;
  /** The bytes that were hashed, where they were wanted and are few. */
  readonly bytes: Uint8Array | null;
}

export interface Vault {
  /**
   * Seals content: when the promise resolves the bytes are on the disk, under their hash, read-only.
   *
   * @throws InquestError "vault/file-missing" for a path that cannot be read; "vault/blob-altered" (reaction
   *   verification) when the vault holds other bytes under this hash; "vault/write-failed" (reaction locked).
   */
  seal(content: BlobContent): Promise<SealedBlob>;
  /**
   * The bytes, verified against their hash on each read. There is no reading without.
   *
   * @throws InquestError "vault/blob-missing" or "vault/blob-altered" (reaction verification), with path,
   *   expected and actual hash.
   */
  read(sha256: Sha256Hex): Promise<Uint8Array>;
  has(sha256: Sha256Hex): Promise<boolean>;
  /** Every blob by its name, in the order of the hashes; nothing is verified. */
  list(): AsyncGenerator<{ readonly sha256: Sha256Hex; readonly sizeBytes: number }>;
}

/** A blob that something depends on. */
export interface ExpectedBlob {
  readonly sha256: Sha256Hex;
  readonly sizeBytes?: number;
  /** What needs it: the id of a source, an import, an estimate. */
  readonly neededBy: string;
}

/** Where sealed blobs lie: the port between the vault and a disk, or any other store of objects. */
import type { Sha256Hex } from "../core/index.ts";

/** Content on its way into a store. */
export type BlobSource = Uint8Array | AsyncIterable<Uint8Array>;

/** Something that a store holds. */
export interface StoredBlob {
  /** Its place, for people: `vault/sha256/ab/cd/abcd…`. */
  readonly path: string;
  readonly sizeBytes: number;
  /** What its name says: a blob of this hash, a file of keys, the leftover of a write, or nothing of ours. */
  readonly kind: "blob" | "key" | "temporary" | "unknown";
  /** The hash in its name; null unless it is a blob. */
  readonly sha256: Sha256Hex | null;
}

/**
 * A store gives back what it holds and judges nothing: the vault checks every byte against the hash. What a
 * store promises: no blob is ever seen in part, the first one under a name stays, and what was put is still
 * there after a power cut.
 */
export interface BlobStore {
  /** The place of a blob, whether it is there or not. */
  pathOf(sha256: Sha256Hex): string;
  /** Stores content under its hash, unless something lies there: then `existed` is true and nothing changed. */
  put(content: BlobSource): Promise<PutBlob>;
  /** The bytes of a blob as they lie there; null when there is none. */
  get(sha256: Sha256Hex): Promise<AsyncIterable<Uint8Array> | null>;
  has(sha256: Sha256Hex): Promise<boolean>;
  /** Everything in the store, in the order of the paths. */
  list(): AsyncGenerator<StoredBlob>;
  /** The absolute path of the file that is a blob; left out where blobs are no files. Threads read it by themselves. */
  readonly fileOf?: (sha256: Sha256Hex) => string;
}

export interface PutBlob {
  readonly sha256: Sha256Hex;
  readonly sizeBytes: number;
  readonly existed: boolean;
}

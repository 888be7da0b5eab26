/** The vault: blobs that are verified whenever they are touched. */
import { InquestError, type Sha256Hex } from "../core/index.ts";
import { toWriteError } from "../ledger/index.ts";
import type { BlobStore, PutBlob } from "./blob-store.ts";
import { type FileBlobStoreOptions, openFileBlobStore } from "./file-blob-store.ts";
import { hashChunks } from "./file-chunks.ts";
import { toBlobSource } from "./user-file.ts";
import type { BlobContent, SealedBlob, Vault } from "./vault.ts";

/**
 * The vault of a case folder, over files. Reading changes nothing on disk; the first sealing makes the
 * folders and removes what dead processes left half-written.
 */
export async function openVault(dir: string, options: FileBlobStoreOptions = {}): Promise<Vault> {
  return createVault(openFileBlobStore(dir, options), dir);
}

/**
 * A vault over any store.
 *
 * @param place - names the store in errors.
 */
export function createVault(store: BlobStore, place: string): Vault {
  return {
    async seal(content) {
      return requireSealed(store, await put(store, place, content));
    },
    async read(sha256) {
      const chunks: Uint8Array[] = [];
      const actual = await hashChunks(await chunksOf(store, sha256), (chunk) =>
        chunks.push(new Uint8Array(chunk)),
      );
      if (actual.sha256 !== sha256) throw altered(store, sha256, actual.sha256);
      const [only, ...others] = chunks;
      return only !== undefined && others.length === 0 ? only : Buffer.concat(chunks);
    },
    has: (sha256) => store.has(sha256),
    async *list() {
      for await (const { sha256, sizeBytes } of store.list()) {
        if (sha256 !== null) yield { sha256, sizeBytes };
      }
    },
  };
}

async function put(store: BlobStore, place: string, content: BlobContent) {
  try {
    return await store.put(toBlobSource(content));
  } catch (error) {
    throw toWriteError("vault/write-failed", place, error);
  }
}

async function chunksOf(store: BlobStore, sha256: Sha256Hex): Promise<AsyncIterable<Uint8Array>> {
  const chunks = await store.get(sha256);
  if (chunks !== null) return chunks;
  const path = store.pathOf(sha256);
  throw new InquestError({
    code: "vault/blob-missing",
    reaction: "verification",
    message: `${path} is missing. Restore it from a copy of the case; any file with this SHA-256 is the right one.`,
    evidence: { path, expected: sha256, actual: null },
  });
}

/**
 * What a store put, once it is sure that those are the bytes that lie there: those that were there first are the
 * evidence, and are checked, never replaced.
 *
 * @throws InquestError "vault/blob-altered", "vault/blob-missing".
 */
export async function requireSealed(store: BlobStore, blob: PutBlob): Promise<SealedBlob> {
  if (blob.existed) await requireUnchanged(store, blob.sha256);
  return blob;
}

async function requireUnchanged(store: BlobStore, sha256: Sha256Hex): Promise<void> {
  const actual = await hashChunks(await chunksOf(store, sha256));
  if (actual.sha256 !== sha256) throw altered(store, sha256, actual.sha256);
}

function altered(store: BlobStore, expected: Sha256Hex, actual: Sha256Hex): InquestError {
  const path = store.pathOf(expected);
  return new InquestError({
    code: "vault/blob-altered",
    reaction: "verification",
    message: `${path} is not what was sealed: its SHA-256 is ${actual}. Keep it for inquiry, and restore the sealed bytes from a copy of the case.`,
    evidence: { path, expected, actual },
  });
}

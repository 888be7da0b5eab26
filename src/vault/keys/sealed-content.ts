/** Encrypting content on its way into a store, and back, with memory of one chunk. */
import { createHash } from "node:crypto";
import type { Sha256Hex } from "../../core/index.ts";
import { decryptPayload, encryptPayload, type Random } from "../age/index.ts";
import type { BlobStore } from "../blob-store.ts";
import { toBlobSource } from "../user-file.ts";
import type { BlobContent } from "../vault.ts";
import { commit } from "./commitment.ts";

export interface StoredSecret {
  /** Address of the ciphertext. */
  readonly stored: Sha256Hex;
  readonly storedBytes: number;
  /** Of the plaintext; for the sealed log of a closed case only, never for an act in the open. */
  readonly sha256: Sha256Hex;
  readonly sizeBytes: number;
  readonly commitment: Sha256Hex;
}

/**
 * Encrypts content into a store: no byte of plaintext touches the disk.
 *
 * @param put - of the store; its errors pass through.
 */
export async function storeSecret(
  put: BlobStore["put"],
  content: BlobContent,
  { fileKey, random }: { readonly fileKey: Uint8Array; readonly random: Random },
): Promise<StoredSecret> {
  const hash = createHash("sha256");
  let sizeBytes = 0;
  async function* hashed(): AsyncGenerator<Uint8Array> {
    const source = toBlobSource(content);
    for await (const chunk of source instanceof Uint8Array ? [source] : source) {
      hash.update(chunk);
      sizeBytes += chunk.length;
      yield chunk;
    }
  }
  const blob = await put(encryptPayload(hashed(), fileKey, random));
  const plain = hash.digest();
  return {
    stored: blob.sha256,
    storedBytes: blob.sizeBytes,
    sha256: plain.toString("hex"),
    sizeBytes,
    commitment: commit(fileKey, plain),
  };
}

/** The plaintext of a stored ciphertext. @throws InquestError "vault/age-payload". */
export async function openSecret(ciphertext: Uint8Array, fileKey: Uint8Array): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of decryptPayload(ciphertext, fileKey)) parts.push(part);
  return parts.length === 1 && parts[0] !== undefined ? parts[0] : Buffer.concat(parts);
}

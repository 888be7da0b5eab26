/** The vault of a closed case: content is encrypted before it touches the disk, and asked for by its own hash. */
import { hashBytes, InquestError } from "../core/index.ts";
import {
  type BlobContent,
  type BlobRef,
  type BlobStore,
  type BlobStored,
  hashContent,
  type KeyState,
  openSecret,
  type Random,
  storeSecret,
  type Vault,
} from "../vault/index.ts";
import type { ActDraft } from "./handle.ts";

export interface ContentVault {
  /** Stores content under its hash. */
  seal(content: BlobContent): Promise<BlobRef>;
  read(sha256: string): Promise<Uint8Array>;
  /** Acts that tell where content went; recorded before the next act, and given once. */
  takeDrafts(): readonly ActDraft[];
}

/** An open case: content lies as it is. */
export function toOpenVault(vault: Vault): ContentVault {
  return {
    async seal(content) {
      const { sha256, sizeBytes } = await vault.seal(content);
      return { sha256, sizeBytes };
    },
    read: (sha256) => vault.read(sha256),
    takeDrafts: () => [],
  };
}

export function toClosedVault({
  vault,
  store,
  keys,
  fileKey,
  random,
}: {
  readonly vault: Vault;
  readonly store: BlobStore;
  readonly keys: KeyState;
  readonly fileKey: Uint8Array;
  readonly random: Random;
}): ContentVault {
  let drafts: ActDraft[] = [];
  const fresh = new Map<string, BlobStored>();
  const find = (sha256: string) => keys.stored.get(sha256) ?? fresh.get(sha256);
  return {
    async seal(content) {
      const sha256 = await hashContent(content);
      const known = find(sha256);
      if (known !== undefined) return { sha256, sizeBytes: known.sizeBytes };
      const { stored, storedBytes, sizeBytes } = await storeSecret(store.put, content, { fileKey, random });
      const entry = { sha256, sizeBytes, stored, storedBytes };
      fresh.set(sha256, entry);
      drafts.push({ kind: "blob.stored", body: entry });
      return { sha256, sizeBytes };
    },
    async read(sha256) {
      const entry = find(sha256);
      if (entry === undefined) {
        throw new InquestError({
          code: "case/content-unknown",
          reaction: "verification",
          message: `No act says where the content ${sha256} of this closed case lies. Verify the case.`,
          evidence: { sha256 },
        });
      }
      const plain = await openSecret(await vault.read(entry.stored), fileKey);
      if (hashBytes(plain) === sha256) return plain;
      throw new InquestError({
        code: "case/commitment",
        reaction: "verification",
        message: `The content behind ${entry.stored} opens, and is not what was sealed. Verify the case.`,
        evidence: { ...entry },
      });
    },
    takeDrafts() {
      const taken = drafts;
      drafts = [];
      return taken;
    },
  };
}

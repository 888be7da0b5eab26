/** Names below `vault/`: the same in a folder and in any store of objects. */
import { ownerOfTemporary, type Sha256Hex } from "../core/index.ts";
import type { StoredBlob } from "./blob-store.ts";

/** `vault/sha256/ab/cd/abcd…`: two levels keep every folder small up to some tens of millions of blobs. */
export function toBlobPath(sha256: Sha256Hex): string {
  return `vault/sha256/${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`;
}

/** What a path below `vault/` says about the thing that lies there. */
export function toStoredBlob(path: string, isRegular: boolean, sizeBytes: number): StoredBlob {
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (!isRegular) return { path, sizeBytes, kind: "unknown", sha256: null };
  if (/^[0-9a-f]{64}$/u.test(name) && toBlobPath(name) === path) {
    return { path, sizeBytes, kind: "blob", sha256: name };
  }
  const isTemporary = path === `vault/tmp/${name}` && ownerOfTemporary(name) !== null;
  const kind = isTemporary ? "temporary" : isKeyPath(path) ? "key" : "unknown";
  return { path, sizeBytes, kind, sha256: null };
}

/** Files of keys: headers of items and of a closed case, and the doors to its key. */
export function isKeyPath(path: string): boolean {
  return /^vault\/keys\/(?:log|content|(?:doors|item)\/[a-z0-9-]{1,64})$/u.test(path);
}

/** The files below `vault/keys/`: doors and headers, durable, and gone when they are removed. */

import { randomFillSync } from "node:crypto";
import { closeSync, fsyncSync, lstatSync, openSync, readFileSync, unlinkSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import {
  ensureFolder,
  errorCodeOf,
  type FaultHook,
  noFaults,
  replaceFile,
  syncFolder,
  toWriteError,
  walk,
} from "../../ledger/index.ts";

export interface KeyFiles {
  /** The bytes of a file, such as `item/0192…`; null when there is none. */
  read(name: string): Uint8Array | null;
  /** Durable when it returns. @throws InquestError "vault/write-failed". */
  write(name: string, bytes: Uint8Array): void;
  /**
   * Overwrites and removes a file; durable when it returns. On a flash disk the old bytes may outlast it.
   *
   * @returns whether there was one.
   */
  destroy(name: string): boolean;
  /** Names of all files, sorted. */
  list(): string[];
}

/**
 * @param dir - the case folder, or a copy of it; nothing is created before the first write.
 */
export function openKeyFiles(dir: string, faults: FaultHook = noFaults): KeyFiles {
  const root = join(dir, "vault", "keys");
  const tempDir = join(dir, "vault", "tmp");
  return {
    read(name) {
      try {
        return new Uint8Array(readFileSync(join(root, name)));
      } catch (error) {
        if (errorCodeOf(error) === "ENOENT") return null;
        throw error;
      }
    },
    write(name, bytes) {
      const path = join(root, name);
      try {
        ensureFolder(dirname(path));
        ensureFolder(tempDir);
        replaceFile({ path, bytes, tempDir, mode: 0o600, faults, label: "key" });
      } catch (error) {
        throw toWriteError("vault/write-failed", dir, error);
      }
    },
    destroy(name) {
      const path = join(root, name);
      if (!isFile(path)) return false;
      faults("key.overwrite");
      overwrite(path);
      faults("key.remove");
      unlinkSync(path);
      syncFolder(dirname(path));
      return true;
    },
    list: () => [...walk(root, "")].map(({ path }) => path),
  };
}

/** Random bytes in the place of the old ones, before the name goes. */
function overwrite(path: string): void {
  const size = lstatSync(path).size;
  const fd = openSync(path, "r+");
  try {
    const noise = randomFillSync(new Uint8Array(size));
    for (let at = 0; at < size; ) at += writeSync(fd, noise, at, size - at, at);
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

function isFile(path: string): boolean {
  try {
    return lstatSync(path).isFile();
  } catch (error) {
    if (errorCodeOf(error) === "ENOENT") return false;
    throw error;
  }
}

/** The files below `vault/keys/`: doors and headers, durable, and gone when they are removed. */

import { randomFillSync } from "node:crypto";
import {
  closeSync,
  existsSync,
  fsyncSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  unlinkSync,
  writeSync,
} from "node:fs";
import { dirname, join } from "node:path";
import {
  ensureFolder,
  errorCodeOf,
  type FaultHook,
  isProcessAlive,
  noFaults,
  ownerOfTemporary,
  replaceFile,
  syncFolder,
} from "../../core/index.ts";
import { toWriteError, walk } from "../../ledger/index.ts";
import { isFile } from "../file-chunks.ts";

/** Headers are far smaller; see `parseHeader`. */
const MAX_HEADER_BYTES = 1 << 20;

export interface KeyFiles {
  /** The bytes of a file, such as `item/0192…`; null when there is none. */
  read(name: string): Uint8Array | null;
  /** Durable when it returns. @throws InquestError "vault/write-failed". */
  write(name: string, bytes: Uint8Array): void;
  /** Puts a file in the place of another, or where none was; durable when it returns. */
  move(from: string, to: string): void;
  /**
   * Overwrites and removes a file, and what a rotation staged for it; durable when it returns. On a flash disk the
   * old bytes may outlast it.
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
    move(from, to) {
      try {
        ensureFolder(dirname(join(root, to)));
        faults("key.rename");
        renameSync(join(root, from), join(root, to));
        faults("key.folders");
        syncFolder(dirname(join(root, to)));
        syncFolder(dirname(join(root, from)));
      } catch (error) {
        throw toWriteError("vault/write-failed", dir, error);
      }
    },
    destroy(name) {
      const copies = [
        name,
        ...[...walk(root, "")].map(({ path }) => path).filter((path) => isStagedFor(path, name)),
      ];
      const there = copies.map((copy) => join(root, copy)).filter(isFile);
      for (const path of there) {
        faults("key.overwrite");
        overwrite(path);
        faults("key.remove");
        unlinkSync(path);
        syncFolder(dirname(path));
      }
      removeTemporaries(tempDir);
      return there.length > 0;
    },
    list: () => [...walk(root, "")].map(({ path }) => path),
  };
}

/** The name under which a rotation to a generation keeps a header until its acts are recorded. */
export function stagedFile(generation: number, name: string): string {
  return `next-${generation}/${name}`;
}

/** The generation and the final name of a staged file; null for any other. */
export function parseStaged(name: string): { readonly generation: number; readonly name: string } | null {
  const match = /^next-([1-9]\d{0,8})\/(.+)$/u.exec(name);
  return match === null ? null : { generation: Number(match[1]), name: match[2] ?? "" };
}

function isStagedFor(path: string, name: string): boolean {
  return parseStaged(path)?.name === name;
}

/** What dead processes left half-written may hold a header too. */
function removeTemporaries(folder: string): void {
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    const owner = ownerOfTemporary(name);
    if (owner === null || isProcessAlive(owner)) continue;
    const path = join(folder, name);
    // A blob that was being written may be large, and holds no key.
    if (lstatSync(path).size <= MAX_HEADER_BYTES) overwrite(path);
    unlinkSync(path);
  }
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

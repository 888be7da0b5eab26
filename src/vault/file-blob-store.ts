/** Blobs as files: `vault/sha256/ab/cd/<hash>`, read-only, readable with any tool. */
import { createHash } from "node:crypto";
import {
  closeSync,
  fchmodSync,
  fsync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  unlinkSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import {
  createFolderMaker,
  errorCodeOf,
  type FaultHook,
  InquestError,
  isProcessAlive,
  linkExclusive,
  noFaults,
  openTemporary,
  ownerOfTemporary,
  type Sha256Hex,
  syncFolder,
  writeAll,
} from "../core/index.ts";
import { walk } from "../ledger/index.ts";
import { toBlobPath, toStoredBlob } from "./blob-path.ts";
import type { BlobSource, BlobStore, PutBlob } from "./blob-store.ts";
import { isFile, readChunks } from "./file-chunks.ts";
import type { StagedFile } from "./vault.ts";

const sync = promisify(fsync);

/** As many as Node has threads for the disk. */
const FOLDERS_AT_ONCE = 4;

export interface FileBlobStoreOptions {
  /** Called before each step of a write; tests throw in it to die there. */
  readonly faults?: FaultHook;
}

/** A store whose blobs are files, and which can name files that were written ahead. */
export interface FileBlobStore extends BlobStore {
  /** Makes the folder of temporary files, tidies up after dead processes, and gives the folder's path. */
  prepare(): string;
  /**
   * Gives staged files their names, many at a time: all are linked before the first folder is fsynced, because an
   * fsync of one folder takes along what was done in the others. When the promise resolves, all names are on the disk and the
   * temporary files are gone. What throws leaves some of them named, and all temporary files that are not.
   */
  putStaged(staged: readonly StagedFile[]): Promise<readonly PutBlob[]>;
}

/**
 * The blobs of a case folder. A blob is hashed while it is written to a temporary file, which is fsynced,
 * made read-only and linked under its final name; then the folder is fsynced.
 *
 * @param dir - the case folder; nothing is created before the first blob.
 */
export function openFileBlobStore(
  dir: string,
  { faults = noFaults }: FileBlobStoreOptions = {},
): FileBlobStore {
  const root = join(dir, "vault");
  const temporary = join(root, "tmp");
  const makeFolder = createFolderMaker(dir);
  let isReady = false;

  function prepare(): string {
    if (isReady) return temporary;
    makeFolder(temporary);
    for (const name of readdirSync(temporary)) {
      const owner = ownerOfTemporary(name);
      // This process may be writing another blob at this moment: only the dead are tidied up after.
      if (owner !== null && owner !== process.pid && !isProcessAlive(owner))
        unlinkSync(join(temporary, name));
    }
    isReady = true;
    return temporary;
  }

  /** The content in a temporary file on the disk, and its hash. */
  async function stage(content: BlobSource): Promise<{ temp: string } & Omit<PutBlob, "existed">> {
    faults("blob.temp");
    const { path: temp, fd } = openTemporary(temporary);
    try {
      const hash = createHash("sha256");
      let sizeBytes = 0;
      for await (const chunk of content instanceof Uint8Array ? [content] : content) {
        hash.update(chunk);
        writeAll(fd, chunk);
        sizeBytes += chunk.length;
      }
      fchmodSync(fd, 0o444);
      faults("blob.fsync");
      fsyncSync(fd);
      return { temp, sha256: hash.digest("hex"), sizeBytes };
    } catch (error) {
      if (isRefusal(error)) unlinkSync(temp);
      throw error;
    } finally {
      closeSync(fd);
    }
  }

  /** Gives the staged file its name; false when the name is taken. */
  function name(temp: string, path: string): boolean {
    const folder = dirname(path);
    makeFolder(folder);
    faults("blob.link");
    const isFirst = linkExclusive(temp, path);
    faults("blob.folder");
    // Also when another was first: it may not have come so far as to make its name last.
    syncFolder(folder);
    return isFirst;
  }

  async function putStaged(staged: readonly StagedFile[]): Promise<readonly PutBlob[]> {
    const folders = makeBlobFolders(
      new Set(staged.map(({ sha256 }) => dirname(join(dir, toBlobPath(sha256))))),
    );
    const put: PutBlob[] = [];
    for (const { temp, sha256, sizeBytes } of staged) {
      const existed = temp === null || !linkExclusive(temp, join(dir, toBlobPath(sha256)));
      put.push({ sha256, sizeBytes, existed });
    }
    await syncFolders([...folders]);
    for (const { temp } of staged) if (temp !== null) unlinkSync(temp);
    return put;
  }

  /**
   * Makes folders of blobs where there are none.
   *
   * @returns the folders to fsync, so that their names and what is then linked in them are on the disk; parents first.
   */
  function makeBlobFolders(paths: ReadonlySet<string>): ReadonlySet<string> {
    const parents = new Set([...paths].map((path) => dirname(path)));
    for (const parent of parents) makeFolder(parent);
    for (const path of paths) {
      try {
        mkdirSync(path);
      } catch (error) {
        if (errorCodeOf(error) !== "EEXIST") throw error;
      }
    }
    // Also of folders that were there: whoever made them may have died before their names were on the disk.
    return new Set([...parents, ...paths]);
  }

  return {
    pathOf: toBlobPath,
    prepare,
    putStaged,
    // Tests that die at a step see each of them on this thread.
    ...(faults === noFaults ? { fileOf: (sha256: Sha256Hex) => join(dir, toBlobPath(sha256)) } : {}),
    async put(content) {
      prepare();
      const known = content instanceof Uint8Array ? alreadyThere(dir, content, makeFolder) : null;
      if (known !== null) return known;
      const { temp, sha256, sizeBytes } = await stage(content);
      const existed = removingOnFailure(temp, () => !name(temp, join(dir, toBlobPath(sha256))));
      unlinkSync(temp);
      return { sha256, sizeBytes, existed };
    },
    async get(sha256) {
      const path = join(dir, toBlobPath(sha256));
      return isFile(path) ? readChunks(path) : null;
    },
    async has(sha256) {
      return isFile(join(dir, toBlobPath(sha256)));
    },
    async *list() {
      for (const entry of walk(root, "")) {
        const path = `vault/${entry.path}`;
        yield toStoredBlob(path, entry.isFile, lstatSync(join(dir, path)).size);
      }
    },
  };
}

/** Several at a time: each waits for the disk, and the disk does them together. */
async function syncFolders(paths: readonly string[]): Promise<void> {
  if (process.platform === "win32") return;
  let next = 0;
  const syncSome = async () => {
    for (let path = paths[next++]; path !== undefined; path = paths[next++]) {
      const fd = openSync(path, "r");
      try {
        await sync(fd);
      } finally {
        closeSync(fd);
      }
    }
  };
  await Promise.all(Array.from({ length: FOLDERS_AT_ONCE }, syncSome));
}

/** Small content is hashed before anything is written: sealing the same bytes again costs no write. */
function alreadyThere(dir: string, content: Uint8Array, makeFolder: (path: string) => void): PutBlob | null {
  const sha256 = createHash("sha256").update(content).digest("hex");
  const path = join(dir, toBlobPath(sha256));
  if (!isFile(path)) return null;
  // Whoever linked it may have died before its name was on the disk.
  makeFolder(dirname(path));
  syncFolder(dirname(path));
  return { sha256, sizeBytes: content.length, existed: true };
}

/** Removes a temporary file when the system refuses, so that a full disk gets its space back. */
function removingOnFailure<T>(temp: string, write: () => T): T {
  try {
    return write();
  } catch (error) {
    if (isRefusal(error)) unlinkSync(temp);
    throw error;
  }
}

/** An error of the disk or of the content's source. Any other is a death played by a test. */
function isRefusal(error: unknown): boolean {
  return errorCodeOf(error) !== undefined || error instanceof InquestError;
}

/** Blobs as objects of S3, under the same names as in a case folder. */

import { createHash } from "node:crypto";
import { closeSync, unlinkSync } from "node:fs";
import { ensureFolder, openTemporary, writeAll } from "../../core/index.ts";
import { toBlobPath, toStoredBlob } from "../blob-path.ts";
import type { BlobSource, BlobStore, PutBlob } from "../blob-store.ts";
import type { S3Objects } from "./s3-objects.ts";

export interface S3BlobStoreOptions {
  readonly objects: S3Objects;
  /** A folder of this machine for content above 8 MiB on its way: a name is known when all of it was hashed. */
  readonly tempDir: string;
}

/** Content up to here goes up from memory, in one piece. */
const WHOLE_BYTES = 8 * 1024 * 1024;

/**
 * Blobs in a store of objects. The name of a blob is its hash, so its content is read to the end before the
 * upload begins: in memory up to 8 MiB, else in a temporary file. What comes in is what is stored: content
 * that must not lie open on a disk is encrypted before it is put here.
 */
export function createS3BlobStore({ objects, tempDir }: S3BlobStoreOptions): BlobStore {
  async function store(content: Uint8Array): Promise<PutBlob> {
    const sha256 = createHash("sha256").update(content).digest();
    const hex = sha256.toString("hex");
    const path = toBlobPath(hex);
    const isFirst = await objects.create({ path, content, sha256, isRetained: true });
    return { sha256: hex, sizeBytes: content.length, existed: !isFirst };
  }

  async function storeStaged(held: Uint8Array, rest: AsyncIterator<Uint8Array>): Promise<PutBlob> {
    ensureFolder(tempDir);
    const { path: file, fd } = openTemporary(tempDir);
    try {
      const { sha256, sizeBytes } = await stage(fd, held, rest);
      const hex = sha256.toString("hex");
      const path = toBlobPath(hex);
      const isFirst = await objects.create({ path, content: { file, sizeBytes }, sha256, isRetained: true });
      return { sha256: hex, sizeBytes, existed: !isFirst };
    } finally {
      closeSync(fd);
      unlinkSync(file);
    }
  }

  return {
    pathOf: toBlobPath,
    async put(content) {
      if (content instanceof Uint8Array && content.length <= WHOLE_BYTES) return store(content);
      const chunks = toChunks(content)[Symbol.asyncIterator]();
      const { held, isAll } = await readHead(chunks);
      return isAll ? store(held) : storeStaged(held, chunks);
    },
    get: (sha256) => objects.get(toBlobPath(sha256)),
    async has(sha256) {
      return (await objects.sizeOf(toBlobPath(sha256))) !== null;
    },
    async *list() {
      for await (const { path, sizeBytes } of objects.list("vault"))
        yield toStoredBlob(path, true, sizeBytes);
    },
  };
}

async function* toChunks(content: BlobSource): AsyncGenerator<Uint8Array> {
  if (content instanceof Uint8Array) yield content;
  else yield* content;
}

/** The content's beginning: all of it when it ends within 8 MiB. Pieces are copied: each lives until the next. */
async function readHead(
  chunks: AsyncIterator<Uint8Array>,
): Promise<{ readonly held: Buffer; readonly isAll: boolean }> {
  const head: Buffer[] = [];
  let sizeBytes = 0;
  while (sizeBytes <= WHOLE_BYTES) {
    const next = await chunks.next();
    if (next.done === true) return { held: Buffer.concat(head), isAll: true };
    head.push(Buffer.from(next.value));
    sizeBytes += next.value.length;
  }
  return { held: Buffer.concat(head), isAll: false };
}

async function stage(fd: number, held: Uint8Array, rest: AsyncIterator<Uint8Array>) {
  const hash = createHash("sha256");
  let sizeBytes = 0;
  for (let chunk = held; ; ) {
    hash.update(chunk);
    writeAll(fd, chunk);
    sizeBytes += chunk.length;
    const next = await rest.next();
    if (next.done === true) return { sha256: hash.digest(), sizeBytes };
    chunk = next.value;
  }
}

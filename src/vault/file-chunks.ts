/** Reading files in pieces large enough for the hash to be the slow part. */
import { createHash } from "node:crypto";
import { closeSync, fstatSync, lstatSync, openSync, read, readFileSync } from "node:fs";
import { promisify } from "node:util";
import { errorCodeOf, type Sha256Hex } from "../core/index.ts";

/** 1 MiB: with 64 KiB SHA-256 runs at half its speed. */
const CHUNK_BYTES = 1024 * 1024;

const readInto = promisify(read);

/**
 * The bytes of a file, piece by piece; each piece is valid until the next is asked for. Files below 1 MiB are
 * read whole, ten times as fast as by a stream; of larger ones the next piece is read while this one is used.
 * Throws the system's own errors, also for a file that cannot be opened.
 */
export async function* readChunks(path: string): AsyncGenerator<Uint8Array> {
  const fd = openSync(path, "r");
  let next: Promise<Buffer> | null = null;
  try {
    if (fstatSync(fd).size < CHUNK_BYTES) {
      const whole = readFileSync(fd);
      if (whole.length > 0) yield whole;
      return;
    }
    const buffers = [Buffer.allocUnsafe(CHUNK_BYTES), Buffer.allocUnsafe(CHUNK_BYTES)] as const;
    next = readChunk(fd, buffers[0]);
    for (let index = 1; ; index++) {
      const chunk = await next;
      if (chunk.length === 0) return;
      next = readChunk(fd, index % 2 === 0 ? buffers[0] : buffers[1]);
      yield chunk;
    }
  } finally {
    // A reader that stops early leaves a read under way, which must not outlive the descriptor.
    await next?.catch(() => {});
    closeSync(fd);
  }
}

async function readChunk(fd: number, buffer: Buffer): Promise<Buffer> {
  const { bytesRead } = await readInto(fd, buffer, 0, buffer.length, null);
  return buffer.subarray(0, bytesRead);
}

/** Links are not followed: a blob is a file of the vault itself. */
export function isFile(path: string): boolean {
  try {
    return lstatSync(path).isFile();
  } catch (error) {
    if (errorCodeOf(error) === "ENOENT" || errorCodeOf(error) === "ENOTDIR") return false;
    throw error;
  }
}

/** Hash and size of a stream; each chunk may be overwritten once `onChunk` returns. */
export async function hashChunks(
  chunks: AsyncIterable<Uint8Array>,
  onChunk: (chunk: Uint8Array) => void = () => {},
): Promise<{ readonly sha256: Sha256Hex; readonly sizeBytes: number }> {
  const hash = createHash("sha256");
  let sizeBytes = 0;
  for await (const chunk of chunks) {
    hash.update(chunk);
    sizeBytes += chunk.length;
    onChunk(chunk);
  }
  return { sha256: hash.digest("hex"), sizeBytes };
}

/** Bytes that can be read at any place: of a file, or in memory. */
import { closeSync, fstatSync, openSync, readSync } from "node:fs";

export interface ByteSource {
  readonly sizeBytes: number;
  /** The bytes from `start`, at most `length`; fewer at the end, none beyond it. */
  read(start: number, length: number): Uint8Array;
}

const CHUNK_BYTES = 256 * 1024;

export function memorySource(bytes: Uint8Array): ByteSource {
  return {
    sizeBytes: bytes.length,
    read: (start, length) => bytes.subarray(Math.min(start, bytes.length), Math.max(start, start + length)),
  };
}

/** Runs an action over an open file. Throws the system's own errors. */
export async function withFileSource<T>(
  path: string,
  action: (source: ByteSource) => Promise<T>,
): Promise<T> {
  const fd = openSync(path, "r");
  try {
    const { size } = fstatSync(fd);
    const read = (start: number, length: number) =>
      readAt(fd, start, Math.max(0, Math.min(length, size - start)));
    return await action({ sizeBytes: size, read });
  } finally {
    closeSync(fd);
  }
}

/** The bytes between two places, piece by piece. */
export function* chunksOf(source: ByteSource, start = 0, end = source.sizeBytes): Generator<Uint8Array> {
  for (let at = start; at < end; ) {
    const chunk = source.read(at, Math.min(CHUNK_BYTES, end - at));
    if (chunk.length === 0) return;
    yield chunk;
    at += chunk.length;
  }
}

/** The whole, or both ends of what is larger; `isWhole` says which. */
export function readEnds(
  source: ByteSource,
  maxBytes: number,
): { readonly bytes: Uint8Array; readonly isWhole: boolean } {
  if (source.sizeBytes <= maxBytes) return { bytes: source.read(0, source.sizeBytes), isWhole: true };
  const half = Math.floor(maxBytes / 2);
  const ends = [source.read(0, half), source.read(source.sizeBytes - half, half)];
  return { bytes: Buffer.concat(ends), isWhole: false };
}

function readAt(fd: number, start: number, length: number): Uint8Array {
  const buffer = Buffer.allocUnsafe(length);
  let filled = 0;
  while (filled < length) {
    const got = readSync(fd, buffer, filled, length - filled, start + filled);
    if (got === 0) break;
    filled += got;
  }
  return buffer.subarray(0, filled);
}

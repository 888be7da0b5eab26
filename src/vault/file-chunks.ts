/** Reading files in pieces large enough for the hash to be the slow part. */
import { open } from "node:fs/promises";

/** 1 MiB: with 64 KiB SHA-256 runs at half its speed. */
const CHUNK_BYTES = 1024 * 1024;

/**
 * The bytes of a file, piece by piece; each piece is valid until the next is asked for. Opens the file when
 * the first piece is asked for, and throws the system's own errors.
 */
export async function* readChunks(path: string): AsyncGenerator<Uint8Array> {
  const file = await open(path, "r");
  try {
    const { size } = await file.stat();
    const buffer = Buffer.allocUnsafe(Math.max(1, Math.min(size + 1, CHUNK_BYTES)));
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, buffer.length, null);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}

/** Bytes: hashes, the strict texts of bytes, and files read without holding them whole. */
import { createHash, type Hash } from "node:crypto";
import { closeSync, openSync, readSync } from "node:fs";

const CHUNK_BYTES = 1024 * 1024;

export function sha256(...parts: readonly Uint8Array[]): Buffer {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest();
}

/**
 * Bytes of a standard base64 text (RFC 4648, section 4), or null unless it is the one canonical spelling:
 * padded, nothing between, the bits that the padding leaves over zero.
 */
export function readBase64(text: string): Buffer | null {
  const isCanonical =
    /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/][AQgw]==|[A-Za-z0-9+/]{2}[AEIMQUYcgkosw048]=)?$/u.test(text);
  return isCanonical ? Buffer.from(text, "base64") : null;
}

/** The text of UTF-8 bytes; null for anything that is not UTF-8. A byte order mark stays in the text. */
export function readUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Hashes a file in pieces of 1 MiB by several algorithms at once; its size comes with them. */
export function hashFile(
  path: string,
  algorithms: readonly string[],
): { readonly sizeBytes: number; readonly hex: readonly string[] } {
  const hashes: Hash[] = algorithms.map((name) => createHash(name));
  const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
  const file = openSync(path, "r");
  try {
    let sizeBytes = 0;
    for (;;) {
      const read = readSync(file, chunk, 0, CHUNK_BYTES, null);
      if (read === 0) break;
      sizeBytes += read;
      for (const hash of hashes) hash.update(chunk.subarray(0, read));
    }
    return { sizeBytes, hex: hashes.map((hash) => hash.digest("hex")) };
  } finally {
    closeSync(file);
  }
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** A file key under a wrapping key: ChaCha20-Poly1305 with a nonce of zeros, since each key wraps once. */
import { createCipheriv, createDecipheriv } from "node:crypto";

export const FILE_KEY_BYTES = 16;
const TAG_BYTES = 16;
const ZERO_NONCE = new Uint8Array(12);

export function wrapKey(key: Uint8Array, fileKey: Uint8Array): Uint8Array {
  const cipher = createCipheriv("chacha20-poly1305", key, ZERO_NONCE, { authTagLength: TAG_BYTES });
  return Buffer.concat([cipher.update(fileKey), cipher.final(), cipher.getAuthTag()]);
}

/** Null when the key is not the one that wrapped. */
export function unwrapKey(key: Uint8Array, body: Uint8Array): Uint8Array | null {
  if (body.length !== FILE_KEY_BYTES + TAG_BYTES) return null;
  const decipher = createDecipheriv("chacha20-poly1305", key, ZERO_NONCE, { authTagLength: TAG_BYTES });
  decipher.setAuthTag(body.subarray(FILE_KEY_BYTES));
  try {
    const fileKey = decipher.update(body.subarray(0, FILE_KEY_BYTES));
    decipher.final();
    return new Uint8Array(fileKey);
  } catch {
    return null;
  }
}

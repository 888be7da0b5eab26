/**
 * One entry of a closed case's log, opened with the key of this entry alone (docs/formats/proof.md).
 *
 * A sealed entry is the payload of an age v1 file of one chunk: 16 bytes of nonce, then ChaCha20-Poly1305
 * (RFC 8439) under HKDF-SHA256(file key, salt = nonce, info = "payload"). The derived key says nothing about the
 * file key, so it can be handed on with a proof. A second key that opens the same bytes to another act would
 * need a keystream that differs by the difference of two canonical acts in every byte: it cannot be searched for.
 */
import { createDecipheriv } from "node:crypto";

/** Bytes of the key that opens one leaf. */
export const LEAF_KEY_BYTES = 32;

const NONCE_BYTES = 16;
const TAG_BYTES = 16;
const LENGTH_BYTES = 2;
const PADDED_TO = 256;

/** STREAM nonce of the first chunk that is also the last: eleven bytes of counter 0 and the flag 1 (age v1). */
const ONLY_CHUNK = Buffer.from("000000000000000000000001", "hex");

/** The act's bytes within a sealed entry, or why they are not. */
export function openLeaf(
  leaf: Uint8Array,
  leafKey: Uint8Array,
): { readonly entry: Uint8Array } | { readonly fault: string } {
  if (leafKey.length !== LEAF_KEY_BYTES) return { fault: `the key is not ${LEAF_KEY_BYTES} bytes` };
  if (leaf.length < NONCE_BYTES + TAG_BYTES) return { fault: "too short for a sealed entry" };
  const padded = decrypt(leaf.subarray(NONCE_BYTES), leafKey);
  if (padded === null) return { fault: "the key does not open it" };
  if (padded.length === 0 || padded.length % PADDED_TO !== 0)
    return { fault: `opened, its length is no multiple of ${PADDED_TO}` };
  const end = LENGTH_BYTES + padded.readUInt16BE(0);
  if (end > padded.length || padded.length - end >= PADDED_TO)
    return { fault: "its length is not that of an act" };
  if (padded.subarray(end).some((byte) => byte !== 0)) return { fault: "its padding is not zero" };
  return { entry: new Uint8Array(padded.subarray(LENGTH_BYTES, end)) };
}

function decrypt(sealed: Uint8Array, key: Uint8Array): Buffer | null {
  const decipher = createDecipheriv("chacha20-poly1305", key, ONLY_CHUNK, { authTagLength: TAG_BYTES });
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
  const opened = decipher.update(sealed.subarray(0, sealed.length - TAG_BYTES));
  try {
    decipher.final();
    return opened;
  } catch {
    return null;
  }
}

/** How an act names encrypted content: by what is open about it, never by the hash of the plaintext. */
import { z } from "zod";

const Sha256Text = z.string().regex(/^[0-9a-f]{64}$/u);

export const SealedRef = z.strictObject({
  /** The item whose key opens it (UUIDv7). Shredding that key closes it for good. */
  item: z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u),
  /** SHA-256 of the ciphertext: its address in the vault. */
  stored: Sha256Text,
  /** Bytes of the ciphertext. */
  sizeBytes: z.number().int().positive(),
  /** SHA-256(salt ‖ SHA-256(plaintext)); the salt travels with the item's key. */
  commitment: Sha256Text,
});
export type SealedRef = z.infer<typeof SealedRef>;

/** Content that lies in the vault as it came. */
export const BlobRef = z.strictObject({
  sha256: Sha256Text,
  sizeBytes: z.number().int().nonnegative(),
});
export type BlobRef = z.infer<typeof BlobRef>;

/** What an act may name: open bytes, or encrypted ones. */
export const Content = z.union([BlobRef, SealedRef]);
export type Content = z.infer<typeof Content>;

export function isSealedRef(content: Content): content is SealedRef {
  return "commitment" in content;
}

/** The name under which the bytes lie in the vault. */
export function addressOf(content: Content): string {
  return isSealedRef(content) ? content.stored : content.sha256;
}

/** Commitments: what an act may say of a plaintext without giving its hash away. */
import { createHash, hkdfSync, timingSafeEqual } from "node:crypto";
import type { Sha256Hex } from "../../core/index.ts";

const SALT_INFO = "inquest/commitment";

/**
 * SHA-256(salt ‖ SHA-256(plaintext)), the salt being HKDF-SHA256 of the item's file key with the info
 * `inquest/commitment`: whoever has no key of the item can test no guess.
 */
export function commit(fileKey: Uint8Array, plainSha256: Uint8Array): Sha256Hex {
  const salt = new Uint8Array(hkdfSync("sha256", fileKey, new Uint8Array(), SALT_INFO, 32));
  return createHash("sha256").update(salt).update(plainSha256).digest("hex");
}

/** Whether the plaintext of this SHA-256 is the one behind a commitment. */
export function isCommitted(fileKey: Uint8Array, plainSha256: Uint8Array, commitment: Sha256Hex): boolean {
  const actual = Buffer.from(commit(fileKey, plainSha256), "hex");
  const expected = Buffer.from(commitment, "hex");
  return actual.length === expected.length && timingSafeEqual(actual, expected);
}

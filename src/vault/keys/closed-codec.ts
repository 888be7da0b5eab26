/** Entries of a closed case: each leaf is an age payload, so that the log shows neither who, what nor when. */

import { InquestError } from "../../core/index.ts";
import type { EntryCodec } from "../../ledger/index.ts";
import { decryptBytes, encryptBytes, NONCE_BYTES, payloadKey, type Random } from "../age/index.ts";

/** Entries are padded to multiples of this, so that their lengths say little. */
const PAD_BYTES = 256;
const LENGTH_BYTES = 2;

/** The key of one leaf, for a proof about it alone: it opens no other. */
export function leafKey(fileKey: Uint8Array, leaf: Uint8Array): Uint8Array {
  return payloadKey(fileKey, leaf.subarray(0, NONCE_BYTES));
}

/**
 * @param fileKey - that of `vault/keys/log`: `cat vault/keys/log LEAF | age -d` opens a leaf, which then begins
 *   with two bytes of length and ends with zeros.
 */
export function createClosedCodec(fileKey: Uint8Array, random: Random): EntryCodec {
  return {
    toLeaf(entry) {
      const padded = Buffer.alloc(Math.ceil((LENGTH_BYTES + entry.length) / PAD_BYTES) * PAD_BYTES);
      padded.writeUInt16BE(entry.length);
      padded.set(entry, LENGTH_BYTES);
      return encryptBytes(padded, fileKey, random);
    },
    fromLeaf(leaf) {
      let padded: Uint8Array;
      try {
        padded = decryptBytes(leaf, fileKey);
      } catch (error) {
        if (error instanceof InquestError)
          return { fault: "not sealed with the log's key, or altered since" };
        throw error;
      }
      const length = ((padded[0] ?? 0) << 8) | (padded[1] ?? 0);
      const end = LENGTH_BYTES + length;
      const isPadded =
        end <= padded.length &&
        padded.length === Math.ceil(end / PAD_BYTES) * PAD_BYTES &&
        padded.subarray(end).every((byte) => byte === 0);
      return isPadded
        ? { entry: padded.subarray(LENGTH_BYTES, end) }
        : { fault: "sealed with a length that is not its own" };
    },
  };
}

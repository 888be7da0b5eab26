/** Ids: content hashes where a thing has open content, UUIDv7 where it has none (RFC 9562, 5.7). */
import { createHash } from "node:crypto";
import { type JsonValue, toCanonicalJson } from "./json.ts";

/** A SHA-256 digest as 64 lower-case hexadecimal digits. */
export type Sha256Hex = string;

/** The SHA-256 of bytes, or of the UTF-8 form of a text. */
export function hashBytes(content: Uint8Array | string): Sha256Hex {
  return createHash("sha256").update(content).digest("hex");
}

/**
 * The id of a thing by its open content: a prefix that says what it is, and the first 128 bits of the
 * SHA-256 of its canonical JSON. Adding the same thing twice therefore gives the same id.
 *
 * @example toContentId("st", { property: "total", value: 3 }) // "st-" and 32 hexadecimal digits
 */
export function toContentId(prefix: string, content: JsonValue): string {
  return `${prefix}-${hashBytes(toCanonicalJson(content)).slice(0, 32)}`;
}

/**
 * A UUIDv7 from a time and ten random bytes (RFC 9562, section 5.7). Pure: time and randomness are
 * given, so that tests and replays can repeat it.
 *
 * @param atMs - milliseconds since 1970-01-01T00:00Z, 0 … 2^48 − 1.
 * @param random - at least ten random bytes.
 */
export function toUuidV7(atMs: number, random: Uint8Array): string {
  const bytes = new Uint8Array(16);
  for (let index = 5, rest = atMs; index >= 0; index--, rest = Math.floor(rest / 256))
    bytes[index] = rest % 256;
  bytes.set(random.subarray(0, 10), 6);
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = Buffer.from(bytes).toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

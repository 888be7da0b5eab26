/** Standard base64 without padding (RFC 4648, section 4), as age writes it: one spelling for each value. */

export function encodeUnpadded(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("base64").replaceAll("=", "");
}

/** The bytes, or null for anything that `encodeUnpadded` would not write. */
export function decodeUnpadded(text: string): Uint8Array | null {
  if (!/^[A-Za-z0-9+/]*$/u.test(text)) return null;
  const bytes = new Uint8Array(Buffer.from(text, "base64"));
  return encodeUnpadded(bytes) === text ? bytes : null;
}

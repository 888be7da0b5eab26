/** Standard base64 (RFC 4648, section 4), read strictly: one text for each sequence of bytes. */

/**
 * The bytes of a base64 text, or null when any other text would be the canonical one for them (white space,
 * missing padding, url alphabet, stray low bits). A log cannot bear two spellings of one signature.
 */
export function decodeBase64(text: string): Uint8Array | null {
  const bytes = Buffer.from(text, "base64");
  return bytes.toString("base64") === text ? new Uint8Array(bytes) : null;
}

export function encodeBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("base64");
}

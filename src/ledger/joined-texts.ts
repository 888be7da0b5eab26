/** Many texts in UTF-8 in one piece of memory, as they travel between threads. */

/** Bytes of an Ed25519 signature (RFC 8032, 5.1.6). */
export const SIGNATURE_BYTES = 64;

export interface JoinedTexts {
  /** The texts, one after another. */
  readonly bytes: Uint8Array;
  /** Where each ends. */
  readonly ends: Uint32Array;
}

export function joinTexts(texts: readonly string[]): JoinedTexts {
  const sizeBytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text, "utf8"), 0);
  // Memory of its own and no larger: another thread gets a copy of all that a view looks at.
  const bytes = Buffer.from(new ArrayBuffer(sizeBytes));
  const ends = new Uint32Array(texts.length);
  let at = 0;
  for (const [index, text] of texts.entries()) {
    at += bytes.write(text, at, "utf8");
    ends[index] = at;
  }
  return { bytes, ends };
}

/** A text in UTF-8, as a view. */
export function textAt({ bytes, ends }: JoinedTexts, index: number): Uint8Array {
  return bytes.subarray(index === 0 ? 0 : ends[index - 1], ends[index]);
}

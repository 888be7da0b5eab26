/** Packed words and profiles of a PNG (ISO/IEC 15948, 11.3.3, 11.3.4): what its plain bytes do not show. */
import { inflateSync } from "node:zlib";

const SIGNATURE_BYTES = 8;

/** @param maxBytes - of one of them; what is larger is given as null. */
export function* pngParts(bytes: Uint8Array, maxBytes: number): Generator<Uint8Array | null> {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let at = SIGNATURE_BYTES; at + 12 <= raw.length; ) {
    const length = raw.readUInt32BE(at);
    const type = raw.toString("latin1", at + 4, at + 8);
    const content = raw.subarray(at + 8, at + 8 + length);
    at += 12 + length;
    const packed = packedIn(type, content);
    if (packed !== null) yield inflate(packed, maxBytes);
    // A packed picture hides no words from those who look at it; what follows its end may.
    if (type === "IEND" && at < raw.length) yield raw.subarray(at);
  }
}

function packedIn(type: string, content: Buffer): Buffer | null {
  const keyword = content.indexOf(0);
  if (type === "zTXt" || type === "iCCP") return keyword < 0 ? null : content.subarray(keyword + 2);
  if (type !== "iTXt" || content[keyword + 1] !== 1) return null;
  const language = content.indexOf(0, keyword + 3);
  const translated = content.indexOf(0, language + 1);
  return language < 0 || translated < 0 ? null : content.subarray(translated + 1);
}

function inflate(packed: Uint8Array, maxBytes: number): Uint8Array | null {
  try {
    return inflateSync(packed, { maxOutputLength: maxBytes });
  } catch {
    return null;
  }
}

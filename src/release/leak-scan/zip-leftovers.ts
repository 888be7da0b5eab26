/** What lies in a ZIP file beside the members that it lists: one that was taken out leaves its bytes behind. */
import { constants, inflateRawSync } from "node:zlib";

const LOCAL = "PK\x03\x04";
const LOCAL_BYTES = 30;
const CENTRAL = 0x0201_4b50;
const CENTRAL_BYTES = 46;
const END = "PK\x05\x06";
const STORED = 0;
const DEFLATED = 8;

export interface Leftover {
  readonly name: string;
  /** Null where it is packed in another way, is too large or cannot be unpacked. */
  readonly bytes: Uint8Array | null;
}

/** @param maxBytes - that one of them may unpack to. */
export function* zipLeftovers(bytes: Uint8Array, maxBytes: number): Generator<Leftover> {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const ends = listedEnds(raw);
  if (ends === null) return;
  for (let from = 0; ; ) {
    const at = raw.indexOf(LOCAL, from, "latin1");
    if (at < 0 || at + LOCAL_BYTES > raw.length) return;
    // What a listed member holds is a part of that one, which is opened for itself.
    from = ends.get(at) ?? at + LOCAL.length;
    if (!ends.has(at)) yield leftoverAt(raw, at, maxBytes);
  }
}

/** Where each member of the directory ends, by its start; null where there is no directory to compare with. */
function listedEnds(raw: Buffer): ReadonlyMap<number, number> | null {
  const last = raw.lastIndexOf(END, undefined, "latin1");
  if (last < 0 || last + 22 > raw.length) return null;
  const ends = new Map<number, number>();
  let at = raw.readUInt32LE(last + 16);
  for (let left = raw.readUInt16LE(last + 10); left > 0; left -= 1) {
    if (at + CENTRAL_BYTES > raw.length || raw.readUInt32LE(at) !== CENTRAL) return null;
    const start = raw.readUInt32LE(at + 42);
    ends.set(start, start + LOCAL_BYTES + raw.readUInt32LE(at + 20));
    at += CENTRAL_BYTES + [28, 30, 32].reduce((sum, field) => sum + raw.readUInt16LE(at + field), 0);
  }
  return ends;
}

function leftoverAt(raw: Buffer, at: number, maxBytes: number): Leftover {
  const [method, nameBytes] = [raw.readUInt16LE(at + 8), raw.readUInt16LE(at + 26)];
  const start = at + LOCAL_BYTES + nameBytes + raw.readUInt16LE(at + 28);
  const name = raw.toString("utf8", at + LOCAL_BYTES, at + LOCAL_BYTES + nameBytes);
  if (method === STORED) {
    const size = raw.readUInt32LE(at + 18);
    return { name, bytes: size > maxBytes ? null : raw.subarray(start, start + size) };
  }
  return { name, bytes: method === DEFLATED ? inflate(raw.subarray(start), maxBytes) : null };
}

function inflate(packed: Uint8Array, maxBytes: number): Uint8Array | null {
  try {
    return inflateRawSync(packed, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: maxBytes });
  } catch {
    return null;
  }
}

/** A segment file of the log (docs/formats/ledger.md), read after its own hash held. */
import { sha256 } from "./bytes.ts";

const MAGIC = "inquest segment 1\n";
const HEAD_BYTES = 70;
const HASH_BYTES = 32;
export const MAX_SEGMENT_BYTES = 64 * 1024 * 1024;

export interface Segment {
  readonly start: number;
  readonly previous: Buffer;
  readonly entries: readonly Buffer[];
  readonly hash: Buffer;
}

export interface Damage {
  readonly detail: string;
  readonly expected: string | null;
  readonly actual: string | null;
}

export function readSegment(bytes: Buffer): Segment | Damage {
  const end = bytes.length - HASH_BYTES;
  if (end < HEAD_BYTES || bytes.toString("latin1", 0, MAGIC.length) !== MAGIC)
    return { detail: "no segment of version 1", expected: null, actual: null };
  const hash = bytes.subarray(end);
  const found = sha256(bytes.subarray(0, end));
  if (!found.equals(hash))
    return { detail: "SHA-256", expected: hash.toString("hex"), actual: found.toString("hex") };
  const length = bytes.readBigUInt64BE(18);
  if (length !== BigInt(bytes.length))
    return { detail: "length", expected: String(length), actual: String(bytes.length) };
  const count = bytes.readUInt32BE(34);
  const entries = readRun(bytes.subarray(HEAD_BYTES, end));
  if (entries === null || entries.length !== count || count === 0)
    return { detail: "entries", expected: String(count), actual: String(entries?.length ?? null) };
  return {
    start: Number(bytes.readBigUInt64BE(26)),
    previous: bytes.subarray(38, HEAD_BYTES),
    entries,
    hash,
  };
}

/** Entries, each after its length in 2 bytes; null when the last one is torn. */
export function readRun(bytes: Buffer): readonly Buffer[] | null {
  const entries: Buffer[] = [];
  let at = 0;
  while (at + 2 <= bytes.length) {
    const from = at + 2;
    at = from + bytes.readUInt16BE(at);
    if (at <= bytes.length) entries.push(bytes.subarray(from, at));
  }
  return at === bytes.length ? entries : null;
}

/** Segments: the only files of a log that cannot be computed from others. Each is one append. */
import { sha256, toHex } from "./merkle/hash.ts";

/*
 * Numbers are big-endian.
 *
 *   18  "inquest segment 1\n"
 *    8  length of the whole file in bytes
 *    8  leaf index of the first entry
 *    4  number of entries, at least 1
 *   32  SHA-256 of the segment before: its last 32 bytes; zeros in the first one
 *    …  entries: length (2 bytes), then that many bytes, as in a C2SP entry bundle
 *   32  SHA-256 of everything before
 */
const MAGIC = Buffer.from("inquest segment 1\n", "ascii");
const HEADER_BYTES = MAGIC.length + 8 + 8 + 4 + 32;
const HASH_BYTES = 32;

/** An append above this is refused: a segment is read and written whole. */
export const MAX_SEGMENT_BYTES = 64 * 1024 * 1024;

export interface Segment {
  readonly start: number;
  readonly previous: Uint8Array;
  readonly entries: readonly Uint8Array[];
}

/** A segment as read: with the hash that the next one must name. */
export interface ReadSegment extends Segment {
  readonly hash: Uint8Array;
}

/** The hash that the first segment names as the one before it. */
export const NO_PREVIOUS: Uint8Array = new Uint8Array(HASH_BYTES);

/** The file name of a segment: its start as 20 digits, so that names sort as numbers. */
export function toSegmentName(start: number): string {
  return String(start).padStart(20, "0");
}

/** The start that a file name says, or null when it is no segment's name. */
export function parseSegmentName(name: string): number | null {
  if (!/^\d{20}$/u.test(name)) return null;
  const start = Number(name);
  return Number.isSafeInteger(start) ? start : null;
}

/** Bytes before the first entry. */
export const SEGMENT_HEAD_BYTES: number = HEADER_BYTES;

/** The number of entries that a segment's head names. */
export function readCount(head: Buffer): number {
  return head.readUInt32BE(MAGIC.length + 16);
}

/** Bytes of a segment with these entries. */
export function toSegmentBytes({ start, previous, entries }: Segment): Buffer {
  const length = segmentLength(entries);
  const bytes = Buffer.allocUnsafe(length);
  let at = MAGIC.copy(bytes, 0);
  at = bytes.writeBigUInt64BE(BigInt(length), at);
  at = bytes.writeBigUInt64BE(BigInt(start), at);
  at = bytes.writeUInt32BE(entries.length, at);
  bytes.set(previous, at);
  at += HASH_BYTES;
  for (const entry of entries) {
    at = bytes.writeUInt16BE(entry.length, at);
    bytes.set(entry, at);
    at += entry.length;
  }
  bytes.set(sha256(bytes.subarray(0, at)), at);
  return bytes;
}

/** Length in bytes of a segment with these entries. */
export function segmentLength(entries: readonly Uint8Array[]): number {
  return HEADER_BYTES + entries.reduce((sum, entry) => sum + 2 + entry.length, 0) + HASH_BYTES;
}

export type SegmentReading =
  | { readonly segment: ReadSegment }
  | { readonly fault: string; readonly expected: string | null; readonly actual: string | null };

/** Reads a segment, or says why it is damaged; the hash is checked before anything in it is believed. */
export function readSegment(bytes: Buffer): SegmentReading {
  if (bytes.length < HEADER_BYTES + HASH_BYTES) {
    return differs("shorter than any segment", `at least ${HEADER_BYTES + HASH_BYTES} bytes`, bytes.length);
  }
  if (!bytes.subarray(0, MAGIC.length).equals(MAGIC)) {
    return { fault: "it does not begin as a segment of version 1", expected: null, actual: null };
  }
  const length = bytes.readBigUInt64BE(MAGIC.length);
  if (length !== BigInt(bytes.length)) {
    return differs("its length is not the one it names", `${length} bytes`, bytes.length);
  }
  const end = bytes.length - HASH_BYTES;
  const hash = bytes.subarray(end);
  const actual = sha256(bytes.subarray(0, end));
  if (!hash.equals(actual)) {
    return {
      fault: "its content does not have the SHA-256 at its end",
      expected: toHex(hash),
      actual: toHex(actual),
    };
  }
  const start = Number(bytes.readBigUInt64BE(MAGIC.length + 8));
  const count = readCount(bytes);
  const entries = readEntries(bytes.subarray(HEADER_BYTES, end));
  if (entries === null || entries.length !== count || count === 0) {
    return differs("its entries do not fill it", `${count} entries`, null);
  }
  return {
    segment: { start, previous: bytes.subarray(MAGIC.length + 20, HEADER_BYTES), entries, hash },
  };
}

/** The entries of a run of length-prefixed ones (also of a C2SP entry bundle); null when it ends within one. */
export function readEntries(bytes: Buffer): Buffer[] | null {
  const entries: Buffer[] = [];
  for (let at = 0; at < bytes.length; ) {
    if (at + 2 > bytes.length) return null;
    const end = at + 2 + bytes.readUInt16BE(at);
    if (end > bytes.length) return null;
    entries.push(bytes.subarray(at + 2, end));
    at = end;
  }
  return entries;
}

/** Entries with their lengths before them: a C2SP entry bundle, or the middle of a segment. */
export function toEntryRun(entries: readonly Uint8Array[]): Buffer {
  const parts = entries.flatMap((entry) => {
    const length = Buffer.allocUnsafe(2);
    length.writeUInt16BE(entry.length);
    return [length, entry];
  });
  return Buffer.concat(parts);
}

function differs(fault: string, expected: string, sizeBytes: number | null): SegmentReading {
  return { fault, expected, actual: sizeBytes === null ? null : `${sizeBytes} bytes` };
}

/** The objects of a PDF (ISO 32000-2, 7.3) found by their letters, without its own tables, which may lie. */
import { inflateSync } from "node:zlib";
import type { InspectLimits } from "./limits.ts";

/** An object of a PDF: its dictionary or other value as text, names decoded. */
export interface PdfObject {
  readonly number: number;
  readonly text: string;
  /** The bytes of its stream as they stand in the file; null where it has none. */
  readonly stream: Uint8Array | null;
}

export interface PdfObjects {
  /** In the order of the file; a number that was written again stands again. */
  readonly objects: readonly PdfObject[];
  /** True when a compressed stream was too large or too many were there: not all was seen. */
  readonly isPartial: boolean;
}

const OBJECT = /(\d{1,10})\s+\d{1,5}\s+obj\b/gu;
/** All object streams of one file together. */
const STREAM_TIMES_TEXT = 4;

/** @param bytes - the file, or its two ends. */
export function readPdfObjects(bytes: Uint8Array, limits: InspectLimits): PdfObjects {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const text = raw.toString("latin1");
  const objects: PdfObject[] = [];
  let [left, isPartial] = [limits.textBytes * STREAM_TIMES_TEXT, false];
  const starts = [...text.matchAll(OBJECT)];
  for (const [at, start] of starts.entries()) {
    const from = start.index + start[0].length;
    const until = starts[at + 1]?.index ?? text.length;
    const [head, stream] = splitStream(text, from, until);
    const stands = stream === null ? null : raw.subarray(stream.start, stream.end);
    objects.push({ number: Number(start[1]), text: decodeNames(head), stream: stands });
    if (stands === null || !/\/ObjStm\b/u.test(decodeNames(head))) continue;
    const inner = inflate(stands, left);
    if (inner === null) isPartial = true;
    else {
      left -= inner.length;
      objects.push(...readObjectStream(head, inner));
    }
  }
  return { objects, isPartial };
}

/** The value before its stream, and where the stream's bytes are. */
function splitStream(
  text: string,
  from: number,
  until: number,
): [string, { start: number; end: number } | null] {
  // Only as far as the next object: a file of many objects would be searched to its end for each.
  const body = text.slice(from, until);
  const keyword = body.indexOf("stream");
  const end = body.indexOf("endobj");
  if (keyword < 0 || (end >= 0 && end < keyword)) return [end < 0 ? body : body.slice(0, end), null];
  const at = from + keyword;
  let start = at + "stream".length;
  if (text[start] === "\r") start += 1;
  if (text[start] === "\n") start += 1;
  const close = text.indexOf("endstream", start);
  return [text.slice(from, at), { start, end: close < 0 ? until : close }];
}

/** Null when it is damaged or larger than what is left. */
function inflate(bytes: Uint8Array, left: number): string | null {
  try {
    return inflateSync(bytes, { maxOutputLength: Math.max(1, left) }).toString("latin1");
  } catch {
    return null;
  }
}

/** ISO 32000-2, 7.5.7: pairs of number and offset, then the values from /First on. */
function readObjectStream(head: string, inner: string): PdfObject[] {
  const first = Number(/\/First\s+(\d+)/u.exec(head)?.[1] ?? 0);
  const pairs = [...inner.slice(0, first).matchAll(/(\d+)\s+(\d+)/gu)].map(([, number, offset]) => ({
    number: Number(number),
    offset: first + Number(offset),
  }));
  return pairs.map(({ number, offset }, at) => ({
    number,
    text: decodeNames(inner.slice(offset, pairs[at + 1]?.offset ?? inner.length)),
    stream: null,
  }));
}

/** ISO 32000-2, 7.3.5: `/J#61vaScript` is `/JavaScript`. */
function decodeNames(text: string): string {
  return text.replace(/#([0-9a-fA-F]{2})/gu, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  );
}

/** The bytes of a PDF's stream as they were before its filters (ISO 32000-2, 7.4). */
import { constants, inflateRawSync, inflateSync } from "node:zlib";
import { decodeLzw } from "./pdf-lzw.ts";
import { undoPredictor } from "./pdf-predictor.ts";

export interface Unfiltered {
  readonly bytes: Uint8Array;
  /** Why what came out is not all of it, or not what it was. */
  readonly fault: "too-large" | "damaged" | "encrypted" | null;
}

type Filter = (bytes: Uint8Array, maxBytes: number, head: string) => Unfiltered;

const FILTERS: Readonly<Record<string, Filter>> = {
  FlateDecode: (bytes, maxBytes, head) => predicted(inflate(bytes, maxBytes), head),
  LZWDecode: (bytes, maxBytes, head) =>
    predicted(limited(decodeLzw(bytes, maxBytes, !/\/EarlyChange\s+0\b/u.test(head)), maxBytes), head),
  ASCIIHexDecode: (bytes) => whole(Buffer.from(toText(bytes).replace(/>[\s\S]*$|\s/gu, ""), "hex")),
  ASCII85Decode: (bytes) => whole(decodeAscii85(toText(bytes))),
  RunLengthDecode: (bytes, maxBytes) => limited(decodeRunLength(bytes, maxBytes), maxBytes),
};
const SHORT: Readonly<Record<string, string>> = {
  ...{
    Fl: "FlateDecode",
    LZW: "LZWDecode",
    AHx: "ASCIIHexDecode",
    A85: "ASCII85Decode",
    RL: "RunLengthDecode",
  },
};
/** Pictures, which are files of their own kind or pixels: looked into as they are. */
const PICTURES = new Set(["DCTDecode", "DCT", "JPXDecode", "JBIG2Decode", "CCITTFaxDecode", "CCF"]);

/** @param head - the dictionary of the stream. */
export function unfilter(head: string, stream: Uint8Array, maxBytes: number): Unfiltered {
  let bytes: Uint8Array = stream;
  for (const name of filtersOf(head)) {
    if (PICTURES.has(name)) break;
    const filter = FILTERS[SHORT[name] ?? name];
    if (filter === undefined) return { bytes, fault: name === "Crypt" ? "encrypted" : "damaged" };
    const through = filter(bytes, maxBytes, head);
    if (through.fault !== null) return through;
    bytes = through.bytes;
  }
  return { bytes, fault: null };
}

function filtersOf(head: string): readonly string[] {
  const [, listed] = /\/Filter\s*(\[[^\]]*\]|\/[^\s/<>[\]()]+)/u.exec(head) ?? [];
  return [...(listed ?? "").matchAll(/\/([^\s/<>[\]()]+)/gu)].map(([, name]) => name ?? "");
}

/** What comes out of a stream that breaks off is taken: a reader shows it too. */
function inflate(bytes: Uint8Array, maxBytes: number): Unfiltered {
  const options = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: maxBytes };
  for (const way of [inflateSync, inflateRawSync]) {
    try {
      const out = way(bytes, options);
      if (out.length > 0 || bytes.length <= 8) return whole(out);
    } catch (error) {
      if (error instanceof RangeError) return { bytes: new Uint8Array(), fault: "too-large" };
    }
  }
  return { bytes, fault: "damaged" };
}

function predicted(unfiltered: Unfiltered, head: string): Unfiltered {
  const numberOf = (name: string, otherwise: number) =>
    Number(new RegExp(`/${name}\\s+(\\d+)`, "u").exec(head)?.[1] ?? otherwise);
  const predictor = numberOf("Predictor", 1);
  if (predictor < 2 || unfiltered.fault !== null) return unfiltered;
  const colors = numberOf("Colors", 1);
  const bits = numberOf("BitsPerComponent", 8);
  return whole(
    undoPredictor(unfiltered.bytes, {
      isPng: predictor >= 10,
      pixelBytes: Math.max(1, Math.ceil((colors * bits) / 8)),
      rowBytes: Math.ceil((numberOf("Columns", 1) * colors * bits) / 8),
    }),
  );
}

function decodeAscii85(text: string): Uint8Array {
  const out: number[] = [];
  let group: number[] = [];
  const flush = (missing: number) => {
    const value = group.reduce((sum, digit) => sum * 85 + digit, 0);
    for (let at = 3; at >= missing; at -= 1) out.push(Math.floor(value / 256 ** at) & 0xff);
    group = [];
  };
  for (const sign of text.replace(/^<~|~>[\s\S]*$|\s/gu, "")) {
    if (sign === "z" && group.length === 0) out.push(0, 0, 0, 0);
    else group.push(sign.charCodeAt(0) - 33);
    if (group.length === 5) flush(0);
  }
  if (group.length > 1) {
    const missing = 5 - group.length;
    group.push(...Array.from({ length: missing }, () => 84));
    flush(missing);
  }
  return Uint8Array.from(out);
}

function decodeRunLength(bytes: Uint8Array, maxBytes: number): Uint8Array {
  const out: number[] = [];
  for (let at = 0; at < bytes.length && out.length <= maxBytes; ) {
    const length = bytes[at] ?? 128;
    if (length === 128) break;
    if (length < 128) out.push(...bytes.subarray(at + 1, at + 2 + length));
    else out.push(...Array.from({ length: 257 - length }, () => bytes[at + 1] ?? 0));
    at += length < 128 ? length + 2 : 2;
  }
  return Uint8Array.from(out);
}

function whole(bytes: Uint8Array): Unfiltered {
  return { bytes, fault: null };
}

function limited(bytes: Uint8Array, maxBytes: number): Unfiltered {
  return bytes.length > maxBytes ? { bytes: new Uint8Array(), fault: "too-large" } : whole(bytes);
}

function toText(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("latin1");
}

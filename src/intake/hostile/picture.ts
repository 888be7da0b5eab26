/** Size and end of pictures from their headers, before anything decodes them: PNG, GIF, WebP, BMP, ICO. */
import type { ByteSource } from "./byte-source.ts";
import type { FileKind } from "./kinds.ts";
import { readHeifShape } from "./picture-heif.ts";
import { readJpegShape } from "./picture-jpeg.ts";
import { type PictureShape, viewOf } from "./picture-shape.ts";
import { readTiffShape } from "./picture-tiff.ts";

type ReadShape = (source: ByteSource, maxFrames: number) => PictureShape | null;

const READERS: Readonly<Partial<Record<FileKind, ReadShape>>> = {
  png: readPngShape,
  gif: readGifShape,
  webp: readWebpShape,
  bmp: readBmpShape,
  ico: readIcoShape,
  jpeg: readJpegShape,
  tiff: readTiffShape,
  heif: readHeifShape,
  avif: readHeifShape,
};

/** Kinds whose pixels are counted before a picture is decoded; of others no picture is made. */
export function isPicture(kind: FileKind): boolean {
  return READERS[kind] !== undefined;
}

/** The shape of a picture; null when the file breaks off or breaks its format before the end. */
export function readPictureShape(kind: FileKind, source: ByteSource, maxFrames: number): PictureShape | null {
  try {
    return READERS[kind]?.(source, maxFrames) ?? null;
  } catch (error) {
    // A header that leads beyond the bytes.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** PNG, second edition (ISO/IEC 15948), section 5: length, type, data, CRC of each chunk until IEND. */
function readPngShape(source: ByteSource): PictureShape | null {
  const header = viewOf(source.read(8, 25));
  const [width, height] = [header.getUint32(8), header.getUint32(12)];
  let frames = 1;
  for (let at = 8; at + 12 <= source.sizeBytes; ) {
    const chunk = source.read(at, 16);
    const length = viewOf(chunk).getUint32(0);
    const type = Buffer.from(chunk.subarray(4, 8)).toString("latin1");
    if (type === "acTL" && chunk.length >= 12) frames = Math.max(1, viewOf(chunk).getUint32(8));
    at += 12 + length;
    if (type === "IEND") return { width, height, frames, end: at };
  }
  return { width, height, frames, end: null };
}

/** GIF89a specification, sections 18 to 27. */
function readGifShape(source: ByteSource, maxFrames: number): PictureShape | null {
  const bytes = createWindow(source);
  const header = viewOf(source.read(0, 13));
  let [width, height] = [header.getUint16(6, true), header.getUint16(8, true)];
  let at = 13 + tableBytes(header.getUint8(10));
  let frames = 0;
  const skipBlocks = () => {
    for (let size = bytes(at++); size !== 0; size = bytes(at++)) at += size;
  };
  while (frames < maxFrames) {
    const mark = bytes(at++);
    if (mark === 0x3b) return { width, height, frames: Math.max(1, frames), end: at };
    if (mark === 0x21) {
      at += 1;
      skipBlocks();
    } else if (mark === 0x2c) {
      const frame = viewOf(source.read(at, 9));
      width = Math.max(width, frame.getUint16(0, true) + frame.getUint16(4, true));
      height = Math.max(height, frame.getUint16(2, true) + frame.getUint16(6, true));
      at += 10 + tableBytes(frame.getUint8(8));
      skipBlocks();
      frames += 1;
    } else {
      return null;
    }
  }
  return { width, height, frames, end: null };
}

function tableBytes(flags: number): number {
  return (flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1);
}

/** Single bytes at growing places, read a window at a time. */
function createWindow(source: ByteSource): (at: number) => number {
  let start = 0;
  let window: Uint8Array = new Uint8Array();
  return (at) => {
    if (at < start || at >= start + window.length) {
      start = at;
      window = source.read(at, 65_536);
    }
    const byte = window[at - start];
    if (byte === undefined) throw new RangeError("beyond the end");
    return byte;
  };
}

/** RFC 9649, section 2: RIFF, then VP8X, VP8L or VP8. */
function readWebpShape(source: ByteSource): PictureShape | null {
  const bytes = source.read(0, 40);
  const view = viewOf(bytes);
  const end = 8 + view.getUint32(4, true) + (view.getUint32(4, true) % 2);
  const form = Buffer.from(bytes.subarray(12, 16)).toString("latin1");
  const size24 = (at: number) => view.getUint8(at) + 256 * view.getUint16(at + 1, true);
  if (form === "VP8X") return { width: size24(24) + 1, height: size24(27) + 1, frames: 1, end };
  if (form === "VP8L") {
    const bits = view.getUint32(21, true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1, frames: 1, end };
  }
  if (form !== "VP8 ") return null;
  return {
    width: view.getUint16(26, true) & 0x3fff,
    height: view.getUint16(28, true) & 0x3fff,
    frames: 1,
    end,
  };
}

function readBmpShape(source: ByteSource): PictureShape | null {
  const view = viewOf(source.read(0, 26));
  const isCore = view.getUint32(14, true) === 12;
  const width = isCore ? view.getUint16(18, true) : Math.abs(view.getInt32(18, true));
  const height = isCore ? view.getUint16(20, true) : Math.abs(view.getInt32(22, true));
  return { width, height, frames: 1, end: view.getUint32(2, true) || null };
}

/** The largest of the pictures; each is at most 256 wide unless it is a PNG, which is 256 written as 0. */
function readIcoShape(source: ByteSource): PictureShape | null {
  const view = viewOf(source.read(0, 6));
  return { width: 256, height: 256, frames: view.getUint16(4, true), end: null };
}

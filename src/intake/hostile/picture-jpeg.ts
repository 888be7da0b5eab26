/** Size and end of a JPEG (ITU-T T.81, annex B). */
import type { ByteSource } from "./byte-source.ts";
import { type PictureShape, viewOf } from "./picture-shape.ts";

/** Larger files are measured, but their end is not looked for. */
const SCANNED_BYTES = 64 * 1024 * 1024;

export function readJpegShape(source: ByteSource): PictureShape | null {
  let size: { readonly width: number; readonly height: number } | null = null;
  const isScanned = source.sizeBytes <= SCANNED_BYTES;
  for (let at = 2; ; ) {
    const head = viewOf(source.read(at, 9));
    if (head.getUint8(0) !== 0xff) return null;
    const marker = head.getUint8(1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === 0xd9) return size === null ? null : { ...size, frames: 1, end: at + 2 };
    if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) {
      at += 2;
      continue;
    }
    const length = head.getUint16(2);
    if (length < 2) return null;
    if (isFrameHeader(marker)) {
      const [height, width] = [head.getUint16(5), head.getUint16(7)];
      // A picture within a picture may not hide the larger one.
      if (size === null || width * height > size.width * size.height) size = { width, height };
    }
    at += 2 + length;
    if (marker !== 0xda) continue;
    if (size === null) return null;
    const next = isScanned ? findMarker(source, at) : null;
    if (next === null) return { ...size, frames: 1, end: null };
    at = next;
  }
}

function isFrameHeader(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

/** The next marker in entropy-coded data that is neither a stuffed zero nor a restart; null at the end. */
function findMarker(source: ByteSource, from: number): number | null {
  const windowBytes = 1024 * 1024;
  for (let start = from; start < source.sizeBytes; start += windowBytes - 1) {
    const window = Buffer.from(source.read(start, windowBytes));
    for (
      let at = window.indexOf(0xff);
      at >= 0 && at + 1 < window.length;
      at = window.indexOf(0xff, at + 1)
    ) {
      const code = window[at + 1] ?? 0;
      if (code !== 0 && code !== 0xff && (code < 0xd0 || code > 0xd7)) return start + at;
    }
  }
  return null;
}

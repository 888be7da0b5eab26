/** Size and pages of a TIFF (revision 6.0, section 2): a chain of directories, which may not bite its tail. */
import type { ByteSource } from "./byte-source.ts";
import { type PictureShape, viewOf } from "./picture-shape.ts";

const WIDTH = 256;
const HEIGHT = 257;
const SHORT = 3;

export function readTiffShape(source: ByteSource, maxFrames: number): PictureShape | null {
  const header = source.read(0, 8);
  const little = header[0] === 0x49;
  const seen = new Set<number>();
  let [width, height] = [0, 0];
  for (let at = viewOf(header).getUint32(4, little); at !== 0; ) {
    if (seen.has(at)) return null;
    if (seen.size >= maxFrames) break;
    seen.add(at);
    const count = viewOf(source.read(at, 2)).getUint16(0, little);
    const entries = viewOf(source.read(at + 2, count * 12 + 4));
    for (let entry = 0; entry < count; entry++) {
      const tag = entries.getUint16(entry * 12, little);
      const isShort = entries.getUint16(entry * 12 + 2, little) === SHORT;
      const value = isShort
        ? entries.getUint16(entry * 12 + 8, little)
        : entries.getUint32(entry * 12 + 8, little);
      if (tag === WIDTH) width = Math.max(width, value);
      if (tag === HEIGHT) height = Math.max(height, value);
    }
    at = entries.getUint32(count * 12, little);
  }
  return width === 0 || height === 0 ? null : { width, height, frames: seen.size, end: null };
}

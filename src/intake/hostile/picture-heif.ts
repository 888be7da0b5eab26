/** Size of a HEIF or AVIF picture (ISO/IEC 23008-12, 6.5.3): the largest `ispe` property of its head. */
import type { ByteSource } from "./byte-source.ts";
import { type PictureShape, viewOf } from "./picture-shape.ts";

const META_BYTES = 1024 * 1024;

export function readHeifShape(source: ByteSource): PictureShape | null {
  const bytes = Buffer.from(source.read(0, META_BYTES));
  const view = viewOf(bytes);
  let shape: PictureShape | null = null;
  for (let at = bytes.indexOf("ispe"); at >= 0; at = bytes.indexOf("ispe", at + 4)) {
    const [width, height] = [view.getUint32(at + 8), view.getUint32(at + 12)];
    if (shape === null || width * height > shape.width * shape.height)
      shape = { width, height, frames: 1, end: null };
  }
  return shape;
}

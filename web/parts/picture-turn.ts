/**
 * How a picture is turned when it is shown. Boxes are pixels as the file stores them; a camera notes beside them how it was
 * held (Exif 2.32, 4.6.4.A: Orientation). Browsers differ in what they make of that note, so it is read here, taken out before
 * the picture is decoded, and followed when it is drawn.
 */

export interface Turn {
  /** Quarter turns clockwise, after the mirroring. */
  readonly quarters: 0 | 1 | 2 | 3;
  /** Left and right are swapped. */
  readonly isMirrored: boolean;
}

export const UPRIGHT: Turn = { quarters: 0, isMirrored: false };

/** By the number of the note, from 1. */
const TURNS: readonly Turn[] = [
  UPRIGHT,
  { quarters: 0, isMirrored: true },
  { quarters: 2, isMirrored: false },
  { quarters: 2, isMirrored: true },
  { quarters: 3, isMirrored: true },
  { quarters: 1, isMirrored: false },
  { quarters: 1, isMirrored: true },
  { quarters: 3, isMirrored: false },
];

export function turnOnce({ quarters, isMirrored }: Turn): Turn {
  const next = ([1, 2, 3, 0] as const)[quarters];
  return { quarters: next, isMirrored };
}

export interface TurnedSheet {
  readonly width: number;
  readonly height: number;
  /** From a point of the file to the point where it is shown, as canvas and SVG have it. */
  readonly matrix: readonly [number, number, number, number, number, number];
}

export function sheetOf(
  { width, height }: { readonly width: number; readonly height: number },
  { quarters, isMirrored }: Turn,
): TurnedSheet {
  const isAcross = quarters % 2 === 1;
  const [a, b, c, d, e, f] = (
    [
      [1, 0, 0, 1, 0, 0],
      [0, 1, -1, 0, height, 0],
      [-1, 0, 0, -1, width, height],
      [0, -1, 1, 0, 0, width],
    ] as const
  )[quarters];
  const matrix = isMirrored
    ? ([-a, -b, c, d, a * width + e, b * width + f] as const)
    : ([a, b, c, d, e, f] as const);
  return { width: isAcross ? height : width, height: isAcross ? width : height, matrix };
}

/** The bytes without the note of the camera, and the turn that it asks for. What is no such file comes back as it is. */
export function takeOutTurn(bytes: Uint8Array): { readonly bytes: Uint8Array; readonly turn: Turn } {
  const parts = isJpeg(bytes) ? jpegParts(bytes) : isPng(bytes) ? pngParts(bytes) : webpParts(bytes);
  const notes = parts.filter(({ exif }) => exif !== null);
  if (notes.length === 0) return { bytes, turn: UPRIGHT };
  const [first] = notes.flatMap(({ exif }) => readTurn(exif) ?? []);
  if (!isJpeg(bytes) && !isPng(bytes)) return { bytes: renamed(bytes, notes), turn: first ?? UPRIGHT };
  const kept: Uint8Array[] = [];
  let at = 0;
  for (const { from, to } of notes) {
    kept.push(bytes.subarray(at, from));
    at = to;
  }
  kept.push(bytes.subarray(at));
  return { bytes: joined(kept), turn: first ?? UPRIGHT };
}

interface Part {
  readonly from: number;
  readonly to: number;
  /** The TIFF structure of its note; null where it is none. */
  readonly exif: DataView | null;
}

const isJpeg = (bytes: Uint8Array) => bytes[0] === 0xff && bytes[1] === 0xd8;
const isPng = (bytes: Uint8Array) => wordAt(bytes, 1, 3) === "PNG";
const isWebp = (bytes: Uint8Array) => wordAt(bytes, 0, 4) === "RIFF" && wordAt(bytes, 8, 4) === "WEBP";

const EXIF_HEAD = "Exif\0\0";

function jpegParts(bytes: Uint8Array): Part[] {
  const parts: Part[] = [];
  const view = viewOf(bytes);
  for (let at = 2; at + 4 <= bytes.length && bytes[at] === 0xff; ) {
    const marker = bytes[at + 1] ?? 0;
    // The pixels begin; before them every segment has its length.
    if (marker === 0xda || marker === 0xd9) break;
    const to = Math.min(bytes.length, at + 2 + view.getUint16(at + 2));
    const isNote = marker === 0xe1 && wordAt(bytes, at + 4, EXIF_HEAD.length) === EXIF_HEAD;
    parts.push({ from: at, to, exif: isNote ? viewOf(bytes.subarray(at + 4 + EXIF_HEAD.length, to)) : null });
    at = to;
  }
  return parts;
}

function pngParts(bytes: Uint8Array): Part[] {
  const parts: Part[] = [];
  const view = viewOf(bytes);
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at);
    const to = at + 12 + length;
    if (to > bytes.length) break;
    const isNote = wordAt(bytes, at + 4, 4) === "eXIf";
    parts.push({ from: at, to, exif: isNote ? viewOf(bytes.subarray(at + 8, at + 8 + length)) : null });
    at = to;
  }
  return parts;
}

function webpParts(bytes: Uint8Array): Part[] {
  if (!isWebp(bytes)) return [];
  const parts: Part[] = [];
  const view = viewOf(bytes);
  for (let at = 12; at + 8 <= bytes.length; ) {
    const length = view.getUint32(at + 4, true);
    const to = at + 8 + length + (length % 2);
    if (to > bytes.length) break;
    const isNote = wordAt(bytes, at, 4) === "EXIF";
    parts.push({ from: at, to, exif: isNote ? viewOf(bytes.subarray(at + 8, at + 8 + length)) : null });
    at = to;
  }
  return parts;
}

/** Chunks of other names are passed over, and the length of the whole stays right. */
function renamed(bytes: Uint8Array, notes: readonly Part[]): Uint8Array {
  const copy = bytes.slice();
  for (const { from } of notes) copy.set([0x4a, 0x55, 0x4e, 0x4b], from);
  return copy;
}

const ORIENTATION = 0x0112;

/** The orientation among the entries of a TIFF structure (TIFF 6.0, section 2); null where none can be read. */
function readTurn(view: DataView | null): Turn | null {
  if (view === null || view.byteLength < 10) return null;
  const isLittle = view.getUint16(0) === 0x4949;
  const first = view.getUint32(4, isLittle);
  if (first + 2 > view.byteLength) return null;
  const count = view.getUint16(first, isLittle);
  for (let index = 0; index < count; index += 1) {
    const at = first + 2 + 12 * index;
    if (at + 12 > view.byteLength) return null;
    if (view.getUint16(at, isLittle) === ORIENTATION)
      return TURNS[view.getUint16(at + 8, isLittle) - 1] ?? null;
  }
  return null;
}

function wordAt(bytes: Uint8Array, at: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + length));
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Words and places in the tags of a TIFF structure (TIFF 6.0; Exif 2.32), which cameras put into pictures of every kind. */

const SIZES: Readonly<Record<number, number>> = {
  ...{ 1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4 },
};
const EXIF = 0x8769;
const GPS = 0x8825;
const SUB = 0x014a;
const INTEROPERABILITY = 0xa005;
const POINTERS = new Set([EXIF, GPS, SUB, INTEROPERABILITY]);
const GPS_LATITUDES = new Set([0x0002, 0x0004, 0x0014, 0x0016]);
const USER_COMMENT = 0x9286;
const WINDOWS_FIRST = 0x9c9b;
const WINDOWS_LAST = 0x9c9f;
const MOST_ENTRIES = 4000;

/** Every value that is words, and degrees as decimals; nothing where the bytes are no TIFF. */
export function tiffTexts(bytes: Uint8Array): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  try {
    return read(view);
  } catch (error) {
    // A tag that leads beyond the bytes.
    if (error instanceof RangeError) return [];
    throw error;
  }
}

/** Places at which a TIFF structure may start. */
export function* tiffStarts(bytes: Uint8Array): Generator<number> {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  for (const mark of ["II*\0", "MM\0*"])
    for (let at = raw.indexOf(mark, 0, "latin1"); at >= 0; at = raw.indexOf(mark, at + 1, "latin1")) yield at;
}

function read(view: DataView): string[] {
  const isLittle = view.getUint8(0) === 0x49;
  const found: string[] = [];
  const seen = new Set<number>();
  const open = [{ at: view.getUint32(4, isLittle), isGps: false }];
  let entries = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { at, isGps } = next;
    if (at === 0 || seen.has(at)) continue;
    seen.add(at);
    if (at + 2 > view.byteLength) continue;
    const count = view.getUint16(at, isLittle);
    for (let index = 0; index < count && entries < MOST_ENTRIES; index += 1, entries += 1) {
      const entry = at + 2 + index * 12;
      if (entry + 12 > view.byteLength) break;
      const value = valueAt(view, entry, isLittle);
      if (value === null) continue;
      if (POINTERS.has(value.tag))
        for (const place of value.numbers()) open.push({ at: place, isGps: value.tag === GPS });
      else found.push(...wordsIn(value, isGps, isLittle));
    }
    const end = at + 2 + count * 12;
    if (end + 4 <= view.byteLength) open.push({ at: view.getUint32(end, isLittle), isGps });
  }
  return found;
}

interface Value {
  readonly tag: number;
  readonly type: number;
  readonly bytes: Buffer;
  numbers(): number[];
  ratios(): number[];
}

function valueAt(view: DataView, entry: number, isLittle: boolean): Value | null {
  const [tag, type] = [view.getUint16(entry, isLittle), view.getUint16(entry + 2, isLittle)];
  const count = view.getUint32(entry + 4, isLittle);
  const size = (SIZES[type] ?? 0) * count;
  if (size === 0) return null;
  const start = size <= 4 ? entry + 8 : view.getUint32(entry + 8, isLittle);
  if (start + size > view.byteLength) return null;
  const unsigned = (at: number) => view.getUint32(at, isLittle);
  return {
    tag,
    type,
    bytes: Buffer.from(view.buffer, view.byteOffset + start, size),
    numbers: () => (type === 4 || type === 13 ? places(count, 4).map((at) => unsigned(start + at)) : []),
    ratios: () =>
      type === 5 ? places(count, 8).map((at) => unsigned(start + at) / unsigned(start + at + 4)) : [],
  };
}

function places(count: number, size: number): number[] {
  return Array.from({ length: Math.min(count, MOST_ENTRIES) }, (_, index) => index * size);
}

function wordsIn({ tag, type, bytes, ratios }: Value, isGps: boolean, isLittle: boolean): string[] {
  if (isGps && GPS_LATITUDES.has(tag)) {
    const [degrees = Number.NaN, minutes = 0, seconds = 0] = ratios();
    const decimal = degrees + (minutes || 0) / 60 + (seconds || 0) / 3600;
    return Number.isFinite(decimal) ? [decimal.toFixed(7)] : [];
  }
  if (tag >= WINDOWS_FIRST && tag <= WINDOWS_LAST) return [decode("utf-16le", bytes)];
  if (tag === USER_COMMENT) {
    const text = bytes.subarray(8);
    const isWide = bytes.toString("latin1", 0, 7) === "UNICODE";
    return [isWide ? decode(isLittle ? "utf-16le" : "utf-16be", text) : decode("utf-8", text)];
  }
  return type === 2 ? [decode("utf-8", bytes), decode("windows-1252", bytes)] : [];
}

function decode(encoding: string, bytes: Uint8Array): string {
  return new TextDecoder(encoding).decode(bytes);
}

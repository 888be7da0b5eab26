/** LZW as PDF and TIFF use it (ISO 32000-2, 7.4.4): codes of 9 to 12 bits, the highest bit first. */

const CLEAR = 256;
const END = 257;
const LARGEST_TABLE = 4096;

/** @returns what comes out, a little more than `maxBytes` at most. */
export function decodeLzw(bytes: Uint8Array, maxBytes: number, isEarly = true): Uint8Array {
  const out: number[] = [];
  let table: Uint8Array[] = [];
  let previous: Uint8Array | null = null;
  let [held, bits, width] = [0, 0, 9];
  const clear = () => {
    table = Array.from({ length: END + 1 }, (_, code) => Uint8Array.of(code & 0xff));
    width = 9;
    previous = null;
  };
  clear();
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xff_ffff;
    bits += 8;
    if (bits < width) continue;
    bits -= width;
    const code = (held >>> bits) & ((1 << width) - 1);
    if (code === END || out.length > maxBytes) break;
    if (code === CLEAR) {
      clear();
      continue;
    }
    const entry: Uint8Array | null =
      table[code] ?? (previous === null ? null : joined(previous, previous[0]));
    if (entry === null) break;
    for (const each of entry) out.push(each);
    if (previous !== null && table.length < LARGEST_TABLE) table.push(joined(previous, entry[0]));
    previous = entry;
    width = widthFor(table.length + (isEarly ? 1 : 0));
  }
  return Uint8Array.from(out);
}

function widthFor(size: number): number {
  if (size >= 2048) return 12;
  if (size >= 1024) return 11;
  return size >= 512 ? 10 : 9;
}

function joined(bytes: Uint8Array, last = 0): Uint8Array {
  const longer = new Uint8Array(bytes.length + 1);
  longer.set(bytes);
  longer[bytes.length] = last;
  return longer;
}

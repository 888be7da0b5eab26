/** Files as one ZIP archive (APPNOTE 6.3.10), stored as they are: small texts, and the bytes of each stay the same. */

export interface FileInZip {
  /** With `/` between folders. */
  readonly name: string;
  readonly text: string;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const VERSION = 20;
/** Names are UTF-8. */
const FLAGS = 0x0800;
/** 1980-01-01, the first day that the format knows: the same files give the same archive. */
const DATE = 0x0021;
const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  return rest;
});

export function zipFiles(files: readonly FileInZip[]): Uint8Array<ArrayBuffer> {
  const locals: Uint8Array[] = [];
  const centrals: Uint8Array[] = [];
  let offset = 0;
  for (const file of files) {
    const [name, bytes] = [file.name, file.text].map((text) => new TextEncoder().encode(text));
    if (name === undefined || bytes === undefined) continue;
    const about = [FLAGS, 0, 0, DATE].map(two);
    const sizes = [four(crc32(bytes)), four(bytes.length), four(bytes.length), two(name.length), two(0)];
    const local = join([four(LOCAL), two(VERSION), ...about, ...sizes, name, bytes]);
    const places = [two(0), two(0), two(0), four(0), four(offset)];
    centrals.push(join([four(CENTRAL), two(VERSION), two(VERSION), ...about, ...sizes, ...places, name]));
    locals.push(local);
    offset += local.length;
  }
  const central = join(centrals);
  const counts = [two(0), two(0), two(centrals.length), two(centrals.length)];
  const end = join([four(END), ...counts, four(central.length), four(offset), two(0)]);
  return join([...locals, central, end]);
}

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

function two(value: number): Uint8Array {
  return Uint8Array.of(value & 0xff, (value >>> 8) & 0xff);
}

function four(value: number): Uint8Array {
  return join([two(value & 0xffff), two(value >>> 16)]);
}

function join(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

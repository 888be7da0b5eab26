/** Pictures whose tags say something, made where a test needs one: no camera took them. */
import { crc32, deflateSync } from "node:zlib";

export interface MadeTags {
  /** The one who took it. */
  readonly artist?: string;
  /** In UTF-16, as Windows writes it. */
  readonly windowsAuthor?: string;
  /** In any script. */
  readonly comment?: string;
  readonly latitude?: number;
  readonly longitude?: number;
}

/** Tags as a TIFF structure (Exif 2.32), its numbers with the lowest byte first. */
export function madeExif({ artist, windowsAuthor, comment, latitude, longitude }: MadeTags): Buffer {
  const main: Tag[] = [];
  if (artist !== undefined) main.push({ tag: 0x013b, type: 2, bytes: Buffer.from(`${artist}\0`) });
  if (windowsAuthor !== undefined)
    main.push({ tag: 0x9c9d, type: 1, bytes: Buffer.from(`${windowsAuthor}\0`, "utf16le") });
  const user = Buffer.concat([Buffer.from("UNICODE\0"), Buffer.from(comment ?? "", "utf16le")]);
  const gps: Tag[] = [];
  if (latitude !== undefined && longitude !== undefined)
    gps.push(
      { tag: 1, type: 2, bytes: Buffer.from(latitude < 0 ? "S\0" : "N\0") },
      { tag: 2, type: 5, bytes: degrees(latitude) },
      { tag: 3, type: 2, bytes: Buffer.from(longitude < 0 ? "W\0" : "E\0") },
      { tag: 4, type: 5, bytes: degrees(longitude) },
    );
  const head = Buffer.from("II*\0\x08\0\0\0", "latin1");
  const pointers = [0x8769, 0x8825];
  const own = directory([...main, ...pointers.map((tag) => ({ tag, type: 4, bytes: Buffer.alloc(4) }))], 8);
  const exifAt = 8 + own.length;
  const exif = directory([{ tag: 0x9286, type: 7, bytes: user }], exifAt);
  const places = [exifAt, exifAt + exif.length];
  const pointing = pointers.map((tag, index) => {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32LE(places[index] ?? 0);
    return { tag, type: 4, bytes };
  });
  return Buffer.concat([
    head,
    directory([...main, ...pointing], 8),
    exif,
    directory(gps, exifAt + exif.length),
  ]);
}

/** A JPEG without a pixel that anybody could see, with tags, a packet of XMP, a caption of IPTC and a remark. */
export function madeJpeg({
  tags = {},
  xmp = "",
  caption = "",
  remark = "",
}: {
  readonly tags?: MadeTags;
  readonly xmp?: string;
  readonly caption?: string;
  readonly remark?: string;
}): Buffer {
  const iptc = Buffer.concat([
    Buffer.from([0x1c, 2, 120]),
    lengthOf(Buffer.from(caption)),
    Buffer.from(caption),
  ]);
  const resource = Buffer.alloc(4);
  resource.writeUInt32BE(iptc.length);
  const photoshop = Buffer.concat([
    Buffer.from("Photoshop 3.0\x008BIM\x04\x04\0\0", "latin1"),
    resource,
    iptc,
  ]);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe1, Buffer.concat([Buffer.from("Exif\0\0"), madeExif(tags)])),
    segment(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0${xmp}`)),
    segment(0xed, photoshop),
    segment(0xfe, Buffer.from(remark)),
    segment(0xc0, Buffer.from([8, 0, 1, 0, 1, 1, 1, 0x11, 0])),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([0x00, 0xff, 0xd9]),
  ]);
}

/** A PNG of one pixel, with words plain, packed, packed in any script, and tags. */
export function madeTaggedPng({
  plain = "",
  packed = "",
  international = "",
  tags = {},
}: {
  readonly plain?: string;
  readonly packed?: string;
  readonly international?: string;
  readonly tags?: MadeTags;
}): Buffer {
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    chunk("IHDR", Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])),
    chunk("tEXt", Buffer.from(`Author\0${plain}`, "latin1")),
    chunk("zTXt", Buffer.concat([Buffer.from("Comment\0\0"), deflateSync(Buffer.from(packed, "latin1"))])),
    chunk(
      "iTXt",
      Buffer.concat([Buffer.from("Title\0\x01\0fa\0\0"), deflateSync(Buffer.from(international))]),
    ),
    chunk("eXIf", madeExif(tags)),
    chunk("IDAT", deflateSync(Buffer.from([0, 0]))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

interface Tag {
  readonly tag: number;
  readonly type: number;
  readonly bytes: Buffer;
}

const UNIT: Readonly<Record<number, number>> = { 4: 4, 5: 8 };

/** A directory of tags with the values that do not fit into it behind it. */
function directory(tags: readonly Tag[], at: number): Buffer {
  const table = Buffer.alloc(2 + tags.length * 12 + 4);
  table.writeUInt16LE(tags.length, 0);
  const values: Buffer[] = [];
  let next = at + table.length;
  for (const [index, { tag, type, bytes }] of tags.entries()) {
    const entry = 2 + index * 12;
    table.writeUInt16LE(tag, entry);
    table.writeUInt16LE(type, entry + 2);
    table.writeUInt32LE(bytes.length / (UNIT[type] ?? 1), entry + 4);
    if (bytes.length <= 4) bytes.copy(table, entry + 8);
    else {
      table.writeUInt32LE(next, entry + 8);
      values.push(bytes);
      next += bytes.length;
    }
  }
  return Buffer.concat([table, ...values]);
}

/** Degrees, minutes and seconds, each a ratio. */
function degrees(value: number): Buffer {
  const whole = Math.floor(Math.abs(value));
  const minutes = Math.floor((Math.abs(value) - whole) * 60);
  const seconds = (Math.abs(value) - whole - minutes / 60) * 3600;
  const bytes = Buffer.alloc(24);
  for (const [index, ratio] of [
    [whole, 1],
    [minutes, 1],
    [Math.round(seconds * 10_000), 10_000],
  ].entries()) {
    bytes.writeUInt32LE(ratio[0] ?? 0, index * 8);
    bytes.writeUInt32LE(ratio[1] ?? 1, index * 8 + 4);
  }
  return bytes;
}

function lengthOf(bytes: Uint8Array): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(bytes.length);
  return length;
}

function segment(marker: number, content: Buffer): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(content.length + 2);
  return Buffer.concat([Buffer.from([0xff, marker]), length, content]);
}

function chunk(type: string, content: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), content]);
  const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  size.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([size, body, sum]);
}

/** Documents that say something where nobody looks, made where a test needs one. */
import { deflateSync, gzipSync } from "node:zlib";
import { madeZip } from "./made-zip.ts";

/** A PDF of these objects; the first is its catalogue. A stream is written with its length. */
export function madeObjectsPdf(objects: readonly (string | MadeStream)[], info?: number): Buffer {
  const parts: Buffer[] = [Buffer.from("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "latin1")];
  const offsets: number[] = [];
  let at = parts[0]?.length ?? 0;
  for (const [index, object] of objects.entries()) {
    const body =
      typeof object === "string"
        ? Buffer.from(object, "latin1")
        : Buffer.concat([
            Buffer.from(`<<${object.head}/Length ${object.bytes.length}>>stream\n`, "latin1"),
            object.bytes,
            Buffer.from("\nendstream"),
          ]);
    const written = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), body, Buffer.from("\nendobj\n")]);
    offsets.push(at);
    at += written.length;
    parts.push(written);
  }
  const rows = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const trailer = `trailer<</Size ${objects.length + 1}/Root 1 0 R${info === undefined ? "" : `/Info ${info} 0 R`}>>`;
  parts.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}${trailer}\nstartxref\n${at}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}

export interface MadeStream {
  readonly head: string;
  readonly bytes: Uint8Array;
}

/** One page that draws a content with a font; further objects are numbered from 6 on. */
export function madePagePdf(
  content: MadeStream,
  font: string,
  more: readonly (string | MadeStream)[] = [],
  catalog = "",
): Buffer {
  return madeObjectsPdf([
    `<</Type/Catalog/Pages 2 0 R${catalog}>>`,
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
    content,
    font,
    ...more,
  ]);
}

export const HELVETICA = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>";

/** A PDF that names its author in its information, in UTF-16, and in a packed packet of XMP. */
export function madeAuthoredPdf(author: string, creator: string): Buffer {
  const wide = Buffer.from(`\ufeff${author}`, "utf16le").swap16().toString("hex");
  const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><dc:creator>${creator}</dc:creator></x:xmpmeta>`;
  return madeObjectsPdf(
    [
      "<</Type/Catalog/Pages 2 0 R/Metadata 5 0 R>>",
      "<</Type/Pages/Kids[3 0 R]/Count 1>>",
      "<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]>>",
      `<</Author<${wide}>>>`,
      { head: "/Type/Metadata/Subtype/XML/Filter/FlateDecode", bytes: deflateSync(Buffer.from(xmp)) },
    ],
    4,
  );
}

export interface MadeDocx {
  readonly creator?: string;
  readonly lastModifiedBy?: string;
  /** Pieces of one line, each in a run of its own. */
  readonly runs?: readonly string[];
  /** Taken out, with the change kept. */
  readonly deleted?: string;
  readonly comment?: string;
  /** Further parts. */
  readonly parts?: readonly (readonly [name: string, content: Uint8Array | string])[];
}

export function madeDocx({
  creator = "",
  lastModifiedBy = "",
  runs = [],
  deleted = "",
  comment = "",
  parts = [],
}: MadeDocx): Buffer {
  const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  const run = (text: string) => `<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
  return madeZip([
    ["[Content_Types].xml", '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'],
    [
      "word/document.xml",
      `<w:document ${word}><w:body><w:p>${runs.map(run).join("")}<w:del w:author="x"><w:r><w:delText>${deleted}</w:delText></w:r></w:del></w:p></w:body></w:document>`,
    ],
    [
      "word/comments.xml",
      `<w:comments ${word}><w:comment><w:p>${run(comment)}</w:p></w:comment></w:comments>`,
    ],
    [
      "docProps/core.xml",
      `<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:creator>${creator}</dc:creator><cp:lastModifiedBy>${lastModifiedBy}</cp:lastModifiedBy></cp:coreProperties>`,
    ],
    ...parts,
  ]);
}

/** A TAR file of plain members (POSIX ustar). */
export function madeTar(members: readonly (readonly [name: string, content: Uint8Array | string])[]): Buffer {
  const parts = members.flatMap(([name, given]) => {
    const content = Buffer.from(given);
    const head = Buffer.alloc(512);
    head.write(name, 0);
    head.write("0000644\0", 100);
    head.write(`${content.length.toString(8).padStart(11, "0")}\0`, 124);
    head.write("        0ustar\x0000", 148);
    const sum = head.reduce((total, byte) => total + byte, 0);
    head.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
    return [head, content, Buffer.alloc((512 - (content.length % 512)) % 512)];
  });
  return Buffer.concat([...parts, Buffer.alloc(1024)]);
}

/** A gzip file that names the file it was made of (RFC 1952, 2.3.1). */
export function madeNamedGzip(name: string, content: Uint8Array): Buffer {
  const packed = gzipSync(content);
  const head = Buffer.from(packed.subarray(0, 10));
  head.writeUInt8(0x08, 3);
  return Buffer.concat([head, Buffer.from(`${name}\0`), packed.subarray(10)]);
}

/** Bytes as letters in base 85, four to five (ISO 32000-2, 7.4.3). */
export function toAscii85(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 4) {
    const group = bytes.subarray(at, at + 4);
    let value = [0, 1, 2, 3].reduce((sum, index) => sum * 256 + (group[index] ?? 0), 0);
    let digits = "";
    for (let digit = 0; digit < 5; digit += 1) {
      digits = String.fromCharCode(33 + (value % 85)) + digits;
      value = Math.floor(value / 85);
    }
    text += digits.slice(0, group.length + 1);
  }
  return `${text}~>`;
}

/** Rows written as differences from the row above, as PNG does it. */
export function toPngRows(bytes: Uint8Array, rowBytes: number): Buffer {
  const rows: Buffer[] = [];
  for (let start = 0; start < bytes.length; start += rowBytes) {
    const row = Buffer.alloc(rowBytes + 1);
    row[0] = 2;
    for (let at = 0; at < rowBytes; at += 1)
      row[at + 1] =
        ((bytes[start + at] ?? 0x20) - (start === 0 ? 0 : (bytes[start - rowBytes + at] ?? 0))) & 0xff;
    rows.push(row);
  }
  return Buffer.concat(rows);
}

/** Codes of nine bits, the table begun anew before it would grow beyond them. */
export function toLzw(bytes: Uint8Array): Buffer {
  const codes = [256];
  for (const [index, byte] of bytes.entries()) {
    if (index > 0 && index % 200 === 0) codes.push(256);
    codes.push(byte);
  }
  codes.push(257);
  const bits = codes.map((code) => code.toString(2).padStart(9, "0")).join("");
  return Buffer.from((bits.match(/.{1,8}/gu) ?? []).map((each) => Number.parseInt(each.padEnd(8, "0"), 2)));
}

/** Small files of several formats, made where a test needs one. */
import { crc32, deflateSync } from "node:zlib";
import { renderPdf } from "../src/release/render-pdf.ts";

/** A PDF whose pages, 300 by 200 points, say these words in any script. The language decides
 * on which side lines begin. */
export function madePdf(pages: readonly string[], language = "en"): Promise<Uint8Array> {
  const template = `#set page(width: 300pt, height: 200pt, margin: 20pt)
#set text(font: "Vazirmatn", size: 10pt, lang: sys.inputs.language)
#for (index, words) in json(bytes(sys.inputs.pages)).enumerate() {
  if index > 0 { pagebreak() }
  words
}`;
  return renderPdf({ template, inputs: { language, pages: JSON.stringify(pages) } });
}

/** A PDF by hand: one page, turned by so many degrees, on which the words stand at a point counted from below. */
export function madeTurnedPdf(words: string, degrees: number, [x, y]: readonly [number, number]): Uint8Array {
  const content = `BT /F 10 Tf ${x} ${y} Td (${words}) Tj ET`;
  const objects = [
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Rotate ${degrees}/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>`,
    `<</Length ${content.length}>>stream\n${content}\nendstream`,
    "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
  ].map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`);
  let at = "%PDF-1.4\n".length;
  const offsets = objects.map((object) => {
    const start = at;
    at += object.length;
    return `${String(start).padStart(10, "0")} 00000 n \n`;
  });
  const table = `xref\n0 6\n0000000000 65535 f \n${offsets.join("")}trailer<</Size 6/Root 1 0 R>>\nstartxref\n${at}\n%%EOF\n`;
  return Buffer.from(`%PDF-1.4\n${objects.join("")}${table}`, "latin1");
}

/** A white picture. */
export function madePng(width: number, height: number): Uint8Array {
  const chunk = (type: string, content: Uint8Array) => {
    const body = Buffer.concat([Buffer.from(type, "latin1"), content]);
    const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    size.writeUInt32BE(content.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([size, body, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 0, 0, 0, 0], 8);
  const rows = Buffer.alloc((width + 1) * height, 255);
  for (let row = 0; row < height; row += 1) rows[row * (width + 1)] = 0;
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    chunk("IHDR", head),
    chunk("IDAT", deflateSync(rows)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** Silence of so many seconds, 8,000 samples of one byte a second. */
export function madeWav(seconds: number): Uint8Array {
  const samples = Math.round(seconds * 8000);
  const head = Buffer.alloc(44);
  head.write("RIFF", 0, "latin1");
  head.writeUInt32LE(36 + samples, 4);
  head.write("WAVEfmt ", 8, "latin1");
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(8000, 24);
  head.writeUInt32LE(8000, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write("data", 36, "latin1");
  head.writeUInt32LE(samples, 40);
  return Buffer.concat([head, Buffer.alloc(samples, 128)]);
}

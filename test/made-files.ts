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

/**
 * A PDF as a scanner makes it: pages of 300 by 200 points that are one grey picture each, black in its left half, and no words.
 * It asks to run a script and to open an address when it is opened, and has a link over the whole page.
 */
export function madeScan(pages: number): Uint8Array {
  const [width, height] = [60, 40];
  const rows = Buffer.alloc(width * height, 255);
  for (let row = 0; row < height; row += 1) rows.fill(0, row * width, row * width + width / 2);
  const picture = deflateSync(rows);
  const content = "q 300 0 0 200 0 0 cm /I Do Q";
  const numbers = Array.from({ length: pages }, (_, index) => index);
  const objects: Buffer[] = [
    `<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.launchURL\\("https://evil.example/js"\\);)>>>>`,
    `<</Type/Pages/Count ${pages}/Kids[${numbers.map((index) => `${index + 6} 0 R`).join(" ")}]>>`,
    `<</Length ${content.length}>>stream\n${content}\nendstream`,
    [
      `<</Type/XObject/Subtype/Image/Width ${width}/Height ${height}/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/FlateDecode/Length ${picture.length}>>stream\n`,
      picture,
      "\nendstream",
    ],
    "<</Type/Annot/Subtype/Link/Rect[0 0 300 200]/A<</S/URI/URI(https://evil.example/link)>>>>",
    ...numbers.map(
      () =>
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 3 0 R/Annots[5 0 R]/Resources<</XObject<</I 4 0 R>>>>>>",
    ),
  ].map((object, index) =>
    Buffer.concat([
      Buffer.from(`${index + 1} 0 obj\n`),
      ...[object].flat().map((part) => (typeof part === "string" ? Buffer.from(part, "latin1") : part)),
      Buffer.from("\nendobj\n"),
    ]),
  );
  let at = "%PDF-1.4\n".length;
  const offsets = objects.map((object) => {
    const start = at;
    at += object.length;
    return `${String(start).padStart(10, "0")} 00000 n \n`;
  });
  const count = objects.length + 1;
  return Buffer.concat([
    Buffer.from("%PDF-1.4\n"),
    ...objects,
    Buffer.from(
      `xref\n0 ${count}\n0000000000 65535 f \n${offsets.join("")}trailer<</Size ${count}/Root 1 0 R>>\nstartxref\n${at}\n%%EOF\n`,
    ),
  ]);
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

import { deflateSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import {
  HELVETICA,
  madeAuthoredPdf,
  madeDocx,
  madeNamedGzip,
  madeObjectsPdf,
  madePagePdf,
  madeTar,
  toAscii85,
  toLzw,
  toPngRows,
} from "../../../test/made-documents.ts";
import { madePdf } from "../../../test/made-files.ts";
import { madeExif, madeJpeg, madeTaggedPng } from "../../../test/made-pictures.ts";
import { madeZip } from "../../../test/made-zip.ts";
import { decodeLzw } from "./pdf-lzw.ts";
import { scanForLeaks } from "./scan.ts";
import type { Sought } from "./sought.ts";

const LATIN = "Shirin Canaryford";
const PERSIAN = "شیرین کاناری‌پور";
const POINT = { latitude: 34.451_234, longitude: 48.512_345 };
const SOUGHT: readonly Sought[] = [
  { id: "latin", is: "words", text: LATIN },
  { id: "persian", is: "words", text: PERSIAN },
  { id: "place", is: "point", ...POINT },
];
const utf8 = (text: string) => Buffer.from(text);
const wide = (text: string) => Buffer.from(text, "utf16le");
const draws = (text: string) => `BT /F1 10 Tf 20 20 Td (${text}) Tj ET`;
const flate = (text: string) => ({
  head: "/Filter/FlateDecode",
  bytes: deflateSync(Buffer.from(text, "latin1")),
});

async function idsIn(bytes: Uint8Array, name = "file"): Promise<string[]> {
  const { found } = await scanForLeaks([[name, bytes]], SOUGHT);
  return [...new Set(found.map(({ id }) => id))].sort();
}

/** A ZIP file from whose directory its first member was taken, whose bytes are still there. */
function zipWithoutFirst(members: Parameters<typeof madeZip>[0]): Buffer {
  const whole = madeZip(members);
  const end = whole.length - 22;
  const [count, directory] = [whole.readUInt16LE(end + 10), whole.readUInt32LE(end + 16)];
  const first = 46 + whole.readUInt16LE(directory + 28);
  const tail = Buffer.from(whole.subarray(end));
  tail.writeUInt16LE(count - 1, 8);
  tail.writeUInt16LE(count - 1, 10);
  tail.writeUInt32LE(end - directory - first, 12);
  return Buffer.concat([whole.subarray(0, directory), whole.subarray(directory + first, end), tail]);
}

/** A font whose codes are numbers of glyphs: 1 is the first letter of the words, 2 the second. */
function spelledPdf(words: string): Buffer {
  const letters = [...words];
  const hex = (code: number, size: number) => code.toString(16).padStart(size, "0");
  const pairs = letters.map((letter, at) => `<${hex(at + 1, 4)}> <${hex(letter.charCodeAt(0), 4)}>`);
  const map = `1 begincodespacerange <0000> <ffff> endcodespacerange ${letters.length} beginbfchar ${pairs.join(" ")} endbfchar`;
  const codes = letters.map((_, at) => hex(at + 1, 4)).join("");
  return madePagePdf(
    flate(`BT /F1 10 Tf 20 20 Td <${codes}> Tj ET`),
    "<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[6 0 R]/ToUnicode 7 0 R>>",
    [
      "<</Type/Font/Subtype/CIDFontType2/BaseFont/X/CIDSystemInfo<</Registry(A)/Ordering(I)/Supplement 0>>>>",
      flate(map),
    ],
  );
}

function objectStreamPdf(text: string): Buffer {
  const inner = `9 0 <</Title(${text})>>`;
  return madePagePdf({ head: "", bytes: utf8(draws("x")) }, HELVETICA, [
    { head: `/Type/ObjStm/N 1/First 4/Filter/FlateDecode`, bytes: deflateSync(utf8(inner)) },
  ]);
}

const both = ["latin", "persian"];
const containers: readonly (readonly [
  what: string,
  ids: readonly string[],
  make: () => Uint8Array | Promise<Uint8Array>,
])[] = [
  ["text", both, () => utf8(`${LATIN}, ${PERSIAN}`)],
  ["text in UTF-16 with its mark", both, () => wide(`\ufeff${LATIN} ${PERSIAN}`)],
  ["text in UTF-16 without one", both, () => wide(`${LATIN} ${PERSIAN}`)],
  ["text in UTF-16, the high byte first", both, () => wide(`${LATIN} ${PERSIAN}`).swap16()],
  [
    "text in windows-1256",
    ["persian"],
    () =>
      Buffer.from([
        0xd4, 0xed, 0xd1, 0xed, 0xe4, 0x20, 0x98, 0xc7, 0xe4, 0xc7, 0xd1, 0xed, 0x9d, 0x81, 0xe6, 0xd1,
      ]),
  ],
  ["CSV with a quote between", ["latin"], () => utf8('id,"Shirin ""Canaryford"""\n')],
  [
    "JSON escapes",
    both,
    () =>
      utf8(
        JSON.stringify({ a: `\n${LATIN}`, b: PERSIAN }).replace(
          /[^ -~]/gu,
          (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
        ),
      ),
  ],
  [
    "percent signs",
    both,
    () => utf8(`https://example.org/?q=${encodeURIComponent(LATIN)}&r=${encodeURIComponent(PERSIAN)}`),
  ],
  [
    "entities",
    both,
    () =>
      utf8(
        `<p>Sh&#105;rin C&#x61;naryford ${[...PERSIAN].map((sign) => `&#${sign.charCodeAt(0)};`).join("")}</p>`,
      ),
  ],
  ["accented entities", ["latin"], () => utf8("<p>Sh&iacute;rin&nbsp;Canaryf&ouml;rd</p>")],
  [
    "tags within a word",
    both,
    () => utf8("<p>Shi<b>rin</b> Canary<i>ford</i>, شیر<b>ین</b> کاناری‌<a href='x'>پور</a></p>"),
  ],
  ["tags between words", ["latin"], () => utf8("<tr><td>Shirin</td><td>Canaryford</td></tr>")],
  ["a comment of HTML", ["latin"], () => utf8(`<!-- ${LATIN} --><p>x</p>`)],
  [
    "quoted-printable",
    ["persian"],
    () => utf8([...utf8(PERSIAN)].map((byte) => `=${byte.toString(16).toUpperCase()}`).join("")),
  ],
  ["base64", both, () => utf8(`x ${utf8(`${LATIN} ${PERSIAN}`).toString("base64")} x`)],
  [
    "base64 in lines",
    ["latin"],
    () =>
      utf8(
        utf8(`${"a long letter ".repeat(9)}${LATIN} and so on`)
          .toString("base64")
          .replace(/.{76}/gu, "$&\r\n"),
      ),
  ],
  [
    "a data URI with a picture",
    ["latin"],
    () => utf8(`<img src="data:image/jpeg;base64,${madeJpeg({ remark: LATIN }).toString("base64")}">`),
  ],
  ["hexadecimal", both, () => utf8(utf8(`${LATIN} ${PERSIAN}`).toString("hex"))],
  ["base64 of a packed file", ["latin"], () => utf8(`{"a":"${gzipSync(utf8(LATIN)).toString("base64")}"}`)],
  ["gzip", ["latin"], () => gzipSync(utf8(LATIN))],
  ["the name within gzip", ["latin"], () => madeNamedGzip("Shirin Canaryford.txt", utf8("x"))],
  [
    "zip",
    both,
    () =>
      madeZip([
        ["a.txt", LATIN],
        ["b.txt", PERSIAN],
      ]),
  ],
  ["a name in a zip", both, () => madeZip([[`${LATIN}/${PERSIAN}.txt`, "x"]])],
  [
    "the remark of a zip",
    ["latin"],
    () => Buffer.concat([madeZip([["a", "x"]]).subarray(0, -2), Buffer.from([LATIN.length, 0]), utf8(LATIN)]),
  ],
  [
    "a zip within a tar within a gzip within a zip",
    ["latin"],
    () => madeZip([["a.tgz", gzipSync(madeTar([["b.zip", madeZip([["c.txt", LATIN]])]]))]]),
  ],
  [
    "a member that was taken out of a zip",
    ["latin", "persian"],
    () =>
      zipWithoutFirst([
        [`${PERSIAN}.txt`, `${LATIN} and more`],
        ["b.txt", "x"],
      ]),
  ],
  [
    "a zip behind a picture",
    ["latin"],
    () => Buffer.concat([madeTaggedPng({}), madeZip([["a.txt", LATIN]])]),
  ],
  ["a name in a tar", ["latin"], () => madeTar([["Shirin Canaryford.txt", "x"]])],
  ["runs of DOCX", both, () => madeDocx({ runs: ["Shir", "in Can", "aryford ", "شیرین ", "کاناری‌پور"] })],
  ["author and editor of DOCX", both, () => madeDocx({ creator: LATIN, lastModifiedBy: PERSIAN })],
  ["a tracked deletion and a comment of DOCX", both, () => madeDocx({ deleted: LATIN, comment: PERSIAN })],
  [
    "a picture within DOCX",
    ["latin", "place"],
    () => madeDocx({ parts: [["word/media/image1.jpeg", madeJpeg({ tags: { artist: LATIN, ...POINT } })]] }),
  ],
  [
    "tags of JPEG",
    ["latin", "persian", "place"],
    () => madeJpeg({ tags: { artist: LATIN, comment: PERSIAN, ...POINT } }),
  ],
  ["Windows' tags of JPEG", ["persian"], () => madeJpeg({ tags: { windowsAuthor: PERSIAN } })],
  [
    "XMP of JPEG",
    ["persian"],
    () => madeJpeg({ xmp: `<x:xmpmeta><dc:creator>${PERSIAN}</dc:creator></x:xmpmeta>` }),
  ],
  ["IPTC of JPEG", ["latin"], () => madeJpeg({ caption: LATIN })],
  ["the remark of JPEG", ["persian"], () => madeJpeg({ remark: PERSIAN })],
  ["TIFF", ["latin", "place"], () => madeExif({ artist: LATIN, ...POINT })],
  ["plain words of PNG", ["latin"], () => madeTaggedPng({ plain: LATIN })],
  ["packed words of PNG", ["latin"], () => madeTaggedPng({ packed: LATIN })],
  ["packed words of PNG in any script", ["persian"], () => madeTaggedPng({ international: PERSIAN })],
  ["tags of PNG", ["place"], () => madeTaggedPng({ tags: POINT })],
  ["author and XMP of PDF", both, () => madeAuthoredPdf(PERSIAN, LATIN)],
  [
    "a string of PDF with escapes",
    ["latin"],
    () => madeObjectsPdf(["<</Type/Catalog/Lang(Shi\\162in \\\nCanary\\146ord)>>"]),
  ],
  ["words drawn, packed", ["latin"], () => madePagePdf(flate(draws(LATIN)), HELVETICA)],
  [
    "words drawn, in pieces",
    ["latin"],
    () =>
      madePagePdf(flate("BT /F1 10 Tf 20 20 Td [(Shi) 20 (rin) -300 (Cana) 10 (ryford)] TJ ET"), HELVETICA),
  ],
  [
    "words drawn, in hexadecimal letters",
    ["latin"],
    () =>
      madePagePdf(
        { head: "/Filter/ASCIIHexDecode", bytes: utf8(`${utf8(draws(LATIN)).toString("hex")}>`) },
        HELVETICA,
      ),
  ],
  [
    "words drawn, in base 85 of a packed stream",
    ["latin"],
    () =>
      madePagePdf(
        {
          head: "/Filter[/ASCII85Decode/FlateDecode]",
          bytes: utf8(toAscii85(deflateSync(utf8(draws(LATIN))))),
        },
        HELVETICA,
      ),
  ],
  [
    "words drawn, by LZW",
    ["latin"],
    () => madePagePdf({ head: "/Filter/LZWDecode", bytes: toLzw(utf8(draws(LATIN))) }, HELVETICA),
  ],
  [
    "words drawn, as differences of rows",
    ["latin"],
    () =>
      madePagePdf(
        {
          head: "/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 8>>",
          bytes: deflateSync(toPngRows(utf8(draws(LATIN)), 8)),
        },
        HELVETICA,
      ),
  ],
  ["words drawn by numbers of glyphs", ["latin"], () => spelledPdf(LATIN)],
  [
    "Persian words drawn by numbers of glyphs, from the left",
    ["persian"],
    () => spelledPdf([...PERSIAN].reverse().join("")),
  ],
  ["an object within a stream of objects", ["latin"], () => objectStreamPdf(LATIN)],
  [
    "a file within a PDF",
    ["persian"],
    () =>
      madePagePdf({ head: "", bytes: utf8(draws("x")) }, HELVETICA, [
        { head: "/Type/EmbeddedFile/Filter/FlateDecode", bytes: deflateSync(madeDocx({ creator: PERSIAN })) },
      ]),
  ],
  ["a page that Typst sets", both, () => madePdf([`${LATIN} ${PERSIAN}`])],
  ["a page that Typst sets from right to left", both, () => madePdf([`${PERSIAN} و ${LATIN}`], "fa")],
  [
    "SVG",
    ["latin"],
    () =>
      utf8(
        '<svg xmlns="http://www.w3.org/2000/svg"><text><tspan>Shirin</tspan> <tspan>Canaryford</tspan></text></svg>',
      ),
  ],
  [
    "a map",
    ["place"],
    () => utf8(JSON.stringify({ type: "Point", coordinates: [POINT.longitude, POINT.latitude] })),
  ],
];

describe("what is planted", () => {
  test.each(containers)("in %s is found", async (_, ids, make) => {
    expect(await idsIn(await make())).toEqual(ids);
  });

  test.each(["en", "fa"])("with ligatures on a page that Typst sets is found (%s)", async (language) => {
    for (const text of [
      "عبدالله علایی",
      "لاله ملاصالحی",
      "غلامرضا آذرلو",
      "فلاح‌نژاد الهی",
      "ملک‌الملوک لله‌باشی",
    ]) {
      const pdf = await madePdf([`گفت که ${text} را دید.`], language);
      const { found } = await scanForLeaks([["a.pdf", pdf]], [{ id: "name", is: "words", text }]);
      expect([text, found.length]).not.toEqual([text, 0]);
    }
  });

  test("in the name of a file is found, and the name is not told", async () => {
    const { found } = await scanForLeaks([[`data/${LATIN}.txt`, utf8("x")]], SOUGHT);
    expect(found).toEqual([{ path: ["data/#1.2"], id: "latin", where: "name" }]);
  });

  test("behind megabytes of lines that may be letters for bytes, whatever stack there is", async () => {
    for (const line of [`${"x".repeat(99)}\n`, `${"41 ".repeat(33)}\n`]) {
      const { found } = await scanForLeaks([["a.txt", utf8(`${line.repeat(70_000)}${LATIN}`)]], SOUGHT);
      expect(found).toEqual([{ path: ["a.txt"], id: "latin", where: "text" }]);
    }
  });

  test("on a line at the seam of two pieces of a large text is found once", async () => {
    const line = `${"x".repeat(99)}\n`;
    const before = line.repeat(Math.ceil((8 * 1024 * 1024) / line.length) - 1).slice(0, 8 * 1024 * 1024 - 8);
    const { found } = await scanForLeaks([["a.txt", utf8(`${before}${LATIN}\n${line}`)]], SOUGHT);
    expect(found).toEqual([{ path: ["a.txt"], id: "latin", where: "text" }]);
  });
});

describe("what is not looked into", () => {
  const codesIn = async (bytes: Uint8Array, limits = {}) => {
    const { found, unread } = await scanForLeaks([["file", bytes]], SOUGHT, limits);
    expect(found).toEqual([]);
    return unread.map(({ remark }) => remark.code);
  };

  test("is said: archives that are damaged, too deep, of a kind not opened, or grow without bound", async () => {
    const deep = ["d", "c", "b", "a"].reduce((inner: Buffer, name) => madeZip([[name, inner]]), utf8("x"));
    expect(await codesIn(deep, { depth: 3 })).toEqual(["intake/archive-too-deep"]);
    expect(await codesIn(deep)).toEqual([]);
    const zip = madeZip([["a.txt", "some words in a row"]]);
    zip[36] = 0x55;
    expect(await codesIn(zip)).toEqual(["intake/archive-damaged"]);
    expect(await codesIn(Buffer.from("BZh91AY&SY"))).toEqual(["intake/opaque-archive"]);
    expect(await codesIn(gzipSync(Buffer.alloc(8 * 1024 * 1024)))).toEqual(["intake/archive-ratio"]);
    expect(await codesIn(madeZip([["a", Buffer.alloc(100)]]), { expandedBytes: 99 })).toEqual([
      "intake/archive-too-large",
    ]);
    expect(await codesIn(utf8("a longer text"), { fileBytes: 4 })).toEqual(["release/scan-file-too-large"]);
  });

  test("is said: streams of a PDF that are damaged, locked or spelled by no map, and XML with entities of its own", async () => {
    const page = (content: { head: string; bytes: Uint8Array }, font = HELVETICA, catalog = "") =>
      madePagePdf(content, font, [], catalog);
    expect(await codesIn(page({ head: "/Filter/FlateDecode", bytes: utf8("no stream") }))).toContain(
      "release/scan-stream-damaged",
    );
    expect(await codesIn(page(flate(draws("x")), HELVETICA, "/Encrypt 9 0 R"))).toContain("intake/encrypted");
    const glyphs = "<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[]>>";
    expect(await codesIn(page(flate(draws("x")), glyphs))).toContain("release/scan-fonts");
    const entities = '<!DOCTYPE a [<!ENTITY n "Shirin"><!ENTITY m "&n; Canaryford">]><a>&m;</a>';
    expect(await codesIn(utf8(entities))).toEqual(["intake/xml-entities"]);
  });

  test("is said when time is over, and what is only seen by its plain bytes", async () => {
    expect(await codesIn(utf8("x"), { timeMs: 1, depth: 1 })).toEqual([]);
    const { plainOnly, notSought } = await scanForLeaks(
      [["a.bin", Buffer.from([1, 2, 3, 250, 251])]],
      [{ id: "short", is: "letters", text: "ab" }],
    );
    expect({ plainOnly, notSought }).toEqual({ plainOnly: [["a.bin"]], notSought: ["short"] });
  });
});

test("LZW unpacks the example of the standard", () => {
  const packed = Buffer.from("800b6050220c0c8501", "hex");
  expect([...decodeLzw(packed, 100)]).toEqual([45, 45, 45, 45, 45, 65, 45, 45, 45, 66]);
});

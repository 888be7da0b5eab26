import { describe, expect, test } from "vitest";
import { sheetOf, takeOutTurn, turnOnce, UPRIGHT } from "./picture-turn.ts";

/** A TIFF structure with one entry: the orientation. */
function note(orientation: number, isLittle: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(26));
  view.setUint16(0, isLittle ? 0x4949 : 0x4d4d);
  view.setUint16(2, 42, isLittle);
  view.setUint32(4, 8, isLittle);
  view.setUint16(8, 1, isLittle);
  view.setUint16(10, 0x0112, isLittle);
  view.setUint16(12, 3, isLittle);
  view.setUint32(14, 1, isLittle);
  view.setUint16(18, orientation, isLittle);
  return new Uint8Array(view.buffer);
}

const bytesOf = (...parts: readonly (string | Uint8Array | readonly number[])[]): Uint8Array =>
  Uint8Array.from(
    parts.flatMap((part) =>
      typeof part === "string" ? [...part].map((letter) => letter.charCodeAt(0)) : [...part],
    ),
  );
const big = (value: number) => [0, 0, value >> 8, value & 255];
const little = (value: number) => [value & 255, value >> 8, 0, 0];

function jpeg(exif: Uint8Array | null): Uint8Array {
  const app1 = exif === null ? [] : bytesOf([0xff, 0xe1, 0, exif.length + 8], "Exif\0\0", exif);
  return bytesOf([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2], app1, [0xff, 0xda, 0, 2, 9, 9, 0xff, 0xe1, 0, 9]);
}

describe("the note of a camera", () => {
  test.each([true, false])("is read from a JPEG and taken out of it: little endian %s", (isLittle) => {
    const { bytes, turn } = takeOutTurn(jpeg(note(6, isLittle)));
    expect(turn).toEqual({ quarters: 1, isMirrored: false });
    expect(bytes).toEqual(jpeg(null));
  });

  test("is taken out of a PNG with its chunk, and of a WebP without moving anything", () => {
    const head = bytesOf([0x89], "PNG\r\n", [0x1a], "\n");
    const end = bytesOf(big(0), "IEND", [1, 2, 3, 4]);
    const exif = note(3, false);
    const png = takeOutTurn(bytesOf(head, big(exif.length), "eXIf", exif, [0, 0, 0, 0], end));
    expect(png).toEqual({ bytes: bytesOf(head, end), turn: { quarters: 2, isMirrored: false } });
    const webp = bytesOf("RIFF", little(42), "WEBP", "EXIF", little(26), note(5, true));
    const taken = takeOutTurn(webp);
    expect(taken.turn).toEqual({ quarters: 3, isMirrored: true });
    expect(taken.bytes).toHaveLength(webp.length);
    expect(String.fromCharCode(...taken.bytes.subarray(12, 16))).toBe("JUNK");
  });

  test.each([
    ["none at all", jpeg(null)],
    ["a number that is none", jpeg(note(9, true))],
    ["nothing in it", jpeg(new Uint8Array(0))],
    ["a place behind its end", jpeg(Uint8Array.from([0x49, 0x49, 42, 0, 255, 255, 0, 0, 1, 1]))],
    ["another file", bytesOf("GIF89a")],
    ["no bytes", new Uint8Array(0)],
    ["only its first bytes", Uint8Array.from([0xff, 0xd8, 0xff, 0xe1, 0xff])],
  ])("turns nothing with %s", (_, bytes) => {
    expect(takeOutTurn(bytes).turn).toEqual(UPRIGHT);
  });
});

describe("a turned picture", () => {
  const size = { width: 40, height: 30 };
  const where = (orientation: number, x: number, y: number) => {
    const { turn } = takeOutTurn(jpeg(note(orientation, true)));
    const [a, b, c, d, e, f] = sheetOf(size, turn).matrix;
    return [a * x + c * y + e, b * x + d * y + f];
  };

  // Exif 2.32, table of the 0th row and the 0th column: where the first pixel of the file stands.
  test.each([
    [1, 0, 0],
    [2, 40, 0],
    [3, 40, 30],
    [4, 0, 30],
    [5, 0, 0],
    [6, 30, 0],
    [7, 30, 40],
    [8, 0, 40],
  ])("by the note %i begins at %i, %i", (orientation, x, y) => {
    expect(where(orientation, 0, 0)).toEqual([x, y]);
    // The last one stands in the corner across.
    const isAcross = orientation > 4;
    expect(where(orientation, 40, 30)).toEqual(isAcross ? [30 - x, 40 - y] : [40 - x, 30 - y]);
  });

  test("is as it was after four turns", () => {
    expect([1, 2, 3, 4].reduce((turn) => turnOnce(turn), UPRIGHT)).toEqual(UPRIGHT);
    expect(sheetOf(size, turnOnce(UPRIGHT))).toMatchObject({ width: 30, height: 40 });
  });
});

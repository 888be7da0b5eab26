import fc from "fast-check";
import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { decodeText } from "./decode.ts";

const PERSIAN = "شناسه,نام\n1,پرویز گچی‌ژاله\n2,علی محمدی\n";
const SPANISH = "id,nombre\n1,María Nuñez\n2,José Pérez\n";
const codes = (text: string, declared: string | undefined = undefined, encoding = "utf-8") =>
  decodeText(iconv.encode(text, encoding), declared).notices.map(({ code }) => code);

describe("decodeText", () => {
  test("reads UTF-8 and UTF-16 by their marks, and takes the marks off", () => {
    for (const encoding of ["utf-8", "utf-16le", "utf-16be", "utf-32le"]) {
      const decoded = decodeText(iconv.encode(PERSIAN, encoding, { addBOM: true }));
      expect(decoded).toEqual({ text: PERSIAN, encoding, notices: [] });
    }
  });

  test("knows UTF-16 without its mark by its zeros", () => {
    for (const encoding of ["utf-16le", "utf-16be"]) {
      const decoded = decodeText(iconv.encode(PERSIAN, encoding, { addBOM: false }));
      expect(decoded).toMatchObject({ text: PERSIAN, encoding });
    }
  });

  test("proposes windows-1256 for Persian and windows-1252 for Spanish bytes, and says that it guessed", () => {
    const persian = PERSIAN.replaceAll("ی", "ي");
    expect(decodeText(iconv.encode(persian, "windows-1256"))).toMatchObject({
      text: persian,
      encoding: "windows-1256",
    });
    expect(codes(persian, undefined, "windows-1256")).toEqual(["intake/encoding-guessed"]);
    expect(decodeText(iconv.encode(SPANISH, "windows-1252"))).toMatchObject({
      text: SPANISH,
      encoding: "windows-1252",
    });
  });

  test("reads a declared encoding without a word, unless the file's mark contradicts it", () => {
    expect(codes(SPANISH, "windows-1252", "windows-1252")).toEqual([]);
    const marked = iconv.encode(PERSIAN, "utf-8", { addBOM: true });
    expect(decodeText(marked, "windows-1256")).toMatchObject({
      text: PERSIAN,
      notices: [expect.objectContaining({ code: "intake/encoding-mark" })],
    });
    expect(() => codes(PERSIAN, "windows-9999")).toThrowError(
      expect.objectContaining({ code: "intake/unknown-encoding" }),
    );
  });

  test("leaves damaged places of a UTF-8 file visible instead of garbling all of it", () => {
    const bytes = Buffer.from(PERSIAN.repeat(3));
    bytes[bytes.indexOf(Buffer.from("پ"))] = 0xff;
    const decoded = decodeText(bytes);
    expect(decoded.encoding).toBe("utf-8");
    expect(decoded.text).toContain("\ufffd");
    expect(decoded.text).toContain("علی محمدی");
    expect(decoded.notices).toEqual([expect.objectContaining({ code: "intake/damaged-utf-8" })]);
  });

  test("gives back every well-formed text written as UTF-8", () => {
    const texts = fc
      .string({ unit: "binary" })
      .filter((text) => text.isWellFormed() && !/^\ufeff|\0/u.test(text));
    fc.assert(
      fc.property(texts, (text) => {
        expect(decodeText(Buffer.from(text, "utf8"))).toMatchObject({ text, encoding: "utf-8" });
      }),
    );
  });
});

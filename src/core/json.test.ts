import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toCanonicalJson } from "./json.ts";

describe("toCanonicalJson", () => {
  test("writes every well-formed text as JSON.stringify does, and refuses every other", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        if (text.isWellFormed()) expect(toCanonicalJson(text)).toBe(JSON.stringify(text));
        else
          expect(() => toCanonicalJson(text)).toThrowError(
            expect.objectContaining({ code: "core/json-lone-surrogate" }),
          );
      }),
    );
    const units = Array.from({ length: 0x10000 }, (_, unit) => String.fromCharCode(unit));
    const wrong = units.filter(
      (unit) => unit.isWellFormed() && toCanonicalJson(unit) !== JSON.stringify(unit),
    );
    expect(wrong).toEqual([]);
    expect(() => toCanonicalJson({ text: "half \ud83d" })).toThrow();
  });

  test("sorts members by UTF-16 units, whatever order they were given in (RFC 8785, 3.2.3)", () => {
    const sorted = '{"1":"One","\u20ac":"Euro","\ud83d\ude02":"Smile","\ufb33":"Hebrew"}';
    expect(
      toCanonicalJson({ "\ufb33": "Hebrew", "\ud83d\ude02": "Smile", "\u20ac": "Euro", "1": "One" }),
    ).toBe(sorted);
    expect(toCanonicalJson({ "10": 1, "9": 2, b: { d: [], c: {} }, a: undefined })).toBe(
      '{"10":1,"9":2,"b":{"c":{},"d":[]}}',
    );
  });
});

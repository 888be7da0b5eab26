import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createPassageFinder } from "../../src/core/pure.ts";
import { toPagePassage, toQuotedPassage } from "./passage.ts";

const LETTERS = fc.constantFrom("a", "ب", " ", "\n", "\r\n", "🕯", "e\u0301", "\u200c", "aa");
const TEXTS = fc.array(LETTERS, { minLength: 1, maxLength: 40 }).map((letters) => letters.join(""));

describe("a passage of selected text", () => {
  it("is where the case finds its words, in any text, at whatever offsets it was selected", () => {
    fc.assert(
      fc.property(TEXTS, fc.nat(), fc.nat(), (text, left, right) => {
        const [from = 0, to = 0] = [left, right].map((at) => at % (text.length + 1)).sort((a, b) => a - b);
        const passage = toQuotedPassage(text, from, to);
        if (passage === null) {
          expect(text.slice(from, to).trim()).toBe("");
          return;
        }
        const { start, end, quote, occurrence } = passage;
        expect([...text].slice(start, end).join("")).toBe(quote);
        const whole = text.slice(from, to).replaceAll(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, "");
        expect(quote).toContain(whole.trim());
        const options = occurrence === null ? {} : { occurrence };
        expect(createPassageFinder(text).find(quote, options)).toMatchObject({ start, end });
      }),
    );
  });

  it("has no blanks at its ends, and keeps those inside", () => {
    expect(toQuotedPassage("a  b\n c d", 1, 7)).toEqual({
      start: 3,
      end: 7,
      quote: "b\n c",
      occurrence: null,
      page: null,
    });
  });

  it("counts what it means by code points, and says which occurrence it is only where there are several", () => {
    expect(toQuotedPassage("🕯🕯 مرگ", 5, 8)).toEqual({
      start: 3,
      end: 6,
      quote: "مرگ",
      occurrence: null,
      page: null,
    });
    expect(toQuotedPassage("aaa", 1, 3)).toEqual({
      start: 1,
      end: 3,
      quote: "aa",
      occurrence: 2,
      page: null,
    });
  });

  it("takes a letter beyond the basic plane whole, though half of it was selected", () => {
    expect(toQuotedPassage("a🕯b", 2, 4)?.quote).toBe("🕯b");
    expect(toQuotedPassage("a🕯b", 0, 2)?.quote).toBe("a🕯");
  });

  it("says on a page which place is meant as the page is compared: white space and vowel signs are nothing", () => {
    const text = "the mill\nthe  mill مُحمد محمد";
    expect(toPagePassage(text, 9, 18, 3)).toMatchObject({ quote: "the  mill", occurrence: 2, page: 3 });
    expect(toPagePassage(text, 19, 24, 3)).toMatchObject({ quote: "مُحمد", occurrence: 1 });
    expect(toPagePassage(text, 25, 29, 3)).toMatchObject({ quote: "محمد", occurrence: 2 });
    expect(toPagePassage(text, 4, 8, 3)).toMatchObject({ quote: "mill", occurrence: 1 });
  });
});

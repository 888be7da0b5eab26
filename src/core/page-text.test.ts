import { describe, expect, it } from "vitest";
import { findOnPage, hasText, type PageText, readOnPage } from "./page-text.ts";

/** A page of lines, each one run of 100 by 10 points. */
function pageOf(...lines: readonly string[]): PageText {
  const runs = lines.map((text, index) => ({
    text,
    box: { x: 20, y: 20 + index * 15, width: 100, height: 10 },
    endsLine: true,
  }));
  return { width: 300, height: 200, runs };
}

describe("words on a page", () => {
  it("are found across lines, with a box around both", () => {
    const page = pageOf("The committee met", "in the prison of the town.");
    expect(readOnPage(page, "met in the prison")).toEqual({
      quote: "met in the prison",
      prefix: "The committee ",
      suffix: " of the town. ",
      box: { x: 20, y: 20, width: 100, height: 25 },
    });
  });

  it("are the same with vowel signs and joiners in another order or without them", () => {
    const page = pageOf("صفحٔه نامه ها و مهر زندان");
    expect(readOnPage(page, "صفحهٔ نامه ها و مُهرِ زندان").quote).toBe("صفحهٔ نامه ها و مُهرِ زندان");
    expect(() => readOnPage(page, "صفحهٔ نامه ها و مهر زنده")).toThrow("does not stand");
  });

  it("that stand twice need to be told apart", () => {
    const page = pageOf("Evin, and", "Evin again");
    expect(() => readOnPage(page, "Evin")).toThrow("stands 2 times");
    expect(readOnPage(page, "Evin", 2).box.y).toBe(35);
    expect(() => readOnPage(page, "Evin", 3)).toThrow("2 times, not 3");
    expect(findOnPage(page, "")).toEqual([]);
  });

  it("a page that is only a picture has none", () => {
    expect(hasText(pageOf(" "))).toBe(false);
    expect(() => readOnPage(pageOf(), "Evin")).toThrow("read: eye");
  });
});

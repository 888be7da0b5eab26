import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findPassage, readPassage } from "./passage.ts";

describe("findPassage", () => {
  test("counts Unicode code points, not UTF-16 units", () => {
    const text = "🕯️🕯️ خاوران was bulldozed";
    const passage = findPassage(text, "خاوران");
    expect(passage).toMatchObject({ start: 5, end: 11, suffix: " was bulldozed" });
    expect([...text].slice(passage.start, passage.end).join("")).toBe("خاوران");
  });

  test("gives at most 32 code points on either side", () => {
    const passage = findPassage(`${"🕯".repeat(40)}here${"b".repeat(40)}`, "here");
    expect(passage.prefix).toBe("🕯".repeat(32));
    expect(passage.suffix).toBe("b".repeat(32));
  });

  test("refuses a quote that stands twice, and takes the occurrence or the words before it", () => {
    const text = "They were told. Later they were told.";
    expect(() => findPassage(text, "were told")).toThrowError(
      expect.objectContaining({
        code: "core/passage-ambiguous",
        evidence: expect.objectContaining({ starts: [5, 27] }),
      }),
    );
    expect(findPassage(text, "were told", { occurrence: 2 }).start).toBe(27);
    expect(findPassage(text, "were told", { prefix: "they " }).start).toBe(27);
  });

  test("says what stands there instead when the quote is not exact", () => {
    expect(() =>
      findPassage("More than one thousand people were killed there.", "one thousand persons were"),
    ).toThrowError(
      expect.objectContaining({
        code: "core/passage-not-found",
        evidence: expect.objectContaining({ nearest: "one thousand people were" }),
      }),
    );
    expect(() => findPassage("text", "")).toThrowError(
      expect.objectContaining({ code: "core/passage-not-found" }),
    );
  });

  test("never takes half of a surrogate pair for a letter", () => {
    expect(() => findPassage("🕯", "\ud83d")).toThrowError(
      expect.objectContaining({ code: "core/passage-not-found" }),
    );
  });

  test("finds again every stretch of every text, and readPassage agrees", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary", minLength: 1 }).filter((text) => text.isWellFormed()),
        fc.nat(),
        fc.nat(),
        (text, from, span) => {
          const points = [...text];
          const start = from % points.length;
          const end = start + 1 + (span % (points.length - start));
          const read = readPassage(text, { start, end });
          const before = points.slice(0, start).join("");
          expect(findPassage(text, read.quote, { prefix: before, occurrence: 1 })).toEqual(read);
        },
      ),
    );
  });
});

describe("readPassage", () => {
  test("refuses a range outside the text", () => {
    for (const range of [
      { start: 2, end: 2 },
      { start: 0, end: 5 },
      { start: -1, end: 2 },
      { start: 0.5, end: 2 },
    ]) {
      expect(() => readPassage("text", range)).toThrowError(
        expect.objectContaining({ code: "core/passage-range" }),
      );
    }
  });
});

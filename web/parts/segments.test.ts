import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toFrontMatter, toSegments } from "./segments.ts";

const passage = fc
  .tuple(fc.nat(60), fc.integer({ min: 1, max: 30 }))
  .map(([start, length]) => ({ start, end: start + length }));

describe("segments of a marked text", () => {
  it("join to the text again and cover exactly the passages, in any script", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1 }), fc.array(passage), (text, ranges) => {
        const points = [...text];
        const passages = ranges
          .map(({ start, end }, index) => ({ id: String(index), start, end: Math.min(end, points.length) }))
          .filter(({ start, end }) => start < end);
        const segments = toSegments(text, passages);
        expect(segments.map((segment) => segment.text).join("")).toBe(text);
        for (const { id, start, end } of passages) {
          const covered = segments
            .filter((segment) => segment.statements.includes(id))
            .map((segment) => segment.text);
          expect(covered.join("")).toBe(points.slice(start, end).join(""));
        }
      }),
    );
  });

  it("tells the head of a note from its text, counted in code points", () => {
    expect(toFrontMatter("---\ntitle: 𐏃\n---\nText")).toEqual([{ id: "front-matter", start: 0, end: 17 }]);
    expect(toFrontMatter("Text\n---\nmore\n---\n")).toEqual([]);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { passagesIn, toBlocks, toFrontMatter, toSegments } from "./segments.ts";

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

  it("are the same in blocks: they join to the text, end with a line, and hold every passage where it stands", () => {
    const lines = fc.array(fc.constantFrom("🕯 آن روز ", "a long line of the record, ", "\n", "\r\n"), {
      minLength: 1000,
      maxLength: 2000,
    });
    fc.assert(
      fc.property(lines, fc.array(passage, { maxLength: 5 }), fc.nat(20_000), (parts, ranges, shift) => {
        const text = parts.join("");
        const points = [...text];
        const passages = ranges
          .map(({ start, end }, index) => ({
            id: String(index),
            start: start + shift,
            end: end * 200 + shift,
          }))
          .map((each) => ({ ...each, end: Math.min(each.end, points.length) }))
          .filter(({ start, end }) => start < end);
        const blocks = toBlocks(text);
        expect(blocks.map((block) => block.text).join("")).toBe(text);
        for (const block of blocks.slice(0, -1)) expect(block.text.endsWith("\n")).toBe(true);
        for (const { id, start, end } of passages) {
          const pieces = blocks.flatMap((block) =>
            passagesIn(block, passages)
              .filter((each) => each.id === id)
              .map((each) => ({ ...each, words: [...block.text].slice(each.start, each.end).join("") })),
          );
          expect(pieces.map(({ words }) => words).join("")).toBe(points.slice(start, end).join(""));
          expect(pieces.map(({ isStart }) => isStart)).toEqual(pieces.map((_, index) => index === 0));
        }
      }),
      { numRuns: 20 },
    );
  });
});

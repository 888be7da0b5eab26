import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createTextIndex } from "./text-index.ts";

/** Few letters, so that words stand at many places, and some beyond the basic plane. */
const texts = fc.string({ unit: fc.constantFrom("a", "b", " ", "ب", "\u200c", "🕯"), maxLength: 80 });

function readThrough(text: string, wanted: string): number[] {
  const all = Array.from({ length: text.length }, (_, at) => at);
  return wanted === "" ? [] : all.filter((at) => text.startsWith(wanted, at));
}

describe("a text index", () => {
  test("finds at every asking what reading the text finds, overlapping places too", () => {
    fc.assert(
      fc.property(
        texts,
        fc.array(fc.tuple(fc.nat(), fc.nat({ max: 12 })), { minLength: 6 }),
        (text, cuts) => {
          const index = createTextIndex(text);
          // Stretches of the text, and what stands nowhere; more of them than are read before the table is made.
          const wanted = cuts.flatMap(([from, length]) => {
            const start = from % (text.length + 1);
            const stretch = text.slice(start, start + length);
            return [stretch, `${stretch}x`, stretch];
          });
          for (const words of wanted) expect(index.offsetsOf(words)).toEqual(readThrough(text, words));
        },
      ),
    );
  });

  test("counts the code points before every offset between two of them", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const index = createTextIndex(text);
        let offset = 0;
        for (const [points, point] of [...text, ""].entries()) {
          expect(index.pointsBefore(offset)).toBe(points);
          offset += point.length;
        }
      }),
    );
  });

  test("finds a quote of each of 20,000 lines of one text in far less time than reading it as often", () => {
    const lines = Array.from(
      { length: 20_000 },
      (_, n) => `A witness says that person ${n} was in room ${n % 97}.`,
    );
    const text = lines.join("\n");
    const index = createTextIndex(text);
    const started = performance.now();
    for (const line of lines) expect(index.offsetsOf(`${line}\n`).length).toBeLessThan(2);
    // Reading a megabyte for each would take some minutes.
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findPassage, readPassage } from "./passage.ts";
import { refindPassage } from "./refind-passage.ts";

const text = "They took forty persons from the hall.\nHe said: forty persons came back.";
const first = findPassage(text, "forty persons", { occurrence: 1 });

describe("refindPassage", () => {
  test("leaves a passage where it is when the same words stand there", () => {
    expect(refindPassage(`${text} More.`, first)).toMatchObject({ how: "in-place", passage: { start: 10 } });
  });

  test("tells the place to which the words moved, by what stands around them", () => {
    expect(refindPassage(`Page 1\n\n${text}`, first)).toMatchObject({
      how: "moved",
      passage: { start: 18, end: 31, quote: "forty persons" },
    });
    const second = findPassage(text, "forty persons", { occurrence: 2 });
    expect(refindPassage(`Page 1\n\n${text}`, second)).toMatchObject({
      how: "moved",
      passage: { start: 56 },
    });
  });

  test("is not held by the same words that happen to stand at the old place", () => {
    const other = "He said: x forty persons came back. They took forty persons from the hall.";
    expect(refindPassage(`.${other.slice(2)}`, first)).toMatchObject({
      how: "moved",
      passage: { start: 45, suffix: " from the hall." },
    });
  });

  test("finds words between which a line is broken elsewhere, and says so", () => {
    const wanted = findPassage(text, "took forty persons from");
    expect(refindPassage("Page 1\nThey took forty\n  persons from the hall.", wanted)).toMatchObject({
      how: "respaced",
      passage: { start: 12, quote: "took forty\n  persons from" },
    });
  });

  test("does not choose between two places that are equally like it", () => {
    const outcome = refindPassage("a forty persons b. a forty persons b.", first);
    expect(outcome.how).toBe("ambiguous");
    expect(outcome.how === "ambiguous" && outcome.passages.map(({ start }) => start)).toEqual([2, 21]);
  });

  test("takes no other words for the same, however like they are", () => {
    expect(refindPassage("They took fourty persons from the hall.", first)).toEqual({
      how: "lost",
      nearest: "fourty persons",
    });
    expect(refindPassage("", first)).toEqual({ how: "lost", nearest: null });
  });

  test("counts code points, and keeps every sign of a joined script", () => {
    const wanted = findPassage("در تهران می‌گویند", "می‌گویند");
    expect(refindPassage("🕯️ در تهران می‌گویند", wanted)).toMatchObject({
      how: "moved",
      passage: { start: 12 },
    });
    expect(refindPassage("🕯️ در تهران می گویند", wanted).how).toBe("lost");
  });

  test("finds every passage of every text behind anything that is put before it", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary", minLength: 1 }).filter((each) => each.isWellFormed()),
        fc.string({ unit: "grapheme", maxLength: 20 }),
        fc.nat(),
        fc.nat(),
        (body, before, from, span) => {
          const points = [...body];
          const start = from % points.length;
          const end = start + 1 + (span % (points.length - start));
          const wanted = readPassage(body, { start, end });
          const shift = [...before].length;
          const outcome = refindPassage(before + body, wanted);
          if (outcome.how === "in-place") expect(outcome.passage.quote).toBe(wanted.quote);
          else if (outcome.how === "ambiguous")
            expect(outcome.passages.map((each) => each.start)).toContain(start + shift);
          else expect(outcome).toMatchObject({ how: "moved", passage: { quote: wanted.quote } });
        },
      ),
    );
  });
});

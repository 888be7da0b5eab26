import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseEdtf } from "../core/index.ts";
import { findGaps, gapOn } from "./gaps.ts";
import type { Posting } from "./postings.ts";

function posting(
  person: string,
  times: readonly string[],
  continuity: Posting["continuity"] = "assumed",
): Posting {
  return {
    id: `posting-${person}`,
    office: "office:o",
    person: `person:${person}`,
    certain: [],
    assumed: null,
    possible: { from: null, to: null },
    continuity,
    isReversed: false,
    reason: null,
    cited: times.map(parseEdtf),
    taken: [],
    ranks: [],
    left: [],
    statements: [],
  };
}

const day = (iso: string) => parseEdtf(iso).earliest ?? Number.NaN;

describe("gaps of an office", () => {
  it("lie before the first record, between records, and after the last", () => {
    const gaps = findGaps([posting("a", ["1985"]), posting("b", ["1988-03/1990"])]);
    expect(gaps.map(({ from, to, after, before }) => [from, to, after?.person, before?.person])).toEqual([
      [null, day("1984-12-31"), undefined, "person:a"],
      [day("1986-01-01"), day("1988-02-29"), "person:a", "person:b"],
      [day("1991-01-01"), null, "person:b", undefined],
    ]);
  });

  it("are none where records touch, overlap or are open", () => {
    expect(findGaps([posting("a", ["../1985"]), posting("b", ["1986/.."])])).toEqual([]);
    expect(findGaps([posting("a", ["1980/1990"]), posting("b", ["1985"])])).toHaveLength(2);
  });

  it("open within a posting only when it was decided that it was broken", () => {
    const times = ["1985", "1989"];
    expect(findGaps([posting("a", times)])).toHaveLength(2);
    expect(findGaps([posting("a", times, "broken")])).toHaveLength(3);
  });

  it("are all of time where nothing is dated", () => {
    expect(findGaps([])).toEqual([{ from: null, to: null, after: null, before: null }]);
  });

  it("and records together are every day, and no day is both", () => {
    const year = fc.integer({ min: 1980, max: 1995 });
    const span = fc
      .tuple(year, fc.integer({ min: 0, max: 4 }))
      .map(([start, length]) => [start, start + length] as const);
    fc.assert(
      fc.property(
        fc.array(span, { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 1975, max: 2005 }),
        (spans, asked) => {
          const gaps = findGaps(spans.map(([from, to], at) => posting(String(at), [`${from}/${to}`])));
          const isRecorded = spans.some(([from, to]) => from <= asked && asked <= to);
          expect(gapOn(gaps, day(`${asked}-07-01`)) === undefined).toBe(isRecorded);
        },
      ),
    );
  });
});

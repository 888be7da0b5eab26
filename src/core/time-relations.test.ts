import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fromDayNumber } from "./calendar.ts";
import { parseEdtf } from "./time-edtf.ts";
import {
  commonDays,
  isCertainlyBefore,
  isCertainlyWithin,
  isPossiblyBefore,
  isPossiblyWithin,
  possiblyOverlaps,
} from "./time-relations.ts";
import type { TimeSpan } from "./time-span.ts";

const HORIZON = { first: -200, last: 400 };

const iso = (day: number) => {
  const { year, month, day: dayOfMonth } = fromDayNumber(day);
  return `${year}-${String(month).padStart(2, "0")}-${String(dayOfMonth).padStart(2, "0")}`;
};

const end = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -20, max: 60 }) },
  { weight: 1, arbitrary: fc.constantFrom("open" as const, "unknown" as const) },
);

/** Spans with closed, open and unknown ends over a few weeks, so that every relation occurs. */
const spans: fc.Arbitrary<TimeSpan> = fc.tuple(end, end).map(([left, right]) => {
  const [from, to] =
    typeof left === "number" && typeof right === "number" && left > right ? [right, left] : [left, right];
  const text = (value: number | "open" | "unknown") =>
    typeof value === "number" ? iso(value) : value === "open" ? ".." : "";
  return parseEdtf(`${text(from)}/${text(to)}`);
});

/** Every day a span can be, within a horizon that stands for "for ever". */
function daysOf(span: TimeSpan): number[] {
  const from = span.earliest ?? HORIZON.first;
  const to = span.latest ?? HORIZON.last;
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

describe("relations of spans", () => {
  test("certainly-before holds for every pair of days, possibly-before for some", () => {
    fc.assert(
      fc.property(spans, spans, (left, right) => {
        const [a, b] = [daysOf(left), daysOf(right)];
        const everyPair = Math.max(...a) < Math.min(...b);
        const bounded = left.latest !== null && right.earliest !== null;
        expect(isCertainlyBefore(left, right)).toBe(everyPair && bounded);
        const somePair = Math.min(...a) < Math.max(...b);
        expect(isPossiblyBefore(left, right)).toBe(somePair);
      }),
      { numRuns: 1000 },
    );
  });

  test("certainty implies possibility, and excludes the opposite", () => {
    fc.assert(
      fc.property(spans, spans, (left, right) => {
        if (isCertainlyBefore(left, right)) {
          expect(isPossiblyBefore(left, right)).toBe(true);
          expect(isPossiblyBefore(right, left)).toBe(false);
          expect(possiblyOverlaps(left, right)).toBe(false);
        }
        if (isCertainlyWithin(left, right)) expect(isPossiblyWithin(left, right)).toBe(true);
        expect(possiblyOverlaps(left, right)).toBe(possiblyOverlaps(right, left));
        expect(
          Number(isCertainlyBefore(left, right)) +
            Number(isCertainlyBefore(right, left)) +
            Number(possiblyOverlaps(left, right)),
        ).toBe(1);
      }),
      { numRuns: 1000 },
    );
  });

  test("before is transitive, within is transitive", () => {
    fc.assert(
      fc.property(spans, spans, spans, (a, b, c) => {
        if (isCertainlyBefore(a, b) && isCertainlyBefore(b, c)) expect(isCertainlyBefore(a, c)).toBe(true);
        if (isCertainlyWithin(a, b) && isCertainlyWithin(b, c)) expect(isCertainlyWithin(a, c)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test("the common days are those that both spans can be", () => {
    fc.assert(
      fc.property(spans, spans, (left, right) => {
        const shared = new Set(daysOf(right));
        const expected = daysOf(left).filter((day) => shared.has(day));
        const found = commonDays(left, right);
        expect(found === null).toBe(expected.length === 0);
        if (found !== null) {
          expect(found.earliest ?? HORIZON.first).toBe(expected[0]);
          expect(found.latest ?? HORIZON.last).toBe(expected.at(-1));
        }
      }),
      { numRuns: 1000 },
    );
  });

  test("an open end holds every later day, an unknown one holds none for certain", () => {
    const day = parseEdtf("2020-05-01");
    expect(isCertainlyWithin(day, parseEdtf("2013/.."))).toBe(true);
    expect(isCertainlyWithin(day, parseEdtf("2013/"))).toBe(false);
    expect(isPossiblyWithin(day, parseEdtf("2013/"))).toBe(true);
    expect(isCertainlyWithin(parseEdtf("../2017"), parseEdtf("2013/.."))).toBe(false);
    expect(isCertainlyWithin(parseEdtf("../2016"), parseEdtf("../2017"))).toBe(true);
    expect(isCertainlyWithin(parseEdtf("/2016"), parseEdtf("/2017"))).toBe(false);
    expect(isCertainlyWithin(day, parseEdtf("XXXX"))).toBe(false);
  });

  test("what its writer doubts is never certain, and stays possible", () => {
    const [doubted, later] = [parseEdtf("1988~"), parseEdtf("1990")];
    expect(isCertainlyBefore(doubted, later)).toBe(false);
    expect(isPossiblyBefore(doubted, later)).toBe(true);
    expect(isCertainlyWithin(parseEdtf("1988-07?"), parseEdtf("1988"))).toBe(false);
  });
});

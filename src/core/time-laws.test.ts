/**
 * The laws of the algebra of times, over random spans of every kind: each comes with one way in which things may really
 * have been, so that "certain" can be held against what was so, and "no" too.
 */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CALENDARS, type DayNumber, daysOf, toDayNumber } from "./calendar.ts";
import { LANGUAGES } from "./messages.ts";
import { daysHeld, heldOn, type TimeClaim } from "./time-claims.ts";
import { parseEdtf } from "./time-edtf.ts";
import { formatSpan } from "./time-format.ts";
import {
  certainlyOverlaps,
  commonDays,
  compareTimes,
  daysOverlap,
  hullOf,
  isCertainlyBefore,
  isCertainlyWithin,
  isInside,
  isPossiblyBefore,
  isPossiblyWithin,
  possiblyOverlaps,
} from "./time-relations.ts";
import type { TimeSpan } from "./time-span.ts";
import { sureDays } from "./time-sure-days.ts";
import { parseDateText } from "./time-text.ts";

type Days = readonly [first: DayNumber, last: DayNumber];

/** A time as it is written, and the stretches of days that it may really have been. */
interface Case {
  readonly span: TimeSpan;
  readonly real: readonly Days[];
}

const HORIZON: Days = [
  toDayNumber({ year: 1900, month: 1, day: 1 }),
  toDayNumber({ year: 2100, month: 1, day: 1 }),
];
const year = fc.integer({ min: 1984, max: 1991 });
const month = fc.integer({ min: 1, max: 12 });
const two = (value: number) => String(value).padStart(2, "0");
const shift = fc.constantFrom(-1, 0, 1);

function hullDays({ earliest, latest }: TimeSpan): Days {
  return [earliest ?? HORIZON[0], latest ?? HORIZON[1]];
}

function whole(edtf: string): Case {
  const span = parseEdtf(edtf);
  return { span, real: [hullDays(span)] };
}

const day = fc
  .tuple(year, month, fc.integer({ min: 1, max: 28 }))
  .map(([y, m, d]) => `${y}-${two(m)}-${two(d)}`);
const plainDate = fc.oneof(
  day,
  fc.tuple(year, month).map(([y, m]) => `${y}-${two(m)}`),
  year.map(String),
);

/** A season as meteorologists or as astronomers have it, of the north. */
const season = fc
  .record({ year, code: fc.constantFrom(21, 22, 23, 24), isAstronomical: fc.boolean(), isLate: fc.boolean() })
  .map(({ year: y, code, isAstronomical, isLate }): Case => {
    const at = (m: number, d: number, of = y) => toDayNumber({ year: of, month: m, day: d });
    const ways: Readonly<Record<number, Days>> = isAstronomical
      ? { 21: [at(3, 21), at(6, 20)], 22: [at(6, 21), at(9, 22)], 23: [at(9, 23), at(12, 21)] }
      : { 21: [at(3, 1), at(5, 31)], 22: [at(6, 1), at(8, 31)], 23: [at(9, 1), at(11, 30)] };
    const winter: Days = isLate
      ? [isAstronomical ? at(12, 22) : at(12, 1), at(3, 20, y + 1)]
      : [at(1, 1), isAstronomical ? at(3, 20) : at(2, 28)];
    return { span: parseEdtf(`${y}-${code}`), real: [ways[code] ?? winter] };
  });

const masked = fc
  .tuple(year, month)
  .chain(([y, m]) => fc.constantFrom(`${y}`.replace(/.$/u, "X"), `${y}-XX`, `${y}-${two(m)}-XX`))
  .map(whole);

/** What was written by the sun or by the moon; the moon was seen within a day of the calculation. */
const hijri = fc
  .record({
    calendar: fc.constantFrom("solar-hijri" as const, "lunar-hijri" as const),
    year: fc.integer({ min: 0, max: 7 }),
    month: fc.option(month, { nil: undefined }),
    day: fc.option(fc.integer({ min: 1, max: 29 }), { nil: undefined }),
    shifts: fc.tuple(shift, shift),
  })
  .map(({ calendar, year: offset, month: m, day: d, shifts: [from, to] }): Case => {
    const y = offset + (calendar === "solar-hijri" ? 1363 : 1404);
    const text = m === undefined ? `${y}` : d === undefined ? `${y}/${m}` : `${y}/${m}/${d}`;
    const reading = parseDateText(text, { calendar });
    if (reading.kind !== "span") throw new RangeError(`${text} is ${reading.kind}`);
    const isDay = m !== undefined && d !== undefined;
    const [first, last] = isDay
      ? [
          toDayNumber({ year: y, month: m, day: d }, calendar),
          toDayNumber({ year: y, month: m, day: d }, calendar),
        ]
      : daysOf({ year: y, month: m }, calendar);
    const doubt = calendar === "lunar-hijri" ? 1 : 0;
    return { span: reading.span, real: [[first + from * doubt, last + (isDay ? from : to) * doubt]] };
  });

const end = fc.oneof(
  { weight: 5, arbitrary: plainDate },
  { weight: 1, arbitrary: fc.constantFrom("..", "") },
);

/** Intervals with every kind of end; an unknown end may have been anywhere that leaves the interval its written end. */
const interval = fc
  .tuple(end, end, fc.nat(4000))
  .filter(([start, stop]) => start !== "" || stop !== "")
  .map(([one, other, far]): Case => {
    const isDate = (text: string) => text !== "" && text !== "..";
    const swap =
      isDate(one) && isDate(other) && (parseEdtf(one).earliest ?? 0) > (parseEdtf(other).latest ?? 0);
    const [start, stop] = swap ? [other, one] : [one, other];
    const span = parseEdtf(`${start}/${stop}`);
    const [from, to] = hullDays(span);
    if (start === "") return { span, real: [[Math.max(HORIZON[0], to - far), to]] };
    if (stop === "") return { span, real: [[from, Math.min(HORIZON[1], from + far)]] };
    return { span, real: [[from, to]] };
  });

/** One of several dates, which may have been any of them, and all of several. */
const set = fc
  .tuple(fc.uniqueArray(plainDate, { minLength: 1, maxLength: 3 }), fc.boolean(), fc.nat(2))
  .map(([members, isAll, chosen]): Case => {
    const all = members.map((text) => hullDays(parseEdtf(text)));
    const one = all[chosen % all.length] ?? HORIZON;
    const text = members.join(",");
    return { span: parseEdtf(isAll ? `{${text}}` : `[${text}]`), real: isAll ? all : [one] };
  });

const qualified = fc
  .tuple(plainDate, fc.constantFrom("~", "?", "%"))
  .map(([text, mark]) => whole(`${text}${mark}`));

const exactCases = fc.oneof(plainDate.map(whole), season, masked, hijri, interval, set);
const cases = fc.oneof({ weight: 8, arbitrary: exactCases }, { weight: 1, arbitrary: qualified });
const spans = cases.map(({ span }) => span);
const isExact = (span: TimeSpan) => !span.approximate && !span.uncertain;

const runs = { numRuns: 1500 };
const check = (...args: Parameters<typeof fc.assert>) => fc.assert(args[0], runs);

describe("relations of any two times", () => {
  test("before is irreflexive, antisymmetric and transitive, and excludes sharing a day", () => {
    check(
      fc.property(spans, spans, spans, (a, b, c) => {
        expect(isCertainlyBefore(a, a)).toBe(false);
        if (!isCertainlyBefore(a, b)) return;
        expect(isCertainlyBefore(b, a)).toBe(false);
        expect(isPossiblyBefore(b, a)).toBe(false);
        expect(possiblyOverlaps(a, b)).toBe(false);
        if (isCertainlyBefore(b, c)) expect(isCertainlyBefore(a, c)).toBe(true);
      }),
    );
  });

  test("of before, after and sharing a day exactly one is left open by exact times, and none is sure of others", () => {
    check(
      fc.property(spans, spans, (a, b) => {
        const found = [isCertainlyBefore(a, b), isCertainlyBefore(b, a), possiblyOverlaps(a, b)];
        const count = found.filter(Boolean).length;
        if (isExact(a) && isExact(b)) expect(count).toBe(1);
        else expect([found[0], found[1]]).toEqual([false, false]);
      }),
    );
  });

  test("sharing a day is symmetric, surely as well as possibly", () => {
    check(
      fc.property(spans, spans, (a, b) => {
        expect(possiblyOverlaps(a, b)).toBe(possiblyOverlaps(b, a));
        expect(certainlyOverlaps(a, b)).toBe(certainlyOverlaps(b, a));
        expect(isPossiblyWithin(a, b)).toBe(possiblyOverlaps(a, b));
        expect(commonDays(a, b) !== null).toBe(possiblyOverlaps(a, b));
      }),
    );
  });

  test("what is certain is possible", () => {
    check(
      fc.property(spans, spans, (a, b) => {
        if (isCertainlyBefore(a, b)) expect(isPossiblyBefore(a, b)).toBe(true);
        if (isCertainlyWithin(a, b)) expect(isPossiblyWithin(a, b)).toBe(true);
        if (certainlyOverlaps(a, b)) expect(possiblyOverlaps(a, b)).toBe(true);
      }),
    );
  });

  test("within is transitive, and keeps to its own side of what its time is certainly before", () => {
    check(
      fc.property(spans, spans, spans, (a, b, c) => {
        if (!isCertainlyWithin(a, b)) return;
        if (isCertainlyWithin(b, c)) expect(isCertainlyWithin(a, c)).toBe(true);
        if (isCertainlyBefore(b, c)) expect(possiblyOverlaps(a, c)).toBe(false);
      }),
    );
  });

  test("a wider time loses no possibility and gains no certainty", () => {
    check(
      fc.property(spans, spans, fc.nat(400), fc.nat(400), (a, b, before, after) => {
        const wider: TimeSpan = {
          ...a,
          earliest: a.earliest === null ? null : a.earliest - before,
          latest: a.latest === null ? null : a.latest + after,
        };
        for (const isPossible of [isPossiblyBefore, possiblyOverlaps])
          if (isPossible(a, b)) expect(isPossible(wider, b)).toBe(true);
        if (isPossiblyBefore(b, a)) expect(isPossiblyBefore(b, wider)).toBe(true);
        if (isCertainlyBefore(wider, b)) expect(isCertainlyBefore(a, b)).toBe(true);
        if (isCertainlyBefore(b, wider)) expect(isCertainlyBefore(b, a)).toBe(true);
        if (isCertainlyWithin(wider, b)) expect(isCertainlyWithin(a, b)).toBe(true);
      }),
    );
  });

  test("a doubt about either takes every certainty away and no possibility", () => {
    check(
      fc.property(spans, spans, fc.constantFrom("approximate", "uncertain"), (a, b, doubt) => {
        const doubted = { ...a, [doubt]: true };
        for (const isCertain of [isCertainlyBefore, isCertainlyWithin, certainlyOverlaps]) {
          expect(isCertain(doubted, b)).toBe(false);
          expect(isCertain(b, doubted)).toBe(false);
        }
        expect(isPossiblyBefore(doubted, b)).toBe(isPossiblyBefore(a, b));
        expect(possiblyOverlaps(doubted, b)).toBe(possiblyOverlaps(a, b));
      }),
    );
  });

  test("the order of telling is total, and never against what is certainly before", () => {
    const maybe = fc.option(spans);
    check(
      fc.property(maybe, maybe, maybe, (a, b, c) => {
        expect(compareTimes(a, b) + compareTimes(b, a)).toBe(0);
        if (compareTimes(a, b) <= 0 && compareTimes(b, c) <= 0)
          expect(compareTimes(a, c)).toBeLessThanOrEqual(0);
        if (a !== null && b !== null && isCertainlyBefore(a, b)) expect(compareTimes(a, b)).toBe(-1);
      }),
    );
  });

  test("sure days lie within the outer days, and are days of the time whatever it really was", () => {
    check(
      fc.property(cases, ({ span, real }) => {
        for (const sure of sureDays(span)) {
          expect(isInside(sure, span)).toBe(true);
          // Whatever it really was, they are days of it.
          const inReal = real.some(([from, to]) =>
            isInside(
              { earliest: sure.earliest ?? HORIZON[0], latest: sure.latest ?? HORIZON[1] },
              { earliest: from, latest: to },
            ),
          );
          expect(inReal).toBe(true);
        }
        const hull = hullOf(real.map(([earliest, latest]) => ({ earliest, latest })));
        const [first, last] = hullDays(span);
        expect(hull === null || isInside(hull, { earliest: first, latest: last })).toBe(true);
      }),
    );
  });
});

describe("what a claim says of a time that is asked about", () => {
  const claims = fc.record({
    case: cases,
    bound: fc.constantFrom("precise" as const, "imprecise" as const),
    /** Which of its days it really was, for an imprecise one. */
    choice: fc.double({ min: 0, max: 1, noNaN: true }),
  });

  test("holds for what really was so: certain where it says so, and never denied", () => {
    check(
      fc.property(claims, exactCases, ({ case: given, bound, choice }, asked) => {
        const claim: TimeClaim = { span: given.span, bound, starts: false, ends: false };
        const [first, last] = given.real[0] ?? HORIZON;
        const only = Math.round(first + choice * (last - first));
        const held: readonly Days[] = bound === "precise" ? given.real : [[only, only]];
        const isSo = held.some(([from, to]) =>
          asked.real.some(([start, stop]) => from <= stop && start <= to),
        );
        const answer = heldOn(claim, asked.span);
        if (answer === "certain") expect(isSo).toBe(true);
        if (isSo) expect(answer).not.toBe("no");
        for (const days of daysHeld(claim))
          expect(held.some(([from, to]) => daysOverlap(days, { earliest: from, latest: to }))).toBe(true);
      }),
    );
  });

  test("that is precise is certain of whatever an imprecise one is certain of", () => {
    check(
      fc.property(cases, exactCases, ({ span }, asked) => {
        const claim = { span, starts: false, ends: false };
        if (heldOn({ ...claim, bound: "imprecise" }, asked.span) === "certain")
          expect(heldOn({ ...claim, bound: "precise" }, asked.span)).toBe("certain");
      }),
    );
  });
});

describe("a time in words", () => {
  const written = fc.oneof(
    plainDate.map(parseEdtf),
    fc.constantFrom("1985-22", "1990-23", "198X", "1988-07-30/1988-08-03").map(parseEdtf),
    hijri.map(({ span }) => span),
    fc
      .tuple(plainDate, plainDate)
      .filter(([a, b]) => a.length === b.length && a < b)
      .map(([a, b]) => parseEdtf(`${a}/${b}`)),
  );
  const marked = fc
    .tuple(written, fc.boolean(), fc.boolean())
    .map(([span, approximate, uncertain]) => ({ ...span, approximate, uncertain }));

  test("in its own calendar is read back as the same days, in both languages", () => {
    check(
      fc.property(marked, fc.constantFrom(...LANGUAGES), (span, language) => {
        const text = formatSpan(span, { language, calendar: span.calendar });
        const reading = parseDateText(text, { calendar: span.calendar });
        const { earliest, latest, approximate, uncertain } = span;
        expect(reading.kind === "span" ? reading.span : text).toMatchObject({
          earliest,
          latest,
          approximate,
          uncertain,
        });
      }),
    );
  });

  test("of a month or a year by the moon names its calendar, so that it is read back in a column of any", () => {
    check(
      fc.property(
        hijri,
        fc.constantFrom(...LANGUAGES),
        fc.constantFrom(...CALENDARS),
        ({ span }, language, column) => {
          fc.pre(span.calendar === "lunar-hijri");
          const text = formatSpan(span, { language, calendar: "lunar-hijri" });
          const reading = parseDateText(text, { calendar: column });
          expect(reading.kind === "span" && reading.span.edtf).toBe(span.edtf);
        },
      ),
    );
  });

  test("of one unit in another calendar names a time that it touches", () => {
    check(
      fc.property(plainDate, fc.constantFrom(...CALENDARS), (edtf, calendar) => {
        const span = parseEdtf(edtf);
        const text = formatSpan(span, { language: "en", calendar });
        // "July or August 1988" names two, and lists write no such date.
        fc.pre(!text.includes(" or "));
        const reading = parseDateText(text.replace(", give or take a day", ""), { calendar });
        expect(reading.kind === "span" && possiblyOverlaps(reading.span, span)).toBe(true);
      }),
    );
  });
});

import peer from "edtf";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isDate, toDayNumber } from "./calendar.ts";
import { parseEdtf, readEdtf } from "./time-edtf.ts";

const DAY_MS = 86_400_000;
const iso = (day: number | null) => (day === null ? null : new Date(day * DAY_MS).toISOString().slice(0, 10));
const bounds = (text: string) => {
  const { earliest, latest } = parseEdtf(text);
  return [iso(earliest), iso(latest)];
};

describe("parseEdtf", () => {
  test.each([
    ["1988", "1988-01-01", "1988-12-31", "year"],
    ["1988-02", "1988-02-01", "1988-02-29", "month"],
    ["1988-07-28", "1988-07-28", "1988-07-28", "day"],
    ["1988-07-28T23:20:30+03:30", "1988-07-28", "1988-07-28", "day"],
    ["198X", "1980-01-01", "1989-12-31", "decade"],
    ["19XX", "1900-01-01", "1999-12-31", "century"],
    ["1988-XX", "1988-01-01", "1988-12-31", "year"],
    ["1988-XX-XX", "1988-01-01", "1988-12-31", "year"],
    ["1988-07-XX", "1988-07-01", "1988-07-31", "month"],
    ["1988-1X", "1988-10-01", "1988-12-31", "year"],
    ["198X-12-25", "1980-12-25", "1989-12-25", "decade"],
    ["198X-02-29", "1980-02-29", "1988-02-29", "decade"],
    ["1988-07/1988-12", "1988-07-01", "1988-12-31", "interval"],
    ["1988-07~/1988-12?", "1988-07-01", "1988-12-31", "interval"],
    ["[1984,1986..1988]", "1984-01-01", "1988-12-31", "interval"],
    ["{1984, 1986-03}", "1984-01-01", "1986-03-31", "interval"],
    ["[1988-07]", "1988-07-01", "1988-07-31", "month"],
    ["1950S2", "1900-01-01", "1999-12-31", "century"],
    ["Y-10000", null, null, "year"],
  ])("%s spans %s to %s, a %s", (text, earliest, latest, precision) => {
    const span = parseEdtf(text);
    expect(span.precision).toBe(precision);
    if (earliest !== null) expect(bounds(text)).toEqual([earliest, latest]);
  });

  test("gives an open or unknown end no day, and a set that is open at one side neither", () => {
    expect(bounds("../2017")).toEqual([null, "2017-12-31"]);
    expect(bounds("2013/")).toEqual(["2013-01-01", null]);
    expect(bounds("2013/..")).toEqual(["2013-01-01", null]);
    expect(bounds("[..1984]")).toEqual([null, "1984-12-31"]);
    expect(bounds("{1984..}")).toEqual(["1984-01-01", null]);
    expect(parseEdtf("../..").precision).toBe("unknown");
    expect(parseEdtf("XXXX-12-24")).toMatchObject({ earliest: null, latest: null, precision: "unknown" });
  });

  test("takes a season as wide as meteorologists and astronomers together make it", () => {
    expect(bounds("1988-22")).toEqual(["1988-06-01", "1988-09-23"]);
    expect(bounds("1988-24")).toEqual(["1988-01-01", "1989-03-20"]);
    expect(bounds("1976-30")).toEqual(["1976-01-01", "1977-03-20"]);
    expect(bounds("1976-32")).toEqual(["1976-06-01", "1976-09-23"]);
    expect(bounds("1988-34")).toEqual(["1988-04-01", "1988-06-30"]);
    expect(bounds("1988-41")).toEqual(["1988-07-01", "1988-12-31"]);
  });

  test("keeps qualifiers wherever they stand", () => {
    for (const text of ["1988~", "~1988-07", "1988-~07-28", "1988/1990~", "[1984~,1986]", "1988-22~"])
      expect(parseEdtf(text)).toMatchObject({ approximate: true, uncertain: false, edtf: text });
    expect(parseEdtf("1988?-07")).toMatchObject({ approximate: false, uncertain: true });
    expect(parseEdtf("1988%")).toMatchObject({ approximate: true, uncertain: true });
  });

  test("keeps the raw text beside the normalised one", () => {
    expect(parseEdtf(" { 1984 , 1986 } ")).toMatchObject({ raw: " { 1984 , 1986 } ", edtf: "{1984,1986}" });
    expect(parseEdtf("1988-07-28T10:00Z").edtf).toBe("1988-07-28");
  });

  test("refuses what is no EDTF, days that do not exist, and intervals that end before they start", () => {
    const wrong = [
      "",
      "88",
      "1988-13",
      "1988-7",
      "1988-02-30",
      "1900-02-29",
      "1988-07-28-01",
      "1988/07",
      "07/1988",
      "1989/1988",
      "1988-22-01",
      "1988-42",
      "1988-00",
      "XXXX-02-30",
      "[]",
      "[..]",
      "[1984,..,1986]",
      "[1986..1984]",
      "{1984",
      "1984/1985/1986",
      "Y1988",
      "Y17E20",
      "-0000",
      "1988S5",
      "summer",
      "۱۹۸۸",
    ];
    for (const text of wrong) {
      expect(() => parseEdtf(text), text).toThrowError(
        expect.objectContaining({ code: "core/edtf", reaction: "input" }),
      );
    }
  });

  test("names the fault of a time that ends before it starts", () => {
    for (const text of ["1990/1988", "1988-08/1988-07-31", "[1990..1988]", " 1990~/1988 "])
      expect(() => parseEdtf(text), text).toThrowError(/ends before it starts\. Write the earlier/u);
    expect(() => parseEdtf("1990/1988-13")).toThrowError(/is not an EDTF time/u);
  });

  test("never throws anything else, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."0123456789X-/.~?%[]{},YES T:") }), (text) => {
        const value = readEdtf(text);
        if (value !== null) expect(parseEdtf(text).raw).toBe(text);
      }),
      { numRuns: 5000 },
    );
  });
});

describe("parseEdtf beside the package edtf 4.11.1", () => {
  const year = fc.integer({ min: 1, max: 9999 }).map((value) => String(value).padStart(4, "0"));
  const two = (value: number) => String(value).padStart(2, "0");
  const month = fc.tuple(year, fc.integer({ min: 1, max: 12 })).map(([y, m]) => `${y}-${two(m)}`);
  const day = fc
    .record({
      year: fc.integer({ min: 1, max: 9999 }),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 31 }),
    })
    .filter((date) => isDate(date, "gregorian"))
    .map((date) => `${String(date.year).padStart(4, "0")}-${two(date.month)}-${two(date.day)}`);
  const date = fc.oneof(year, month, day);
  const qualified = fc.tuple(date, fc.constantFrom("", "?", "~", "%")).map(([text, mark]) => text + mark);
  const masked = fc.oneof(
    year.map((text) => `${text.slice(0, 3)}X`),
    year.map((text) => `${text.slice(0, 2)}XX`),
    year.map((text) => `${text}-XX`),
    month.map((text) => `${text}-XX`),
    year.map((text) => `${text}-XX-XX`),
  );
  const part = fc.tuple(year, fc.integer({ min: 33, max: 41 })).map(([y, code]) => `${y}-${code}`);
  const interval = fc
    .tuple(qualified, qualified)
    // The package refuses an end that begins before the start does, such as 2004-06/2004.
    .filter(([start, end]) => (parseEdtf(start).earliest ?? 0) < (parseEdtf(end).earliest ?? 0))
    .map(([start, end]) => `${start}/${end}`);
  // Of one granularity and in order: the package takes the last member's end, which another may outlast.
  const set = fc
    .oneof(
      fc.uniqueArray(year, { minLength: 1, maxLength: 4 }),
      fc.uniqueArray(day, { minLength: 1, maxLength: 4 }),
    )
    .map((dates) => dates.sort())
    .chain((dates) => fc.constantFrom(`[${dates.join(",")}]`, `{${dates.join(",")}}`));
  const long = fc
    .integer({ min: 10_000, max: 200_000 })
    .chain((value) => fc.constantFrom(`Y${value}`, `Y-${value}`));

  /** Parts 37–39 are thirds of a year; the package starts and ends them a month off (37 ends in May, 38 lasts to September). */
  const isPeersOwnError = (text: string) => /-3[789]$/u.test(text);

  test("agrees on the first and the last day of every bounded form that both read", () => {
    fc.assert(
      fc.property(fc.oneof(qualified, masked, part, interval, set, long), (text) => {
        fc.pre(!isPeersOwnError(text));
        const { earliest, latest } = parseEdtf(text);
        const found = peer(text);
        expect([earliest, latest]).toEqual([
          Math.floor((found.min ?? Number.NaN) / DAY_MS),
          Math.floor((found.max ?? Number.NaN) / DAY_MS),
        ]);
      }),
      { numRuns: 5000 },
    );
  });

  test("departs from it where it is wrong: ranges in sets, seasons, and days that no calendar has", () => {
    const lastDay = (text: string) => Math.floor((peer(text).max ?? Number.NaN) / DAY_MS);
    expect(lastDay("[1984..1986]")).not.toBe(toDayNumber({ year: 1986, month: 12, day: 31 }));
    expect(parseEdtf("[1984..1986]").latest).toBe(toDayNumber({ year: 1986, month: 12, day: 31 }));
    expect(iso(lastDay("1988-22"))).toBe("1988-06-30");
    expect(() => peer("1900-02-29")).not.toThrow();
  });
});

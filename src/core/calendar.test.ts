import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Calendar, daysOf, fromDayNumber, isDate, toDayNumber } from "./calendar.ts";

const iso = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);

describe("toDayNumber and fromDayNumber", () => {
  test("count days as the platform's own clock does, over 5,000 years", () => {
    fc.assert(
      fc.property(fc.integer({ min: -715_000, max: 1_100_000 }), (day) => {
        const { year, month, day: dayOfMonth } = fromDayNumber(day);
        const pad = (value: number, length: number) => String(value).padStart(length, "0");
        expect(`${pad(year, 4)}-${pad(month, 2)}-${pad(dayOfMonth, 2)}`).toBe(iso(day));
      }),
      { numRuns: 2000 },
    );
  });

  test("are each other's inverse in both calendars", () => {
    const calendars = fc.constantFrom<Calendar>("gregorian", "solar-hijri");
    fc.assert(
      fc.property(fc.integer({ min: -500_000, max: 660_000 }), calendars, (day, calendar) => {
        const date = fromDayNumber(day, calendar);
        expect(isDate(date, calendar)).toBe(true);
        expect(toDayNumber(date, calendar)).toBe(day);
      }),
      { numRuns: 2000 },
    );
  });

  test("agree with the platform's Persian calendar from 1850 to 2100", () => {
    const persian = new Intl.DateTimeFormat("en-u-ca-persian-nu-latn", {
      year: "numeric",
      month: "numeric",
      day: "numeric",
      timeZone: "UTC",
    });
    fc.assert(
      fc.property(fc.integer({ min: -43_000, max: 47_000 }), (day) => {
        const parts = persian.formatToParts(new Date(day * 86_400_000));
        const read = (type: string) => Number(parts.find((part) => part.type === type)?.value);
        expect(fromDayNumber(day, "solar-hijri")).toEqual({
          year: read("year"),
          month: read("month"),
          day: read("day"),
        });
      }),
      { numRuns: 2000 },
    );
  });

  test("know the days of the summer of 1367", () => {
    expect(iso(toDayNumber({ year: 1367, month: 5, day: 6 }, "solar-hijri"))).toBe("1988-07-28");
    expect(daysOf({ year: 1367, month: 5 }, "solar-hijri").map(iso)).toEqual(["1988-07-23", "1988-08-22"]);
    expect(daysOf({ year: 1367 }, "solar-hijri").map(iso)).toEqual(["1988-03-21", "1989-03-20"]);
  });

  test("refuse days that a calendar does not have", () => {
    const cases = [
      { date: { year: 1900, month: 2, day: 29 }, calendar: "gregorian" },
      { date: { year: 1988, month: 13, day: 1 }, calendar: "gregorian" },
      { date: { year: 1988, month: 1.5, day: 1 }, calendar: "gregorian" },
      { date: { year: 1367, month: 12, day: 30 }, calendar: "solar-hijri" },
      { date: { year: 4000, month: 1, day: 1 }, calendar: "solar-hijri" },
    ] as const;
    for (const { date, calendar } of cases) {
      expect(() => toDayNumber(date, calendar)).toThrowError(
        expect.objectContaining({ code: "core/no-such-date" }),
      );
    }
    expect(() => fromDayNumber(-1_000_000, "solar-hijri")).toThrowError(
      expect.objectContaining({ code: "core/no-such-date" }),
    );
  });
});

import { describe, expect, test } from "vitest";
import { toIsoDay } from "./calendar.ts";
import { beginningOf, daysHeld, endOf, heldOn, spanBetween, spanOfDays, untilDay } from "./time-claims.ts";
import { parseEdtf } from "./time-edtf.ts";
import type { TimeSpan } from "./time-span.ts";
import { type DayBounds, sureDays } from "./time-sure-days.ts";
import { parseDateText } from "./time-text.ts";

const inWords = ({ earliest, latest }: DayBounds) =>
  `${earliest === null ? ".." : toIsoDay(earliest)}/${latest === null ? ".." : toIsoDay(latest)}`;

function written(text: string): TimeSpan {
  const reading = parseDateText(text);
  if (reading.kind !== "span") throw new RangeError(text);
  return reading.span;
}

describe("the days that are sure of a time", () => {
  test.each([
    ["1988-07-28", ["1988-07-28/1988-07-28"]],
    ["1988-07", ["1988-07-01/1988-07-31"]],
    ["1988", ["1988-01-01/1988-12-31"]],
    ["198X", ["1980-01-01/1989-12-31"]],
    ["1988-XX", ["1988-01-01/1988-12-31"]],
    ["1988/1990-03", ["1988-01-01/1990-03-31"]],
    ["2013/..", ["2013-01-01/.."]],
    ["../2013", ["../2013-12-31"]],
    ["../..", ["../.."]],
    ["{1984,1986..1988}", ["1984-01-01/1984-12-31", "1986-01-01/1988-12-31"]],
    ["[1988-07]", ["1988-07-01/1988-07-31"]],
    ["1988-34", ["1988-04-01/1988-06-30"]],
  ])("of %s are all of its days", (edtf, days) => {
    expect(sureDays(parseEdtf(edtf)).map(inWords)).toEqual(days);
  });

  test.each([
    ["1988-22", ["1988-06-23/1988-08-31"]],
    ["1988-29", ["1988-09-25/1988-11-30"]],
    ["1988-24", []],
    ["1988-30", []],
    ["1988-22/1988-12", ["1988-06-23/1988-12-31"]],
    ["1988-24/1990", []],
    ["2013/", ["2013-01-01/2013-01-01"]],
    ["/2013", ["2013-12-31/2013-12-31"]],
    ["/", []],
    ["/..", []],
    ["[1984,1986]", []],
    ["[1984..1986]", []],
    ["[..1984]", []],
    ["198X-12", []],
    ["1988-1X", []],
    ["198X-22", []],
    ["XXXX", []],
    ["1988~", []],
    ["1988?/1990", []],
  ])("of %s are fewer than its outer days, or none", (edtf, days) => {
    expect(sureDays(parseEdtf(edtf)).map(inWords)).toEqual(days);
  });

  test("of a date by the moon are those that are its days whenever the moon was seen", () => {
    expect(sureDays(written("محرم ۱۴۰۹")).map(inWords)).toEqual(["1988-08-15/1988-09-11"]);
    expect(sureDays(written("۱ تا ۱۰ محرم ۱۴۰۹")).map(inWords)).toEqual(["1988-08-15/1988-08-22"]);
    expect(sureDays(written("۱ تا ۲ محرم ۱۴۰۹"))).toEqual([]);
    expect(sureDays(written("۱ محرم ۱۴۰۹"))).toEqual([]);
    expect(sureDays(written("مرداد ۱۳۶۷")).map(inWords)).toEqual(["1988-07-23/1988-08-22"]);
  });
});

describe("a claim", () => {
  const claim = (edtf: string, more: object = {}) => ({
    span: parseEdtf(edtf),
    bound: "imprecise" as const,
    starts: false,
    ends: false,
    ...more,
  });
  const precise = { bound: "precise" as const };

  test("that is precise held on every day of its time, one that is not on some day of it", () => {
    expect(heldOn(claim("1988", precise), parseEdtf("1988-07"))).toBe("certain");
    expect(heldOn(claim("1988"), parseEdtf("1988-07"))).toBe("possible");
    expect(heldOn(claim("1988"), parseEdtf("1987/1989"))).toBe("certain");
    expect(heldOn(claim("1988"), parseEdtf("1989"))).toBe("no");
    expect(daysHeld(claim("1988"))).toEqual([]);
    expect(daysHeld(claim("1988-07-28")).map(inWords)).toEqual(["1988-07-28/1988-07-28"]);
  });

  test("begins and ends with its time only where it says so", () => {
    const edtfOf = (span: TimeSpan | null) => span?.edtf ?? null;
    const both = { starts: true, ends: true };
    expect([beginningOf(claim("1988")), endOf(claim("1988", precise))]).toEqual([null, null]);
    expect(edtfOf(beginningOf(claim("1988", both)))).toBe("1988");
    expect(edtfOf(beginningOf(claim("1988/1990", { ...precise, ...both })))).toBe("1988-01-01");
    expect(edtfOf(endOf(claim("1988/1990", { ...precise, ...both })))).toBe("1990-12-31");
    expect(edtfOf(beginningOf(claim("1988-22", { ...precise, ...both })))).toBe("[1988-06-01..1988-06-23]");
    expect(edtfOf(endOf(claim("1988/..", { ...precise, ...both })))).toBeNull();
    expect(beginningOf(claim("1988~", { ...precise, ...both }))).toMatchObject({ approximate: true });
    const lunar = { ...precise, ...both, span: written("محرم ۱۴۰۹") };
    expect(edtfOf(beginningOf(claim("1988", lunar)))).toBe("[1988-08-13..1988-08-15]");
    expect(edtfOf(endOf(claim("1988", lunar)))).toBe("[1988-09-11..1988-09-13]");
  });

  test("had happened by a day when it must have, or may have", () => {
    const until = untilDay(parseEdtf("1988-07-31").latest ?? 0);
    expect(until.edtf).toBe("../1988-07-31");
    expect(heldOn(claim("1988-07"), until)).toBe("certain");
    expect(heldOn(claim("1988"), until)).toBe("possible");
    expect(heldOn(claim("1988", precise), until)).toBe("certain");
    expect(heldOn(claim("1988-08"), until)).toBe("no");
    expect(heldOn(claim("1988-07?"), until)).toBe("possible");
  });
});

describe("a span made of days or of two spans", () => {
  test("is EDTF again", () => {
    expect(spanOfDays({ earliest: 0, latest: 0 }).edtf).toBe("1970-01-01");
    expect(spanOfDays({ earliest: 0, latest: null }).edtf).toBe("1970-01-01/..");
    expect(spanOfDays({ earliest: null, latest: null }).edtf).toBe("../..");
    expect(spanBetween(parseEdtf("1988~"), parseEdtf("1990-03")).edtf).toBe("1988~/1990-03");
    expect(spanBetween(parseEdtf("[1988,1989]"), null).edtf).toBe("1988-01-01/..");
    expect(spanBetween(parseEdtf("../1989"), parseEdtf("1990/")).edtf).toBe("../..");
    expect(spanBetween(parseEdtf("1990"), parseEdtf("1988")).edtf).toBe("1988-01-01/1990-12-31");
  });
});

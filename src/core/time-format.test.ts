import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CALENDARS, type Calendar } from "./calendar.ts";
import { LANGUAGES } from "./messages.ts";
import { parseEdtf } from "./time-edtf.ts";
import { formatSpan } from "./time-format.ts";
import { timeMessagesEn } from "./time-messages.en.ts";
import { timeMessagesFa } from "./time-messages.fa.ts";
import { parseDateText } from "./time-text.ts";

const english = (edtf: string, calendar: Calendar = "gregorian") =>
  formatSpan(parseEdtf(edtf), { language: "en", calendar });
const persian = (edtf: string, calendar: Calendar = "solar-hijri") =>
  formatSpan(parseEdtf(edtf), { language: "fa", calendar });

describe("formatSpan", () => {
  test.each([
    ["1988", "1988"],
    ["1988-07", "July 1988"],
    ["1988-07-28", "28 July 1988"],
    ["1988-22", "summer 1988"],
    ["1988-33", "January to March 1988"],
    ["1988-07/1988-12", "July to December 1988"],
    ["1988-07-28/1988-08-03", "28 July to 3 August 1988"],
    ["1988-07-28/1989-01-05", "28 July 1988 to 5 January 1989"],
    ["1974-12/1975-01", "December 1974 to January 1975"],
    ["1988-07-20/1988-07-21", "20 to 21 July 1988"],
    ["1988-22/1989", "summer 1988 to 1989"],
    ["../2017", "until 2017"],
    ["2013/..", "from 2013 on"],
    ["1988/", "from 1988 to an unknown date"],
    ["/1988", "from an unknown date to 1988"],
    ["../..", "at any time"],
    ["/..", "date unknown"],
    ["XXXX", "date unknown"],
    ["198X", "the 1980s"],
    ["19XX", "1900 to 1999"],
    ["1988~", "about 1988"],
    ["1988-07?", "July 1988 (doubtful)"],
    ["1988%", "perhaps about 1988"],
    ["[1984,1986..1988]", "one of: 1984, 1986 to 1988"],
    ["-0044-03-15", "15 March 45 BCE"],
  ])("writes %s in English as %s", (edtf, text) => {
    expect(english(edtf)).toBe(text);
  });

  test("writes Persian with its digits, months and the ezafe after a silent he", () => {
    expect(persian("1988-07-28")).toBe("۶ مرداد ۱۳۶۷");
    expect(persian("1988-07-28", "gregorian")).toBe("۲۸ ژوئیهٔ ۱۹۸۸");
    expect(persian("1988-22")).toBe("تابستان ۱۳۶۷");
    expect(persian("../2017", "gregorian")).toBe("تا ۲۰۱۷");
    expect(persian("1988~", "gregorian")).toBe("حدود ۱۹۸۸");
  });

  test("names both units of the other calendar that a month or year touches, never its days", () => {
    expect(english("1988", "solar-hijri")).toBe("1366 or 1367 SH");
    expect(english("1988-07", "solar-hijri")).toBe("Tir or Mordad 1367");
    expect(english("1988-03", "solar-hijri")).toBe("Esfand 1366 or Farvardin 1367");
    expect(english("1988-07/1988-12", "solar-hijri")).toBe("Tir to Dey 1367");
    expect(english("1988-24", "solar-hijri")).toBe("winter 1366 or 1367");
  });

  test("gives what was written in Solar Hijri back as it was written", () => {
    const shown = (raw: string, calendar: Calendar) => {
      const reading = parseDateText(raw, { calendar: "solar-hijri" });
      return reading.kind === "span" ? formatSpan(reading.span, { language: "en", calendar }) : reading.kind;
    };
    expect(shown("۱۳۶۷/۵", "solar-hijri")).toBe("Mordad 1367");
    expect(shown("۱۳۶۷/۵", "gregorian")).toBe("July or August 1988");
    expect(shown("1367", "solar-hijri")).toBe("1367 SH");
    expect(shown("1367", "gregorian")).toBe("1988 or 1989");
    expect(shown("تابستان ۱۳۶۷", "gregorian")).toBe("summer 1988");
    expect(shown("زمستان ۱۳۶۷", "gregorian")).toBe("winter 1988 or 1989");
    expect(shown("مرداد تا شهریور ۱۳۶۷", "solar-hijri")).toBe("Mordad to Shahrivar 1367");
  });

  test("gives what was written in Lunar Hijri back as it was written, and elsewhere with its doubt", () => {
    const shown = (raw: string, calendar: Calendar, language: "en" | "fa" = "en") => {
      const reading = parseDateText(raw);
      return reading.kind === "span" ? formatSpan(reading.span, { language, calendar }) : reading.kind;
    };
    expect(CALENDARS.map((calendar) => shown("۱۶ ذی‌الحجه ۱۴۰۸", calendar))).toEqual([
      "31 July 1988, give or take a day",
      "9 Mordad 1367, give or take a day",
      "16 Dhu al-Hijja 1408",
    ]);
    expect(CALENDARS.map((calendar) => shown("محرم ۱۴۰۹", calendar, "fa"))).toEqual([
      "اوت یا سپتامبر ۱۹۸۸",
      "مرداد یا شهریور ۱۳۶۷",
      "محرم ۱۴۰۹",
    ]);
    expect(CALENDARS.map((calendar) => shown("1408 AH", calendar))).toEqual([
      "1987 or 1988",
      "1366 or 1367 SH",
      "1408 AH",
    ]);
    expect(shown("1 تا 10 محرم 1409", "gregorian")).toBe("14 to 23 August 1988, give or take a day");
    expect(shown("دهه ۱۴۰۰ ق", "lunar-hijri")).toBe("the 1400s AH");
    expect(shown("حدود ۱۶ ذیحجه ۱۴۰۸", "gregorian")).toBe("about 31 July 1988, give or take a day");
  });

  test("shows days in Lunar Hijri with its doubt, and months by all that they may touch", () => {
    const lunar = (edtf: string) => english(edtf, "lunar-hijri");
    expect(lunar("1988-07-31")).toBe("16 Dhu al-Hijja 1408, give or take a day");
    expect(persian("1988-07-31", "lunar-hijri")).toBe("۱۶ ذی‌الحجهٔ ۱۴۰۸، یک روز پس‌وپیش");
    expect(lunar("1988-07")).toBe("Dhu al-Qa'da or Dhu al-Hijja 1408");
    expect(lunar("1988")).toBe("1408 or 1409 AH");
    expect(lunar("1988-22")).toBe("Shawwal 1408 to Safar 1409");
    // 13 August 1988 is the last day of 1408 by calculation, and may have been the first of 1409.
    expect(lunar("1988-08-13")).toBe("29 Dhu al-Hijja 1408, give or take a day");
    expect(lunar("0300")).toBe("300");
  });

  test("falls back to the Gregorian calendar where Solar Hijri is not computed", () => {
    expect(english("Y17E7", "solar-hijri")).toBe("170000000");
    expect(english("0300/1988", "solar-hijri")).toBe("300 to 1988");
  });

  test("names a day only where a day is known", () => {
    const coarse = fc
      .record({ year: fc.integer({ min: 1300, max: 2100 }), month: fc.integer({ min: 1, max: 12 }) })
      .chain(({ year, month }) =>
        fc.constantFrom(`${year}`, `${year}-${String(month).padStart(2, "0")}`, `${year}~`, `${year}-22`),
      );
    const calendars = fc.constantFrom(...CALENDARS);
    fc.assert(
      fc.property(coarse, calendars, fc.constantFrom(...LANGUAGES), (edtf, calendar, language) => {
        const text = formatSpan(parseEdtf(edtf), { language, calendar });
        // Years have three or four digits; a number of one or two would be a day.
        expect(text).not.toMatch(/(?<![\p{N}])\p{N}{1,2}(?![\p{N}])/u);
      }),
      { numRuns: 1000 },
    );
  });

  test("has every message in both languages, with the same holes", () => {
    const holes = (text: string) => [...text.matchAll(/\{\w+\}/gu)].map(String).sort();
    expect(Object.keys(timeMessagesFa)).toEqual(Object.keys(timeMessagesEn));
    for (const [key, text] of Object.entries(timeMessagesEn))
      expect(holes(timeMessagesFa[key as keyof typeof timeMessagesEn]), key).toEqual(holes(text));
  });
});

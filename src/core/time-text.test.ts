import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CALENDARS, DOUBT_DAYS, daysOf, fromDayNumber } from "./calendar.ts";
import { parseEdtf } from "./time-edtf.ts";
import { type DateTextOptions, parseDateText } from "./time-text.ts";

function read(text: string, options: DateTextOptions = {}): string {
  const reading = parseDateText(text, options);
  return reading.kind === "span" ? `${reading.span.edtf} ${reading.span.precision}` : reading.kind;
}

const solar: DateTextOptions = { calendar: "solar-hijri" };

describe("parseDateText", () => {
  test.each([
    ["1988-07-28", "1988-07-28 day"],
    ["1988-07-28 10:20", "1988-07-28 day"],
    ["19880728", "1988-07-28 day"],
    ["28/07/1988", "1988-07-28 day"],
    ["28.7.1988", "1988-07-28 day"],
    ["٢٨/٠٧/١٩٨٨", "1988-07-28 day"],
    ["1988", "1988 year"],
    ["1988-07", "1988-07 month"],
    ["07/1988", "1988-07 month"],
    ["28 Jul 1988", "1988-07-28 day"],
    ["July 28th, 1988", "1988-07-28 day"],
    ["12 de marzo de 1977", "1977-03-12 day"],
    ["28 ژوئیهٔ ۱۹۸۸", "1988-07-28 day"],
    ["١٥ تشرين الأول ١٩٧٣", "1973-10-15 day"],
    ["ABR/1976", "1976-04 month"],
    ["ENE/1977", "1977-01 month"],
    ["02/ENE/1977", "1977-01-02 day"],
    ["1988-00-00", "1988 year"],
    ["00/05/1988", "1988-05 month"],
    ["summer 1988", "1988-22 season"],
    ["1980s", "198X decade"],
    ["c. 1988", "1988~ year"],
    ["1988?", "1988? year"],
    ["about 1988?", "1988% year"],
  ])("reads %s as %s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test.each([
    ["1º/03/1976", "1976-03-01 day"],
    ["20-21/05/1977", "1977-05-20/1977-05-21 interval"],
    ["03-05/09/1977", "1977-09-03/1977-09-05 interval"],
    ["31/01-18/02/1977", "1977-01-31/1977-02-18 interval"],
    ["JUL-AGO/1975", "1975-07/1975-08 interval"],
    ["DIC/1974-ENE/1975", "1974-12/1975-01 interval"],
    ["DIC/1977-AÑO/1978", "1977-12/1978 interval"],
    ["AÑO/1975", "1975 year"],
    ["AÑOS/1976-77", "1976/1977 interval"],
    ["med/05/1976", "1976-05 month"],
    ["fines/1973", "1973 year"],
    ["2ª quinc/11/1977", "1977-11-16/1977-11-30 interval"],
    ["from 3 to 5 May 1977", "1977-05-03/1977-05-05 interval"],
    ["1976-1978", "1976/1978 interval"],
  ])("reads %s, as registers write ranges and parts of a month, as %s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test.each([
    ["1367/5/15", "1988-08-06 day"],
    ["۱۳۶۷/۰۵", "1988-07-23/1988-08-22 month"],
    ["1367/5", "1988-07-23/1988-08-22 month"],
    ["1367", "1988-03-21/1989-03-20 year"],
    ["۱۲ مرداد ۱۳۶۷", "1988-08-03 day"],
    ["خرداد ماه ۱۳۶۷", "1988-05-22/1988-06-21 month"],
    ["تابستان ۱۳۶۷", "1988-06-22/1988-09-22 season"],
    ["مرداد و شهریور ۱۳۶۷", "1988-07-23/1988-09-22 interval"],
    ["دهه ۱۳۶۰", "1981-03-21/1991-03-20 decade"],
    ["حدود ۱۳۶۷", "1988-03-21~/1989-03-20~ year"],
    ["1366/12/30", "1988-03-20 day"],
    ["15 Mordad 1367", "1988-08-06 day"],
    ["اسد ۱۳۵۸", "1979-07-23/1979-08-22 month"],
    ["Aug 1988", "1988-08 month"],
  ])("reads %s in a Solar Hijri column as %s", (text, expected) => {
    expect(read(text, solar)).toBe(expected);
  });

  test("passes EDTF through, in Gregorian columns", () => {
    expect(read("../2017")).toBe("../2017 interval");
    expect(read("1988/")).toBe("1988/ interval");
    expect(read("1988-22")).toBe("1988-22 season");
    expect(read("[1984,1986]")).toBe("[1984,1986] interval");
    expect(read("../1367", solar)).toBe("unreadable");
  });

  test("guesses nothing: two-digit years, other calendars' years, days that do not exist, and prose", () => {
    for (const text of [
      "67",
      "5/6/67",
      "1367/5/15",
      "1988-13-01",
      "30/02/1988",
      "Sin datos fecha",
      "28 July",
      "1988-07-28-29-30",
      "DIC-ENE/1977",
    ])
      expect(read(text), text).toBe("unreadable");
    for (const text of ["1988-07-28", "1367/12/30", "1367/13"])
      expect(read(text, solar), text).toBe("unreadable");
  });

  test("takes 03/04 as the order says, and a month above twelve as the day when no order is given", () => {
    expect(read("03/04/1988")).toBe("1988-04-03 day");
    expect(read("03/04/1988", { order: "mdy" })).toBe("1988-03-04 day");
    expect(read("05/28/1988")).toBe("1988-05-28 day");
    expect(read("05/28/1988", { order: "dmy" })).toBe("unreadable");
  });

  test("tells the calendar by the year where the recipe asks for that", () => {
    expect(read("1367/5", { calendar: "by-year" })).toBe("1988-07-23/1988-08-22 month");
    expect(read("1988/5", { calendar: "by-year" })).toBe("1988-05 month");
  });

  test("keeps 01-01 as a year only where the recipe says that it stands for one", () => {
    const precision = "year-when-january-first";
    expect(read("1988-01-01")).toBe("1988-01-01 day");
    expect(read("1988-01-01", { precision })).toBe("1988 year");
    expect(read("1988-01-02", { precision })).toBe("1988-01-02 day");
    expect(read("1367/1/1", { ...solar, precision })).toBe("1988-03-21/1989-03-20 year");
    expect(read("1988-07-28", { precision: "month" })).toBe("1988-07 month");
    expect(read("1988-07-28", { precision: "year" })).toBe("1988 year");
    const reading = parseDateText("1988-01-01", { precision });
    expect(reading.kind === "span" && reading.span.raw).toBe("1988-01-01");
  });

  test("tells missing from unreadable", () => {
    for (const text of ["", "  ", "-", "?", "—"]) expect(read(text)).toBe("missing");
    expect(read("ناشناس", { unknown: ["ناشناس"] })).toBe("missing");
    expect(read("نا‌شناس", { unknown: ["ناشناس"] })).toBe("unreadable");
  });

  test("never claims a day that the text does not name", () => {
    const year = fc.integer({ min: 1300, max: 1420 });
    fc.assert(
      fc.property(year, fc.integer({ min: 0, max: 12 }), (jalali, month) => {
        const text = month === 0 ? String(jalali) : `${jalali}/${month}`;
        const reading = parseDateText(text, solar);
        const [first, last] = daysOf({ year: jalali, month: month === 0 ? undefined : month }, "solar-hijri");
        expect(reading.kind === "span" && [reading.span.earliest, reading.span.latest]).toEqual([
          first,
          last,
        ]);
      }),
    );
  });

  test("reads every day that it is given in many writings, in every calendar", () => {
    const calendars = fc.constantFrom(...CALENDARS);
    fc.assert(
      fc.property(fc.integer({ min: -60_000, max: 39_000 }), calendars, fc.nat(), (day, calendar, style) => {
        const { year, month, day: d } = fromDayNumber(day, calendar);
        const writings = [
          `${year}-${month}-${d}`,
          `${d}/${month}/${year}`,
          `${year} ${month} ${d}`,
          `${d}.${month}.${year}`,
        ];
        const text = writings[style % writings.length] ?? "";
        const reading = parseDateText(text, { calendar });
        expect(reading.kind === "span" && reading.span).toMatchObject({
          earliest: day - DOUBT_DAYS[calendar],
          latest: day + DOUBT_DAYS[calendar],
          precision: "day",
          raw: text,
        });
      }),
      { numRuns: 2000 },
    );
  });

  test("gives only EDTF that spans the same days, whatever the text, and never throws", () => {
    const words = fc.constantFrom(
      ..."0123456789/-. ?~",
      " مرداد ",
      " محرم ",
      " ق",
      " هجری ",
      " تا ",
      "ENE",
      " to ",
      "1988",
      "1367",
      "quinc",
      "۱",
      "..",
      "X",
      "19",
    );
    const texts = fc.array(words, { maxLength: 12 }).map((parts) => parts.join(""));
    fc.assert(
      fc.property(
        texts,
        fc.constantFrom(...CALENDARS, "by-year" as const, "as-stated" as const),
        (text, calendar) => {
          const reading = parseDateText(text, { calendar });
          if (reading.kind !== "span") return;
          const { earliest, latest, approximate, uncertain } = parseEdtf(reading.span.edtf);
          expect(reading.span).toMatchObject({ earliest, latest, approximate, uncertain });
        },
      ),
      { numRuns: 5000 },
    );
  });
});

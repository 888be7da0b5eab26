import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CALENDARS, daysOf, toDayNumber } from "./calendar.ts";
import { type DateTextOptions, parseDateText } from "./time-text.ts";

function read(text: string, options: DateTextOptions = {}): string {
  const reading = parseDateText(text, options);
  if (reading.kind !== "span") return reading.kind;
  const { edtf, precision, calendar } = reading.span;
  return `${edtf} ${precision} ${calendar}`;
}

const lunar: DateTextOptions = { calendar: "lunar-hijri" };

describe("dates of the Lunar Hijri calendar", () => {
  test.each([
    ["1408/12/16", "[1988-07-30..1988-08-01] day"],
    ["۱۶/۱۲/۱۴۰۸", "[1988-07-30..1988-08-01] day"],
    ["1408-12", "1988-07-15/1988-08-14 month"],
    ["1408", "1987-08-25/1988-08-14 year"],
    ["دهه ۱۴۰۰", "1979-11-20/1989-08-04 decade"],
    ["1408?", "1987-08-25?/1988-08-14? year"],
    ["c. 1408/12/16", "[1988-07-30~..1988-08-01~] day"],
  ])("in a column of its own, %s is %s, a day doubtful at each end", (text, expected) => {
    expect(read(text, lunar)).toBe(`${expected} lunar-hijri`);
  });

  test.each([
    "۱۶ ذی‌الحجه ۱۴۰۸",
    "۱۶ ذیحجه ۱۴۰۸",
    "١٦ ذو الحجة ١٤٠٨",
    "١٦ ذي الحجّة ١٤٠٨ هـ",
    "۱۶ ذی‌الحجة الحرام ۱۴۰۸ ه‍.ق",
    "16 Dhu al-Hijja 1408",
    "16 Dhū l-Ḥijja 1408 A.H.",
    "Dhu'l-Hijja 16, 1408 AH",
    "16 Zihajjeh 1408",
    "1408/12/16 هجری قمری",
    "۱۴۰۸/۱۲/۱۶ ق",
  ])("%s is the sixteenth of Dhu al-Hijja 1408, whatever the column's calendar", (text) => {
    for (const calendar of [...CALENDARS, "by-year", "as-stated"] as const)
      expect(read(text, { calendar }), calendar).toBe("[1988-07-30..1988-08-01] day lunar-hijri");
  });

  test.each([
    ["محرم الحرام ۱۴۰۹", 1],
    ["صفر المظفر 1409", 2],
    ["ربیع‌الاول ۱۴۰۹", 3],
    ["Rabiʿ I 1409", 3],
    ["ربيع الآخر 1409", 4],
    ["Rabi' al-thani 1409", 4],
    ["جمادى الأولى ١٤٠٩", 5],
    ["Jumada al-Akhira 1409", 6],
    ["رجب المرجب 1409", 7],
    ["Sha‘bān 1409", 8],
    ["رمضان المبارک ۱۴۰۹", 9],
    ["Ramazan 1409", 9],
    ["شوال المکرم ۱۴۰۹", 10],
    ["ذی‌القعدة 1409", 11],
    ["Zil-Hajj 1409", 12],
  ])("%s is month %i", (text, month) => {
    const [first, last] = daysOf({ year: 1409, month }, "lunar-hijri");
    const reading = parseDateText(text);
    expect(reading.kind === "span" && [reading.span.earliest, reading.span.latest]).toEqual([
      first - 1,
      last + 1,
    ]);
  });

  test("reads ranges with the doubt at their outer ends only", () => {
    expect(read("1 تا 10 محرم 1409")).toBe("1988-08-13/1988-08-24 interval lunar-hijri");
    expect(read("محرم و صفر ۱۴۰۹")).toBe("1988-08-13/1988-10-12 interval lunar-hijri");
    expect(read("1408-1409", lunar)).toBe("1987-08-25/1989-08-04 interval lunar-hijri");
  });

  test("keeps the 30th day of a month that was seen for 30 days and is calculated with 29", () => {
    const [, last] = daysOf({ year: 1409, month: 2 }, "lunar-hijri");
    const reading = parseDateText("30 صفر 1409");
    expect(reading.kind === "span" && [reading.span.earliest, reading.span.latest]).toEqual([last, last + 2]);
    expect(read("31 صفر 1409")).toBe("unreadable");
  });

  test("reads nothing that names two calendars, or a season of a year that wanders through the seasons", () => {
    for (const text of [
      "مرداد ۱۴۰۸ ق",
      "محرم ۱۳۶۷ ش",
      "July 1408 AH",
      "Muharram 1988",
      "1988 AH",
      "۱۴۰۸ ق ش",
    ])
      expect(read(text), text).toBe("unreadable");
    expect(read("تابستان ۱۴۰۸", lunar)).toBe("unreadable");
    expect(read("ربیع ۱۴۰۹", lunar)).toBe("unreadable");
    // The left end of a range takes its year from the right one only within one calendar.
    expect(read("Mordad to September 1988")).toBe("unreadable");
  });
});

describe("a bare Hijri year", () => {
  const today = toDayNumber({ year: 2026, month: 11, day: 27 });

  test("is lunar or solar as the text says, and nothing but that", () => {
    expect(read("1408 AH")).toBe("1987-08-25/1988-08-14 year lunar-hijri");
    expect(read("۱۳۶۷ شمسی")).toBe("1988-03-21/1989-03-20 year solar-hijri");
    expect(read("1367 SH")).toBe("1988-03-21/1989-03-20 year solar-hijri");
    expect(read("۱۳۶۷ هجری خورشیدی")).toBe("1988-03-21/1989-03-20 year solar-hijri");
    expect(read("۱۹۸۸ میلادی", { calendar: "solar-hijri" })).toBe("1988 year gregorian");
  });

  test("is ambiguous where nothing says by the sun or by the moon", () => {
    for (const text of ["1367", "1408", "1408/12/16", "هجری ۱۳۶۷", "١٣٦٧ هـ"])
      expect(read(text, { calendar: "as-stated" }), text).toBe("ambiguous");
    expect(read("1988", { calendar: "as-stated" })).toBe("1988 year gregorian");
    expect(read("هجری ۱۳۶۷", { calendar: "by-year" })).toBe("ambiguous");
    expect(read("هجری ۱۳۶۷", { calendar: "solar-hijri" })).toBe("1988-03-21/1989-03-20 year solar-hijri");
    expect(read("هجری ۱۳۶۷", lunar)).toBe("1947-11-14/1948-11-03 year lunar-hijri");
  });

  test("is not taken for a year to come when it is one that has passed by the moon", () => {
    for (const calendar of ["by-year", "solar-hijri"] as const) {
      expect(read("1408", { calendar, today }), calendar).toBe("ambiguous");
      expect(read("1408/12/16", { calendar, today }), calendar).toBe("ambiguous");
      expect(read("۱۴۰۸ ش", { calendar, today }), calendar).toContain("solar-hijri");
      expect(read("مرداد ۱۴۰۸", { calendar, today }), calendar).toContain("solar-hijri");
      expect(read("1405/9/6", { calendar, today }), calendar).toContain("solar-hijri");
    }
    expect(read("1408", { ...lunar, today })).toContain("lunar-hijri");
  });

  test("never is both: whatever the column, one text has one reading", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1300, max: 1499 }), fc.constantFrom(...CALENDARS), (year, calendar) => {
        const reading = parseDateText(String(year), { calendar });
        const found = reading.kind === "span" ? reading.span.calendar : reading.kind;
        expect(found).toBe(calendar === "gregorian" ? "unreadable" : calendar);
      }),
    );
  });
});

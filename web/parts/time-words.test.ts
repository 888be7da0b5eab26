import { describe, expect, it } from "vitest";
import {
  CALENDARS as CORE_CALENDARS,
  formatSpan,
  parseDateText,
  parseEdtf,
  type TimeSpan,
} from "../../src/core/pure.ts";
import { createPageWords } from "../page-words.ts";
import { spanOf, timeWords } from "./time-words.ts";

const WRITTEN = [
  "1988",
  "1988-07",
  "1988-07-28",
  "1988-07~",
  "1988-22",
  "198X",
  "../2017",
  "1988-07/1988-12",
];
const SPOKEN = [
  ["۱۳۶۷", "solar-hijri"],
  ["مرداد ۱۳۶۷", "solar-hijri"],
  ["۱۳۶۷/۰۵/۰۶", "solar-hijri"],
  ["تابستان ۱۳۶۷", "solar-hijri"],
  ["محرم ۱۴۰۹", "lunar-hijri"],
  ["۱۴۰۹", "lunar-hijri"],
  ["۱۶ ذی‌الحجه ۱۴۰۸", "lunar-hijri"],
] as const;

function spans(): TimeSpan[] {
  const spoken = SPOKEN.map(([text, calendar]) => {
    const reading = parseDateText(text, { calendar });
    if (reading.kind !== "span") throw new Error(`${text}: ${reading.kind}`);
    return reading.span;
  });
  return [...WRITTEN.map((text) => parseEdtf(text)), ...spoken];
}

/** As the server answers. */
function viewOf(span: TimeSpan) {
  const { edtf, earliest, latest, calendar, precision } = span;
  const [gregorian, solarHijri, lunarHijri] = (["gregorian", "solar-hijri", "lunar-hijri"] as const).map(
    (each) => formatSpan(span, { language: "en", calendar: each }),
  );
  return {
    ...{ edtf, earliest, latest, calendar, precision },
    ...{ gregorian: gregorian ?? "", solarHijri: solarHijri ?? "", lunarHijri: lunarHijri ?? "" },
  };
}

describe("a time in words that did not come with it", () => {
  it("is made of the span that its view was made of, and so never finer than what is known", () => {
    for (const span of spans()) {
      const again = spanOf(viewOf(span));
      for (const calendar of CORE_CALENDARS)
        expect(again === null ? null : formatSpan(again, { language: "en", calendar }), span.raw).toBe(
          formatSpan(span, { language: "en", calendar }),
        );
    }
  });

  it("is Arabic on an Arabic page, with its digits or those that the reader chose", () => {
    const [month] = spans().filter(({ raw }) => raw === "مرداد ۱۳۶۷");
    if (month === undefined) throw new Error("no month");
    const view = viewOf(month);
    const write = (choice: "language" | "latn") => (calendar: "gregorian" | "solarHijri") =>
      timeWords(view, calendar, createPageWords("ar", choice));
    expect(write("language")("solarHijri")).toBe("مرداد ١٣٦٧");
    expect(write("language")("gregorian")).toBe("يوليو أو أغسطس ١٩٨٨");
    expect(write("latn")("gregorian")).toBe("يوليو أو أغسطس 1988");
  });

  it("is what came with it elsewhere, in the digits that the reader chose", () => {
    const [day] = spans().filter(({ raw }) => raw === "1988-07-28");
    if (day === undefined) throw new Error("no day");
    expect(timeWords(viewOf(day), "gregorian", createPageWords("en", "language"))).toBe("28 July 1988");
    expect(timeWords(viewOf(day), "gregorian", createPageWords("en", "arabext"))).toBe("۲۸ July ۱۹۸۸");
  });

  it("stays as it came where it names no time that can be read", () => {
    const [year] = spans();
    if (year === undefined) throw new Error("no year");
    const unread = { ...viewOf(year), edtf: "someday" };
    expect(timeWords(unread, "gregorian", createPageWords("ar", "language"))).toBe("1988");
  });
});

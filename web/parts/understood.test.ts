import { describe, expect, it } from "vitest";
import { toIsoDay } from "../../src/core/pure.ts";
import { readCount, readDay, readPoint, readTime } from "./understood.ts";

const time = (text: string, more: Partial<Parameters<typeof readTime>[0]> = {}) => {
  const read = readTime({ text, calendar: "", order: "", ...more });
  return read.state === "clear" ? read.is.span.edtf : read.state === "unclear" ? read.why : read.state;
};
const count = (text: string) => {
  const read = readCount(text);
  return read.state === "clear" ? read.is.draft : read.state === "unclear" ? read.why : read.state;
};

describe("what was typed, as it is understood", () => {
  it("reads a time in the words of the source, and asks for what they do not say", () => {
    expect(time("مرداد ۱۳۶۷")).toBe("1988-07-23/1988-08-22");
    expect(time("۱۳۶۷")).toBe("calendar");
    expect(time("۱۳۶۷", { calendar: "solar-hijri" })).toBe("1988-03-21/1989-03-20");
    expect(time("3/4/1988")).toBe("order");
    expect(time("3/4/1988", { order: "mdy" })).toBe("1988-03-04");
    expect(time("1988-07/1988-12")).toBe("1988-07/1988-12");
    expect(time("some day")).toBe("unreadable");
    expect(time(" ")).toBe("empty");
  });

  it("reads counts, bounds, ranges and words, with digits of any script", () => {
    expect(count("۲٬۸۰۰")).toBe(2800);
    expect(count("30,000")).toBe(30_000);
    expect(count("۳۰ تا ۴۰")).toEqual({ min: 30, max: 40 });
    expect(count("30–40")).toEqual({ min: 30, max: 40 });
    expect(count("دست‌کم ۳۰")).toEqual({ min: 30 });
    expect(count("30 or more")).toEqual({ min: 30 });
    expect(count("at most 7")).toEqual({ max: 7 });
    expect(count("هزاران")).toEqual({ words: { fa: "هزاران" } });
    expect(count("40-30")).toBe("reversed");
    expect(count("about 30")).toBe("unreadable");
    expect(count("3,00")).toBe("unreadable");
  });

  it("reads a point with its accuracy, and none without", () => {
    expect(readPoint("۳۵٫۶, 51.4", "۲۰۰")).toEqual({
      state: "clear",
      is: { latitude: 35.6, longitude: 51.4, accuracyM: 200 },
    });
    expect(readPoint("95, 51", "10").state).toBe("unclear");
    expect(readPoint("35.6, 51.4", "").state).toBe("unclear");
  });
});

it("reads a day in any calendar and any digits; of a month or a year it is the last one", () => {
  const days = {
    "1988-07-28": "1988-07-28",
    "28 July 1988": "1988-07-28",
    "۶ مرداد ۱۳۶۷": "1988-07-28",
    "1367/5/6": "1988-07-28",
    "٢٨/٧/١٩٨٨": "1988-07-28",
    "Mordad 1367": "1988-08-22",
    "1988": "1988-12-31",
  };
  for (const [text, day] of Object.entries(days)) {
    const read = readDay(text);
    expect(read.state === "clear" ? toIsoDay(read.is.latest) : read, text).toBe(day);
  }
  expect(readDay(" ")).toEqual({ state: "empty" });
  expect(readDay("soon")).toEqual({ state: "unclear", why: "unreadable" });
  expect(readDay("3/4/1990")).toEqual({ state: "unclear", why: "order" });
});

import { describe, expect, it } from "vitest";
import { createPageWords, DIGIT_CHOICES, digitWord, PAGE_LANGUAGES, servedLanguage } from "./page-words.ts";
import { formatDay, yearLabel } from "./parts/days.ts";
import { shareText, signedNumber } from "./parts/review-waterfall.tsx";

/** 1988-07-28. */
const DAY = 6783;

describe("the digits that a reader chose", () => {
  it("are those of the language unless somebody chose", () => {
    const en = createPageWords("en", "language");
    const fa = createPageWords("fa", "language");
    expect([en.number(30_000.5), fa.number(30_000.5)]).toEqual(["30,000.5", "۳۰٬۰۰۰٫۵"]);
    expect([en.digits("1988"), fa.digits("1988")]).toEqual(["1988", "۱۹۸۸"]);
    expect(fa.rewritten("دست‌کم ۳۰٬۰۰۰ نفر")).toBe("دست‌کم ۳۰٬۰۰۰ نفر");
  });

  it("stand in every number, in every language, with the signs that belong to them", () => {
    expect(DIGIT_CHOICES.map((choice) => createPageWords("fa", choice).number(30_000.5))).toEqual([
      "۳۰٬۰۰۰٫۵",
      "30,000.5",
      "۳۰٬۰۰۰٫۵",
      "٣٠٬٠٠٠٫٥",
    ]);
    expect(DIGIT_CHOICES.map((choice) => createPageWords("en", choice).number(30_000))).toEqual([
      "30,000",
      "30,000",
      "۳۰٬۰۰۰",
      "٣٠٬٠٠٠",
    ]);
  });

  it("stand in the sentences of the page", () => {
    expect(createPageWords("fa", "latn").t("search.found", { count: 1200 })).toBe("1,200 یافته");
    expect(createPageWords("en", "arab").t("search.found", { count: 1200 })).toBe("١٬٢٠٠ found");
  });

  it("stand in days, years on an axis, signed numbers and shares", () => {
    const fa = createPageWords("fa", "latn");
    const en = createPageWords("en", "arabext");
    expect(formatDay(DAY, fa.writing, "solarHijri")).toBe("6 مرداد 1367");
    expect(formatDay(DAY, en.writing, "gregorian")).toBe("۲۸ July ۱۹۸۸");
    expect([yearLabel(1988, fa.writing), yearLabel(1988, en.writing)]).toEqual(["1366", "۱۹۸۸"]);
    expect(shareText(0.25, createPageWords("en", "arab").locale)).toBe("٠٫٢٥٠");
    expect(signedNumber(2.5, fa.locale)).toMatch(/\+2\.50$/u);
  });

  it("stand in what the program behind the page wrote, and never in somebody's words", () => {
    const latin = createPageWords("fa", "latn");
    expect(latin.rewritten("دست‌کم ۳۰٬۰۰۰ نفر، ۲٫۵")).toBe("دست‌کم 30,000 نفر، 2.5");
    expect(createPageWords("en", "arabext").rewritten("2,800 to 3,800 persons, 1.5")).toBe(
      "۲٬۸۰۰ to ۳٬۸۰۰ persons, ۱٫۵",
    );
    expect(latin.valueText("≥ ۳۰٬۰۰۰")).toBe("≥ 30,000");
    expect(latin.valueText("بند ۳ زندان")).toBe("بند ۳ زندان");
  });

  it("are named by themselves", () => {
    const { t } = createPageWords("en", "language");
    expect(DIGIT_CHOICES.map((choice) => digitWord(choice, t))).toEqual([
      "As the language does",
      "0123456789",
      "۰۱۲۳۴۵۶۷۸۹",
      "٠١٢٣٤٥٦٧٨٩",
    ]);
  });
});

describe("a page in Arabic", () => {
  const ar = createPageWords("ar", "language");

  it("says what it can in Arabic, and the rest in English with the digits of English", () => {
    expect(ar.t("search.found", { count: 1200 })).toBe("النتائج: ١٬٢٠٠");
    expect(ar.t("people.records", { count: 1200 })).toBe("Records: 1,200");
    expect(ar.t("review.row", { row: ar.digits("242") })).toBe("row 242");
    expect(createPageWords("ar", "arab").t("people.records", { count: 1200 })).toBe("Records: ١٬٢٠٠");
    expect([ar.number(1200.5), createPageWords("ar", "latn").number(1200.5)]).toEqual(["١٬٢٠٠٫٥", "1,200.5"]);
  });

  it("asks the program for a language that it has", () => {
    expect(PAGE_LANGUAGES.map(servedLanguage)).toEqual(["en", "fa", "en"]);
    expect(ar.served).toEqual({ language: "en", numerals: "latn" });
  });

  it("marks what is of which language; other pages need no mark", () => {
    expect(ar.mark("المصادر")).toEqual({ lang: "ar", dir: "rtl" });
    expect(ar.mark("Sources")).toEqual({ lang: "en", dir: "ltr" });
    expect(ar.contentMark).toEqual({ lang: "en", dir: "ltr" });
    for (const language of ["en", "fa"] as const) {
      const words = createPageWords(language, "language");
      expect([words.mark("منابع"), words.mark("Sources"), words.contentMark]).toEqual([{}, {}, {}]);
    }
  });

  it("writes days in Arabic, in each calendar, years on an axis in the Gregorian one", () => {
    expect(formatDay(DAY, ar.writing, "gregorian")).toBe("٢٨ يوليو ١٩٨٨");
    expect(formatDay(DAY, ar.writing, "solarHijri")).toBe("٦ مرداد ١٣٦٧");
    expect(formatDay(DAY, ar.writing, "lunarHijri")).toBe("١٣ ذو الحجة ١٤٠٨، بزيادة يوم أو نقصانه");
    expect(yearLabel(1988, ar.writing)).toBe("١٩٨٨");
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { roundDecimal, toDecimal, toPlainNumber } from "./decimal.ts";
import { builtInFormat, parseNumberFormat } from "./number-format.ts";
import { showIsoMoment, showNumber, showText } from "./show-number.ts";

const show = (stored: string | number, code: string, system: 1900 | 1904 = 1900) =>
  showNumber(String(stored), parseNumberFormat(code), system);
const textOf = (stored: string | number, code: string) => show(stored, code).text;

describe("a number cell", () => {
  it.each([
    [1234.5, "General", "1234.5"],
    [0.1 + 0.2, "General", "0.3"],
    ["12345678901234567890", "General", "12345678901234567890"],
    ["1.0E3", "General", "1000"],
    [-3, "General", "-3"],
    [123, "00000", "00123"],
    ["0012345678", "0000000000", "0012345678"],
    [123456789, "000-00-0000", "123-45-6789"],
    [1234567.891, "#,##0.00", "1234567.89"],
    [1.005, "0.00", "1.01"],
    [2.5, "0", "3"],
    [-2.5, "0", "-3"],
    [-0.4, "0", "0"],
    [0.5, "0%", "50%"],
    [0.12345, "0.0%", "12.3%"],
    [12000, "0,", "12"],
    [3.1, "0.##", "3.1"],
    [3, "0.##", "3"],
    [0, "#", ""],
    [12345, "0.00E+00", "1.23E+04"],
    [0.000999999, "0.0E+0", "1.0E-3"],
    [-5, "0;(0)", "(5)"],
    [0, '0;-0;"none"', "none"],
    [7, '0" people"', "7 people"],
    [7, 'General" نفر"', "7 نفر"],
    [1, '[=1]"مرد";[=2]"زن";0', "مرد"],
    [2, '[=1]"مرد";[=2]"زن";0', "زن"],
    [3, '[=1]"مرد";[=2]"زن";0', "3"],
    [5, "[Red]0;[Blue]-0", "5"],
    [12, "[$€-407] 0.00", "€ 12.00"],
    [1234, '_-* #,##0_-;-* #,##0_-;_-* "-"??_-;_-@_-', "1234"],
    [0, '_-* #,##0_-;-* #,##0_-;_-* "-"??_-;_-@_-', "-"],
    [7, "@", "7"],
    [5, "0 \\d\\a\\y\\s", "5 days"],
  ])("%s by %s reads %s", (stored, code, text) => {
    expect(show(stored, code)).toEqual({ text, marks: [] });
  });

  it.each([
    [0.5, "# ?/?", "0.5", "unformatted"],
    [12345, "##0.0E+0", "12345", "unformatted"],
    [5, ";;;", "5", "hidden"],
    [0, "0;-0;;@", "0", "hidden"],
  ])("%s by %s keeps what is stored, and says so", (stored, code, text, mark) => {
    expect(show(stored, code)).toEqual({ text, marks: [mark] });
  });

  it("is read by any format without an error, however odd", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'0#?.,%;@[]"\\_*EymdhsGeneral-+/<>=$ ') }),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        (code, value) => {
          const { text } = show(value, code);
          expect(typeof text).toBe("string");
        },
      ),
    );
  });

  it("has its decimals rounded as on paper", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), fc.integer({ min: 0, max: 4 }), (whole, places) => {
        const { integer, fraction } = roundDecimal(toDecimal(whole / 10 ** places), places);
        expect(Number(`${integer}${fraction}`)).toBe(whole);
      }),
    );
  });

  it("reads back as the number it was, to fifteen digits", () => {
    fc.assert(
      fc.property(fc.double({ min: -1e15, max: 1e15, noNaN: true }), (value) => {
        expect(Number(toPlainNumber(String(value)))).toBe(Number(value.toPrecision(15)) + 0);
      }),
    );
  });
});

describe("a date cell", () => {
  it.each([
    [32370, "yyyy-mm-dd", "1988-08-15"],
    [32370, builtInFormat(14) ?? "", "1988-08-15"],
    [32370, "dd/mm/yy;@", "1988-08-15"],
    [32370, "[$-F800]dddd, mmmm dd, yyyy", "1988-08-15"],
    [32356, "mmm-yy", "1988-08"],
    [32356, "yyyy", "1988"],
    [32370.604166666664, "yyyy-mm-dd hh:mm", "1988-08-15T14:30"],
    [32370.604166666664, "d/m/yyyy h:mm:ss AM/PM", "1988-08-15T14:30:00"],
    [32370.9999999999, "yyyy-mm-dd", "1988-08-16"],
    [1, "yyyy-mm-dd", "1900-01-01"],
    [59, "yyyy-mm-dd", "1900-02-28"],
    [61, "yyyy-mm-dd", "1900-03-01"],
  ])("%s by %s is the day %s, no finer than it is shown", (serial, code, text) => {
    expect(show(serial, code)).toEqual({ text, marks: ["date"] });
  });

  it("counts from 1904 where the workbook says so", () => {
    expect(show(30908, "yyyy-mm-dd", 1904).text).toBe("1988-08-15");
    expect(show(0, "yyyy-mm-dd", 1904).text).toBe("1904-01-01");
  });

  it.each([
    [60, "the 29th of February 1900, which there was not"],
    [-1, "before the first day"],
    [2958466, "after the year 9999"],
    [0.5, "a time of no day"],
  ])("%s is no day: %s", (serial) => {
    expect(show(serial, "yyyy-mm-dd")).toEqual({ text: String(serial), marks: ["no-day"] });
  });

  it.each([
    [0.604166666666667, "h:mm", "14:30"],
    [1.5, "[h]:mm", "36:00"],
    [32370, "d-mmm", "15-Aug"],
    [32370, "dddd", "Monday"],
    [32370, "dd/mm", "15/08"],
  ])("%s by %s says %s, and no year that it does not show", (serial, code, text) => {
    expect(show(serial, code)).toEqual({ text, marks: [] });
  });

  it.each(["B2dd/mm/yyyy", "[$-1160429]yyyy/mm/dd", "[$-fa-IR,16]yyyy/mm/dd;@", "[$-2060401]d mmmm yyyy"])(
    "shown in another calendar (%s) is the day that is stored, and marked",
    (code) => {
      expect(show(32370, code)).toEqual({ text: "1988-08-15", marks: ["date", "other-calendar"] });
    },
  );

  it("stored in ISO 8601 keeps its day, and is given no time zone", () => {
    const code = parseNumberFormat("yyyy-mm-dd hh:mm");
    expect(showIsoMoment("1988-08-15T14:30:00", code).text).toBe("1988-08-15T14:30");
    expect(showIsoMoment("1988-08-15", parseNumberFormat("General")).text).toBe("1988-08-15");
    expect(showIsoMoment("1988-08-15T14:30:00Z", code)).toEqual({
      text: "1988-08-15T14:30:00Z",
      marks: ["no-day"],
    });
    expect(showIsoMoment("14:30:00", parseNumberFormat("h:mm:ss"))).toEqual({ text: "14:30:00", marks: [] });
    for (const none of ["1988-02-30", "1988-08-15T24:00", "1988-08-15T14:75", "T14:30", "14:30Z", "", "1988"])
      expect(showIsoMoment(none, code), none).toEqual({ text: none, marks: ["no-day"] });
  });
});

it("a text keeps its letters, with what its format writes around it", () => {
  expect(showText("00123", parseNumberFormat("@"))).toBe("00123");
  expect(showText("علی", parseNumberFormat('"Mr. "@'))).toBe("Mr. علی");
  expect(showText("x", parseNumberFormat("0.00"))).toBe("x");
  expect(textOf(7, '"Mr. "@')).toBe("7");
});

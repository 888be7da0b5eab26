import { expect, test } from "vitest";
import { isWhole, rangeOf, share, shifted, ticksOf, toAddress, zoomed } from "./time-axis.ts";

const day = (iso: string) => Date.parse(iso) / 86_400_000;
const ENGLISH = { language: "en", numerals: "latn" } as const;
const PERSIAN = { language: "fa", numerals: "arabext" } as const;
const WHOLE = { from: day("1980-01-01"), to: day("2000-01-01") };

test("a range is halved and doubled about its middle, and never leaves the whole", () => {
  const once = zoomed(WHOLE, WHOLE, "in");
  expect(toAddress(once, WHOLE)).toEqual({ from: "1984-12-31", to: "1995-01-01" });
  expect(isWhole(zoomed(once, WHOLE, "out"), WHOLE)).toBe(true);
  // At the edge it is pushed back, not cut.
  const edge = { from: day("1980-01-01"), to: day("1982-01-01") };
  expect(zoomed(edge, WHOLE, "out")).toMatchObject({ from: WHOLE.from });
  expect(zoomed(edge, WHOLE, "out").to - WHOLE.from).toBe(2 * (edge.to - edge.from));
});

test("a range is never shorter than four weeks, and one that is, does not grow by being halved", () => {
  let range = WHOLE;
  for (let time = 0; time < 30; time += 1) range = zoomed(range, WHOLE, "in");
  expect(range.to - range.from).toBe(28);
  const short = { from: WHOLE.from, to: WHOLE.from + 10 };
  expect(zoomed(short, WHOLE, "in")).toEqual(short);
});

test("a range moves by half of itself, and stops at the ends", () => {
  const range = { from: day("1985-01-01"), to: day("1987-01-01") };
  expect(toAddress(shifted(range, WHOLE, "later"), WHOLE)).toEqual({ from: "1986-01-01", to: "1988-01-01" });
  let at = range;
  for (let time = 0; time < 30; time += 1) at = shifted(at, WHOLE, "earlier");
  expect(at).toEqual({ from: WHOLE.from, to: WHOLE.from + (range.to - range.from) });
});

test("an address names a range by its days; one that cannot be read is the whole", () => {
  const range = rangeOf("1988-07-01", "1988-12-31", WHOLE);
  expect(toAddress(range, WHOLE)).toEqual({ from: "1988-07-01", to: "1988-12-31" });
  // In the wrong order, open at one end, beyond the whole, and nonsense.
  expect(rangeOf("1988-12-31", "1988-07-01", WHOLE)).toEqual(range);
  expect(rangeOf("1988-07-01", null, WHOLE)).toEqual({ from: day("1988-07-01"), to: WHOLE.to });
  for (const [from, to] of [
    ["1900-01-01", "1901-01-01"],
    ["soon", "1988-13-77"],
    [null, null],
  ] as const)
    expect(rangeOf(from, to, WHOLE)).toEqual(WHOLE);
  expect(toAddress(WHOLE, WHOLE)).toEqual({ from: "", to: "" });
});

test("ticks are years, or months of the calendar of the language where the time is short", () => {
  const years = ticksOf(WHOLE, ENGLISH);
  expect(years.length).toBeLessThanOrEqual(8);
  expect(years[0]).toEqual({ day: day("1981-01-01"), label: "1981", unit: "year" });
  const short = { from: day("1988-05-10"), to: day("1988-09-20") };
  expect(ticksOf(short, ENGLISH).map(({ label }) => label)).toEqual([
    "Jun 1988",
    "Jul 1988",
    "Aug 1988",
    "Sept 1988",
  ]);
  // The first of Mordad 1367 was 23 July 1988.
  const persian = ticksOf(short, PERSIAN);
  expect(persian.find(({ label }) => label.includes("مرداد"))).toMatchObject({
    ...{ day: day("1988-07-23"), unit: "month" },
  });
  expect(persian.map(({ label }) => label).join(" ")).not.toMatch(/[0-9a-z]/iu);
  expect(ticksOf({ from: day("1988-01-10"), to: day("1990-12-20") }, ENGLISH).length).toBeLessThanOrEqual(8);
});

test("a day stands where it lies within the range", () => {
  expect(share(WHOLE.from, WHOLE)).toBe(0);
  expect(share((WHOLE.from + WHOLE.to) / 2, WHOLE)).toBe(50);
});

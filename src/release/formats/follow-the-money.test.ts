import fc from "fast-check";
import { expect, test } from "vitest";
import { prefixesOf } from "./follow-the-money.ts";

test("a date is a prefix that its source gives, and of a span never a day that no source gives", () => {
  expect(prefixesOf("1988-07-30")).toEqual(["1988-07-30"]);
  expect(prefixesOf("1988-07~")).toEqual(["1988-07"]);
  expect(prefixesOf("1988-07-23/1988-07-30")).toEqual(["1988-07"]);
  expect(prefixesOf("1988-07-23/1988-08-22")).toEqual(["1988"]);
  expect(prefixesOf("1988-12/1989-01")).toEqual(["1988", "1989"]);
  expect(prefixesOf("1988/1989")).toEqual(["1988", "1989"]);
  expect(prefixesOf("../1988")).toEqual(["1988"]);
  for (const unknown of ["", "198X", "/", "Y-17000"]) expect(prefixesOf(unknown)).toEqual([]);
  const day = fc
    .date({ min: new Date(0), max: new Date("2099-12-31"), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  fc.assert(
    fc.property(day, day, (one, other) => {
      for (const prefix of prefixesOf(`${one}/${other}`))
        expect(one.startsWith(prefix) || other.startsWith(prefix)).toBe(true);
    }),
  );
});

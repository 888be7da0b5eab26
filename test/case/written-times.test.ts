import { beforeAll, describe, expect, test } from "vitest";
import { verifyCase } from "../../src/case/index.ts";
import { temporaryFolder } from "../case-fixture.ts";
import { inquest } from "./cli-fixture.ts";
import { buildSmallCase, writeSmallFolder } from "./small-folder.ts";

const folder = temporaryFolder("written-times");
const run = (...args: readonly string[]) => inquest(folder, ...args, "--case", "c", "--quiet");
const SMALL = {
  subjects: [
    '{id: person:mina, names: {en: "Mina Rahimi", fa: "مینا رحیمی"}}',
    "{id: office:warden, names: {en: Warden}}",
    "{id: site:field, names: {en: The field}}",
  ],
  text: "Words about one person.",
  statements: [
    'key: A, subject: person:mina, property: died, time: {text: "۱۶ ذی‌الحجه ۱۴۰۸"}, quote: "Words"',
    'key: B, subject: office:warden, property: held-by, value: person:mina, time: {text: "1366/5", calendar: solar-hijri}, quote: "Words"',
    'key: C, subject: office:warden, property: held-by, value: person:mina, time: {text: "محرم ۱۴۰۹"}, bound: precise, ends: true, quote: "Words"',
    'key: D, subject: site:field, property: site-threatened, value: works, time: {text: "مرداد ۱۳۶۷"}, quote: "Words"',
    'key: E, subject: event:e, property: persons-killed, value: 40, unit: persons, time: {text: "محرم ۱۴۰۹"}, quote: "Words"',
  ],
};

beforeAll(() => buildSmallCase(folder, SMALL));

describe("a time that is given in the words of its source", () => {
  test("stands beside what it was read as, in JSON and in print, in the reader's language", async () => {
    const view = JSON.parse((await run("person", "مینا رحیمی", "--json")).out);
    const [died] = view.fields;
    expect(died.claims[0].time).toMatchObject({
      edtf: "[1988-07-30..1988-08-01]",
      gregorian: "31 July 1988, give or take a day",
      solarHijri: "9 Mordad 1367, give or take a day",
      lunarHijri: "16 Dhu al-Hijja 1408",
    });
    expect(died.claims[0].asserting[0].timeAsWritten).toEqual({
      text: "۱۶ ذی‌الحجه ۱۴۰۸",
      calendar: "lunar-hijri",
      calendarText: "Lunar Hijri",
    });
    expect((await run("person", "Mina Rahimi")).out).toContain("as written: “۱۶ ذی‌الحجه ۱۴۰۸” (Lunar Hijri)");
    expect((await run("person", "Mina Rahimi", "--lang", "fa")).out).toContain(
      "چنان‌که نوشته شده: «۱۶ ذی‌الحجه ۱۴۰۸» (هجری قمری)",
    );
    const sites = (await run("sites", "--on", "2020-01-01")).out;
    expect(sites).toContain("July or August 1988 (Mordad 1367) · as written: “مرداد ۱۳۶۷” (Solar Hijri)");
  });

  test("is shown as fine as it was written beside the figure that rests on it", async () => {
    // Its EDTF alone, 1988-08-13/1988-09-13, would name days that nobody named.
    expect((await inquest(folder, "answer", "c", "--quiet")).out).toContain("August or September 1988");
    expect((await inquest(folder, "answer", "c", "--quiet", "--lang", "fa")).out).toContain(
      "مرداد یا شهریور ۱۳۶۷",
    );
  });

  test("answers who held an office, with the statements that cite it first and last", async () => {
    const ask = async (on: string) =>
      JSON.parse((await run("who-held", "Warden", "--on", on, "--json")).out).holders[0];
    const held = await ask("1988-08-20");
    expect(held.holding).toBe("certain");
    const keyOf = (id: string) => held.statements.find((each: { id: string }) => each.id === id)?.key;
    expect([keyOf(held.firstCitedIn), keyOf(held.lastCitedIn)]).toEqual(["B", "C"]);
    expect(held.firstCited.solarHijri).toBe("Mordad 1366");
    expect(held.lastCited.lunarHijri).toBe("Muharram 1409");
    // It ended with Muharram, whose last day may be the 11th, the 12th or the 13th of September.
    expect((await ask("1988-09-11")).holding).toBe("certain");
    expect((await ask("1988-09-13")).holding).toBe("possible");
    expect(await ask("1988-09-14")).toBeUndefined();
    const lunar = await run("who-held", "Warden", "--on", "5 Muharram 1409");
    expect(lunar.out).toContain("18 August 1988, give or take a day");
  });

  test("asked for as a bare Hijri year that may be of either calendar is asked back", async () => {
    const { code, err } = await run("who-held", "Warden", "--on", "1449");
    expect(code).toBe(3);
    expect(err).toContain("case/time");
    expect(err).toContain("SH or AH");
    expect((await run("sites", "--on", "1449")).err).toContain("SH or AH");
  });

  test("is recorded as such: the folder applied again adds nothing, and the case verifies", async () => {
    const again = await inquest(folder, "build", writeSmallFolder(folder, SMALL), "--case", "c");
    expect(again.code).toBe(0);
    expect(again.out).toContain("c is up to date: 14 acts, 5 statements");
    expect((await verifyCase(`${folder}/c`)).problems).toEqual([]);
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseDateText } from "../../core/index.ts";
import type { FieldValue } from "../../intake/index.ts";
import { PROFILES, REDACTION_PROFILES } from "./profile.ts";
import { coarseDate, type PersonToRelease, redactPerson } from "./redact-person.ts";
import { initialsOf, leastVisible, VISIBILITIES } from "./visibility.ts";

const text = (raw: string): FieldValue => ({ kind: "text", raw, text: raw });
const name = (raw: string): FieldValue => ({ kind: "name", raw, text: raw });
const date = (raw: string, calendar: "gregorian" | "solar-hijri" = "gregorian"): FieldValue => {
  const reading = parseDateText(raw, { calendar });
  if (reading.kind !== "span") throw new TypeError(`no date: ${raw}`);
  return { kind: "date", raw, time: reading.span };
};

const PERSON: PersonToRelease = {
  id: "person-1",
  names: ["رضا کریمی", "Reza Karimi"],
  rows: [
    {
      list: "b",
      fields: {
        name: name("رضا کریمی"),
        father: name("MARKfather"),
        religion: text("MARKreligion"),
        residence: text("MARKresidence"),
        birth: date("1961-04-03"),
        death: date("۱۳۶۷/۵", "solar-hijri"),
        organisation: text("MARKorganisation"),
        telephone: text("MARKtelephone"),
        constructor: text("MARKconstructor"),
        province: text("Tehran"),
      },
    },
    { list: "a", fields: { death: date("1988-08-02"), province: text("Tehran") } },
  ],
};

describe("what is shown of a person", () => {
  test.each(["counted", "withheld"] as const)("is nothing where they are %s", (visibility) => {
    for (const profile of PROFILES)
      expect(redactPerson(PERSON, visibility, REDACTION_PROFILES[profile])).toBeNull();
  });

  test("is letters and no id by initials, and the name alone by name, in every profile", () => {
    for (const profile of PROFILES) {
      expect(redactPerson(PERSON, "initials", REDACTION_PROFILES[profile])).toEqual({
        id: null,
        visibility: "initials",
        names: ["ر. ک.", "R. K."],
        facts: [],
      });
      const byName = redactPerson(PERSON, "name", REDACTION_PROFILES[profile]);
      expect(byName).toMatchObject({ names: PERSON.names, facts: [] });
    }
    expect(redactPerson({ ...PERSON, names: [] }, "name", REDACTION_PROFILES.public)).toBeNull();
    expect(redactPerson({ ...PERSON, names: ["؟؟ 12"] }, "initials", REDACTION_PROFILES.public)).toBeNull();
  });

  test("is in full what the profile names: values of lists side by side, dates as fine as it says", () => {
    const shown = redactPerson(PERSON, "full", REDACTION_PROFILES.public);
    expect(shown?.facts).toEqual([
      { field: "province", values: [{ text: "Tehran", lists: ["a", "b"] }] },
      { field: "birth", values: [{ text: "1961", lists: ["b"] }] },
      {
        field: "death",
        values: [
          { text: "1988-07-23/1988-08-22", lists: ["b"] },
          { text: "1988-08-02", lists: ["a"] },
        ],
      },
    ]);
    expect(JSON.stringify(shown)).not.toContain("MARK");
    const partners = JSON.stringify(redactPerson(PERSON, "full", REDACTION_PROFILES.partners));
    expect(partners.match(/MARK\w+/gu)?.sort()).toEqual(["MARKfather", "MARKorganisation"]);
    const commission = JSON.stringify(redactPerson(PERSON, "full", REDACTION_PROFILES.commission));
    expect(commission).not.toMatch(/MARK(?:telephone|constructor)/u);
    expect(commission).toContain("MARKreligion");
  });

  test("holds no value that names somebody who is not to be named", () => {
    const shown = redactPerson(PERSON, "full", REDACTION_PROFILES.public, (words) => words === "Tehran");
    expect(shown?.facts.map(({ field }) => field)).toEqual(["birth", "death"]);
  });

  test("is never more in a profile for more readers", () => {
    const [few, some, many] = [
      REDACTION_PROFILES.commission,
      REDACTION_PROFILES.partners,
      REDACTION_PROFILES.public,
    ];
    for (const [wide, narrow] of [
      [some, many],
      [few, some],
    ] as const) {
      expect(wide.fields).toEqual(expect.arrayContaining([...narrow.fields]));
      expect(Object.keys(wide.dates)).toEqual(expect.arrayContaining(Object.keys(narrow.dates)));
    }
  });
});

describe("a date that is told coarsely", () => {
  test("is a year or two, a month or two, and nothing where nothing is known", () => {
    const [day, hijri] = [date("1988-08-02"), date("1367", "solar-hijri")];
    if (day.kind !== "date" || hijri.kind !== "date") throw new TypeError("dates");
    expect(coarseDate(day.time, "day")).toBe("1988-08-02");
    expect(coarseDate(day.time, "month")).toBe("1988-08");
    expect(coarseDate(day.time, "year")).toBe("1988");
    expect(coarseDate(hijri.time, "year")).toBe("1988/1989");
    expect(coarseDate({ edtf: "XXXX", earliest: null, latest: null }, "day")).toBeNull();
    expect(coarseDate({ edtf: "1988/..", earliest: day.time.earliest, latest: null }, "year")).toBe(
      "1988/..",
    );
  });
});

test("of several decisions the one holds that shows least", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...VISIBILITIES)), (decided) => {
      const least = leastVisible(decided);
      if (decided.length === 0) expect(least).toBeNull();
      for (const each of decided)
        expect(VISIBILITIES.indexOf(least ?? "full")).toBeGreaterThanOrEqual(VISIBILITIES.indexOf(each));
    }),
  );
});

test("initials hold one letter of each word, with its marks, in any script", () => {
  expect(initialsOf("Ali-Reza  Karimi")).toBe("A. R. K.");
  expect(initialsOf("علی\u200cرضا")).toBe("ع. ر.");
  expect(initialsOf("é́mile Zola")).toBe("é́. Z.");
  expect(initialsOf("(1) “Nahid”")).toBe("N.");
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (given) => {
      expect(initialsOf(given).split(" ").length).toBeLessThanOrEqual(given.length + 1);
    }),
  );
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createFinder } from "./create-finder.ts";
import { isLookedFor } from "./sought.ts";

const REZA = "رضا کریمی‌نژاد";
const ways: readonly (readonly [what: string, text: string])[] = [
  ["as it is", "… و رضا کریمی‌نژاد آمد."],
  ["with Arabic letters, marks and a space for the joint", "رِضا كَريمي نژاد"],
  ["with presentation forms", "ﺭﺿﺎ ﻛﺮﻳﻤﻲ ﻧﮋاد"],
  ["with each word turned, the last one first", "داژن یمیرک اضر"],
  ["the last word first", "نژاد کریمی رضا"],
  ["with other signs between its words", 'رضا","کریمی_نژاد'],
];

describe("words in a row", () => {
  const find = createFinder([
    { id: "reza", is: "words", text: REZA },
    { id: "maria", is: "words", text: "María del Río" },
    { id: "code", is: "words", text: "WITNESS-EFA1F375D7" },
    { id: "year", is: "words", text: "بند ۲۰۹" },
  ]);
  test.each(ways)("are found %s", (_, text) => {
    expect([...find(text)]).toContain("reza");
  });
  test("are found in any case, without accents, and by digits of any script", () => {
    expect([...find("met MARIA DEL RIO there")]).toEqual(["maria"]);
    expect([...find("witness efa1f375d7")]).toEqual(["code"]);
    expect([...find("in بند 209")]).toEqual(["year"]);
  });
  test("are not found where they are part of other words, or one is missing", () => {
    expect([...find("Maria del Riordan, Maria Rio, رضا نژاد کریمی")]).toEqual([]);
  });
  test("do not meet across what stands between two names", () => {
    const none = createFinder([{ id: "x", is: "words", text: "Ali Reza" }]);
    expect([...none("Ali and Reza")]).toEqual([]);
  });
});

describe("letters in a row", () => {
  const find = createFinder([{ id: "reza", is: "letters", text: REZA }]);
  test.each(ways.slice(0, 4))("are found %s", (_, text) => {
    expect([...find(text)]).toContain("reza");
  });
  test("are found glued, apart and broken over lines", () => {
    for (const text of ["رضاکریمینژاد", "ر ض ا ک ر ی م ی ن ژ ا د", "رضا کری-\nمی نژاد", "xرضا_کریمی_نژادy"])
      expect([...find(text)]).toContain("reza");
  });
});

describe("a place", () => {
  const find = createFinder([{ id: "grave", is: "point", latitude: 34.451_234, longitude: -48.512_345 }]);
  test.each([
    ["as GeoJSON", '"coordinates": [-48.512345, 34.451234]'],
    ["to three decimals", "34.451,-48.512"],
    ["in Persian digits", "عرض ۳۴٫۴۵۱۲، طول ۴۸٫۵۱۲۳"],
    ["as a link", "https://example.org/?q=34.45123%2C-48.51234"],
    ["in degrees, minutes and seconds", "34° 27′ 04.4″ N, 48°30'44.4\" W"],
    ["as a camera writes it", "34.4512340 48.5123450"],
  ])("is found %s", (_, text) => {
    expect([...find(decodeURIComponent(text))]).toContain("grave");
  });
  test("is not found by one coordinate, far from the other, or told coarsely", () => {
    expect([...find("34.451234")]).toEqual([]);
    expect([...find(`34.451234 ${" ".repeat(400)} 48.512345`)]).toEqual([]);
    expect([...find("34.45, 48.51")]).toEqual([]);
    expect([...find("34.4623, 48.5123")]).toEqual([]);
  });
  test("is found on either side of a whole degree", () => {
    const edge = createFinder([{ id: "edge", is: "point", latitude: 34.0002, longitude: 48.9999 }]);
    expect([...edge("33.9999 49.0001")]).toEqual(["edge"]);
  });
});

test("what is too short is not taken as looked for", () => {
  expect(isLookedFor({ id: "a", is: "words", text: "…" })).toBe(false);
  expect(isLookedFor({ id: "a", is: "letters", text: "a b" })).toBe(false);
  expect(isLookedFor({ id: "a", is: "point", latitude: Number.NaN, longitude: 1 })).toBe(false);
});

test("any words are found among any others", () => {
  const word = fc.stringMatching(/^[a-zچپژ]{2,6}$/u);
  fc.assert(
    fc.property(
      fc.array(word, { minLength: 1, maxLength: 5 }),
      fc.array(word),
      fc.array(word),
      (name, before, after) => {
        const text = [...before, ...name, ...after].join(" ");
        const find = createFinder([{ id: "n", is: "words", text: name.join(" ") }]);
        expect([...find(text)]).toContain("n");
      },
    ),
  );
});

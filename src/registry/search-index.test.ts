import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createSearchIndex } from "./search-index.ts";

const texts = [
  "محمدرضا کریمی",
  "Maryam Ghorbani of Gohardasht",
  "مریم قربانی، بند ۴، سال ۱۳۶۷",
  "Hossein Rezaei",
  "A letter of 1988 on ward 4",
  "آخرین نامه",
  "خاوران",
];
const index = indexOf(texts);
const find = (query: string) => findIn(index, query);

function indexOf(given: readonly string[]) {
  const made = createSearchIndex();
  for (const text of given) made.add([text]);
  return made;
}

function findIn(made: ReturnType<typeof createSearchIndex>, query: string): number[] {
  return Array.from(made.search(query).found);
}

/** What is marked in a text, with how it was found. */
function marked(query: string, text: string): string[] {
  return index
    .search(query)
    .marks(text)
    .map(({ start, end, how }) => `${text.slice(start, end)} ${how}`);
}

describe("search", () => {
  it("finds a Persian name by a Latin query, and the other way round", () => {
    expect(find("Mariam Qorbani")).toEqual([1, 2]);
    expect(find("حسین رضایی")).toEqual([3]);
  });

  it("finds what closely sounds so, and nothing that only has the consonants", () => {
    expect(find("khavaran")).toEqual([6]);
    expect(find("Hassan")).toEqual([]);
  });

  it("is blind to digits of another script and to case and marks", () => {
    expect(find("1367")).toEqual([2]);
    expect(find("۱۹۸۸ WARD")).toEqual([4]);
  });

  it("finds what a word begins, and a word with one slip where nothing is spelled so", () => {
    expect(find("gohard")).toEqual([1]);
    expect(find("leter")).toEqual([4]);
    expect(find("letetr")).toEqual([4]);
    expect(find("lettuce")).toEqual([]);
  });

  it("takes no number for another one", () => {
    expect(find("1368")).toEqual([]);
    expect(find("1986")).toEqual([]);
  });

  it("finds only what every word finds, and nothing for no words", () => {
    expect(find("Maryam letter")).toEqual([]);
    expect(find(" ،- ")).toEqual([]);
  });

  it("finds names that are written as one word or as two, whichever was asked for", () => {
    expect(find("Mohammad Reza Karimi")).toEqual([0]);
    const apart = indexOf(["علی رضا نوری", "اسد الله", "رضا علی"]);
    expect(findIn(apart, "Alireza")).toEqual([0]);
    expect(findIn(apart, "Asadollah")).toEqual([1]);
  });

  it("passes over a title only where nobody has it", () => {
    const titled = indexOf(["سید علی نوری", "علی نوری", "مریم نوری"]);
    expect(findIn(titled, "Seyyed Ali Nouri")).toEqual([0]);
    expect(findIn(titled, "Seyyed Maryam Nouri")).toEqual([2]);
  });

  it("puts words as written before words that only sound alike", () => {
    const spelled = indexOf(["مریم", "Mariam", "Maryam"]);
    expect(findIn(spelled, "Maryam")[0]).toBe(2);
    expect(findIn(spelled, "Maryam")).toHaveLength(3);
  });

  it("puts the thing that is called so before those that speak of it, and the shorter name first", () => {
    const ranked = createSearchIndex();
    ranked.add(["They were taken to Evin and from Evin to another place"]);
    ranked.add([], ["Evin prison and its yard"]);
    ranked.add([], ["اوین"]);
    ranked.add([], ["Evin"]);
    expect(findIn(ranked, "Evin")).toEqual([3, 2, 1, 0]);
  });

  it("puts words that stand together before words far apart", () => {
    const ranked = indexOf([
      "The hall was full and nobody came back from the prison",
      "From the hall of the prison nobody came back at all",
    ]);
    expect(findIn(ranked, "hall prison")).toEqual([1, 0]);
  });

  it("finds a phrase between quotation marks of any script, and takes an open mark for none", () => {
    const phrases = indexOf(["the hall of the prison", "the prison, and the hall", "بند چهار زندان"]);
    expect(findIn(phrases, '"hall of the prison"')).toEqual([0]);
    expect(findIn(phrases, "«the hall» prison")).toEqual([0, 1]);
    expect(findIn(phrases, "«چهار زندان»")).toEqual([2]);
    expect(findIn(phrases, "«زندان چهار»")).toEqual([]);
    expect(findIn(phrases, '"hall prison')).toEqual([0, 1]);
  });

  it("says when only near spellings were found, and gives them beside closer ones when asked", () => {
    expect(index.search("Maryam").isNear).toBe(false);
    expect(index.search("letetr").isNear).toBe(true);
    const near = indexOf(["Karimi", "Karami"]);
    expect(findIn(near, "Karimi")).toEqual([0]);
    expect(Array.from(near.search("Karimi", { isNear: true }).found)).toEqual([0, 1]);
  });

  it("marks in any text what was asked for, where it stands, and says how it was found", () => {
    expect(marked("Mariam 4", "مَریَم قربانی، بند ۴")).toEqual(["مَریَم sound", "۴ written"]);
    expect(marked("gohard", "Maryam Ghorbani of Gohardasht")).toEqual(["Gohardasht begun"]);
    expect(marked("letetr", "A letter of 1988")).toEqual(["letter slip"]);
    expect(marked('"of 1988"', "of a letter of 1988")).toEqual(["of 1988 written"]);
    expect(marked("Mohammad Reza", "محمدرضا کریمی")).toEqual(["محمدرضا sound"]);
  });

  it("finds a phrase in exactly the texts that hold it", () => {
    const word = fc.constantFrom("a", "b", "c");
    const text = fc.array(word, { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 8 }), text, (things, phrase) => {
        const held = things.flatMap((thing, n) =>
          ` ${thing.join(" ")} `.includes(` ${phrase.join(" ")} `) ? [n] : [],
        );
        const found = findIn(indexOf(things.map((thing) => thing.join(" "))), `"${phrase.join(" ")}"`);
        expect(found.sort((a, b) => a - b)).toEqual(held);
      }),
    );
  });

  it("finds each thing by its words, and marks some of them in it, whatever the words are", () => {
    const word = fc.string({
      unit: fc.constantFrom(..."abdrسرنمدآی۱4'\u200c\u064e"),
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(
        fc.array(fc.array(word, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 8 }),
        (things) => {
          const any = createSearchIndex();
          for (const thing of things) any.add(thing);
          for (const [number, thing] of things.entries()) {
            const hits = any.search(thing.join(" "));
            if (hits.found.length === 0) continue;
            expect(hits.found).toContain(number);
            expect(thing.flatMap((text) => hits.marks(text))).not.toEqual([]);
          }
        },
      ),
    );
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createSearchIndex } from "./search-index.ts";

const texts = [
  "محمدرضا کریمی",
  "Maryam Ghorbani of Gohardasht",
  "مریم قربانی، بند ۴، سال ۱۳۶۷",
  "Hossein Rezaei",
  "A letter of 1988 on ward 4",
];
const index = createSearchIndex();
for (const text of texts) index.add([text]);
const find = (query: string) => index.search(query).found;

describe("search", () => {
  it("finds a Persian name by a Latin query, and the other way round", () => {
    expect(find("Mariam Qorbani")).toEqual([1, 2]);
    expect(find("حسین رضایی")).toEqual([3]);
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

  it("finds only what every word finds, and nothing for no words", () => {
    expect(find("Maryam letter")).toEqual([]);
    expect(find(" ،- ")).toEqual([]);
  });

  it("puts words as written before words that only sound alike", () => {
    const spelled = createSearchIndex();
    for (const text of ["مریم", "Mariam", "Maryam"]) spelled.add([text]);
    expect(spelled.search("Maryam").found[0]).toBe(2);
    expect(spelled.search("Maryam").found).toHaveLength(3);
  });

  it("finds each thing by each of its words, whatever the words are", () => {
    const word = fc.string({ minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(
        fc.array(fc.array(word, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 8 }),
        (things) => {
          const any = createSearchIndex();
          for (const thing of things) any.add(thing);
          for (const [number, thing] of things.entries()) {
            const hits = any.search(thing.join(" ")).found;
            expect(hits.length === 0 || hits.includes(number)).toBe(true);
          }
        },
      ),
    );
  });
});

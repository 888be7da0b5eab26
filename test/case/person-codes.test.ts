import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type OpenCase, readCase } from "../../src/case/index.ts";
import { openShippedCase } from "../shipped-cases.ts";

let opened: OpenCase;
beforeAll(async () => {
  opened = await openShippedCase("first-hour", "person-codes");
});
afterAll(() => opened.close());

describe("what the records of a person say", () => {
  it("is in the words of the reader where a list gives a code", async () => {
    const reader = await readCase(opened);
    const [person] = reader.people({ q: "", offset: 0, limit: 1 }, "en").people;
    if (person === undefined) throw new TypeError("the case has people");
    const sexes = (["en", "fa"] as const).map(
      (language) =>
        reader.person(person.id, language).fields.find(({ field }) => field === "sex")?.values[0]?.text,
    );
    expect(sexes).toEqual(["male", "مرد"]);
  });
});

describe("the people of a case", () => {
  const everyone = { q: "", offset: 0, limit: 500 } as const;

  it("are counted by what lists say of them, and by what none says; what is chosen narrows the others", async () => {
    const reader = await readCase(opened);
    const all = reader.people(everyone, "en");
    const sumOf = (facet: keyof typeof all.facets) =>
      all.facets[facet].values.reduce((sum, { count }) => sum + count, 0);
    // Everybody is on one number of lists; who has no year is counted as such.
    expect(sumOf("lists")).toBe(all.total);
    expect(sumOf("year")).toBeGreaterThanOrEqual(all.total);
    expect(all.facets.year.values.at(-1)).toMatchObject({ value: null, name: "none recorded" });
    const three = all.facets.lists.values.find(({ value }) => value === "3");
    const onThree = reader.people({ ...everyone, chosen: { lists: ["3"] } }, "en");
    expect(onThree.matching).toBe(three?.count);
    expect(onThree.people.every(({ lists }) => lists.length === 3)).toBe(true);
    // The values beside the chosen one keep their counts.
    expect(onThree.facets.lists.values.map(({ count }) => count)).toEqual(
      all.facets.lists.values.map(({ count }) => count),
    );
    const placeless = reader.people({ ...everyone, missing: ["place"] }, "en");
    expect(placeless.matching).toBe(all.facets.place.values.find(({ value }) => value === null)?.count);
    expect(placeless.people.every(({ place }) => place === null)).toBe(true);
  });

  it("are found by what is not documented of them, and by what their rows contradict each other in", async () => {
    const reader = await readCase(opened);
    const fatherless = reader.people({ ...everyone, chosen: { unsaid: ["father"] } }, "fa");
    expect(fatherless.matching).toBeGreaterThan(0);
    for (const { id } of fatherless.people.slice(0, 5))
      expect(reader.person(id, "fa").fields.map(({ field }) => field)).not.toContain("father");
    expect(fatherless.facets.unsaid.label).toBe("هنوز مستند نشده");
    const [twoDates] = reader.people({ ...everyone, chosen: { contradiction: ["date"] } }, "en").people;
    const death = reader.person(twoDates?.id ?? "", "en").fields.find(({ field }) => field === "death");
    expect(death?.values.length).toBeGreaterThan(1);
    // By its name in the language of the reader too, as a value of the search is.
    const named = reader.people({ ...everyone, chosen: { contradiction: ["Two dates"] } }, "en");
    expect(named.matching).toBeGreaterThan(0);
  });
});

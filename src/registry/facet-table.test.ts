import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createFacetTable, type FacetChoice } from "./facet-table.ts";

const FACETS = ["kind", "place"] as const;
type Facet = (typeof FACETS)[number];
type Things = readonly Readonly<Record<Facet, readonly string[]>>[];

function tableOf(things: Things) {
  const table = createFacetTable(FACETS);
  for (const thing of things) table.add(thing);
  const everything = Int32Array.from(things, (_, n) => n);
  return (chosen: Readonly<Partial<Record<Facet, FacetChoice>>>) =>
    table.count(
      everything,
      new Map(FACETS.flatMap((facet) => (chosen[facet] === undefined ? [] : [[facet, chosen[facet]]]))),
    );
}

const value = (...values: readonly string[]) => ({ values, isMissing: false });

const count = tableOf([
  { kind: ["site"], place: ["evin"] },
  { kind: ["site"], place: [] },
  { kind: ["person"], place: ["evin", "rasht"] },
  { kind: ["person"], place: ["rasht"] },
]);

describe("facets", () => {
  it("count a thing under each of its values, and what has none as missing", () => {
    expect(count({}).counts.get("place")).toEqual([
      { value: "evin", count: 2 },
      { value: "rasht", count: 2 },
      { value: null, count: 1 },
    ]);
  });

  it("keep what fits every choice, while the values beside a chosen one keep their counts", () => {
    const { kept, counts } = count({ kind: value("site"), place: value("evin") });
    expect([...kept]).toEqual([0]);
    expect(counts.get("kind")).toEqual([
      { value: "person", count: 1 },
      { value: "site", count: 1 },
    ]);
    expect(counts.get("place")).toEqual([
      { value: null, count: 1 },
      { value: "evin", count: 1 },
    ]);
  });

  it("take several values of one facet as either, and missing as one more", () => {
    expect([...count({ place: value("evin", "rasht") }).kept]).toEqual([0, 2, 3]);
    expect([...count({ place: { values: ["rasht"], isMissing: true } }).kept]).toEqual([1, 2, 3]);
  });

  it("count a chosen value although nothing has it, so that it can be taken back", () => {
    expect(count({ kind: value("office") }).counts.get("kind")).toContainEqual({ value: "office", count: 0 });
  });

  it("agree with counting one by one, whatever is chosen", () => {
    const values = fc.uniqueArray(fc.constantFrom<string>("a", "b", "c"), { maxLength: 2 });
    const choice = fc.record({ values, isMissing: fc.boolean() });
    fc.assert(
      fc.property(
        fc.array(fc.record({ kind: values, place: values }), { maxLength: 12 }),
        fc.record({ kind: choice, place: choice }),
        (things, chosen) => {
          const fits = (thing: Things[number], facet: Facet) => {
            const { values: wanted, isMissing } = chosen[facet];
            if (wanted.length === 0 && !isMissing) return true;
            return thing[facet].length === 0 ? isMissing : thing[facet].some((each) => wanted.includes(each));
          };
          const { kept, counts } = tableOf(things)(chosen);
          const whole = things.map((thing) => FACETS.every((facet) => fits(thing, facet)));
          expect([...kept]).toEqual(whole.flatMap((isKept, n) => (isKept ? [n] : [])));
          for (const facet of FACETS) {
            const others = things.filter((thing) => FACETS.every((f) => f === facet || fits(thing, f)));
            for (const { value: each, count: counted } of counts.get(facet) ?? [])
              expect(counted).toBe(
                others.filter((thing) =>
                  each === null ? thing[facet].length === 0 : thing[facet].includes(each),
                ).length,
              );
          }
        },
      ),
    );
  });
});

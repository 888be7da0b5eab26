import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { KeyColumn } from "./blocking-keys.ts";
import { BlockFinder } from "./blocks.ts";
import { isHeldByWhole, withoutCovered } from "./covered-rules.ts";
import { firstIndices, sortedIndices } from "./sort-indices.ts";

/** Keys of each record, each once. */
function column(field: string, key: string, keys: readonly (readonly number[])[]): KeyColumn {
  const own = keys.map((some) => [...new Set(some)]);
  const offsets = new Int32Array(own.length + 1);
  for (const [record, some] of own.entries()) offsets[record + 1] = (offsets[record] ?? 0) + some.length;
  return { field, key, offsets, ids: Int32Array.from(own.flat()), distinct: 6, isMany: true };
}

const records = fc.array(
  fc.tuple(fc.array(fc.nat({ max: 5 }), { maxLength: 3 }), fc.array(fc.nat({ max: 5 }), { maxLength: 3 })),
  { maxLength: 14 },
);

describe("BlockFinder", () => {
  test("finds every two records that share a key of each column, and no others", () => {
    fc.assert(
      fc.property(records, fc.constantFrom("one", "two", "same"), (rows, sort) => {
        const first = column(
          "a",
          "token",
          rows.map(([one]) => one),
        );
        const second = column(
          "b",
          "token",
          rows.map(([, other]) => other),
        );
        const rule = sort === "one" ? [first] : sort === "two" ? [first, second] : [first, first];
        const found = new Set<string>();
        const finder = new BlockFinder(rows.length);
        let [blocks, sizes] = [0, 0];
        finder.blocks(rule, (members, from, to) => {
          blocks += to - from;
          for (let one = from; one < to; one += 1) {
            for (let other = one + 1; other < to; other += 1) found.add(`${members[one]} ${members[other]}`);
          }
        });
        finder.sizes(rule, 1, (size) => {
          sizes += size;
        });
        expect(sizes).toBe(blocks);
        const common = (one: readonly number[] = [], other: readonly number[] = []) =>
          new Set(one.filter((key) => other.includes(key))).size;
        const expected = new Set<string>();
        for (const [one, [left, leftOther]] of rows.entries()) {
          for (const [other, [right, rightOther]] of rows.entries()) {
            if (other <= one) continue;
            const [here, there] = [common(left, right), common(leftOther, rightOther)];
            const meets = sort === "one" ? here > 0 : sort === "two" ? here > 0 && there > 0 : here > 1;
            if (meets) expected.add(`${one} ${other}`);
          }
        }
        expect(found).toEqual(expected);
      }),
    );
  });
});

test("a record of very many keys meets others under the first ones only, alone as in combinations", () => {
  const many = Array.from({ length: 70 }, (_, key) => key);
  const keys = { ...column("a", "token", [many, [3], [65], [65]]), distinct: 70 };
  const finder = new BlockFinder(4);
  const blocks: number[][] = [];
  finder.blocks([keys], (members, from, to) => blocks.push([...members.slice(from, to)]));
  expect(blocks).toEqual([
    [0, 1],
    [2, 3],
  ]);
  const sizes: number[] = [];
  finder.sizes([keys], 1, (size) => sizes.push(size));
  expect(sizes).toEqual([2, 2]);
});

describe("rules that others cover", () => {
  const of = (field: string, key: string) => column(field, key, []);
  const [day, month, whole, token, place] = [
    of("birth", "day"),
    of("birth", "month"),
    of("name", "whole"),
    of("name", "token"),
    of("place", "token"),
  ];

  test("are left out only where the other takes its blocks whole", () => {
    const rule = (keys: readonly KeyColumn[], isWhole = true) => ({ keys, isWhole });
    const names = rule([whole]);
    const both = rule([whole, day]);
    expect(withoutCovered([both, names])).toEqual([names]);
    expect(withoutCovered([both, rule([whole], false)])).toHaveLength(2);
    const [days, months] = [rule([token, day]), rule([token, month])];
    expect(withoutCovered([days, months])).toEqual([months]);
    expect(withoutCovered([months, rule([place, month])])).toHaveLength(2);
    expect(withoutCovered([names, rule([whole])])).toHaveLength(1);
    expect(isHeldByWhole([token, place, day], [months])).toBe(true);
    expect(isHeldByWhole([token, place, month], [days])).toBe(false);
  });
});

test("indices are sorted by their keys, equal keys as they stood", () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.integer(), fc.integer({ min: -3, max: 3 }))), (values) => {
      const keys = Int32Array.from(values);
      const expected = values
        .map((_, index) => index)
        .sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0) || a - b);
      expect([...sortedIndices(firstIndices(values.length), keys)]).toEqual(expected);
    }),
  );
});

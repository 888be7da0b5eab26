import fc from "fast-check";
import { expect, it } from "vitest";
import { createPostingLists } from "./posting-lists.ts";

it("posting lists give back what was added, each number once, however long they grow", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat({ max: 5 }), fc.nat({ max: 2 })), { maxLength: 400 }), (steps) => {
      const lists = createPostingLists();
      const expected: number[][] = Array.from({ length: 6 }, () => []);
      for (let list = 0; list < 6; list++) expect(lists.make()).toBe(list);
      let value = 0;
      for (const [list, more] of steps) {
        value += more;
        lists.add(list, value);
        if (expected[list]?.at(-1) !== value) expected[list]?.push(value);
      }
      for (const [list, numbers] of expected.entries()) {
        expect([...lists.of(list)]).toEqual(numbers);
        expect(lists.countOf(list)).toBe(numbers.length);
      }
    }),
  );
});

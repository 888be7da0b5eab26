import fc from "fast-check";
import { expect, test } from "vitest";
import { compareTokens } from "./compare-tokens.ts";
import { mayBeAlike } from "./token-features.ts";
import { TOKEN_LIKENESS, tokenTable } from "./tokens.ts";

const word = fc.oneof(
  fc.string({ unit: fc.constantFrom(..."abcdehiklmnorsz"), minLength: 1, maxLength: 12 }),
  fc.string({ unit: fc.constantFrom(..."ابتحدرسعقکلمنوهی"), minLength: 1, maxLength: 8 }),
  fc.string({ unit: fc.constantFrom(..."0123456789ab"), minLength: 1, maxLength: 6 }),
);

/** A word and another a slip or two away, or any other word. */
const two = fc.tuple(word, word, fc.nat(), fc.nat({ max: 4 })).map(([left, other, at, kind]) => {
  const place = at % left.length;
  const letter = other.charAt(0);
  const slips = [
    other,
    left.slice(0, place) + left.slice(place + 1),
    left.slice(0, place) + letter + left.slice(place),
    left.slice(0, place) + letter + left.slice(place + 1),
    `al${left}`,
  ];
  return [left, slips[kind] ?? other] as const;
});

test("a few numbers never call two tokens unlike that have something in common", () => {
  let unlike = 0;
  fc.assert(
    fc.property(two, ([one, other]) => {
      fc.pre(other !== "" && one !== other);
      const table = tokenTable();
      const [left, right] = [table.idOf(one), table.idOf(other)];
      const { features } = table.toData();
      const likeness = compareTokens(table.at(left), table.at(right));
      if (!mayBeAlike(features, left, right)) {
        unlike += 1;
        expect(likeness).toBe(TOKEN_LIKENESS.none);
      }
      expect(table.likeness(left, right)).toBe(likeness);
      expect(table.likeness(right, left)).toBe(likeness);
    }),
    { numRuns: 3000 },
  );
  // And they see most of those that are.
  expect(unlike).toBeGreaterThan(500);
});

test("a table made again from its data knows the same of its tokens", () => {
  const table = tokenTable();
  const words = ["hossein", "hosein", "حسین", "abd", "12", "h"];
  const ids = words.map(table.idOf);
  const again = tokenTable(table.toData());
  for (const left of ids) {
    for (const right of ids) expect(again.likeness(left, right)).toBe(table.likeness(left, right));
  }
});

import { describe, expect, test } from "vitest";
import { Novelty } from "./novelty.ts";
import { RuleChoice } from "./rule-choice.ts";

const END = -1;

/** Few records: all of them are followed. */
function toldOf(...rules: readonly (readonly number[])[]) {
  const novelty = new Novelty(8);
  return rules.map((members) => ({
    ...novelty.tell(Int32Array.from(members)),
    places: members.length,
  }));
}

describe("rules that bring nothing new", () => {
  test("are told from what earlier ones brought, once for each block that two share", () => {
    const [first, second, third] = toldOf([0, 1, 2, END], [0, 1, END, 0, 1, END], [1, 2, END, 5, 6, END]);
    expect(first).toEqual({ visits: 6, fresh: 6, places: 4 });
    expect(second).toEqual({ visits: 4, fresh: 0, places: 6 });
    expect(third).toEqual({ visits: 4, fresh: 2, places: 6 });
  });

  test("are left out, but not where a person or an earlier run gave them", () => {
    const rules = toldOf([0, 1, 2, END], [0, 1, END], [5, 6, END]);
    const free = new RuleChoice(8, true);
    expect(rules.map((rule) => free.refusal(rule))).toEqual([null, "nothing-new", null]);
    const given = new RuleChoice(8, false);
    expect(rules.map((rule) => given.refusal(rule))).toEqual([null, null, null]);
  });

  test("one that brings no followed pair is taken: there is nothing to tell by", () => {
    expect(new RuleChoice(8, true).refusal({ visits: 0, fresh: 0, places: 5 })).toBeNull();
  });

  test("blocks have so much room and no more, but for the first rule", () => {
    const choice = new RuleChoice(1000, true);
    const huge = { visits: 10, fresh: 10, places: 1 << 25 };
    const small = { visits: 10, fresh: 10, places: 10 };
    expect([huge, small].map((rule) => choice.refusal(rule))).toEqual([null, "no-room"]);
    const other = new RuleChoice(1000, true);
    expect([small, huge, small].map((rule) => other.refusal(rule))).toEqual([null, "no-room", null]);
  });
});

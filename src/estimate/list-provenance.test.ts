import { describe, expect, test } from "vitest";
import { warnOfKnown } from "./known-of-lists.ts";
import { knownByProvenance, type StatedProvenance } from "./list-provenance.ts";
import { createWriter } from "./messages.ts";

const columns = (...names: readonly string[]) =>
  names.map((name) => ({ name: name.toUpperCase(), lists: name.split("+") }));
const drawsOn = (list: string, ...from: readonly string[]): StatedProvenance => ({ list, drawsOn: from });

describe("who copied whom", () => {
  test("is told in its direction, each pair once", () => {
    const { copies, commonSources } = knownByProvenance(
      [drawsOn("b", "a", "a"), drawsOn("c", "a")],
      columns("a", "b", "c"),
    );
    expect(copies).toEqual([
      { list: "B", from: "A" },
      { list: "C", from: "A" },
    ]);
    // Both draw on A, which is a column itself: that is said by their copies.
    expect(commonSources).toEqual([]);
  });

  test("is followed through lists that are no column, and not behind one that is", () => {
    const stated = [
      drawsOn("c", "press"),
      drawsOn("press", "radio"),
      drawsOn("radio", "a"),
      drawsOn("a", "x"),
    ];
    expect(knownByProvenance(stated, columns("a", "c"), (list) => `the ${list}`).copies).toEqual([
      { list: "C", from: "A", via: ["the press", "the radio"] },
    ]);
    const chain = knownByProvenance([drawsOn("c", "b"), drawsOn("b", "a")], columns("a", "b", "c"));
    expect(chain.copies).toEqual([
      { list: "B", from: "A" },
      { list: "C", from: "B" },
    ]);
  });

  test("finds two lists that drew on a third outside of the table, and names the nearest", () => {
    const stated = [drawsOn("a", "press"), drawsOn("b", "press"), drawsOn("press", "radio")];
    expect(knownByProvenance(stated, columns("a", "b"), (list) => `the ${list}`)).toMatchObject({
      copies: [],
      commonSources: [{ lists: ["A", "B"], source: "the press" }],
    });
  });

  test("ends where lists copied each other in a circle", () => {
    const stated = [drawsOn("a", "x"), drawsOn("x", "y"), drawsOn("y", "x", "b"), drawsOn("b", "a")];
    expect(knownByProvenance(stated, columns("a", "b")).copies).toEqual([
      { list: "A", from: "B", via: ["x", "y"] },
      { list: "B", from: "A" },
    ]);
  });

  test("bears on nothing within lists that count as one, and reaches out of them", () => {
    const stated = [drawsOn("b", "a"), drawsOn("c", "b"), { list: "b", referredFrom: ["a"] }];
    expect(knownByProvenance(stated, columns("a+b")).copies).toEqual([]);
    expect(knownByProvenance(stated, columns("a+b", "c"))).toMatchObject({
      copies: [{ list: "C", from: "A+B" }],
      referrals: [],
    });
    expect(knownByProvenance([{ list: "b", referredFrom: ["a"] }], columns("a", "b")).referrals).toEqual([
      { list: "B", from: "A" },
    ]);
  });
});

describe("whom the lists miss", () => {
  const without = (list: string, ...couldNotRecord: readonly string[]): StatedProvenance => ({
    list,
    couldNotRecord,
  });

  test("is unreachable when no list could record it, whatever the case of its letters", () => {
    const known = knownByProvenance(
      [without("a", "Children "), without("b", "children", "soldiers")],
      columns("a", "b"),
    );
    expect(known).toMatchObject({
      unreachable: ["Children"],
      missed: [{ list: "B", group: "soldiers" }],
    });
  });

  test("is what every list of a column misses: joined to one that records them, they are recorded", () => {
    const stated = [without("a", "children"), without("b", "children")];
    expect(knownByProvenance(stated, columns("a+c", "b"))).toMatchObject({
      unreachable: [],
      missed: [{ list: "B", group: "children" }],
    });
  });
});

test("what lists cover and mean is compared list by list, within joined ones too", () => {
  const known = knownByProvenance(
    [
      { list: "a", covers: "1988", scope: "executed" },
      { list: "b", covers: "1989", scope: "executed" },
    ],
    columns("a+b", "c"),
    (list) => `list ${list}`,
  );
  expect(known.covers).toEqual([
    { list: "list a", covers: "1988" },
    { list: "list b", covers: "1989" },
  ]);
  const codes = warnOfKnown(known, createWriter("en")).map(({ code, isKnown }) => [code, isKnown]);
  expect(codes).toEqual([["OPEN_POPULATION", true]]);
});

test("a warning of dependence names the lists to join, the others none", () => {
  const known = {
    copies: [{ list: "B", from: "A" }],
    referrals: [{ list: "C", from: "A" }],
    unreachable: ["children"],
  };
  expect(warnOfKnown(known, createWriter("fa")).map(({ join }) => join)).toEqual([
    ["B", "A"],
    ["C", "A"],
    undefined,
  ]);
});

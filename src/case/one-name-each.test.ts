import { describe, expect, test } from "vitest";
import { findOneName, type Written } from "./one-name-each.ts";

/** So many persons whom two lists place so. */
function shared(count: number, one: string, other: string): (readonly Written[])[] {
  return Array.from({ length: count }, () => [
    { list: "a", value: one },
    { list: "b", value: other },
  ]);
}

const NOTHING = new Map<string, string>();

function oneNameOf(persons: readonly (readonly Written[])[], known = NOTHING) {
  const find = findOneName(persons, known);
  return (value: string) => find(value).value;
}

describe("words that several lists write for one place", () => {
  test("are one where they sound alike, in other scripts and with other spaces", () => {
    const of = oneNameOf(
      ["سیم پل", "simpol", "سیم بل", "sari", "saveh", "ساوه"].map((value) => [{ list: value, value }]),
    );
    expect([of("simpol"), of("سیم بل")]).toEqual([of("سیم پل"), of("سیم پل")]);
    expect(of("saveh")).toBe(of("ساوه"));
    expect(of("saveh")).not.toBe(of("sari"));
  });

  test("are one where both lists put most of the persons whom they share under them, and else are not", () => {
    const persons = [
      ...shared(6, "leninsk", "baikonur"),
      ...shared(1, "leninsk", "moscow"),
      ...shared(5, "gori", "moscow"),
    ];
    const of = oneNameOf([...persons, ...shared(2, "omsk", "tver")]);
    expect(of("leninsk")).toBe(of("baikonur"));
    expect(of("gori")).toBe(of("moscow"));
    expect(of("leninsk")).not.toBe(of("moscow"));
    // Two persons may be told wrongly.
    expect(of("omsk")).not.toBe(of("tver"));
  });

  test("are not made one by a place that takes in half of another list's, nor by one person of many rows", () => {
    const of = oneNameOf([...shared(5, "tehran", "evin"), ...shared(5, "tehran", "gohardasht")]);
    expect(of("evin")).not.toBe(of("gohardasht"));
    const rows = shared(4, "omsk", "tver").flat();
    expect(oneNameOf([rows])("omsk")).not.toBe(oneNameOf([rows])("tver"));
  });

  test("are not made one by shared persons where one list writes both, nor ever where the case names two things", () => {
    const both = [...shared(5, "tehran", "evin"), [{ list: "b", value: "tehran" }]];
    expect(oneNameOf(both)("evin")).not.toBe(oneNameOf(both)("tehran"));
    const known = new Map([
      ["leninsk", "place:leninsk"],
      ["baikonur", "place:baikonur"],
      ["بایکونور", "place:baikonur"],
    ]);
    const find = findOneName(shared(6, "leninsk", "baikonur"), known);
    expect(find("leninsk").id).toBe("place:leninsk");
    expect(find("baikonur")).toEqual(find("بایکونور"));
    // A spelling that nobody named is the place that it sounds like.
    expect(findOneName([[{ list: "a", value: "baykonur" }]], known)("baykonur").id).toBe("place:baikonur");
  });
});

import { describe, expect, test } from "vitest";
import { findOneName, type Written } from "./one-name-each.ts";

/** So many persons whom two lists place so. */
function shared(count: number, one: string, other: string): (readonly Written[])[] {
  return Array.from({ length: count }, () => [
    { list: "a", value: one },
    { list: "b", value: other },
  ]);
}

describe("words that several lists write for one place", () => {
  test("are one where they sound alike, in other scripts and with other spaces", () => {
    const one = findOneName(
      ["سیم پل", "simpol", "سیم بل", "sari", "saveh", "ساوه"].map((value) => [{ list: value, value }]),
    );
    const of = (value: string) => one.get(value) ?? value;
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
    const one = findOneName([...persons, ...shared(2, "omsk", "tver")]);
    expect(one.get("leninsk")).toBe(one.get("baikonur"));
    expect(one.get("gori")).toBe(one.get("moscow"));
    expect(one.get("leninsk")).not.toBe(one.get("moscow"));
    // Two persons may be told wrongly.
    expect(one.get("omsk")).not.toBe(one.get("tver"));
  });

  test("are not made one by a place that takes in half of another list's", () => {
    const one = findOneName([...shared(5, "tehran", "evin"), ...shared(5, "tehran", "gohardasht")]);
    expect(one.get("evin")).not.toBe(one.get("gohardasht"));
  });
});

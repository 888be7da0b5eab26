import { describe, expect, test } from "vitest";
import { createNameMatcher, shardsOfWord, toNameWords } from "./names-found.ts";

const PAIRS = [
  ["رضا کریمی", "Reza Karimi"],
  ["رِضا كريمي", "rezâ karimi"],
  ["محمدرضا قربانی", "Mohammadreza Ghorbani"],
  ["فاطمه", "Fatemeh"],
  ["علی", "Ali"],
  ["ثابت", "Sabet"],
] as const;

describe("names in an index of shards", () => {
  test.each(PAIRS)("%s and %s find one another, and share a shard word by word", (one, other) => {
    expect(createNameMatcher(one)(other)).not.toBeNull();
    expect(createNameMatcher(other)(one)).not.toBeNull();
    const [ones, others] = [toNameWords(one), toNameWords(other)];
    for (const [at, word] of ones.entries())
      expect(shardsOfWord(word).some((shard) => shardsOfWord(others[at] ?? "").includes(shard))).toBe(true);
  });

  test("the same letters are nearest, digits of every script are one, and each word of the query must be there", () => {
    expect(createNameMatcher("۱۲ کریمی")("Person 12 کريمی")).toBe(0);
    const near = createNameMatcher("Karimi");
    expect(near("Karimi") ?? 9).toBeLessThan(near("کریمی") ?? 9);
    expect(createNameMatcher("Reza Karimi")("Reza Nouri")).toBeNull();
    expect(createNameMatcher("Reza")("Mina")).toBeNull();
  });

  test("a shard can name a file on any system, whatever the script", () => {
    const words = ["ა", "王", "😀", "..", "con/", "Ω", "شش", "123", "aeiou", "Ärö"].flatMap(toNameWords);
    for (const word of words)
      for (const shard of shardsOfWord(word)) expect(shard).toMatch(/^[a-z0-9-]{1,18}$/u);
  });
});

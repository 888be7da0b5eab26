import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldText, soundDistance, toSoundKeys, toSounds } from "./names.ts";

const LEXICON = resolve("../shared/data/linkage/names/persian_latin_token_lexicon.csv");
const between = (left: string, right: string) =>
  soundDistance(toSounds(foldText(left)), toSounds(foldText(right)));
const meet = (left: string, right: string) =>
  toSoundKeys(foldText(left)).some((key) => toSoundKeys(foldText(right)).includes(key));

describe("words that sound alike", () => {
  test.each([
    ["khavaran", "خاوران"],
    ["Ghorbani", "قربانی"],
    ["Qorbani", "Ghorbani"],
    ["Hossein", "حسین"],
    ["Fatemeh", "فاطمه"],
    ["Fatima", "فاطمة"],
    ["Sarah", "سارا"],
    ["Ali", "علی"],
    ["Isa", "عیسی"],
    ["Abdollah", "عبدالله"],
    ["Abdolhamid", "عبدالحمید"],
    ["Eshaq", "اسحاق"],
    ["Rahman", "الرحمن"],
    ["Abdel", "عبد"],
    ["ollah", "الله"],
    ["Haitham", "هيثم"],
    ["Khah", "خواه"],
    ["Сергей", "Sergei"],
  ])("%s and %s meet under a key, and little separates them", (left, right) => {
    expect(meet(left, right)).toBe(true);
    expect(between(left, right)).toBeLessThanOrEqual(0.5);
  });

  test.each([
    ["khavaran", "آخرین"],
    ["Hassan", "حسین"],
    ["Reza", "رضایی"],
    ["prison", "person"],
    ["Karim", "کریمی"],
    ["Ali", "ولی"],
    ["Mohammad", "محمود"],
    ["Azadeh", "آزادی"],
  ])("%s and %s are kept apart by what stands between their consonants", (left, right) => {
    expect(between(left, right)).toBeGreaterThan(0.5);
  });

  test("are as far from each other in either order, and no word is far from itself", () => {
    const word = fc.string({
      unit: fc.constantFrom(..."اآبتثحخدرزسشعغقکلمنوهیaeioubdghklmnrstvyz"),
      maxLength: 8,
    });
    fc.assert(
      fc.property(word, word, (left, right) => {
        expect(between(left, right)).toBe(between(right, left));
        expect(between(left, left)).toBe(0);
      }),
      { numRuns: 500 },
    );
  });

  test("have no key where a word has a digit or no consonant", () => {
    expect(toSoundKeys("1367")).toEqual([]);
    expect(toSoundKeys("اوی")).toEqual([]);
  });

  test.runIf(existsSync(LEXICON))(
    "are nearly all the spellings that lists give for one name, and seldom those of another",
    () => {
      const spelled = new Map<string, Map<string, number>>();
      for (const line of readFileSync(LEXICON, "utf8").trim().split("\n").slice(1)) {
        const [persian = "", latin = "", count = ""] = line.trim().split(",");
        const [from, to] = [latin, persian].map((word) => foldText(word).replace(/['\s]/gu, ""));
        if (from === undefined || to === undefined || /-/u.test(from) || to === "" || from === "") continue;
        const targets = spelled.get(from) ?? new Map<string, number>();
        spelled.set(from, targets.set(to, (targets.get(to) ?? 0) + Number(count)));
      }
      const byKey = new Map<string, string[]>();
      const heard = new Map<string, ReturnType<typeof toSounds>>();
      for (const persian of new Set([...spelled.values()].flatMap((targets) => [...targets.keys()]))) {
        heard.set(persian, toSounds(persian));
        for (const key of toSoundKeys(persian)) byKey.set(key, [...(byKey.get(key) ?? []), persian]);
      }
      let [all, found, wrong] = [0, 0, 0];
      for (const [latin, targets] of spelled) {
        const candidates = new Set(toSoundKeys(latin).flatMap((key) => byKey.get(key) ?? []));
        const sounds = toSounds(latin);
        const close = [...candidates].filter(
          (persian) => soundDistance(sounds, heard.get(persian) ?? toSounds(persian)) <= 0.5,
        );
        wrong += close.filter((persian) => !targets.has(persian)).length;
        for (const [persian, count] of targets) {
          all += count;
          if (close.includes(persian)) found += count;
        }
      }
      // Equal skeletons find as many, and eleven times as many that are wrong.
      expect(found / all).toBeGreaterThan(0.985);
      expect(wrong / spelled.size).toBeLessThan(0.35);
    },
  );
});

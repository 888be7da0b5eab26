import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toAsciiKey, toNameTokens } from "../core/pure.ts";
import { crossScriptDistance } from "./cross-script.ts";
import { fictionalLists } from "./fictional-lists.ts";
import { linkRecords } from "./link-records.ts";
import { settingsFor } from "./settings.ts";
import { TOKEN_LIKENESS, tokenTable } from "./tokens.ts";

describe("the number of persons", () => {
  const { input, truth } = fictionalLists(420, 11);
  const result = linkRecords(input, settingsFor(input.fields));
  const named = input.records.map(({ values: [name] }) => {
    const text = name !== null && name !== undefined && "text" in name ? name.text : "";
    return !/^(?:ناشناس|Unknown)$/.test(text);
  });

  test("comes with an interval that holds the truth of two fictional lists", () => {
    const persons = new Set(truth.filter((_, index) => named[index])).size;
    const { estimate, low, high } = result.personsWithDoubt;
    console.log(`fictional lists: ${persons} persons, estimate ${estimate} (${low}–${high})`);
    expect(low).toBeLessThanOrEqual(persons);
    expect(high).toBeGreaterThanOrEqual(persons);
    expect(Math.abs(estimate - persons) / persons).toBeLessThan(0.05);
  });

  test("is carried by partitions whose weights sum to one and that keep unnamed records alone", () => {
    expect(result.partitions.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1);
    for (const { clusterOf } of result.partitions) {
      expect(clusterOf).toHaveLength(input.records.length);
      const sizes = new Map<number, number>();
      for (const cluster of clusterOf) sizes.set(cluster, (sizes.get(cluster) ?? 0) + 1);
      for (const [index, isNamed] of named.entries()) {
        if (!isNamed) expect(sizes.get(clusterOf[index] ?? -1)).toBe(1);
      }
    }
  });

  test("keeps apart in every draw what a person judged different", () => {
    const linked = result.pairs.find(({ together }) => together);
    const idOf = (index: number) => {
      const { list, recordId } = input.records[index] ?? { list: "", recordId: "" };
      return { list, recordId };
    };
    const [left, right] = [linked?.left ?? 0, linked?.right ?? 0];
    const judged = linkRecords(input, settingsFor(input.fields), [
      { left: idOf(left), right: idOf(right), decision: "different" },
    ]);
    for (const { clusterOf } of judged.partitions) expect(clusterOf[left]).not.toBe(clusterOf[right]);
  });
});

describe("names of two scripts", () => {
  const likeness = (persian: string, latin: string): number => {
    const table = tokenTable();
    const [left, right] = [table.idOf(persian), table.idOf(latin)];
    return table.likeness(left, right);
  };

  test("are one name where only what Arabic script leaves out differs", () => {
    for (const [persian, latin] of [
      ["پرویز", "parviz"],
      ["حسین", "hossein"],
      ["عبدالله", "abdullah"],
      ["یوسف", "yusef"],
      ["قربانی", "ghorbani"],
    ] as const) {
      expect([persian, latin, likeness(persian, latin)]).toEqual([persian, latin, TOKEN_LIKENESS.sound]);
    }
    expect(likeness("فاطمه", "fatima")).toBeGreaterThanOrEqual(TOKEN_LIKENESS.weak);
    expect(likeness("پرویز", "psrviz")).toBe(TOKEN_LIKENESS.near);
    expect(likeness("شمس", "shamusi")).toBeLessThan(TOKEN_LIKENESS.sound);
    expect(likeness("مهدی", "mohammad")).toBeLessThan(TOKEN_LIKENESS.near);
  });

  test("have a distance that is never negative and zero for equal sounds", () => {
    const sounds = fc.string({ unit: fc.constantFrom(..."bdfhkmnrstaiu"), maxLength: 8 });
    fc.assert(
      fc.property(sounds, sounds, (left, right) => {
        expect(crossScriptDistance(left, right)).toBeGreaterThanOrEqual(0);
        expect(crossScriptDistance(left, left)).toBe(0);
      }),
    );
  });
});

describe("the normaliser that linkage stands on", () => {
  const letters = fc.string({
    unit: fc.constantFrom(..."ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیيكة آإأabcdefghijklmnopqrstuvwxyz"),
    maxLength: 16,
  });

  test("gives the same tokens again from its own tokens", () => {
    fc.assert(
      fc.property(letters, (text) => {
        const once = toNameTokens(text).tokens;
        expect(toNameTokens(once.join(" ")).tokens).toEqual(once);
      }),
    );
  });

  test("loses no letter silently: every letter of a folded token has its place in the key, and keys differ as tokens do", () => {
    const token = fc.string({
      unit: fc.constantFrom(..."ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی"),
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(token, token, (left, right) => {
        expect(toAsciiKey(left)).toHaveLength(left.length);
        expect(toAsciiKey(left) === toAsciiKey(right)).toBe(left === right);
      }),
    );
  });
});

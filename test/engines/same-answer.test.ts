import { describe, expect, it } from "vitest";
import { createDuckDbEngine } from "../../src/engines/index.ts";
import { fictionalLists } from "../../src/linkage/fictional-lists.ts";
import {
  type LinkInput,
  type LinkOptions,
  type LinkRecord,
  type LinkResult,
  linkAndKeep,
  linkAndKeepOn,
  linkRecords,
  linkRecordsOn,
  type PairJudgement,
  settingsFor,
} from "../../src/linkage/index.ts";
import { isOfPart } from "../../src/linkage/pair-part.ts";
import { seededRandom } from "../../src/linkage/random.ts";
import { inBothScripts } from "../../src/linkage/two-writings.ts";
import { hasDuckDb, recordedEngine } from "./recorded-engine.ts";

/** Blocks rather than all pairs, large blocks split, and a budget that leaves rules out. */
const TIGHT = { exhaustivePairs: 0, pairsPerRecord: 8, fewestPairs: 1500, blockCap: 16 };

async function onBoth(
  input: LinkInput,
  options: LinkOptions = {},
  judgements: readonly PairJudgement[] = [],
): Promise<{ readonly own: LinkResult; readonly other: LinkResult }> {
  const settings = settingsFor(input.fields, options);
  const own = linkRecords(input, settings, judgements);
  const other = await linkRecordsOn(createDuckDbEngine({ threads: 2, memoryMiB: 2048 }), input, {
    ...{ settings, judgements },
  });
  return { own, other };
}

/** Clusters, weights, rules, model, figures, draws: all of it, to the byte. */
function expectSame({ own, other }: { readonly own: LinkResult; readonly other: LinkResult }): void {
  expect(other.clusterIds).toEqual(own.clusterIds);
  expect(other.blocking).toEqual(own.blocking);
  expect(JSON.stringify(other)).toBe(JSON.stringify(own));
}

describe.skipIf(!hasDuckDb)(
  "DuckDB gives the result of the engine in process (skips where it is absent)",
  () => {
    it("where every two records are compared", async () => {
      const { input } = fictionalLists(140, 7);
      const both = await onBoth(input);
      expect(both.own.blocking.exhaustive).toBe(true);
      expectSame(both);
    });

    it("where a name is written twice, in two scripts", async () => {
      const { input } = inBothScripts(fictionalLists(300, 13));
      const both = await onBoth(input, { blocking: TIGHT });
      expect(both.own.blocking.exhaustive).toBe(false);
      expectSame(both);
    });

    it("where rules bring records together, large blocks are split and some rules left out", async () => {
      const { input } = fictionalLists(420, 11);
      const both = await onBoth(input, { blocking: TIGHT });
      const { rules, leftOut, exhaustive } = both.own.blocking;
      expect(exhaustive).toBe(false);
      expect(leftOut.length).toBeGreaterThan(0);
      expect(rules.some(({ splitBlocks }) => splitBlocks > 0)).toBe(true);
      expect(both.own.pairs.filter(({ together }) => together).length).toBeGreaterThan(100);
      expectSame(both);
    });

    it("under rules that the settings give, which may share keys and hold large blocks whole", async () => {
      const { input } = fictionalLists(160, 5);
      const rules = [
        [{ field: "name", key: "token" }],
        [
          { field: "name", key: "slip" },
          { field: "name", key: "slip" },
        ],
        [
          { field: "birth", key: "year" },
          { field: "place", key: "token" },
        ],
      ];
      expectSame(await onBoth(input, { blocking: { ...TIGHT, rules, blockCap: 40 } }));
    });

    it("when people have judged, and a conflict forbids", async () => {
      const { input } = fictionalLists(150, 3);
      const { pairs } = linkRecords(input, settingsFor(input.fields));
      const address = (index: number) => {
        const { list = "", recordId = "" } = input.records[index] ?? {};
        return { list, recordId };
      };
      const judgements = pairs.slice(0, 40).map(({ left, right }, index) => ({
        left: address(left),
        right: address(right),
        decision: (["same", "different", "unsure"] as const)[index % 3] ?? "unsure",
      }));
      const { comparisons } = settingsFor(input.fields);
      const strict = comparisons.map((each) => ({
        ...each,
        hardConflict: each.name === "death",
        termFrequency: each.name !== "place",
      }));
      expectSame(await onBoth(input, { comparisons: strict, blocking: TIGHT }, judgements));
      expectSame(await onBoth(input, { decision: { nameConflict: "weigh" }, blocking: TIGHT }));
    });

    it("where given and family names stand in each other's place", async () => {
      const { input } = fictionalLists(200, 13);
      const both = await onBoth(inTwoFields(input), { blocking: TIGHT });
      const swapped = both.own.pairs.filter(({ levels }) => levels.includes("swapped"));
      expect(swapped.length).toBeGreaterThan(5);
      expectSame(both);
    });

    it("with codes, numbers and one list alone", async () => {
      const random = seededRandom(4);
      const records = Array.from({ length: 160 }, (_, index): LinkRecord => {
        const person = random() % 110;
        return {
          list: "one",
          recordId: String(index),
          values: [
            {
              text: `${["Ali", "Reza", "Maryam"][person % 3]} ${["Karimi", "Nouri", "Sadeghi", "Zamani"][person % 4]}`,
            },
            random() % 5 === 0 ? null : { text: `K${4000 + person * 7}` },
            random() % 5 === 0 ? null : { number: 20 + (person % 40) },
          ],
        };
      });
      const fields = [
        { name: "name", kind: "name" },
        { name: "file", kind: "code" },
        { name: "age", kind: "number" },
      ] as const;
      expectSame(await onBoth({ fields, records }, { blocking: TIGHT }));
    });

    it("of no records, of one, of nobody with a name", async () => {
      const fields = [{ name: "name", kind: "name" }] as const;
      const record = (recordId: string, text: string | null): LinkRecord => ({
        ...{ list: "one", recordId },
        values: [text === null ? null : { text }],
      });
      for (const records of [[], [record("1", "Ali Karimi")], [record("1", null), record("2", "ناشناس")]]) {
        expectSame(await onBoth({ fields, records }));
        expectSame(await onBoth({ fields, records }, { blocking: TIGHT }));
      }
    });

    it("when a cell holds thousands of words", async () => {
      const { input } = fictionalLists(50, 2);
      const words = Array.from({ length: 3000 }, (_, index) => `w${(index * 7919) % 100_003}`).join(" ");
      const records = input.records.map(({ values, ...rest }, index) => ({
        ...rest,
        values: index % 10 === 0 ? [...values.slice(0, 3), { text: words }] : values,
      }));
      expectSame(await onBoth({ ...input, records }, { blocking: TIGHT }));
    });

    it("of any small lists", async () => {
      const random = seededRandom(1988);
      for (let run = 0; run < 4; run += 1) {
        const { input } = fictionalLists(20 + (random() % 60), random());
        const blocking = {
          exhaustivePairs: random() % 2 === 0 ? 0 : 600_000,
          pairsPerRecord: 1 + (random() % 20),
          fewestPairs: random() % 500,
          blockCap: 2 + (random() % 12),
        };
        expectSame(await onBoth(input, { blocking }));
      }
    });

    it("and leaves the same model and pairs for the next run", async () => {
      const { input } = fictionalLists(260, 19);
      for (const blocking of [TIGHT, {}]) {
        for (const sameList of ["review", "weigh"] as const) {
          const settings = settingsFor(input.fields, { blocking, decision: { sameList } });
          const own = linkAndKeep(input, settings);
          const other = await linkAndKeepOn(createDuckDbEngine({ threads: 2 }), input, { settings });
          expect(own.scores.left.length).toBeGreaterThan(50);
          expect(other.model).toEqual(own.model);
          expect(JSON.stringify(other)).toBe(JSON.stringify(own));
        }
      }
    });

    it("takes the same part of the pairs by the same hash, and counts from the same records", async () => {
      const { engine } = recordedEngine();
      const count = 90;
      const keys = {
        offsets: Int32Array.from({ length: count + 1 }, (_, i) => i),
        ids: new Int32Array(count),
      };
      const run = await engine.open({
        ...{ recordCount: count, keys: [keys], mostCombinations: 64, isExhaustive: false },
        rules: [{ first: 0, second: null, cap: 1000, splits: [] }],
        blocked: Int32Array.from({ length: count }, (_, i) => i),
        values: [],
      });
      try {
        const counted = Int32Array.of(0, 5, 80);
        const [laid] = await run.layOut(1, Int32Array.of(3, 70));
        expect(laid).toMatchObject({ places: count + 1, visits: 2 * 89, fresh: 2 * 89 });
        expect(await run.keep([0], counted)).toEqual([89 + 84 + 9]);
        await run.take(1);
        for (const part of [
          { multiplier: 50_578, seed: 1988, below: 2_000_000_000 },
          { multiplier: 2_147_483_647, seed: 4_294_967_295, below: 1_500_000_000 },
          { multiplier: 90, seed: 7, below: 4_294_967_296 },
          { multiplier: 90, seed: 1988, below: 1_000_000_000, isOfLeft: true },
        ]) {
          const expected: string[] = [];
          for (let left = 0; left < count; left += 1) {
            for (let right = left + 1; right < count; right += 1) {
              if (isOfPart(left, right, part)) expected.push(`${left} ${right}`);
            }
          }
          const { left, right } = await run.sampleCandidates(part);
          expect(Array.from(left, (one, pair) => `${one} ${right[pair]}`)).toEqual(expected);
        }
      } finally {
        await run.close();
      }
    });
  },
);

/** The same lists with given and family name in two fields, of which the memorial swaps one in nine. */
function inTwoFields({ fields, records }: LinkInput): LinkInput {
  const split = (text: string, isLast: boolean): [string, string] => {
    const comma = text.split(", ");
    const [given = "", family = ""] = comma.length === 2 ? comma.toReversed() : text.split(" ");
    return isLast ? [family, given] : [given, family];
  };
  return {
    fields: [{ name: "given", kind: "name" }, { name: "family", kind: "name" }, ...fields.slice(1)],
    records: records.map(({ values: [name = null, ...rest], ...record }, index) => {
      const text = name !== null && "text" in name ? name.text : "";
      const [given, family] = split(text, index % 9 === 0);
      return { ...record, values: [{ text: given }, family === "" ? null : { text: family }, ...rest] };
    }),
  };
}

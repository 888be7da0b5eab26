import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fictionalLists } from "./fictional-lists.ts";
import { linkRecords } from "./link-records.ts";
import { seededRandom } from "./random.ts";
import type { LinkInput, PairJudgement } from "./records.ts";
import { settingsFor } from "./settings.ts";

const { input, truth } = fictionalLists(420, 7);
const settings = settingsFor(input.fields);
const result = linkRecords(input, settings);

const idOf = (index: number) => {
  const { list, recordId } = input.records[index] ?? { list: "", recordId: "" };
  return { list, recordId };
};

/** Precision and recall over pairs of the named records. */
function pairScores(clusterIds: readonly string[]) {
  let [found, real, both] = [0, 0, 0];
  for (const [left, label] of clusterIds.entries()) {
    for (let right = left + 1; right < clusterIds.length; right += 1) {
      const isSame = truth[left] === truth[right];
      const isJoined = label === clusterIds[right];
      found += isJoined ? 1 : 0;
      real += isSame ? 1 : 0;
      both += isSame && isJoined ? 1 : 0;
    }
  }
  return { precision: both / found, recall: both / real, f1: (2 * both) / (found + real) };
}

describe("linkRecords on two fictional lists in two scripts", () => {
  test("finds most of the true pairs and hardly a false one", () => {
    const { precision, recall, f1 } = pairScores(result.clusterIds);
    console.log(
      `fictional lists: precision ${precision.toFixed(3)} recall ${recall.toFixed(3)} F1 ${f1.toFixed(3)}`,
    );
    expect(precision).toBeGreaterThan(0.97);
    expect(f1).toBeGreaterThan(0.8);
  });

  test("never joins an unnamed record", () => {
    const sizes = new Map<string, number>();
    for (const id of result.clusterIds) sizes.set(id, (sizes.get(id) ?? 0) + 1);
    let unnamed = 0;
    for (const [index, { values }] of input.records.entries()) {
      const name = values[0];
      if (name === null || name === undefined || !("text" in name) || !/^(?:ناشناس|Unknown)$/.test(name.text))
        continue;
      unnamed += 1;
      expect(sizes.get(result.clusterIds[index] ?? "")).toBe(1);
    }
    expect(unnamed).toBeGreaterThan(15);
    expect(result.unnamedRecords).toBe(unnamed);
  });

  test("joins nothing from the middle band by itself", () => {
    const together = new Map<string, number>();
    for (const pair of result.pairs.filter((found) => found.together)) {
      const id = result.clusterIds[pair.left] ?? "";
      together.set(id, Math.max(together.get(id) ?? 0, pair.probability));
    }
    for (const strongest of together.values()) expect(strongest).toBeGreaterThanOrEqual(0.9);
    for (const pair of result.needsReview) {
      expect(pair.together).toBe(false);
      expect(pair.probability).toBeLessThan(0.9);
    }
  });

  test("gives the same bytes again", () => {
    expect(JSON.stringify(linkRecords(input, settings))).toBe(JSON.stringify(result));
  });

  test("does not depend on the order of the records", () => {
    const byRecord = (some: LinkInput, ids: readonly string[]) =>
      some.records.map(({ recordId }, index) => `${recordId} ${ids[index]}`).sort();
    const expected = byRecord(input, result.clusterIds);
    for (const seed of [1, 2]) {
      const random = seededRandom(seed);
      const shuffled = input.records
        .map((record) => ({ record, at: random() }))
        .sort((a, b) => a.at - b.at)
        .map(({ record }) => record);
      const again = { ...input, records: shuffled };
      expect(byRecord(again, linkRecords(again, settings).clusterIds)).toEqual(expected);
    }
  });

  test("respects what people judged: different stays apart, same comes together, also for unnamed records", () => {
    const linked = result.pairs.filter(({ together }) => together)[3];
    const unnamed = input.records.findIndex(
      ({ values: [name] }) => name !== null && name !== undefined && "text" in name && name.text === "ناشناس",
    );
    const [left, right] = [linked?.left ?? 0, linked?.right ?? 0];
    const other = result.clusterIds.findIndex(
      (id, index) => id !== result.clusterIds[left] && index !== unnamed,
    );
    const judgements: PairJudgement[] = [
      { left: idOf(left), right: idOf(right), decision: "different" },
      { left: idOf(unnamed), right: idOf(other), decision: "same" },
      { left: { list: "families", recordId: "nobody" }, right: idOf(other), decision: "same" },
    ];
    const judged = linkRecords(input, settings, judgements);
    expect(judged.clusterIds[left]).not.toBe(judged.clusterIds[right]);
    expect(judged.clusterIds[unnamed]).toBe(judged.clusterIds[other]);
    expect(judged.cutEdges).toContainEqual(expect.objectContaining({ reason: "judged-different" }));
    expect(judged.conflicts.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(["unknown-record", "against-evidence"]),
    );
  });

  test("keeps a cluster together when a person puts a nameless record into it", () => {
    const isUnnamed = (index: number) => {
      const [name] = input.records[index]?.values ?? [];
      return name !== null && name !== undefined && "text" in name && /^(?:ناشناس|Unknown)$/.test(name.text);
    };
    const linked = result.pairs.filter(({ together }) => together);
    // The nameless row stands in the list of one of the two that are linked already.
    for (const list of ["families", "memorial"]) {
      const unnamed = input.records.findIndex((record, index) => record.list === list && isUnnamed(index));
      for (const { left, right } of linked.slice(0, 1)) {
        for (const member of [left, right]) {
          const same: PairJudgement = { left: idOf(member), right: idOf(unnamed), decision: "same" };
          const { clusterIds } = linkRecords(input, settings, [same]);
          expect(new Set([left, right, unnamed].map((index) => clusterIds[index])).size).toBe(1);
        }
      }
    }
  });

  test("lets a later judgement supersede, and reports a contradiction instead of solving it", () => {
    const [a, b, c] = [0, 1, 2].map(idOf);
    if (a === undefined || b === undefined || c === undefined) throw new Error("three records");
    const superseded = linkRecords(input, settings, [
      { left: a, right: b, decision: "same" },
      { left: b, right: a, decision: "different" },
    ]);
    expect(superseded.clusterIds[0]).not.toBe(superseded.clusterIds[1]);
    const contradicted = linkRecords(input, settings, [
      { left: a, right: b, decision: "same" },
      { left: b, right: c, decision: "same" },
      { left: a, right: c, decision: "different" },
    ]);
    expect(contradicted.clusterIds[0]).not.toBe(contradicted.clusterIds[2]);
    expect(contradicted.conflicts).toContainEqual(expect.objectContaining({ kind: "same-and-different" }));
  });

  test("of contradicting judgements sets aside the one that least evidence speaks for, whatever the order", () => {
    const strong = result.pairs.find(
      ({ together, left, right }) => together && input.records[left]?.list !== input.records[right]?.list,
    );
    if (strong === undefined) throw new Error("a linked pair");
    const { left, right } = strong;
    const weak = result.clusterIds.findIndex((id) => id !== result.clusterIds[left]);
    const judgements: PairJudgement[] = [
      { left: idOf(left), right: idOf(right), decision: "same" },
      { left: idOf(left), right: idOf(weak), decision: "same" },
      { left: idOf(weak), right: idOf(right), decision: "different" },
    ];
    for (const order of [
      [0, 1, 2],
      [1, 0, 2],
      [2, 1, 0],
    ]) {
      const judged = linkRecords(
        input,
        settings,
        order.flatMap((at) => judgements[at] ?? []),
      );
      expect(judged.clusterIds[left]).toBe(judged.clusterIds[right]);
      expect(judged.clusterIds[left]).not.toBe(judged.clusterIds[weak]);
      const [conflict, ...more] = judged.conflicts.filter(({ kind }) => kind === "same-and-different");
      expect(more).toEqual([]);
      expect([conflict?.left, conflict?.right].sort()).toEqual([left, weak].sort());
      expect(conflict?.weightBits).toBeLessThan(strong.weightBits);
      const ends = (one: number, other: number) => [one, other].sort().join(" ");
      expect(
        conflict?.against.map((each) => `${ends(each.left, each.right)} ${each.decision}`).sort(),
      ).toEqual([`${ends(left, right)} same`, `${ends(weak, right)} different`].sort());
    }
    // The same chain the other way round, with the weak pair first in the lists.
    const turned = linkRecords(input, settings, [
      { left: idOf(left), right: idOf(weak), decision: "same" },
      { left: idOf(right), right: idOf(weak), decision: "same" },
      { left: idOf(left), right: idOf(right), decision: "different" },
    ]);
    expect(turned.clusterIds[left]).not.toBe(turned.clusterIds[right]);
    expect(turned.conflicts.filter(({ kind }) => kind === "same-and-different")).toHaveLength(1);
  });

  test("keeps every weight a whole number of thousandths and accounts for its blocking and training", () => {
    for (const { weightBits } of result.pairs)
      expect(Math.abs(weightBits * 1000 - Math.round(weightBits * 1000))).toBeLessThan(1e-6);
    expect(result.blocking.rules.reduce((sum, { newPairs }) => sum + newPairs, 0)).toBeLessThanOrEqual(
      result.blocking.candidatePairs,
    );
    expect(result.model.training.length).toBeGreaterThan(0);
  });
});

describe("linkRecords at the edges", () => {
  const fields = [{ name: "name", kind: "name" }] as const;
  const record = (recordId: string, text: string | null) => ({
    list: "one",
    recordId,
    values: [text === null ? null : { text }],
  });

  test("bears no records, one record, and records without any name", () => {
    expect(linkRecords({ fields, records: [] }, settingsFor(fields)).distinctPersons).toBe(0);
    const alone = linkRecords({ fields, records: [record("1", "Ali Karimi")] }, settingsFor(fields));
    expect(alone.clusterIds).toEqual(["one/1"]);
    const nobody = linkRecords(
      { fields, records: [record("1", null), record("2", "")] },
      settingsFor(fields),
    );
    expect(nobody.clusterIds).toEqual(["one/1", "one/2"]);
  });

  test("says which record id a list holds twice", () => {
    const records = [record("1", "Ali"), record("1", "Reza")];
    expect(() => linkRecords({ fields, records }, settingsFor(fields))).toThrowError(
      expect.objectContaining({ code: "linkage/duplicate-record" }),
    );
  });

  test("bears any text as a name", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary", maxLength: 12 }), { maxLength: 12 }), (names) => {
        const records = names.map((name, index) => record(String(index), name));
        expect(linkRecords({ fields, records }, settingsFor(fields)).clusterIds).toHaveLength(names.length);
      }),
      { numRuns: 30 },
    );
  });

  test("links two sisters taken on one day only by a person's word", () => {
    const full = [...fields, { name: "death", kind: "date" }, { name: "place", kind: "text" }] as const;
    const family = (list: string, recordId: string, name: string) => ({
      list,
      recordId,
      values: [{ text: name }, { days: [6800, 6800] as const }, { text: "Karaj" }],
    });
    const sisters = [
      ...input.records.map(({ list, recordId, values: [name = null, , death = null, place = null] }) => ({
        list,
        recordId,
        values: [name, death, place],
      })),
      family("families", "s1", "Maria Teresa Zandipour"),
      family("memorial", "s2", "Maria Cristina Zandipour"),
    ];
    const { clusterIds } = linkRecords({ fields: full, records: sisters }, settingsFor(full));
    expect(clusterIds.at(-1)).not.toBe(clusterIds.at(-2));
  });
});

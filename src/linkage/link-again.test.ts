import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fictionalLists } from "./fictional-lists.ts";
import { KeptModel, linkAgain, linkAndKeep, misfitOf } from "./link-again.ts";
import { linkRecords } from "./link-records.ts";
import type { LinkInput, LinkRecord, LinkValue } from "./records.ts";
import { settingsFor } from "./settings.ts";

const { input: base } = fictionalLists(110, 5);
const { input: others } = fictionalLists(60, 77);
/** Few enough pairs to be quick, and rules that split blocks instead of comparing everyone. */
const tight = { exhaustivePairs: 0, fewestPairs: 1500, pairsPerRecord: 6, blockCap: 6 };
const settings = settingsFor(base.fields, { blocking: { rules: null, ...tight }, doubt: { draws: 4 } });
const first = linkAndKeep(base, settings);
const throughJson = (model: KeptModel): KeptModel => KeptModel.parse(JSON.parse(JSON.stringify(model)));

/** A third list, of people of whom some stand on the others. */
const third: LinkRecord[] = [
  ...base.records.filter((_, index) => index % 7 === 0),
  ...others.records.filter((_, index) => index % 3 === 0),
].map((record, index) => ({ ...record, list: "third", recordId: `t${String(index).padStart(4, "0")}` }));

describe("a kept model", () => {
  test("gives, on the records that it was trained on, the result of the run that trained it", () => {
    expect(linkAndKeep(base, settings).result).toEqual(linkRecords(base, settings));
    const again = linkAgain({ input: base, model: throughJson(first.model) });
    expect(again.result).toEqual(first.result);
    expect(first.result.blocking.exhaustive).toBe(false);
    expect(first.result.blocking.rules.some(({ splitBlocks }) => splitBlocks > 0)).toBe(true);
  });

  test("does so too where every pair is compared", () => {
    const all = settingsFor(base.fields, { doubt: { draws: 4 } });
    const whole = linkAndKeep(base, all);
    expect(whole.result.blocking.exhaustive).toBe(true);
    const again = linkAgain({ input: base, model: throughJson(whole.model) });
    expect(again.result).toEqual(whole.result);
  });

  test("of an earlier version, which named no keys that split large blocks, goes on with every key that may", () => {
    const rules = first.model.blocking.rules.map(({ name, keys, cap }) => ({ name, keys, cap }));
    const model = throughJson({ ...first.model, blocking: { ...first.model.blocking, rules } });
    const old = linkAgain({ input: base, model });
    expect(old.result.blocking.rules.map(({ rule }) => rule)).toEqual(rules.map(({ name }) => name));
    expect(old.rescored).toBeGreaterThanOrEqual(linkAgain({ input: base, model: first.model }).rescored);
    const again = linkAgain({ input: base, model, previous: { input: base, scores: old.scores } });
    expect(again.rescored).toBe(0);
    expect(again.result).toEqual(old.result);
  });

  test("fits other records of the same fields and settings, and says why it does not fit", () => {
    const { model } = first;
    expect(misfitOf(model, base, settings)).toBeNull();
    const other = settingsFor(base.fields, { decision: { linkProbability: 0.95 } });
    expect(misfitOf(model, base, other)).toBe("settings");
    const one = { ...base, records: base.records.filter(({ list }) => list === "families") };
    expect(misfitOf(model, one, settings)).toBe("lists");
  });
});

describe("linking again", () => {
  test("compares nothing when nothing changed", () => {
    const again = linkAgain({
      input: base,
      model: first.model,
      previous: { input: base, scores: first.scores },
    });
    expect(again.rescored).toBe(0);
    expect(again.takenOver).toBeGreaterThan(300);
    expect(again.result).toEqual(first.result);
  });

  test("compares only what a new row touches", () => {
    const row: LinkRecord = { list: "families", recordId: "new", values: base.records[3]?.values ?? [] };
    const input = { ...base, records: [...base.records, row] };
    const again = linkAgain({ input, model: first.model, previous: { input: base, scores: first.scores } });
    expect(again.rescored).toBeGreaterThan(0);
    expect(again.rescored).toBeLessThan(60);
    expect(again.takenOver).toBeGreaterThan(300);
  });

  test("gives what a full run with the same model gives, whatever was added, changed, taken away or turned round", () => {
    const change = fc.record({
      rows: fc.array(fc.integer({ min: 0, max: third.length - 1 }), { maxLength: 40 }),
      gone: fc.integer({ min: 0, max: 6 }),
      changed: fc.array(
        fc.record({
          row: fc.integer({ min: 0, max: base.records.length - 1 }),
          field: fc.integer({ min: 0, max: 3 }),
          from: fc.integer({ min: 0, max: base.records.length - 1 }),
        }),
        { maxLength: 20 },
      ),
      renamed: fc.boolean(),
      seed: fc.integer(),
    });
    fc.assert(
      fc.property(change, ({ rows, gone, changed, renamed, seed }) => {
        const records = base.records.flatMap((record, index): LinkRecord[] => {
          if (gone > 0 && index % (gone + 5) === 0) return [];
          const values: LinkValue[] = [...record.values];
          for (const { row, field, from } of changed) {
            if (row === index) values[field] = base.records[from]?.values[field] ?? null;
          }
          // Other ids turn the order of the records round.
          const recordId = renamed ? `r${String(5000 - index).padStart(5, "0")}` : record.recordId;
          return [{ ...record, recordId, values }];
        });
        const more = [...new Set(rows)].flatMap((row) => third[row] ?? []);
        const all = [...records, ...more];
        if (seed % 2 === 0) all.reverse();
        const input: LinkInput = { fields: base.fields, records: all };
        const full = linkAgain({ input, model: first.model });
        const again = linkAgain({
          input,
          model: first.model,
          previous: { input: base, scores: first.scores },
        });
        expect(again.result).toEqual(full.result);
        expect(again.scores).toEqual(full.scores);
        expect(again.rescored + again.takenOver).toBe(full.rescored);
        // And the run after it stands on this one as well.
        const back = linkAgain({
          input: base,
          model: first.model,
          previous: { input, scores: again.scores },
        });
        expect(back.result).toEqual(first.result);
      }),
      { numRuns: 15 },
    );
  });

  test("carries judgements on, and shows those that new evidence contradicts", () => {
    const linked = first.result.pairs.find(({ band, together }) => band === "link" && together);
    const addressOf = (index: number) => {
      const { list, recordId } = base.records[index] ?? { list: "", recordId: "" };
      return { list, recordId };
    };
    const [left, right] = [linked?.left ?? 0, linked?.right ?? 0];
    const judgements = [{ left: addressOf(left), right: addressOf(right), decision: "different" as const }];
    const input = { ...base, records: [...base.records, ...third.slice(0, 20)] };
    const previous = { input: base, scores: first.scores };
    const { result } = linkAgain({ input, model: first.model, previous, judgements });
    expect(result.clusterIds[left]).not.toBe(result.clusterIds[right]);
    expect(result.conflicts).toContainEqual(
      expect.objectContaining({ left, right, kind: "against-evidence" }),
    );
    const lost = linkAgain({
      input: { ...base, records: base.records.filter((_, index) => index !== left) },
      model: first.model,
      previous,
      judgements,
    });
    expect(lost.result.conflicts.map(({ kind }) => kind)).toContain("unknown-record");
  });
});

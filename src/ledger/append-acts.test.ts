import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { openLedger } from "./open-ledger.ts";
import {
  CASE_ID,
  createTemporaryCase,
  createTestRandom,
  drafts,
  START_MS,
  type TemporaryCase,
  toTestSigner,
} from "./temporary-case.ts";
import { verifyLedger } from "./verify-ledger.ts";

let folder: TemporaryCase;
beforeEach(() => {
  folder = createTemporaryCase();
});
afterEach(() => folder.remove());

const verify = () => verifyLedger({ dir: folder.dir, caseId: CASE_ID });

describe("an append", () => {
  test("is on the disk when it resolves: a reader finds it before any checkpoint covers it", async () => {
    let isStopped = false;
    const ledger = await openLedger({
      ...folder.options,
      faults: (step) => {
        if (isStopped && step.startsWith("tile")) throw new Error("stopped");
      },
    });
    isStopped = true;
    const acts = await ledger.append(drafts(3));
    expect(acts.map(({ leafIndex }) => leafIndex)).toEqual([1, 2, 3]);
    const reader = await openLedger({ ...folder.options, signer: null });
    expect(reader.size).toBe(4);
    expect([...reader.entries(1)]).toEqual(acts);
    expect(reader.checkpoint()?.treeSize).toBe(1);
    expect(await verify()).toMatchObject({ ok: true, uncovered: 3 });
    await expect(ledger.close()).rejects.toThrow("stopped");
    isStopped = false;
    await ledger.close();
    expect(await verify()).toMatchObject({ ok: true, uncovered: 0, notes: [] });
  });

  test("is published by itself when no more come", async () => {
    const ledger = await openLedger(folder.options);
    await ledger.append(drafts(2));
    expect(await verify()).toMatchObject({ ok: true, uncovered: 2 });
    await vi.waitFor(async () => expect(await verify()).toMatchObject({ ok: true, uncovered: 0 }), 5000);
    await ledger.close();
  });

  test("shares one segment with the other calls of its turn, each getting its own acts", async () => {
    const ledger = await openLedger(folder.options);
    const calls = await Promise.all([1, 2, 3].map((count) => ledger.append(drafts(count))));
    expect(calls.map((acts) => acts.map(({ leafIndex }) => leafIndex))).toEqual([[1], [2, 3], [4, 5, 6]]);
    expect(readdirSync(join(folder.dir, "ledger/segment"))).toHaveLength(2);
    await ledger.close();
  });

  test("that no act can hold fails alone and writes nothing", async () => {
    const ledger = await openLedger(folder.options);
    const large = { kind: "note.taken", body: { text: "ن".repeat(40_000) } };
    const [before, failing, after] = await Promise.allSettled([
      ledger.append(drafts(1)),
      ledger.append([large]),
      ledger.append(drafts(1)),
    ]);
    expect(before).toMatchObject({ status: "fulfilled", value: [{ leafIndex: 1 }] });
    expect(failing).toMatchObject({ status: "rejected", reason: { code: "ledger/act-too-large" } });
    expect(after).toMatchObject({ status: "fulfilled", value: [{ leafIndex: 2 }] });
    await expect(ledger.append([{ kind: "actor.enrolled", body: {} }])).rejects.toMatchObject({
      code: "ledger/act-invalid",
    });
    await expect(ledger.append([{ kind: "note.taken", body: { half: "\ud800" } }])).rejects.toMatchObject({
      code: "core/json-lone-surrogate",
    });
    expect(ledger.size).toBe(3);
    await ledger.close();
    expect(await verify()).toMatchObject({ ok: true, acts: 3 });
  });

  test("never goes back in time when the clock does, and the handle says by how much", async () => {
    let ms = START_MS;
    const ledger = await openLedger({ ...folder.options, now: () => ms });
    ms += 1000;
    await ledger.append(drafts(1));
    ms -= 60_000;
    const [late] = await ledger.append(drafts(1));
    expect(late?.act.at).toBe(new Date(START_MS + 1000).toISOString());
    expect(ledger.clockSetBackMs).toBe(60_000);
    await ledger.close();
    expect(await verify()).toMatchObject({ ok: true });
  });

  test("is refused by a reader and after closing", async () => {
    const ledger = await openLedger(folder.options);
    const reader = await openLedger({ ...folder.options, signer: null });
    await expect(reader.append(drafts(1))).rejects.toMatchObject({ code: "ledger/read-only" });
    await ledger.close();
    await ledger.close();
    await expect(ledger.append(drafts(1))).rejects.toMatchObject({ code: "ledger/closed" });
  });
});

describe("two writers", () => {
  test("both get every act in, once, though one loses the race for a segment", async () => {
    const one = await openLedger(folder.options);
    const other = await openLedger({
      ...folder.options,
      signer: toTestSigner("second"),
      random: createTestRandom("second"),
    });
    const ids: string[] = [];
    for (let round = 0; round < 20; round++) {
      const results = await Promise.all([one.append(drafts(2)), other.append(drafts(3))]);
      ids.push(...results.flat().map(({ act }) => act.id));
    }
    await one.close();
    await other.close();
    const report = await verify();
    expect(report).toMatchObject({ ok: true, acts: 2 + 20 * 5, uncovered: 0 });
    expect(report.keys.map(({ actor }) => actor)).toEqual(["keeper", "second"]);
    const reader = await openLedger({ ...folder.options, signer: null });
    const recorded = [...reader.entries()].map(({ act }) => act);
    const notes = recorded.filter(({ kind }) => kind === "note.taken");
    expect(notes.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
  });

  test("sign again when the winner's acts are later than theirs", async () => {
    const one = await openLedger(folder.options);
    const later = await openLedger({
      ...folder.options,
      now: () => START_MS + 5000,
      random: createTestRandom("b"),
    });
    await later.append(drafts(1));
    const [act] = await one.append(drafts(1));
    expect(act?.act.at).toBe(new Date(START_MS + 5000).toISOString());
    await later.close();
    await one.close();
    expect(await verify()).toMatchObject({ ok: true, acts: 3 });
  });
});

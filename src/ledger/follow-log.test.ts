import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { RecordedAct } from "./act.ts";
import { openLedger } from "./open-ledger.ts";
import { createTemporaryCase, createTestRandom, drafts, type TemporaryCase } from "./temporary-case.ts";

let folder: TemporaryCase;
beforeEach(() => {
  folder = createTemporaryCase();
});
afterEach(() => folder.remove());

/** Leaf indexes as they come, until there are so many. */
async function take(acts: AsyncGenerator<RecordedAct>, count: number, onEach = (_leaf: number) => {}) {
  const leaves: number[] = [];
  for await (const { leafIndex } of acts) {
    leaves.push(leafIndex);
    onEach(leafIndex);
    if (leaves.length === count) break;
  }
  return leaves;
}

describe("following a log", () => {
  test("gives a reader what is there, then what a writer adds, in order and once", async () => {
    const writer = await openLedger(folder.options);
    await writer.append(drafts(2));
    const reader = await openLedger({ ...folder.options, signer: null });
    const taken = take(reader.follow({ fromLeaf: 1, pollMs: 50 }), 12);
    for (let round = 0; round < 10; round++) {
      await writer.append(drafts(1));
      if (round % 3 === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect(await taken).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    writer.publish();
    await reader.refresh();
    expect(reader.checkpoint()).toEqual(writer.checkpoint());
    await writer.close();
  });

  test("gives a writer its own acts and those of others", async () => {
    const one = await openLedger(folder.options);
    const other = await openLedger({ ...folder.options, random: createTestRandom("other") });
    const taken = take(one.follow({ pollMs: 20 }), 4);
    await new Promise((resolve) => setImmediate(resolve));
    await one.append(drafts(1));
    await other.append(drafts(2));
    await one.append(drafts(1));
    expect(await taken).toEqual([1, 2, 3, 4]);
    await one.close();
    await other.close();
  });

  test("ends when its signal says so, also while it waits and before it began", async () => {
    const ledger = await openLedger(folder.options);
    const stop = new AbortController();
    const waiting = take(ledger.follow({ fromLeaf: 0, signal: stop.signal, pollMs: 60_000 }), 99);
    setTimeout(() => stop.abort(), 50);
    expect(await waiting).toEqual([0]);
    expect(await take(ledger.follow({ fromLeaf: 0, signal: stop.signal }), 99)).toEqual([]);
    await ledger.close();
  });

  test("keeps a reader's memory small: published tiles are read from the disk again", async () => {
    const writer = await openLedger(folder.options);
    const reader = await openLedger({ ...folder.options, signer: null });
    for (let round = 0; round < 18; round++) {
      await writer.append(drafts(1000));
      writer.publish();
      await reader.refresh();
    }
    expect(reader.root).toBe(writer.root);
    expect(reader.proveInclusion(77)).toEqual(writer.proveInclusion(77));
    await writer.close();
  });
});

import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { RecordedAct } from "./act.ts";
import type { Ledger } from "./ledger.ts";
import { openLedger } from "./open-ledger.ts";
import { toSegmentBytes } from "./segment.ts";
import { createTemporaryCase, drafts, type TemporaryCase } from "./temporary-case.ts";

let folder: TemporaryCase;
let writer: Ledger;
let reader: Ledger;
beforeEach(async () => {
  folder = createTemporaryCase();
  writer = await openLedger(folder.options);
  await writer.append(drafts(1));
  reader = await openLedger({ ...folder.options, signer: null });
});
afterEach(async () => {
  await writer.close();
  folder.remove();
});

/** The acts of the next part. */
async function part(most?: number) {
  const acts: RecordedAct[] = [];
  const options = { onActs: (more: readonly RecordedAct[]) => void acts.push(...more) };
  const isBehind = await reader.refreshPart(most === undefined ? options : { ...options, most });
  return { acts, isBehind };
}

describe("a reader that takes in what others wrote, a part at a time", () => {
  test("is told each act once, in order, and whether there are more", async () => {
    const written = [];
    for (const count of [3, 3, 3, 1]) written.push(...(await writer.append(drafts(count))));
    expect(reader.tip()).toEqual({ segments: 6, acts: 12 });
    const first = await part(4);
    expect(first).toEqual({ acts: written.slice(0, 6), isBehind: true });
    expect(reader.size).toBe(8);
    const second = await part();
    expect(second).toEqual({ acts: written.slice(6), isBehind: false });
    expect(await part()).toEqual({ acts: [], isBehind: false });
    expect(reader.root).toBe(writer.root);
    expect(reader.tip().acts).toBe(reader.size);
  });

  test("sees from outside whether acts of a kind wait, and none that it was told", async () => {
    await writer.append([...drafts(2), ...drafts(1, "consent.withdrawn")]);
    await writer.append(drafts(2));
    expect(reader.mayBring(["consent.withdrawn"], reader.size)).toBe(true);
    expect(reader.mayBring(["item.shredded"], reader.size)).toBe(false);
    await part();
    expect(reader.mayBring(["consent.withdrawn"], reader.size)).toBe(false);
    const closed = await openLedger({
      ...folder.options,
      signer: null,
      codec: { toLeaf: (entry) => entry, fromLeaf: (leaf) => ({ entry: leaf }) },
    });
    // Where leaves are sealed it cannot be seen.
    expect(closed.mayBring(["item.shredded"], closed.size)).toBe(true);
  });

  test("is told nothing of a part in which one signature does not hold, nor anything later", async () => {
    const [{ leafIndex, act } = fail()] = await writer.append(drafts(1));
    await writer.append(drafts(1));
    const path = join(folder.dir, "ledger/segment", String(leafIndex).padStart(20, "0"));
    const previous = readFileSync(path).subarray(38, 70);
    const forged = { ...act, body: { index: 7, words: "forged" } };
    const entry = Buffer.from(JSON.stringify(sorted(forged)));
    rmSync(path);
    writeFileSync(path, toSegmentBytes({ start: leafIndex, previous, entries: [entry] }));
    const problems = [expect.objectContaining({ code: "ledger/act-signature" })];
    const altered = expect.objectContaining({ code: "ledger/altered", evidence: { problems } });
    await expect(part(1)).rejects.toEqual(altered);
    await expect(part()).rejects.toEqual(altered);
  });
});

function sorted<T extends object>(value: T): object {
  return Object.fromEntries(Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1)));
}

function fail(): never {
  throw new Error("an append gives its acts");
}

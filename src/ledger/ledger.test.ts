import { readdirSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { toEntry } from "./act.ts";
import { hashLeaf } from "./merkle/hash.ts";
import { verifyConsistency } from "./merkle/verify-consistency.ts";
import { verifyInclusion } from "./merkle/verify-inclusion.ts";
import { openLedger } from "./open-ledger.ts";
import {
  CASE_ID,
  createTemporaryCase,
  createTestRandom,
  drafts,
  type TemporaryCase,
} from "./temporary-case.ts";
import { verifyLedger } from "./verify-ledger.ts";

let folder: TemporaryCase;
beforeEach(() => {
  folder = createTemporaryCase();
});
afterEach(() => folder.remove());

const verify = () => verifyLedger({ dir: folder.dir, caseId: CASE_ID });

describe("a new ledger", () => {
  test("begins with the act that enrols its maker, under a checkpoint", async () => {
    const ledger = await openLedger(folder.options);
    expect(ledger.size).toBe(1);
    expect(ledger.read(0)).toMatchObject({ kind: "actor.enrolled", actor: "keeper", case: CASE_ID });
    expect(ledger.checkpoint()).toMatchObject({ treeSize: 1, rootHash: ledger.root });
    expect(await verify()).toMatchObject({ ok: true, acts: 1, uncovered: 0, notes: [] });
  });

  test("is not made by a reader", async () => {
    await expect(openLedger({ ...folder.options, signer: null })).rejects.toMatchObject({
      code: "ledger/missing",
      reaction: "not-found",
    });
    expect(readdirSync(folder.dir)).toEqual([]);
    expect(await verify()).toMatchObject({ ok: false, problems: [{ code: "ledger/missing" }] });
  });
});

describe("a log of any history", () => {
  test("verifies, keeps its acts, and proves each of them and each earlier checkpoint", async () => {
    const batches = fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(batches, fc.boolean(), async (counts, reopen) => {
        const own = createTemporaryCase();
        try {
          let ledger = await openLedger(own.options);
          const kept = [];
          for (const count of counts) {
            await ledger.append(drafts(count));
            kept.push(ledger.checkpoint());
            if (!reopen) continue;
            await ledger.close();
            ledger = await openLedger({ ...own.options, random: createTestRandom(String(kept.length)) });
          }
          const last = ledger.checkpoint();
          const root = Buffer.from(last?.rootHash ?? "", "hex");
          for (const { leafIndex, act } of ledger.entries()) {
            if (leafIndex % 17 !== 0) continue;
            const proof = ledger.proveInclusion(leafIndex, last?.treeSize);
            expect(verifyInclusion({ leaf: hashLeaf(toEntry(act)), proof, root }).ok).toBe(true);
          }
          for (const checkpoint of kept) {
            const proof = ledger.proveConsistency(checkpoint?.treeSize ?? 0, last?.treeSize);
            const fromRoot = Buffer.from(checkpoint?.rootHash ?? "", "hex");
            expect(verifyConsistency({ proof, fromRoot, toRoot: root }).ok).toBe(true);
          }
          await ledger.close();
          const report = await verifyLedger({ dir: own.dir, caseId: CASE_ID });
          expect(report).toMatchObject({ ok: true, notes: [], uncovered: 0 });
        } finally {
          own.remove();
        }
      }),
      { numRuns: 25 },
    );
  });

  test("keeps one partial tile at each place", async () => {
    const ledger = await openLedger(folder.options);
    for (let round = 0; round < 300; round++) {
      await ledger.append(drafts(1));
      ledger.publish();
    }
    await ledger.close();
    expect(readdirSync(join(folder.dir, "ledger/tile/0"))).toEqual(["000", "001.p"]);
    expect(readdirSync(join(folder.dir, "ledger/tile/0/001.p"))).toEqual(["45"]);
    expect(readdirSync(join(folder.dir, "ledger/tile/1/000.p"))).toEqual(["1"]);
    expect(await verify()).toMatchObject({ ok: true, acts: 301, notes: [] });
  });
});

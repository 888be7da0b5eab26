import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import type { EntryCodec } from "../entry-codec.ts";
import { openLedger } from "../open-ledger.ts";
import { toVerifierKey } from "../signed-note.ts";
import { createTemporaryCase, createTestRandom, type TemporaryCase } from "../temporary-case.ts";
import { verifyLedger } from "../verify-ledger.ts";
import { openLeaf } from "./closed-leaf.ts";
import { leafKeyOf, sealEntry } from "./proof-fixture.ts";
import { proveAct } from "./prove-act.ts";
import { writeReleased } from "./released.ts";
import { verifyProof } from "./verify-proof.ts";

const cases: TemporaryCase[] = [];
afterEach(() => {
  for (const each of cases.splice(0)) each.remove();
});

function createCodec(): EntryCodec {
  const random = createTestRandom("nonces");
  return {
    toLeaf: (entry) => sealEntry(entry, random(16)),
    fromLeaf: (leaf) => openLeaf(leaf, leafKeyOf(leaf)),
  };
}

/** A closed log of a dozen acts, one of which names a witness. */
async function makeClosedLog() {
  const created = createTemporaryCase();
  cases.push(created);
  const options = { ...created.options, codec: createCodec() };
  const ledger = await openLedger(options);
  for (let n = 0; n < 10; n++) await ledger.append([{ kind: "thing.done", body: { id: `t-${n}` } }]);
  await ledger.append([{ kind: "witness.heard", body: { name: "Mahin Golkar" } }]);
  return { options, ledger };
}

describe("a proof from a closed log", () => {
  test("shows its one act to someone without any key of the case, and nothing of the others", async () => {
    const { ledger } = await makeClosedLog();
    const checkpoint = ledger.checkpoint();
    if (checkpoint === null) throw new Error("no checkpoint");
    const { proof, act, leaf } = proveAct({ log: ledger, leafIndex: 3, checkpoint, leafKeyOf });
    const claim = { proof, act, leaf, origin: null, keys: ledger.noteKeys, witnesses: [] };
    expect(verifyProof(claim)).toMatchObject({ ok: true, found: { leafIndex: 3, isTrusted: true } });
    expect(Buffer.from(leaf ?? act).includes("t-2")).toBe(false);
    for (let other = 0; other < ledger.size; other++) {
      const opened = openLeaf(ledger.leaf(other), leafKeyOf(leaf ?? act));
      expect("entry" in opened, `leaf ${other}`).toBe(other === 3);
    }
    await ledger.close();
  });

  test("is not given away under a key that does not open the leaf", async () => {
    const { ledger } = await makeClosedLog();
    const checkpoint = ledger.checkpoint();
    if (checkpoint === null) throw new Error("no checkpoint");
    const wrong = { log: ledger, leafIndex: 3, checkpoint, leafKeyOf: () => new Uint8Array(32) };
    expect(() => proveAct(wrong)).toThrowError(expect.objectContaining({ code: "ledger/altered" }));
    await ledger.close();
  });
});

describe("a checkpoint that left a closed case", () => {
  test("is compared with the log by a stranger without the key, and holds no name", async () => {
    const { options, ledger } = await makeClosedLog();
    const checkpoint = ledger.checkpoint();
    if (checkpoint === null) throw new Error("no checkpoint");
    writeReleased(options.dir, checkpoint.treeSize, checkpoint.note);
    await ledger.append([{ kind: "thing.done", body: {} }]);
    await ledger.close();
    const { dir, caseId } = options;
    const logKeys = ledger.noteKeys.map(toVerifierKey);
    expect(await verifyLedger({ dir, caseId, codec: "closed", logKeys })).toMatchObject({
      ok: true,
      problems: [],
    });
    const kept = readFileSync(join(dir, "ledger", "released", String(checkpoint.treeSize).padStart(20, "0")));
    expect(kept.includes("Mahin")).toBe(false);
    writeReleased(dir, checkpoint.treeSize - 1, checkpoint.note);
    const report = await verifyLedger({ dir, caseId, codec: "closed", logKeys });
    expect(report.problems).toMatchObject([{ code: "ledger/released-invalid" }]);
  });
});

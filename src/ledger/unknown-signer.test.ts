import { afterEach, describe, expect, test } from "vitest";
import { openLedger } from "./open-ledger.ts";
import { createTemporaryCase, type TemporaryCase, toTestSigner } from "./temporary-case.ts";
import { verifyLedger } from "./verify-ledger.ts";

const cases: TemporaryCase[] = [];
afterEach(() => {
  for (const each of cases.splice(0)) each.remove();
});

/** A log whose last writer died between acknowledging an act and signing a checkpoint over it. */
async function leaveUncovered(): Promise<TemporaryCase["options"]> {
  const created = createTemporaryCase();
  cases.push(created);
  let isDying = false;
  const faults = (step: string) => {
    if (isDying && step.startsWith("checkpoint")) throw new Error("dead");
  };
  const first = await openLedger({ ...created.options, faults });
  isDying = true;
  await first.append([{ kind: "thing.done", body: {} }]);
  expect(() => first.publish()).toThrow();
  return created.options;
}

describe("a writer whose key the log does not know", () => {
  test("enrols before it signs the checkpoint that another left behind, so the log stays readable", async () => {
    const options = await leaveUncovered();
    const other = await openLedger({ ...options, signer: toTestSigner("other") });
    expect(other.read(2)).toMatchObject({ kind: "actor.enrolled", actor: "other" });
    expect(other.checkpoint()?.treeSize).toBe(3);
    await other.close();
    expect(await verifyLedger(options)).toMatchObject({ ok: true, acts: 3, uncovered: 0 });
    await (await openLedger(options)).close();
  });

  test("signs no checkpoint over acts that came while it only looked on", async () => {
    const created = createTemporaryCase();
    cases.push(created);
    const { options } = created;
    await (await openLedger(options)).close();
    const idle = await openLedger({ ...options, signer: toTestSigner("other") });
    expect(idle.size).toBe(1);
    const faults = (step: string) => {
      if (step.startsWith("checkpoint")) throw new Error("dead");
    };
    const writer = await openLedger({ ...options, faults });
    await writer.append([{ kind: "thing.done", body: {} }]);
    expect(idle.checkpoint()?.treeSize).toBe(1);
    await idle.close();
    expect(await verifyLedger(options)).toMatchObject({ ok: true, acts: 2, uncovered: 1 });
  });
});

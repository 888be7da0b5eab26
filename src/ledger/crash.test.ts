import { mkdirSync, readdirSync, readFileSync, rmdirSync, unlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { ActDraft } from "./act.ts";
import { openLedger } from "./open-ledger.ts";
import { CASE_ID, createTemporaryCase, createTestRandom, type TemporaryCase } from "./temporary-case.ts";
import { verifyLedger } from "./verify-ledger.ts";

/** Thrown by the hook in the place of a power cut: nothing after it runs, nothing is tidied up. */
class Death extends Error {}

let folder: TemporaryCase;
beforeEach(() => {
  folder = createTemporaryCase();
});
afterEach(() => folder.remove());

/** A hook that dies at the n-th step it is told of and stays dead; never for 0. */
function createDeath(at: number) {
  const steps: string[] = [];
  return {
    steps,
    faults(step: string) {
      steps.push(step);
      if (at > 0 && steps.length >= at) throw new Death(step);
    },
  };
}

const draft = (n: number): ActDraft => ({ kind: "note.taken", body: { n } });

/** A life of two openings. */
async function live(faults: (step: string) => void): Promise<void> {
  for (let opening = 0; opening < 2; opening++) {
    const ledger = await openLedger({ ...folder.options, random: createTestRandom(`s${opening}`), faults });
    for (let n = opening * 10; n < opening * 10 + 3; n++) {
      await ledger.append([draft(n), draft(n + 100)]);
      ledger.publish();
    }
    await ledger.close();
  }
}

describe("a death at any step of a write", () => {
  test("leaves a log that verifies, opens, and goes on as if nothing had been", async () => {
    const whole = createDeath(0);
    await live(whole.faults);
    expect(new Set(whole.steps)).toEqual(
      new Set([
        "segment.temp",
        "segment.fsync",
        "segment.link",
        "segment.folder",
        "segment.unlink",
        "tile.temp",
        "tile.fsync",
        "tile.rename",
        "tile.folder",
        "checkpoint.temp",
        "checkpoint.fsync",
        "checkpoint.rename",
        "checkpoint.folder",
        "tile.stale",
      ]),
    );
    for (let at = 1; at <= whole.steps.length; at++) {
      folder.remove();
      folder = createTemporaryCase();
      const death = createDeath(at);
      await expect(live(death.faults)).rejects.toBeInstanceOf(Death);
      const where = `step ${at}, ${whole.steps[at - 1]}`;
      await expectSound(where);
      const ledger = await openLedger({ ...folder.options, random: createTestRandom("after") });
      const [more] = await ledger.append([draft(999)]);
      expect(more?.act.body).toEqual({ n: 999 });
      await ledger.close();
      const report = await verifyLedger({ dir: folder.dir, caseId: CASE_ID });
      expect(report, where).toMatchObject({ ok: true, uncovered: 0, notes: [] });
      expect(readdirSync(join(folder.dir, "ledger/tmp"))).toEqual([]);
    }
  });

  test("keeps exactly the acts that were acknowledged, and perhaps the last segment that was not", async () => {
    const whole = createDeath(0);
    await live(whole.faults);
    for (let at = 1; at <= whole.steps.length; at += 3) {
      folder.remove();
      folder = createTemporaryCase();
      const acknowledged: number[] = [];
      const death = createDeath(at);
      await liveAndNote(death.faults, acknowledged);
      const found = await recordedNumbers();
      expect(found.slice(0, acknowledged.length)).toEqual(acknowledged);
      expect([0, 2]).toContain(found.length - acknowledged.length);
    }
  });
});

/** As `live`, but what was acknowledged before the death is known too. */
async function liveAndNote(faults: (step: string) => void, acknowledged: number[]): Promise<void> {
  try {
    const ledger = await openLedger({ ...folder.options, faults });
    for (let n = 0; n < 9; n++) {
      await ledger.append([draft(n), draft(n + 100)]);
      acknowledged.push(n, n + 100);
      ledger.publish();
    }
    await ledger.close();
  } catch (error) {
    expect(error).toBeInstanceOf(Death);
  }
}

async function recordedNumbers(): Promise<unknown[]> {
  const ledger = await openLedger({ ...folder.options, random: createTestRandom("reader") });
  const found = [...ledger.entries(1)].map(({ act }) => act.body.n);
  await ledger.close();
  return found;
}

/** Whatever stands there now has no problem; only notes. A log that was never begun is the one exception. */
async function expectSound(where: string): Promise<void> {
  const report = await verifyLedger({ dir: folder.dir, caseId: CASE_ID });
  if (report.acts === 0) expect(report.problems, where).toMatchObject([{ code: "ledger/missing" }]);
  else expect(report.problems, where).toEqual([]);
}

describe("a torn temporary file", () => {
  test("is noted by verify and removed by the next opening for writing, not by a reader", async () => {
    await (await openLedger(folder.options)).close();
    const segment = readFileSync(join(folder.dir, "ledger/segment/00000000000000000000"));
    const torn = join(folder.dir, "ledger/tmp/.tmp-4194304000-0");
    mkdirSync(join(folder.dir, "ledger/tmp"), { recursive: true });
    writeFileSync(torn, segment.subarray(0, 100));
    const report = await verifyLedger({ dir: folder.dir, caseId: CASE_ID });
    expect(report).toMatchObject({ ok: true, notes: [{ code: "ledger/temporary-file" }] });
    await openLedger({ ...folder.options, signer: null });
    expect(readdirSync(join(folder.dir, "ledger/tmp"))).toHaveLength(1);
    await (await openLedger(folder.options)).close();
    expect(readdirSync(join(folder.dir, "ledger/tmp"))).toEqual([]);
  });
});

describe("an append whose outcome is unknown", () => {
  test("is found out by the same handle's next append", async () => {
    let deadly = "";
    const ledger = await openLedger({
      ...folder.options,
      faults: (step) => {
        if (step === deadly) throw new Death(step);
      },
    });
    for (const step of ["segment.fsync", "segment.link", "segment.folder", "segment.unlink"]) {
      deadly = step;
      await expect(ledger.append([draft(1)])).rejects.toBeInstanceOf(Death);
      deadly = "";
      await ledger.append([draft(2)]);
    }
    await ledger.close();
    const found = await recordedNumbers();
    expect(found).toEqual([2, 2, 1, 2, 1, 2]);
    expect(await verifyLedger({ dir: folder.dir, caseId: CASE_ID })).toMatchObject({ ok: true });
  });
});

describe("another process that publishes at the same time", () => {
  /** What it does: its own wider tile stands, ours are removed, and a folder that this empties goes with them. */
  function takeFolderAway(at: "tile.rename" | "tile.folder") {
    let isDone = false;
    return (step: string) => {
      if (step !== at || isDone) return;
      isDone = true;
      const partial = join(folder.dir, "ledger/tile/0/000.p");
      for (const name of readdirSync(partial)) unlinkSync(join(partial, name));
      rmdirSync(partial);
    };
  }

  test.each(["tile.rename", "tile.folder"] as const)(
    "may take away the folder of a tile at %s",
    async (at) => {
      const ledger = await openLedger({ ...folder.options, faults: takeFolderAway(at) });
      await ledger.append([draft(1)]);
      ledger.publish();
      await ledger.append([draft(2)]);
      await ledger.close();
      expect(await verifyLedger({ dir: folder.dir, caseId: CASE_ID })).toMatchObject({ ok: true, acts: 3 });
    },
  );
});

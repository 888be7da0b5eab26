import { cpSync, existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { mirrorCase, verifyCase } from "../../src/case/index.ts";
import { silentProgress } from "../../src/core/index.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { buildByWorkers, filesBelow } from "./built-case.ts";
import { isCounted, readTrace } from "./disk-trace.ts";
import { noteCount, PATIENCE_MS, times } from "./fault-counts.ts";
import { createCutDisk, type Fate, hashDisk, KEEP_ALL, writeDisk } from "./power-cut.ts";
import { createDice } from "./small-case.ts";
import type { WorkOrders } from "./work-orders.ts";
import { buildWorkers, quickFolder, runWorker, startWorker, type WorkerPrograms } from "./worker.ts";

let programs: WorkerPrograms;
let original = "";
beforeAll(async () => {
  programs = await buildWorkers(temporaryFolder("fault-workers"));
  original = await buildByWorkers(["import", "secret"]);
}, PATIENCE_MS);
afterAll(() => rmSync(original, { recursive: true, force: true }));

/** A root with the case in it, and room for its copies. */
function prepare(): string {
  const root = quickFolder("mirror");
  cpSync(join(original, "case"), join(root, "case"), { recursive: true });
  return root;
}

const orders = (root: string, rounds: number): WorkOrders => ({
  work: "mirror",
  dir: join(root, "case"),
  home: join(original, "home"),
  seed: "mirror",
  rounds,
});

/** Evidence that stands under its final name in a copy and is not that of the case, byte for byte. */
function halfCopied(root: string, name: string): string[] {
  const folders = ["ledger/segment", "vault/sha256", "vault/keys"].filter((folder) =>
    existsSync(join(root, name, folder)),
  );
  return filesBelow(join(root, name), folders).filter(
    (path) => !readFileSync(join(root, name, path)).equals(readFileSync(join(original, "case", path))),
  );
}

/** What is wrong with a copy that is said to be complete. */
async function lossesOfCopy(root: string, name: string): Promise<string[]> {
  const { problems, notes } = await verifyCase(join(root, name)).catch((error: unknown) => ({
    problems: [{ code: "thrown", path: String(error) }],
    notes: [],
  }));
  expect(notes.map(({ code }) => code)).not.toContain("ledger/temporary-file");
  const missing = filesBelow(join(original, "case"), ["ledger", "vault"]).filter(
    (path) => !existsSync(join(root, name, path)),
  );
  return [
    ...problems.map(({ code, path }) => `${code} ${path}`),
    ...missing.map((path) => `${path} was not copied`),
  ];
}

const copies = (root: string) => readdirSync(root).filter((name) => name.startsWith("copy-"));

/** After a death: nothing half copied, what was said to be complete is, and a second try completes the rest. */
async function requireSound(root: string, complete: readonly string[], where: string): Promise<void> {
  expect((await verifyCase(join(root, "case"))).problems, where).toEqual([]);
  for (const name of copies(root)) expect(halfCopied(root, name), where).toEqual([]);
  for (const name of complete) expect(await lossesOfCopy(root, name), where).toEqual([]);
  for (const name of copies(root)) {
    await mirrorCase({ dir: join(root, "case"), target: join(root, name), progress: silentProgress });
    expect(await lossesOfCopy(root, name), `${where}, tried again`).toEqual([]);
  }
}

describe("a process killed while it mirrors a case", () => {
  test("leaves no half file, and the next completes the copy", { timeout: PATIENCE_MS }, async () => {
    const kills = times({ sampled: 3, long: 300 });
    const dice = createDice("mirror kills");
    let killed = 0;
    let completed = 0;
    while (killed < kills) {
      const root = prepare();
      const worker = startWorker(programs, { work: orders(root, 50) });
      await worker.said(dice(3) === 0 ? 0 : 1 + dice(3));
      await new Promise((resolve) => setTimeout(resolve, dice(120)));
      worker.kill();
      const { acknowledged, signal, err } = await worker.ended;
      expect(err).toBe("");
      if (signal === "SIGKILL") killed += 1;
      const complete = acknowledged.flatMap((ack) => (ack.ack === "mirror" ? [ack.name] : []));
      completed += complete.length;
      await requireSound(root, complete, `kill ${killed}`);
      rmSync(root, { recursive: true, force: true });
    }
    noteCount("random kill -9, mirror", killed, `${completed} copies acknowledged, none lost`);
  });

  test("or in front of any step of its disk", { timeout: PATIENCE_MS }, async () => {
    const trace = join(temporaryFolder("fault-trace"), "trace");
    const whole = prepare();
    expect(await runWorker(programs, { work: orders(whole, 1), disk: { root: whole, trace } })).toMatchObject(
      { code: 0, err: "" },
    );
    rmSync(whole, { recursive: true, force: true });
    const steps = readTrace(trace).filter(isCounted).length;
    const stride = Math.max(1, Math.floor(steps / times({ sampled: 4, long: 150 })));
    let kills = 0;
    for (let killAt = 1 + Math.floor(stride / 2); killAt <= steps; killAt += stride) {
      const root = prepare();
      const { signal, err } = await runWorker(programs, { work: orders(root, 1), disk: { root, killAt } });
      expect(err).toBe("");
      if (signal === "SIGKILL") kills += 1;
      await requireSound(root, [], `in front of step ${killAt} of ${steps}`);
      rmSync(root, { recursive: true, force: true });
    }
    noteCount("kills at a numbered step, mirror", kills, `of ${steps} steps`);
  });
});

const KEEP_NONE: Fate = { keepsName: () => false, keepsBlock: () => false, keepsLength: () => false };

describe("a power cut while a case is mirrored", () => {
  test("leaves every copy whole that was said to be complete", { timeout: PATIENCE_MS }, async () => {
    const traced = prepare();
    const trace = join(temporaryFolder("fault-trace"), "trace");
    await runWorker(programs, { work: orders(traced, 2), disk: { root: traced, trace } });
    rmSync(traced, { recursive: true, force: true });
    const dice = createDice("mirror cuts");
    const chance: Fate = {
      keepsName: () => dice(2) > 0,
      keepsBlock: () => dice(2) > 0,
      keepsLength: () => dice(2) > 0,
    };
    const steps = readTrace(trace);
    const disk = createCutDisk(traced);
    const states = times({ sampled: 12, long: 2000 });
    const seen = new Set<string>();
    for (const [at, step] of steps.entries()) {
      disk.take(step);
      for (const fate of [KEEP_NONE, KEEP_ALL, chance]) {
        if (step.op !== "say" && dice(steps.length * 3) >= states) continue;
        const files = disk.afterCut(fate);
        const key = `${hashDisk(files)} ${disk.acknowledged.length}`;
        if (seen.has(key)) continue;
        seen.add(key);
        const root = prepare();
        writeDisk(files, root);
        const complete = disk.acknowledged.flatMap((ack) => (ack.ack === "mirror" ? [ack.name] : []));
        await requireSound(root, complete, `cut after step ${at} (${step.op})`);
        rmSync(root, { recursive: true, force: true });
      }
    }
    noteCount("power-cut states, mirror", seen.size, `of ${steps.length} steps`);
  });
});

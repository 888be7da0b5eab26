import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openLedger, verifyLedger } from "../../src/ledger/index.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import type { Acknowledgement } from "./acknowledgement.ts";
import { filesBelow, withBytes } from "./built-case.ts";
import { isCounted, readTrace } from "./disk-trace.ts";
import { noteCount, PATIENCE_MS, times } from "./fault-counts.ts";
import { CASE_ID, createDice, toClosedCodec } from "./small-case.ts";
import type { WorkOrders } from "./work-orders.ts";
import { buildWorkers, quickFolder, runWorker, startWorker, type WorkerPrograms } from "./worker.ts";

let programs: WorkerPrograms;
let root = "";
let dir = "";
beforeAll(async () => {
  programs = await buildWorkers(temporaryFolder("fault-workers"));
});
beforeEach(() => {
  root = quickFolder("closed");
  dir = join(root, "case");
  mkdirSync(join(root, "home"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const orders = (seed: string, rounds: number): WorkOrders => ({
  work: "append",
  dir,
  home: join(root, "home"),
  seed,
  rounds,
  isClosed: true,
});

/** Words that stand in every act that the workers write; none may lie open anywhere, interrupted writes included. */
const CANARIES = ["note.taken", "actor.enrolled", '"actor"', "worker"];

function openWords(): string[] {
  return filesBelow(root, ["."]).flatMap((path) => {
    const bytes = readFileSync(join(root, path));
    return CANARIES.filter((word) => bytes.includes(word)).map((word) => `${word} in ${path}`);
  });
}

async function lossesOf(acknowledged: readonly Acknowledgement[]): Promise<string[]> {
  const acts = acknowledged.filter((ack) => ack.ack === "act");
  const codec = toClosedCodec();
  const { problems, acts: size } = await verifyLedger({ dir, caseId: CASE_ID, codec });
  if (problems.length > 0) {
    const isBegun = acknowledged.length > 0 || size > 0;
    return problems
      .filter(({ code }) => isBegun || code !== "ledger/missing")
      .map(({ code, path }) => `${code} ${path}`);
  }
  const ledger = await openLedger({
    dir,
    caseId: CASE_ID,
    codec,
    signer: null,
    now: () => 0,
    random: (n) => new Uint8Array(n),
  });
  return acts
    .filter(({ leafIndex, id }) => leafIndex >= ledger.size || ledger.read(leafIndex).id !== id)
    .map(({ id }) => `${id} is gone`);
}

describe("a closed log", () => {
  test("loses nothing and shows nothing when its writer is killed at random", {
    timeout: PATIENCE_MS,
  }, async () => {
    const kills = times({ sampled: 3, long: 150 });
    const dice = createDice("closed kills");
    const acknowledged: Acknowledgement[] = [];
    let killed = 0;
    for (let life = 0; killed < kills; life++) {
      if (life % 12 === 0) {
        rmSync(dir, { recursive: true, force: true });
        acknowledged.length = 0;
      }
      const worker = startWorker(programs, { work: orders(`l${life}`, 1000) });
      await worker.said(dice(4) === 0 ? 0 : 1 + dice(40));
      await new Promise((resolve) => setTimeout(resolve, dice(8)));
      worker.kill();
      const end = await worker.ended;
      expect(end.err).toBe("");
      if (end.signal === "SIGKILL") killed += 1;
      acknowledged.push(...end.acknowledged);
      expect(await lossesOf(acknowledged), `kill ${killed}`).toEqual([]);
      expect(openWords(), `kill ${killed}`).toEqual([]);
    }
    noteCount("random kill -9, closed log", killed, "nothing lost, no word of an act in any file");
  });

  test("shows nothing in front of any step of its disk", { timeout: PATIENCE_MS }, async () => {
    const trace = join(temporaryFolder("fault-trace"), "trace");
    await runWorker(programs, { work: orders("steps", 4), disk: { root, trace } });
    const steps = readTrace(trace).filter(isCounted).length;
    const stride = Math.max(1, Math.floor(steps / times({ sampled: 4, long: steps })));
    let kills = 0;
    for (let killAt = 1 + Math.floor(stride / 2); killAt <= steps; killAt += stride) {
      rmSync(dir, { recursive: true, force: true });
      const dead = await runWorker(programs, { work: orders("steps", 4), disk: { root, killAt } });
      if (dead.signal !== "SIGKILL") continue;
      kills += 1;
      expect(openWords(), `in front of step ${killAt}`).toEqual([]);
      expect(await lossesOf(dead.acknowledged), `in front of step ${killAt}`).toEqual([]);
      const next = await runWorker(programs, { work: orders("steps", 2) });
      expect(next).toMatchObject({ code: 0, err: "" });
      expect(await lossesOf([...dead.acknowledged, ...next.acknowledged])).toEqual([]);
    }
    noteCount("kills at a numbered step, closed log", kills, `of ${steps} steps`);
  });

  test("names the file of each flipped bit, with its key and without", { timeout: PATIENCE_MS }, async () => {
    await runWorker(programs, { work: orders("flips", 3) });
    const codec = toClosedCodec();
    const whole = await verifyLedger({ dir, caseId: CASE_ID, codec });
    const logKeys = whole.keys.map(({ verifierKey }) => verifierKey);
    const ways = [
      { dir, caseId: CASE_ID, codec },
      { dir, caseId: CASE_ID, codec: "closed" as const, logKeys },
    ];
    for (const way of ways) expect(await verifyLedger(way)).toMatchObject({ ok: true });
    const files = filesBelow(dir, ["ledger"]);
    const dice = createDice("closed flips");
    const flips = times({ sampled: 40, long: 3000 });
    for (let flip = 0; flip < flips; flip++) {
      const path = files[dice(files.length)] ?? "";
      const flipped = Buffer.from(readFileSync(join(dir, path)));
      const at = dice(flipped.length);
      flipped[at] = (flipped[at] ?? 0) ^ (1 << dice(8));
      await withBytes(join(dir, path), flipped, async () => {
        for (const way of ways) {
          const { problems } = await verifyLedger(way);
          expect(
            problems.map((problem) => problem.path),
            `${path}, byte ${at}`,
          ).toContain(path);
        }
      });
    }
    noteCount(
      "single-bit flips, closed log",
      flips,
      `in ${files.length} files; found and named with the key and without`,
    );
  });
});

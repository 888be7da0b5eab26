import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { temporaryFolder } from "../temporary-folder.ts";
import type { Acknowledgement } from "./acknowledgement.ts";
import { isCounted, readTrace } from "./disk-trace.ts";
import { noteCount, PATIENCE_MS, times } from "./fault-counts.ts";
import { createDice } from "./small-case.ts";
import { findLosses } from "./standing.ts";
import type { WorkOrders } from "./work-orders.ts";
import { buildWorkers, quickFolder, runWorker, startWorker, type WorkerPrograms } from "./worker.ts";

type Work = WorkOrders["work"];

let programs: WorkerPrograms;
beforeAll(async () => {
  programs = await buildWorkers(temporaryFolder("fault-workers"));
});

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** A case on which worker after worker is killed; every few lives a new one, so that verifying stays quick. */
function createLives(work: Work) {
  let root = "";
  let acknowledged: Acknowledgement[] = [];
  return {
    acknowledged: () => acknowledged,
    begin() {
      this.end();
      root = quickFolder(`kill-${work}`);
      mkdirSync(join(root, "home"));
      acknowledged = [];
    },
    end() {
      if (root !== "") rmSync(root, { recursive: true, force: true });
      root = "";
    },
    orders: (seed: string, rounds: number): WorkOrders => ({
      work,
      dir: join(root, "case"),
      home: join(root, "home"),
      seed,
      rounds,
    }),
    root: () => root,
    add: (more: readonly Acknowledgement[]) => void acknowledged.push(...more),
    losses: (goOn: boolean) =>
      findLosses({ dir: join(root, "case"), home: join(root, "home"), acknowledged, goOn }),
  };
}

const RANDOM_KILLS: readonly { work: Work; sampled: number; long: number; spreadMs: number }[] = [
  { work: "append", sampled: 4, long: 450, spreadMs: 8 },
  { work: "append-many", sampled: 1, long: 60, spreadMs: 500 },
  { work: "seal", sampled: 3, long: 150, spreadMs: 12 },
  { work: "import", sampled: 4, long: 450, spreadMs: 25 },
  { work: "secret", sampled: 2, long: 150, spreadMs: 30 },
  { work: "analyse", sampled: 2, long: 60, spreadMs: 60 },
];

describe("a process killed by kill -9 while it works", () => {
  test.for(RANDOM_KILLS)(
    "loses nothing it acknowledged: $work",
    { timeout: PATIENCE_MS },
    async ({ work, sampled, long, spreadMs }) => {
      const kills = times({ sampled, long });
      const dice = createDice(`kills of ${work}`);
      const lives = createLives(work);
      let killed = 0;
      let acks = 0;
      for (let life = 0; killed < kills; life++) {
        if (life % 12 === 0) lives.begin();
        const worker = startWorker(programs, { work: lives.orders(`l${life}`, 1000) });
        // Now in the middle of opening, now in full work.
        await worker.said(dice(4) === 0 ? 0 : 1 + dice(work === "analyse" ? 4 : 40));
        await pause(dice(spreadMs));
        worker.kill();
        const { acknowledged, signal, err } = await worker.ended;
        expect(err).toBe("");
        lives.add(acknowledged);
        acks += acknowledged.length;
        if (signal === "SIGKILL") killed += 1;
        const goOn = life % 3 === 0;
        expect(
          await lives.losses(goOn),
          `kill ${killed} of ${work}, ${acknowledged.length} acknowledged`,
        ).toEqual([]);
        // An analysis that came to its end has nothing left to do.
        if (work === "analyse" && signal === null) lives.begin();
      }
      lives.end();
      noteCount(`random kill -9, ${work}`, killed, `${acks} acknowledgements, none lost`);
    },
  );
});

const STEP_KILLS: readonly { work: Work; rounds: number; sampled: number }[] = [
  { work: "append", rounds: 4, sampled: 3 },
  { work: "append-many", rounds: 2, sampled: 1 },
  { work: "seal", rounds: 3, sampled: 3 },
  { work: "import", rounds: 2, sampled: 3 },
  { work: "secret", rounds: 1, sampled: 2 },
  { work: "analyse", rounds: 1, sampled: 2 },
];

describe("a process that dies in front of a numbered step of its disk", () => {
  test.for(STEP_KILLS)(
    "loses nothing, and the next goes on: $work",
    { timeout: PATIENCE_MS },
    async ({ work, rounds, sampled }) => {
      const lives = createLives(work);
      lives.begin();
      const trace = join(temporaryFolder("fault-trace"), "trace");
      const whole = await runWorker(programs, {
        work: lives.orders("steps", rounds),
        disk: { root: lives.root(), trace },
      });
      expect(whole).toMatchObject({ code: 0, err: "" });
      const steps = readTrace(trace).filter(isCounted).length;
      const stride = Math.max(1, Math.floor(steps / times({ sampled, long: steps })));
      let kills = 0;
      for (let killAt = 1 + Math.floor(stride / 2); killAt <= steps; killAt += stride) {
        lives.begin();
        const { acknowledged, signal, err } = await runWorker(programs, {
          work: lives.orders("steps", rounds),
          disk: { root: lives.root(), killAt },
        });
        expect(err).toBe("");
        // Random names of folders make the number of steps differ by a few from run to run.
        if (signal !== "SIGKILL") continue;
        kills += 1;
        lives.add(acknowledged);
        expect(await lives.losses(false), `${work}, in front of step ${killAt} of ${steps}`).toEqual([]);
        const next = await runWorker(programs, { work: lives.orders("steps", rounds) });
        expect(next, `${work} after step ${killAt} of ${steps}`).toMatchObject({ code: 0, err: "" });
        lives.add(next.acknowledged);
        expect(await lives.losses(true), `${work} after step ${killAt} of ${steps}`).toEqual([]);
      }
      lives.end();
      expect(kills).toBeGreaterThan(0);
      noteCount(`kills at a numbered step, ${work}`, kills, `of ${steps} steps`);
    },
  );
});

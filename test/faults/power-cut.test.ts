import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { temporaryFolder } from "../temporary-folder.ts";
import { type DiskStep, isCounted, readTrace } from "./disk-trace.ts";
import { isLong, noteCount, PATIENCE_MS, times } from "./fault-counts.ts";
import { type CutDisk, createCutDisk, type Fate, hashDisk, KEEP_ALL, writeDisk } from "./power-cut.ts";
import { createDice } from "./small-case.ts";
import { findLosses } from "./standing.ts";
import type { WorkOrders } from "./work-orders.ts";
import { buildWorkers, quickFolder, runWorker, type WorkerPrograms } from "./worker.ts";

type Work = WorkOrders["work"];

let programs: WorkerPrograms;
beforeAll(async () => {
  programs = await buildWorkers(temporaryFolder("fault-workers"));
});

/** Where in its root the case of a work lies; one in folders that were not there before. */
const placeOf = (work: Work) => (work === "analyse" ? ["new", "folders", "case"] : ["case"]);

interface Trace {
  readonly name: string;
  readonly place: readonly string[];
  readonly root: string;
  readonly steps: readonly DiskStep[];
}

/** A worker's whole life; or one that dies in front of a step, and another's whole life after it. */
async function record(work: Work, rounds: number, killAt: number | null = null): Promise<Trace> {
  const root = quickFolder(`power-${work}`);
  const trace = join(temporaryFolder("fault-trace"), "trace");
  mkdirSync(join(root, "home"));
  // What is to be sealed comes from a disk of its own.
  const home = work === "seal" ? temporaryFolder("material") : join(root, "home");
  const orders: WorkOrders = { work, dir: join(root, ...placeOf(work)), home, seed: "power", rounds };
  const folder: DiskStep = { op: "mkdir", path: join(root, "home") };
  const synced: DiskStep = { op: "fsync", path: root, isFolder: true, site: "" };
  if (killAt !== null) {
    const dead = await runWorker(programs, { work: orders, disk: { root, trace, killAt } });
    expect(dead).toMatchObject({ signal: "SIGKILL", err: "" });
  }
  const end = await runWorker(programs, { work: orders, disk: { root, trace } });
  expect(end, `${work}, after a death in front of step ${killAt}`).toMatchObject({ code: 0, err: "" });
  rmSync(root, { recursive: true });
  const after = killAt === null ? "" : ` after a death in front of step ${killAt}`;
  return {
    name: `${work}${after}`,
    root,
    place: placeOf(work),
    steps: [folder, synced, ...readTrace(trace)],
  };
}

/** Kept and lost by chance, each thing by itself. */
function byChance(dice: (below: number) => number, outOf: number): Fate {
  return {
    keepsName: () => dice(outOf) > 0,
    keepsBlock: () => dice(outOf) > 0,
    keepsLength: () => dice(2) > 0,
  };
}

const KEEP_NONE: Fate = { keepsName: () => false, keepsBlock: () => false, keepsLength: () => false };

/** Names without bytes: what a delayed allocation leaves. */
const NAMES_ONLY: Fate = { ...KEEP_NONE, keepsName: () => true };
const ZEROS: Fate = { ...NAMES_ONLY, keepsLength: () => true };
const BYTES_ONLY: Fate = { ...KEEP_ALL, keepsName: () => false };

/** Everything but what an ignored fsync should have kept. */
const LOSES_OWED: Fate = {
  keepsName: (owedBy) => owedBy === null,
  keepsBlock: (owedBy) => owedBy === null,
  keepsLength: (owedBy) => owedBy === null,
};

type Files = ReadonlyMap<string, Buffer | null>;

/** What is lost when the power fails now and these files are left. */
async function lossesAfter({ place }: Trace, disk: CutDisk, files: Files, goOn: boolean): Promise<string[]> {
  const root = quickFolder("after-cut");
  try {
    writeDisk(files, root);
    return await findLosses({
      dir: join(root, ...place),
      home: join(root, "home"),
      acknowledged: disk.acknowledged.filter(({ ack }) => ack !== "end"),
      goOn,
    });
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

const SCENARIOS: readonly { work: Work; rounds: number; sampled: number }[] = [
  { work: "append", rounds: 5, sampled: 40 },
  { work: "seal", rounds: 4, sampled: 40 },
  { work: "seal-many", rounds: 2, sampled: 40 },
  { work: "import", rounds: 2, sampled: 40 },
  { work: "secret", rounds: 1, sampled: 40 },
  { work: "analyse", rounds: 1, sampled: 40 },
  // Thousands of acts to verify for each state.
  { work: "append-many", rounds: 2, sampled: 10 },
];

/** What the traces of a whole life and of interrupted ones are searched for. */
async function requireStanding(trace: Trace, states: number): Promise<number> {
  const { root, steps, name } = trace;
  const dice = createDice(`power cut ${name}`);
  const fates: readonly [string, Fate][] = [
    ["nothing kept", KEEP_NONE],
    ["names kept", NAMES_ONLY],
    ["names and lengths kept", ZEROS],
    ["bytes kept", BYTES_ONLY],
    ["all kept", KEEP_ALL],
    ...Array.from({ length: 3 }, (_, n): [string, Fate] => [`by chance ${n}`, byChance(dice, 2)]),
    ...Array.from({ length: 2 }, (_, n): [string, Fate] => [`nearly all kept ${n}`, byChance(dice, 6)]),
  ];
  const all = steps.length * fates.length;
  const seen = new Set<string>();
  const disk = createCutDisk(root);
  for (const [at, step] of steps.entries()) {
    disk.take(step);
    for (const [what, fate] of fates) {
      if (dice(all) >= states) continue;
      const files = disk.afterCut(fate);
      const key = `${hashDisk(files)} ${disk.acknowledged.length}`;
      if (seen.has(key)) continue;
      seen.add(key);
      const losses = await lossesAfter(trace, disk, files, seen.size % 3 === 0);
      expect(losses, `${name}, cut after step ${at} (${step.op}), ${what}`).toEqual([]);
    }
  }
  return seen.size;
}

/** Steps that a dead process leaves for another to find: each sync of a folder. */
function folderSyncs({ steps }: Trace): number[] {
  return steps
    .slice(2)
    .filter(isCounted)
    .flatMap((step, index) => (step.op === "fsync" && step.isFolder ? [index + 1] : []));
}

/** A few of many, from the whole range. */
function some<T>(items: readonly T[], count: number): T[] {
  return items.filter(
    (_, index) =>
      Math.floor((index * count) / items.length) !== Math.floor(((index - 1) * count) / items.length),
  );
}

describe("a power cut", () => {
  test.for(SCENARIOS)(
    "loses nothing that was acknowledged: $work",
    { timeout: PATIENCE_MS },
    async ({ work, rounds, sampled }) => {
      const trace = await record(work, rounds);
      const states = await requireStanding(trace, times({ sampled, long: 25_000 * sampled }));
      noteCount(`power-cut states, ${work}`, states, `distinct, of ${trace.steps.length} steps`);
    },
  );

  test.for(SCENARIOS)(
    "loses nothing of a process that went on where another had died: $work",
    { timeout: PATIENCE_MS },
    async ({ work, rounds, sampled }) => {
      let states = 0;
      const deaths = some(folderSyncs(await record(work, rounds)), times({ sampled: 1, long: 30 }));
      for (const killAt of deaths) {
        states += await requireStanding(
          await record(work, rounds, killAt),
          times({ sampled: Math.ceil(sampled / 4), long: 150 }),
        );
      }
      noteCount(
        `power-cut states after a kill, ${work}`,
        states,
        `${deaths.length} kills before a folder's fsync`,
      );
    },
  );
});

describe("the test of power cuts itself", () => {
  test("fails when any one line of the program that calls fsync is left out", {
    timeout: PATIENCE_MS,
  }, async () => {
    const traces: Trace[] = [];
    for (const { work, rounds } of isLong ? SCENARIOS : SCENARIOS.slice(0, 3)) {
      const whole = await record(work, rounds);
      traces.push(whole);
      // Some syncs matter only to a process that finds what a dead one began.
      for (const killAt of some(folderSyncs(whole), isLong ? 30 : 0))
        traces.push(await record(work, rounds, killAt));
    }
    const sites = [
      ...new Set(
        traces.flatMap(({ steps }) => steps.flatMap((step) => (step.op === "fsync" ? [step.site] : []))),
      ),
    ]
      .filter((site) => site !== "")
      .sort();
    const noticed = new Map<string, string>();
    for (const site of sites) {
      for (const trace of traces) {
        const loss = await lossWithout(trace, site);
        if (loss !== null) noticed.set(site, loss);
        if (loss !== null) break;
      }
    }
    console.log(sites.map((site) => `${site}: ${noticed.get(site) ?? "UNNOTICED"}`).join("\n"));
    noteCount("lines with fsync whose absence is noticed", noticed.size, `of ${sites.length}`);
    // The short form has no traces of processes that found what a dead one began.
    if (isLong) expect(sites.filter((site) => !noticed.has(site))).toEqual([]);
    else expect(noticed.size).toBeGreaterThanOrEqual(6);
  });
});

/** What the test notices when a line's fsync does nothing; null when it notices nothing. */
async function lossWithout(trace: Trace, site: string): Promise<string | null> {
  const { name, root, steps } = trace;
  if (!steps.some((step) => step.op === "fsync" && step.site === site)) return null;
  const disk = createCutDisk(root, site);
  const seen = new Set<string>();
  for (const [at, step] of steps.entries()) {
    disk.take(step);
    if (step.op !== "say" && step.op !== "fsync") continue;
    for (const fate of [LOSES_OWED, KEEP_NONE]) {
      const files = disk.afterCut(fate);
      const key = `${hashDisk(files)} ${disk.acknowledged.length}`;
      if (seen.has(key)) continue;
      seen.add(key);
      const [loss] = await lossesAfter(trace, disk, files, false);
      if (loss !== undefined) return `${name}, step ${at}: ${loss}`;
    }
  }
  return null;
}

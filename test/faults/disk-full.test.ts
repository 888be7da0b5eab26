import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { temporaryFolder } from "../temporary-folder.ts";
import type { Acknowledgement } from "./acknowledgement.ts";
import { isLong, noteCount, PATIENCE_MS, times } from "./fault-counts.ts";
import { mountSmallDisk, type SmallDisk, whyNoSmallDisk } from "./small-disk.ts";
import { findLosses } from "./standing.ts";
import type { WorkOrders } from "./work-orders.ts";
import { buildWorkers, runWorker, type WorkerPrograms } from "./worker.ts";

type Work = WorkOrders["work"];

const why = whyNoSmallDisk();

let programs: WorkerPrograms;
let material = "";
beforeAll(async () => {
  material = temporaryFolder("material");
  programs = await buildWorkers(temporaryFolder("fault-workers"));
});

const orders = ({ root }: SmallDisk, work: Work, rounds: number): WorkOrders => ({
  work,
  dir: join(root, "case"),
  // What is to be sealed comes from elsewhere; the signing key lies on the small disk too.
  home: work === "seal" ? material : join(root, "home"),
  seed: "small",
  rounds,
});

const losses = ({ root }: SmallDisk, acknowledged: readonly Acknowledgement[], goOn: boolean) =>
  findLosses({ dir: join(root, "case"), home: join(root, "home"), acknowledged, goOn });

/** Works until the disk refuses, asks what stands, gives the disk space again, and works on. */
async function liveThrough(disk: SmallDisk, work: Work, rounds: number, code: string): Promise<boolean> {
  const full = await runWorker(programs, { work: orders(disk, work, rounds) });
  expect(full.err).toBe("");
  const acknowledged = full.acknowledged.filter(({ ack }) => ack !== "refused" && ack !== "end");
  const refused = full.acknowledged.find((ack) => ack.ack === "refused");
  if (refused !== undefined) {
    expect(refused).toMatchObject({ code: expect.stringMatching(/^(?:ledger|vault|case)\/write-failed$/u) });
    expect(refused.message).toContain(code);
    expect(await losses(disk, acknowledged, false)).toEqual([]);
  }
  disk.remount(code === "EROFS" ? "rw" : "size=64m,nr_inodes=100000");
  const next = await runWorker(programs, { work: orders(disk, work, 2) });
  expect(next).toMatchObject({ code: 0, err: "" });
  expect(await losses(disk, [...acknowledged, ...next.acknowledged], true)).toEqual([]);
  return refused !== undefined;
}

const WORKS: readonly {
  work: Work;
  rounds: number;
  fromKb: number;
  stepKb: number;
  sampled: number;
  long: number;
}[] = [
  { work: "append", rounds: 60, fromKb: 4, stepKb: 4, sampled: 2, long: 60 },
  { work: "seal", rounds: 20, fromKb: 4, stepKb: 28, sampled: 2, long: 30 },
  { work: "import", rounds: 6, fromKb: 4, stepKb: 4, sampled: 2, long: 60 },
  { work: "analyse", rounds: 1, fromKb: 4, stepKb: 4, sampled: 1, long: 45 },
];

describe.skipIf(why !== null)(
  `a full disk${why === null ? "" : `: skipped, no small disk here (${why})`}`,
  () => {
    test.for(WORKS)(
      "is told clearly, loses nothing, and the work goes on when space returns: $work",
      { timeout: PATIENCE_MS },
      async ({ work, rounds, fromKb, stepKb, sampled, long }) => {
        const points = times({ sampled, long });
        const stride = Math.max(1, Math.floor(long / points));
        let refusals = 0;
        for (let point = 0; point < long; point += stride) {
          const disk = mountSmallDisk(`size=${fromKb + stepKb * point}k`);
          try {
            if (await liveThrough(disk, work, rounds, "ENOSPC")) refusals += 1;
          } finally {
            disk.unmount();
          }
        }
        expect(refusals).toBeGreaterThan(0);
        noteCount(`disk-full points, ${work}`, refusals, "nothing lost, went on");
      },
    );

    test("is told also when it is names that have run out", { timeout: PATIENCE_MS }, async () => {
      let refusals = 0;
      const stride = times({ sampled: 1, long: 20 }) === 1 ? 20 : 1;
      for (const work of ["append", "import"] as const) {
        for (let inodes = 5; inodes < 45; inodes += stride) {
          const disk = mountSmallDisk(`size=4m,nr_inodes=${inodes}`);
          try {
            if (await liveThrough(disk, work, 20, "ENOSPC")) refusals += 1;
          } finally {
            disk.unmount();
          }
        }
      }
      expect(refusals).toBeGreaterThan(0);
      noteCount("disks out of inodes", refusals, "nothing lost, went on");
    });

    test("is told when it may only be read", { timeout: PATIENCE_MS }, async () => {
      for (const { work } of isLong ? WORKS : WORKS.filter((one) => one.work === "import")) {
        const disk = mountSmallDisk("size=16m");
        try {
          const before = await runWorker(programs, { work: orders(disk, work, 1) });
          expect(before).toMatchObject({ code: 0, err: "" });
          disk.remount("ro");
          const acknowledged = before.acknowledged.filter(({ ack }) => ack !== "end");
          expect(await losses(disk, acknowledged, false)).toEqual([]);
          expect(await liveThrough(disk, work, 4, "EROFS")).toBe(true);
        } finally {
          disk.unmount();
        }
      }
      noteCount("read-only disks", isLong ? WORKS.length : 1, "told, readable, went on");
    });
  },
);

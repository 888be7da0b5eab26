import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { temporaryFolder } from "../temporary-folder.ts";
import { noteCount, PATIENCE_MS, times } from "./fault-counts.ts";
import { findLosses } from "./standing.ts";
import type { WorkOrders } from "./work-orders.ts";
import { buildWorkers, quickFolder, runWorker, type WorkerPrograms } from "./worker.ts";

/** Why the kernel's answers cannot be changed here, or null when they can. */
function whyNoStrace(): string | null {
  const { error, status, stderr } = spawnSync("strace", ["-qq", "-e", "trace=fsync", "true"], {
    encoding: "utf8",
  });
  if (error !== undefined) return "strace is not installed";
  return status === 0 ? null : `tracing is not permitted: ${stderr.trim()}`;
}

const why = whyNoStrace();

let programs: WorkerPrograms;
beforeAll(async () => {
  programs = await buildWorkers(temporaryFolder("fault-workers"));
});

/** What the kernel answers instead, and at which calls, counted from the first of the process. */
const INJECTIONS = [
  { calls: "fsync", how: "error=EIO", last: 24 },
  { calls: "link,linkat", how: "error=ENOSPC", last: 8 },
  { calls: "rename,renameat,renameat2", how: "error=EIO", last: 4 },
  { calls: "mkdir,mkdirat", how: "error=ENOSPC", last: 8 },
  { calls: "unlink,unlinkat", how: "error=EIO", last: 8 },
  { calls: "fsync", how: "signal=SIGKILL", last: 24 },
  { calls: "link,linkat", how: "signal=SIGKILL", last: 8 },
  { calls: "rename,renameat,renameat2", how: "signal=SIGKILL", last: 4 },
] as const;

const WORKS: readonly WorkOrders["work"][] = ["append", "import"];

describe.skipIf(why !== null)(`a system call that fails${why === null ? "" : `: skipped, ${why}`}`, () => {
  test.for(INJECTIONS)(
    "loses nothing that was acknowledged: $calls, $how",
    { timeout: PATIENCE_MS },
    async ({ calls, how, last }) => {
      let hits = 0;
      const points = times({ sampled: 1, long: last });
      for (const work of times({ sampled: 1, long: 2 }) === 1 ? WORKS.slice(0, 1) : WORKS) {
        for (let point = 0; point < points; point++) {
          const when = points === 1 ? 2 : 1 + point;
          const root = quickFolder("calls");
          mkdirSync(join(root, "home"));
          const orders: WorkOrders = {
            work,
            dir: join(root, "case"),
            home: join(root, "home"),
            seed: "calls",
            rounds: 3,
          };
          const under = [
            "strace",
            "-f",
            "-qq",
            "-o",
            "/dev/null",
            "-e",
            `trace=${calls}`,
            "-e",
            `inject=${calls}:${how}:when=${when}`,
          ];
          const end = await runWorker(programs, { work: orders, under });
          const where = `${work}, ${calls} ${when}, ${how}`;
          expect(end.err, where).toBe("");
          const acknowledged = end.acknowledged.filter(({ ack }) => ack !== "refused" && ack !== "end");
          const refused = end.acknowledged.find((ack) => ack.ack === "refused");
          if (refused !== undefined)
            expect(refused.code, where).toMatch(/^(?:ledger|vault|case)\/write-failed$/u);
          if (refused !== undefined || end.code !== 0) hits += 1;
          const standing = { dir: join(root, "case"), home: join(root, "home"), acknowledged };
          expect(await findLosses({ ...standing, goOn: false }), where).toEqual([]);
          const next = await runWorker(programs, { work: orders });
          expect(next, `${where}: the next process`).toMatchObject({ code: 0, err: "" });
          const all = [...acknowledged, ...next.acknowledged];
          expect(await findLosses({ ...standing, acknowledged: all, goOn: true }), where).toEqual([]);
          rmSync(root, { recursive: true, force: true });
        }
      }
      expect(hits).toBeGreaterThan(0);
      noteCount(
        `${how.startsWith("signal") ? "kills" : "errors"} at a system call, ${calls} ${how}`,
        hits,
        "nothing lost, went on",
      );
    },
  );
});

import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { acquireCaseLock, CaseLockHolder } from "./case-lock.ts";
import { createTemporaryCase, START_MS, type TemporaryCase } from "./temporary-case.ts";

let folder: TemporaryCase;
beforeEach(() => {
  folder = createTemporaryCase();
});
afterEach(() => folder.remove());

const acquire = () => acquireCaseLock({ dir: folder.dir, now: () => START_MS });

function leaveLock(holder: Partial<CaseLockHolder>): void {
  const lock = acquire();
  writeFileSync(join(folder.dir, "lock"), JSON.stringify({ ...lock.holder, ...holder }));
}

describe("the lock of a case", () => {
  test("is held by one at a time, names its holder and the way out, and comes back when released", () => {
    const lock = acquire();
    expect(acquire).toThrowError(
      expect.objectContaining({
        code: "ledger/case-locked",
        reaction: "locked",
        message: expect.stringContaining(
          `process ${process.pid} on ${hostname()} since 2024-01-02T03:04:05.678Z`,
        ),
        evidence: expect.objectContaining({ holder: lock.holder }),
      }),
    );
    lock.release();
    lock.release();
    const again = acquire();
    expect(readdirSync(folder.dir)).toEqual(["lock"]);
    again.release();
    expect(existsSync(join(folder.dir, "lock"))).toBe(false);
  });

  test("is taken from a dead process of this machine", () => {
    const dead = spawnSync(process.execPath, ["-e", ""]).pid;
    leaveLock({ pid: dead, processTicks: null });
    const lock = acquire();
    expect(CaseLockHolder.parse(JSON.parse(readFileSync(join(folder.dir, "lock"), "utf8")))).toEqual(
      lock.holder,
    );
    lock.release();
    expect(readdirSync(folder.dir)).toEqual([]);
  });

  test.skipIf(!existsSync("/proc/self/stat"))(
    "is taken from a dead process whose number another one bears now",
    () => {
      leaveLock({ processTicks: "1" });
      acquire().release();
    },
  );

  test("is not taken from another machine, whose processes cannot be seen", () => {
    leaveLock({ host: "elsewhere", pid: 999_999_999 });
    expect(acquire).toThrowError(expect.objectContaining({ code: "ledger/case-locked" }));
  });

  test("is not taken when it cannot be read", () => {
    writeFileSync(join(folder.dir, "lock"), "");
    expect(acquire).toThrowError(
      expect.objectContaining({ code: "ledger/case-locked", message: expect.stringContaining("delete") }),
    );
  });

  test("is not released by one who no longer holds it", () => {
    const first = acquire();
    leaveOther(first.holder);
    first.release();
    expect(existsSync(join(folder.dir, "lock"))).toBe(true);
  });
});

function leaveOther(holder: CaseLockHolder): void {
  writeFileSync(
    join(folder.dir, "lock"),
    JSON.stringify({ ...holder, startedAt: "2024-02-02T00:00:00.000Z" }),
  );
}

/** The lock of a case: one writer at a time, so that nobody's work is wasted. Correctness never rests on it. */
import { renameSync, unlinkSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import {
  createExclusive,
  errorCodeOf,
  InquestError,
  isProcessAlive,
  linkExclusive,
  readIfThere,
  toCanonicalJson,
} from "../core/index.ts";
import { refusingWrites } from "./write-failed.ts";

/** What the file `lock` in the case folder says. */
export const CaseLockHolder = z.strictObject({
  v: z.literal(1),
  pid: z.number().int().positive(),
  host: z.string(),
  /** ISO time at which the lock was taken. */
  startedAt: z.string(),
  /**
   * When the process began, in clock ticks since the machine started (field 22 of /proc/PID/stat); null
   * where the system has no such file. Tells the holder from a later process with its number.
   */
  processTicks: z.string().nullable(),
});
export type CaseLockHolder = z.infer<typeof CaseLockHolder>;

export interface AcquireCaseLockOptions {
  /** The case folder. */
  readonly dir: string;
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly now: () => number;
}

export interface CaseLock {
  readonly holder: CaseLockHolder;
  /** Gives the lock back; a second call does nothing. Also works in an `exit` handler: it is synchronous. */
  release(): void;
}

/**
 * Takes the lock of a case, also from a process of this machine that has died. Readers need none.
 *
 * @throws InquestError "ledger/case-locked" (reaction locked) naming the holder and what to do.
 */
export function acquireCaseLock({ dir, now }: AcquireCaseLockOptions): CaseLock {
  const path = join(dir, "lock");
  const holder: CaseLockHolder = {
    v: 1,
    pid: process.pid,
    host: hostname(),
    startedAt: new Date(now()).toISOString(),
    processTicks: ticksOf(process.pid),
  };
  const text = `${toCanonicalJson(holder)}\n`;
  for (;;) {
    const isMine = refusingWrites(dir, () =>
      createExclusive({ path, bytes: Buffer.from(text, "utf8"), tempDir: dir, label: "lock" }),
    );
    if (isMine) return { holder, release: () => release(path, text) };
    const found = readText(path);
    if (found === null) continue;
    const other = parseHolder(found);
    if (other === null || !isStale(other)) throw locked(path, other);
    removeStale(path, found);
  }
}

/** Whether the holder is known to be gone: a process of this machine that no longer runs. */
export function isStale(holder: CaseLockHolder): boolean {
  if (holder.host !== hostname()) return false;
  if (!isProcessAlive(holder.pid)) return true;
  return holder.processTicks !== null && ticksOf(holder.pid) !== holder.processTicks;
}

/**
 * Removes a stale lock. Between reading and removing, another process may have replaced it: so it is moved
 * aside first, looked at again, and put back if it is not the one that was read.
 */
function removeStale(path: string, expected: string): void {
  const aside = `${path}.stale-${process.pid}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if (errorCodeOf(error) === "ENOENT") return;
    throw error;
  }
  if (readText(aside) !== expected) linkExclusive(aside, path);
  unlinkSync(aside);
}

function release(path: string, text: string): void {
  if (readText(path) === text) unlinkSync(path);
}

function locked(path: string, holder: CaseLockHolder | null): InquestError {
  const who =
    holder === null
      ? "by a program that left an unreadable lock"
      : `by process ${holder.pid} on ${holder.host} since ${holder.startedAt}`;
  return new InquestError({
    code: "ledger/case-locked",
    reaction: "locked",
    message: `The case is in use ${who}. Close it there; if nothing runs any more, delete ${path}.`,
    evidence: { path, holder },
  });
}

function parseHolder(text: string): CaseLockHolder | null {
  try {
    return CaseLockHolder.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** The name in /proc/PID/stat may hold spaces and parentheses; the fields count from after its last one. */
function ticksOf(pid: number): string | null {
  const stat = readText(`/proc/${pid}/stat`);
  return stat?.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? null;
}

function readText(path: string): string | null {
  return readIfThere(path)?.toString("utf8") ?? null;
}

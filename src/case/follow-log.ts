/** The acts of a case as they come, also those that other processes record. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { RecordedAct } from "../ledger/index.ts";
import type { OpenCase } from "./case-handle.ts";

export interface FollowLogOptions {
  /** Opens the case for reading, as it stands then. */
  readonly open: () => Promise<OpenCase>;
  /** First leaf that is given. */
  readonly from: number;
  /** Ends the following; without it only the acts that stand already are given. */
  readonly signal?: AbortSignal;
}

const POLL_MS = 250;

/**
 * Gives each act from a leaf on, once and in order. While it follows, the folder of segments is looked at and the
 * log opened again when it grew: so every act that is given was checked like those of any opening.
 */
export async function* followLog({ open, from, signal }: FollowLogOptions): AsyncGenerator<RecordedAct> {
  let next = from;
  for (;;) {
    const opened = await open();
    // The handle reads the log as of its opening, so the next look must count from no later than that.
    const seen = countSegmentsOf(opened);
    try {
      for (const recorded of opened.ledger.entries(next)) {
        yield recorded;
        next = recorded.leafIndex + 1;
        if (signal?.aborted === true) return;
      }
    } finally {
      await opened.close();
    }
    if (signal === undefined || !(await hasGrown(opened.dir, seen, signal))) return;
  }
}

/** Waits until there are more segments than were seen; false when the following ends first. */
async function hasGrown(dir: string, seen: number, signal: AbortSignal): Promise<boolean> {
  while (!signal.aborted) {
    if (countSegments(dir) > seen) return true;
    try {
      await sleep(POLL_MS, undefined, { signal });
    } catch {
      return false;
    }
  }
  return false;
}

/** Segments that the handle has read: those that start below its size. */
function countSegmentsOf({ dir, ledger }: OpenCase): number {
  return readdirSync(join(dir, "ledger", "segment")).filter((name) => Number(name) < ledger.size).length;
}

function countSegments(dir: string): number {
  return readdirSync(join(dir, "ledger", "segment")).length;
}

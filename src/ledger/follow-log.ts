/** Following a log while others write it. */
import { type FSWatcher, watch } from "node:fs";
import { join } from "node:path";
import type { Act, RecordedAct } from "./act.ts";

export interface FollowOptions {
  /** The first act wanted; left out: those that come after the call. */
  readonly fromLeaf?: number;
  /** Ends the iteration, also while it waits. */
  readonly signal?: AbortSignal;
  /** How often the folder or the arbiter is asked when the system reports no change; 1,000 when left out. */
  readonly pollMs?: number;
}

/** What of a log is followed. */
export interface FollowedLog {
  readonly dir: string;
  size(): number;
  read(leafIndex: number): Act;
  /** Adds what others wrote. */
  refresh(): Promise<void>;
  /** Calls back after each own append; returns how to end that. */
  onAppended(wake: () => void): () => void;
}

/**
 * The acts from a leaf on, then each new one as it comes, whoever writes it. Ends when the signal says so.
 *
 * @throws what `refresh` and `read` throw: a log that was altered ends the iteration with that.
 */
export async function* followLog(log: FollowedLog, options: FollowOptions = {}): AsyncGenerator<RecordedAct> {
  const { signal, pollMs = 1000 } = options;
  const bell = createBell(pollMs);
  const ring = () => bell.ring();
  const isEnded = () => signal?.aborted === true;
  const watcher = watchSegments(log.dir, ring);
  const forget = log.onAppended(ring);
  signal?.addEventListener("abort", ring);
  let next = options.fromLeaf ?? log.size();
  try {
    while (!isEnded()) {
      await log.refresh();
      for (; next < log.size() && !isEnded(); next++) yield { leafIndex: next, act: log.read(next) };
      if (!isEnded()) await bell.heard();
    }
  } finally {
    signal?.removeEventListener("abort", ring);
    forget();
    watcher?.close();
    bell.end();
  }
}

/** Null where the system cannot watch folders: then asking now and then has to do. */
function watchSegments(dir: string, onChange: () => void): FSWatcher | null {
  try {
    const watcher = watch(join(dir, "ledger", "segment"), onChange);
    watcher.on("error", () => watcher.close());
    return watcher;
  } catch {
    return null;
  }
}

/** Something to wait for that rings when called, or after some time; one ring before the waiting counts too. */
function createBell(timeoutMs: number) {
  let isRung = false;
  let wake: (() => void) | null = null;
  let timer: NodeJS.Timeout | null = null;
  function ring(): void {
    isRung = true;
    wake?.();
  }
  return {
    ring,
    async heard(): Promise<void> {
      if (!isRung) {
        await new Promise<void>((resolve) => {
          wake = resolve;
          timer = setTimeout(resolve, timeoutMs);
        });
      }
      if (timer !== null) clearTimeout(timer);
      timer = null;
      wake = null;
      isRung = false;
    },
    end(): void {
      if (timer !== null) clearTimeout(timer);
    },
  };
}

/** When a writer publishes: not on the way of an act, but soon after; and on demand. */
import type { FaultHook } from "../core/index.ts";
import type { Signer } from "./actor-key.ts";
import { catchUp } from "./catch-up.ts";
import type { SignedCheckpoint } from "./checkpoint.ts";
import type { LogState } from "./log-state.ts";
import type { LogThread } from "./log-thread.ts";
import { toPosition, writePosition } from "./position.ts";
import { publishLog } from "./publish-log.ts";
import type { SegmentArbiter } from "./segment-arbiter.ts";
import { createTilesAhead } from "./tiles-ahead.ts";
import { refusingWrites } from "./write-failed.ts";

/** Time without an append after which tiles and checkpoint are written. */
const QUIET_MS = 250;

/** Under steady appends they are written after so many times `QUIET_MS` all the same. */
const MAX_WAITS = 8;

/** And after so many acts, which bounds what is held in memory. */
const MAX_UNPUBLISHED = 16_384;

/** A thread that is still writing their tiles is waited for, until so many times as many wait. */
const MAX_PATIENCE = 4;

export interface PublisherOptions {
  readonly dir: string;
  readonly state: LogState;
  readonly signer: Signer;
  readonly arbiter: SegmentArbiter | null;
  readonly faults: FaultHook;
  /** What the checkpoint on disk covers. */
  readonly published: SignedCheckpoint | null;
  /** Whether a position is kept for the next opening. */
  readonly keepsPosition: () => boolean;
  /** A thread that writes full tiles while acts come in; null while there is none. */
  readonly disk: () => LogThread | null;
}

export interface Publisher {
  readonly published: SignedCheckpoint | null;
  /** Acts came in: publishes at once when many wait, else when no more come. */
  appended(): void;
  /** Publishes what is due now. @throws InquestError "ledger/write-failed", "ledger/altered". */
  publish(): void;
  /** Waits until no tile is being written ahead and the arbiter's store has what was published, or has refused it. */
  settled(): Promise<void>;
  /** No later publishing. */
  stop(): void;
}

export function createPublisher(options: PublisherOptions): Publisher {
  const { dir, state, signer, arbiter, faults, keepsPosition, disk } = options;
  const ahead = createTilesAhead(dir, state, disk, () => {
    if (isDue) publishLater();
  });
  let published = options.published;
  let timer: NodeJS.Timeout | null = null;
  let waits = 0;
  let sizeAtTick = 0;
  let isDue = false;
  let isStopped = false;
  let outside: Promise<void> = Promise.resolve();

  function publish(): void {
    cancel();
    // Others publish their own acts: a writer that has nothing due leaves the folder as it is.
    if ((published?.treeSize ?? 0) >= state.tree.size) return;
    refusingWrites(dir, () => {
      // Another process may have written since; its acts are covered too, so no checkpoint goes backwards.
      catchUp(dir, state);
      const publishedSize = published?.treeSize ?? 0;
      if (publishedSize >= state.tree.size) return;
      // A checkpoint by a key that the log does not know would be refused by every reader: its first act enrols it.
      if (!state.ring.has(signer)) return;
      const onPublished = arbiter === null ? undefined : sendTo(arbiter);
      published = publishLog({
        dir,
        state,
        signer,
        publishedSize,
        // A store outside is sent each tile by the publishing itself.
        laidSize: arbiter === null ? ahead.laidSize : 0,
        faults,
        ...(onPublished === undefined ? {} : { onPublished }),
      });
      if (keepsPosition()) writePosition(dir, toPosition(state));
    });
  }

  /** One after the other and in order, so that no checkpoint there runs ahead of its tiles. */
  function sendTo(store: SegmentArbiter): (path: string, bytes: Uint8Array) => void {
    let isRefused = false;
    return (path, bytes) => {
      outside = outside.then(async () => {
        try {
          if (!isRefused) await store.publish(path, bytes);
        } catch {
          // Best effort: the folder holds them, and the next publishing sends a newer checkpoint.
          isRefused = true;
        }
      });
    };
  }

  function tick(): void {
    timer = null;
    waits += 1;
    if (state.tree.size !== sizeAtTick && waits < MAX_WAITS) {
      wait();
      return;
    }
    publishLater();
  }

  /** Publishes when the tiles that a thread is writing are there: what it has not come to is written here. */
  function publishLater(): void {
    const publishedSize = published?.treeSize ?? 0;
    const isPatient = state.tree.size - publishedSize < MAX_PATIENCE * MAX_UNPUBLISHED;
    if (arbiter === null && isPatient && !isStopped && ahead.advance(publishedSize)) {
      isDue = true;
      return;
    }
    isDue = false;
    try {
      publish();
    } catch {
      // Still due: the next append, publish, checkpoint or close tries again, and those on demand tell their caller.
    }
  }

  function wait(): void {
    sizeAtTick = state.tree.size;
    timer = setTimeout(tick, QUIET_MS);
  }

  function cancel(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    waits = 0;
  }

  return {
    get published() {
      return published;
    },
    appended() {
      const publishedSize = published?.treeSize ?? 0;
      if (arbiter === null && !isDue) ahead.advance(publishedSize);
      if (state.tree.size - publishedSize >= MAX_UNPUBLISHED) publishLater();
      else if (timer === null) wait();
    },
    publish,
    async settled() {
      await ahead.settled();
      await outside;
    },
    stop() {
      isStopped = true;
      cancel();
    },
  };
}

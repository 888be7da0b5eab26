/** Changing a case that a face serves: one change after the other, answered when its acts are durable. */
import { InquestError } from "../core/index.ts";
import type { RecordedAct } from "../ledger/index.ts";
import type { OpenCase } from "./case-handle.ts";

/** What a change gave, and what it recorded. */
export interface Recording<T> {
  readonly value: T;
  /** Acts that it recorded, in the order of the log; none when it said nothing new. */
  readonly acts: readonly RecordedAct[];
  /** Acts in the log after it, and the root over them. */
  readonly treeSize: number;
  readonly root: string;
}

export type Change<T> = (opened: OpenCase) => Promise<T>;

/** A case that is open for writing, with its lock, for a few changes. */
export interface WriteSession {
  readonly opened: OpenCase;
  /**
   * Publishes the checkpoint and gives the lock back.
   *
   * @param isSound - whether what is in memory is what the log says: not so after a change that failed half way.
   */
  end(isSound: boolean): Promise<void>;
}

export interface CaseWriter {
  /**
   * Makes one change. When this resolves its acts are on the disk, and the session that it was made in has ended.
   *
   * @throws whatever the change throws; the errors of opening, such as "ledger/case-locked" while another process writes.
   */
  write<T>(change: Change<T>): Promise<Recording<T>>;
  /** Resolves when what was begun has ended; later changes are refused. */
  close(): Promise<void>;
}

/** One change that waits for its turn. */
interface Job {
  /** @returns whether it came to its end, or recorded nothing. */
  run(opened: OpenCase): Promise<boolean>;
  /** Tells whoever waits what became of it. */
  settle(): void;
  reject(error: unknown): void;
}

/** @param begin - opens the case for writing, or goes on with it. */
export function createCaseWriter(begin: () => Promise<WriteSession>): CaseWriter {
  let waiting: Job[] = [];
  let draining: Promise<void> | null = null;
  let isClosed = false;

  async function drain(): Promise<void> {
    // Those that come meanwhile are the next session, so that readers come in between.
    while (waiting.length > 0) {
      const jobs = waiting;
      waiting = [];
      await writeAll(jobs);
    }
    draining = null;
  }

  async function writeAll(jobs: readonly Job[]): Promise<void> {
    let session: WriteSession;
    try {
      session = await begin();
    } catch (error) {
      for (const job of jobs) job.reject(error);
      return;
    }
    let isSound = true;
    for (const job of jobs) isSound = (await job.run(session.opened)) && isSound;
    // Acts are durable before it ends. Where it cannot publish its checkpoint now, the next session does.
    await session.end(isSound).catch(() => undefined);
    for (const job of jobs) job.settle();
  }

  return {
    write(change) {
      if (isClosed) return Promise.reject(closedError());
      return new Promise((resolve, reject) => {
        waiting.push(toJob(change, resolve, reject));
        draining ??= Promise.resolve().then(drain);
      });
    },
    async close() {
      isClosed = true;
      await draining;
    },
  };
}

function toJob<T>(
  change: Change<T>,
  resolve: (recording: Recording<T>) => void,
  reject: (error: unknown) => void,
): Job {
  let settle = () => {};
  return {
    async run(opened) {
      const acts: RecordedAct[] = [];
      const before = opened.ledger.size;
      const stop = opened.onRecorded((recorded) => void acts.push(...recorded));
      try {
        const value = await change(opened);
        const { size: treeSize, root } = opened.ledger;
        settle = () => resolve({ value, acts, treeSize, root });
        return true;
      } catch (error) {
        settle = () => reject(error);
        return opened.ledger.size === before;
      } finally {
        stop();
      }
    },
    settle: () => settle(),
    reject,
  };
}

function closedError(): InquestError {
  return new InquestError({
    code: "case/locked",
    reaction: "locked",
    message: "The case was locked or closed meanwhile; nothing was recorded. Unlock it and try again.",
  });
}

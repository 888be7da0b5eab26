/** A case that is read while others may write to it: read again whenever its log has grown. */
import { existsSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import type { OpenCase } from "./case-handle.ts";
import { readCase } from "./case-reader.ts";
import { type Change, createCaseWriter, type Recording, type WriteSession } from "./case-writer.ts";
import { type OpenCaseOptions, openCase } from "./open-case.ts";
import type { CaseReader } from "./reader.ts";
import { toDay } from "./site-operations.ts";
import { createTurns } from "./turns.ts";

/** Where a face gets the reader that holds now, and how it writes. */
export interface CaseSource {
  readonly id: string;
  current(): Promise<CaseReader>;
  /** Absent where the case is only shown. What was written shows in the next reader. @throws as `CaseWriter`. */
  write?<T>(change: Change<T>): Promise<Recording<T>>;
  /** Present for a case that is closed or holds something encrypted: it can be read only while it is unlocked. */
  readonly locking?: CaseLocking;
}

/** The lock of a case that a face holds. */
export interface CaseLocking {
  /** Whether everything in it is encrypted, its name included. */
  readonly isClosed: boolean;
  isLocked(): boolean;
  /** @throws InquestError "vault/wrong-passphrase" when the passphrase opens no door. */
  unlock(passphrase: string): Promise<void>;
  /** Forgets every key and everything that was read; does nothing when locked. */
  lock(): Promise<void>;
}

export interface LiveCase extends CaseSource {
  close(): Promise<void>;
}

/** A case that is only shown, and that nobody else can outdate, because its opener holds the lock. */
export function fixedSource(reader: CaseReader): CaseSource {
  return { id: reader.id, current: () => Promise.resolve(reader) };
}

export interface LiveCaseOptions extends Omit<OpenCaseOptions, "mode"> {
  /** Whether what is encrypted is to be read at once, each time the case is read anew. */
  readonly isRevealed?: boolean;
  /** Whether nothing can be written through it. */
  readonly isReadOnly?: boolean;
}

/**
 * Opens a case for reading and keeps up with its log: acts recorded by another process show at the next question. It is locked
 * for writing only while somebody writes through it, so that commands in other processes can write between; what is in memory
 * is kept from one change to the next unless another process wrote.
 */
export async function openLiveCase({
  isRevealed = false,
  isReadOnly = false,
  unlocked,
  ...options
}: LiveCaseOptions): Promise<LiveCase> {
  let access = unlocked;
  const open = async (mode: OpenCaseOptions["mode"]) => {
    const fresh = await openCase({ ...options, mode, ...(access === undefined ? {} : { unlocked: access }) });
    // The first writing made the door that was still to be made.
    if (mode === "write" && access !== undefined) access = { ...access, doorToMake: null };
    if (isRevealed) await fresh.secrets.unlock(fresh.config.id);
    return fresh;
  };
  let segments = countSegments(resolve(options.dir));
  let opened: OpenCase = await open("read");
  /** Null once what it read is outdated. */
  let reader: CaseReader | null = await readCase(opened);
  const { id } = reader;
  /** Whether what is in memory is what the log says, as far as it is known. */
  let isSound = true;
  let isWriting = false;
  const takeTurn = createTurns();
  const isCurrent = () => isSound && countSegments(opened.dir) === segments;
  // A consent that runs out today is out of every view tomorrow, also of a case that stays open.
  const today = () => toDay(options.surroundings.now());
  let day = today();

  /** Puts another opening of the case in the place of this one. */
  async function replace(mode: OpenCaseOptions["mode"]): Promise<void> {
    // Counted before a reader opens, after a writer has the lock: what comes between is then seen as new.
    const seen = countSegments(opened.dir);
    const next = await open(mode);
    const before = opened;
    opened = next;
    segments = mode === "write" ? countSegments(next.dir) : seen;
    reader = null;
    isSound = true;
    // What it recorded is durable; nobody who waits for the new one is helped by its trouble.
    await before.close().catch(() => undefined);
  }

  /** The lock, with what is in memory when it is still what the log says. */
  async function lockForWriting(): Promise<void> {
    if (opened.lock !== null) {
      opened.lock.take();
      if (isCurrent()) return;
      opened.lock.release();
    }
    await replace("write");
  }

  async function begin(): Promise<WriteSession> {
    const endTurn = await takeTurn();
    try {
      await lockForWriting();
    } catch (error) {
      endTurn();
      throw error;
    }
    isWriting = true;
    return {
      opened,
      async end(isWhole) {
        try {
          opened.ledger.publish();
        } finally {
          const seen = countSegments(opened.dir);
          if (seen !== segments || !isWhole) reader = null;
          isSound = isWhole;
          segments = seen;
          isWriting = false;
          opened.lock?.release();
          endTurn();
        }
      },
    };
  }

  /** A reader of what the log says now. */
  async function renew(): Promise<CaseReader> {
    const endTurn = await takeTurn();
    try {
      if (!isCurrent()) await replace("read");
      day = today();
      opened.state.consents.setToday(day);
      reader ??= await readCase(opened);
      return reader;
    } finally {
      endTurn();
    }
  }

  const writer = createCaseWriter(begin);
  return {
    id,
    current() {
      if (day !== today()) reader = null;
      // While something is written, what was there before it is what there is.
      return reader !== null && (isWriting || isCurrent()) ? Promise.resolve(reader) : renew();
    },
    ...(isReadOnly ? {} : { write: (change) => writer.write(change) }),
    async close() {
      await writer.close();
      const endTurn = await takeTurn();
      try {
        await opened.close();
      } finally {
        endTurn();
      }
    },
  };
}

/** Each recording adds one segment, so their number tells whether the log has grown. */
function countSegments(dir: string): number {
  const folder = join(dir, "ledger", "segment");
  return existsSync(folder) ? readdirSync(folder).length : 0;
}

/** A case that is read while others may write to it: it takes in what its log has grown by. */
import { existsSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import type { OpenCase } from "./case-handle.ts";
import { type MadeReader, makeReader } from "./case-reader.ts";
import { type Change, createCaseWriter, type Recording, type WriteSession } from "./case-writer.ts";
import { createJobs, type Jobs } from "./jobs.ts";
import { TAKING_KINDS, type Upkeep, upkeepAfter } from "./keep-up.ts";
import { type OpenCaseOptions, openCase } from "./open-case.ts";
import type { CaseReader } from "./reader.ts";
import type { ReviewCache } from "./review-desk.ts";
import { toDay } from "./site-operations.ts";
import { createTurns } from "./turns.ts";

/** Where a face gets the reader that holds now, and how it writes. */
export interface CaseSource {
  readonly id: string;
  /**
   * The reader, once it has taken in what was recorded before the call. Behind by very many acts it answers all the same
   * and says so (`UpToView`), unless one of these acts takes something out of the views.
   */
  current(): Promise<CaseReader>;
  /** Absent where the case is only shown. What was written shows in the next reader. @throws as `CaseWriter`. */
  write?<T>(change: Change<T>): Promise<Recording<T>>;
  /** Long work; absent where the case is only shown, and where its keys are in no other process. */
  readonly jobs?: Jobs;
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

/** Taking in so many acts makes nobody wait for more than about a second. */
const WAITED_FOR = 5000;

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
  const reviewCache: ReviewCache = { linked: null };
  const open = async (mode: OpenCaseOptions["mode"]) => {
    const fresh = await openCase({
      ...options,
      ...{ mode, reviewCache },
      ...(access === undefined ? {} : { unlocked: access }),
    });
    // The first writing made the door that was still to be made.
    if (mode === "write" && access !== undefined) access = { ...access, doorToMake: null };
    if (isRevealed) await fresh.secrets.unlock(fresh.config.id);
    return fresh;
  };
  let segments = countSegments(resolve(options.dir));
  let opened: OpenCase = await open("read");
  /** Null once what it read is outdated. */
  let made: MadeReader | null = await makeReader(opened);
  const { id } = made.reader;
  let renewing: Promise<CaseReader> | null = null;
  /** What acts that are being taken in still ask for. */
  let owed: Upkeep = "none";
  /** Whether what is in memory is what the log says, as far as it is known. */
  let isSound = true;
  let isWriting = false;
  const takeTurn = createTurns();
  const seesSecrets = () => isRevealed || opened.closed !== null;
  const isCurrent = () => isSound && countSegments(opened.dir) === segments;
  // A consent that runs out today is out of every view tomorrow, also of a case that stays open.
  const today = () => toDay(options.surroundings.now());
  let day = today();

  function dropReader(): void {
    made?.release();
    made = null;
  }

  /** Puts another opening of the case in the place of this one. */
  async function replace(mode: OpenCaseOptions["mode"]): Promise<void> {
    // Counted before a reader opens, after a writer has the lock: what comes between is then seen as new.
    const seen = countSegments(opened.dir);
    const next = await open(mode);
    const before = opened;
    opened = next;
    segments = mode === "write" ? countSegments(next.dir) : seen;
    dropReader();
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
    const kinds = new Set<string>();
    const stop = opened.onApplied(({ kind }) => void kinds.add(kind));
    return {
      opened,
      async end(isWhole) {
        stop();
        try {
          opened.ledger.publish();
        } finally {
          const seen = countSegments(opened.dir);
          // The reader goes on with the state where nothing that it read from files is another now.
          if (!isWhole || upkeepAfter(kinds, seesSecrets()) !== "none") dropReader();
          isSound = isWhole;
          segments = seen;
          isWriting = false;
          opened.lock?.release();
          endTurn();
        }
      },
    };
  }

  /** Takes in what others recorded, a part at a time, so that questions are answered in between. */
  async function takeInAll(): Promise<void> {
    const seen = countSegments(opened.dir);
    const kinds = new Set<string>();
    for (let isBehind = true; isBehind; ) {
      const taken = await opened.takeIn();
      for (const kind of taken.kinds) kinds.add(kind);
      isBehind = taken.isBehind;
      owed = upkeepAfter(kinds, seesSecrets());
      // The keys at hand may not open what came.
      if (owed === "open") return replace("read");
      if (isBehind) await new Promise((resolve) => setImmediate(resolve));
    }
    if (owed === "read") dropReader();
    segments = seen;
  }

  async function catchUp(): Promise<void> {
    // One that is open for writing, or whose log lies in a store, is opened anew.
    const canTakeIn = isSound && opened.lock === null && opened.remoteBlobs === null;
    if (canTakeIn) await takeInAll();
    else await replace("read");
  }

  /** A reader of what the log says now. */
  async function renew(): Promise<CaseReader> {
    const endTurn = await takeTurn();
    try {
      if (!isCurrent()) await catchUp();
      day = today();
      opened.state.consents.setToday(day);
      made ??= await makeReader(opened);
      return made.reader;
    } finally {
      owed = "none";
      endTurn();
    }
  }

  /** Whether the reader may answer before it has taken everything in. */
  function mayAnswerBehind(): boolean {
    const { acts, shown } = opened.upTo;
    return owed === "none" && acts - shown > WAITED_FOR && !opened.ledger.mayBring(TAKING_KINDS, shown);
  }

  const writer = createCaseWriter(begin);
  const { homeDir, actor, now } = options.surroundings;
  // A process of its own asks nobody for a passphrase.
  const jobs =
    isReadOnly || seesSecrets() ? null : createJobs({ dir: resolve(options.dir), homeDir, actor, now });
  return {
    id,
    current() {
      if (day !== today()) dropReader();
      // While something is written, what was there before it is what there is.
      if (made !== null && (isWriting || isCurrent())) return Promise.resolve(made.reader);
      renewing ??= renew().finally(() => {
        renewing = null;
      });
      // Whoever does not wait for it meets its error at the next question.
      renewing.catch(() => undefined);
      opened.look();
      return made !== null && mayAnswerBehind() ? Promise.resolve(made.reader) : renewing;
    },
    ...(isReadOnly
      ? {}
      : {
          async write(change) {
            // Said at once, and by the work that is under way, not by the lock that its process holds.
            jobs?.requireNone();
            return writer.write(change);
          },
        }),
    ...(jobs === null ? {} : { jobs }),
    async close() {
      await jobs?.close();
      await writer.close();
      const endTurn = await takeTurn();
      try {
        dropReader();
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

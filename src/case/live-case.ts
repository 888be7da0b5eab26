/** A case that is read while others may write to it: it takes in what its log has grown by. */
import type { OpenCase } from "./case-handle.ts";
import { makeReader } from "./case-reader.ts";
import { TAKING_KINDS, type Upkeep, upkeepAfter } from "./keep-up.ts";
import { type OpenCaseOptions, openCase } from "./open-case.ts";
import type { CaseReader } from "./reader.ts";

/** Where a face gets the reader that holds now. */
export interface CaseSource {
  readonly id: string;
  /**
   * The reader, once it has taken in what was recorded before the call. Behind by very many acts it answers all the same
   * and says so (`UpToView`), unless one of these acts takes something out of the views.
   */
  current(): Promise<CaseReader>;
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

const MS_A_DAY = 86_400_000;

/** A reader that nobody else can outdate, because its opener holds the lock. */
export function fixedSource(reader: CaseReader): CaseSource {
  return { id: reader.id, current: () => Promise.resolve(reader) };
}

/** Opens a case for reading and keeps up with its log: acts recorded by another process show at the next question. */
export async function openLiveCase({
  isRevealed = false,
  ...options
}: Omit<OpenCaseOptions, "mode"> & {
  /** Whether what is encrypted is to be read at once, each time the case is opened anew. */
  readonly isRevealed?: boolean;
}): Promise<LiveCase> {
  const open = async () => {
    const fresh = await openCase({ ...options, mode: "read" });
    if (isRevealed) await fresh.secrets.unlock(fresh.config.id);
    return fresh;
  };
  const today = () => Math.floor(options.surroundings.now() / MS_A_DAY);
  let opened: OpenCase = await open();
  let made = await makeReader(opened);
  let { segments } = opened.look();
  let day = today();
  let renewing: Promise<void> | null = null;
  /** What acts that were taken in still ask for. */
  let owed: Upkeep = "none";

  async function readAgain(): Promise<void> {
    made.release();
    made = await makeReader(opened);
  }

  async function openAgain(): Promise<void> {
    const next = await open();
    const before = opened;
    made.release();
    made = await makeReader(next);
    opened = next;
    await before.close();
  }

  /** One renewal at a time; whoever does not wait for it meets its error at the next question. */
  function begin(renewal: () => Promise<void>): void {
    renewing ??= renewal().finally(() => {
      renewing = null;
      owed = "none";
    });
    renewing.catch(() => {});
  }

  async function renew(): Promise<void> {
    const seen = opened.look().segments;
    // Where a store decides about the log, the folder is brought up to it by opening.
    if (opened.remoteBlobs !== null) await openAgain();
    else await takeInAll();
    segments = seen;
  }

  async function takeInAll(): Promise<void> {
    const kinds = new Set<string>();
    for (let isBehind = true; isBehind; ) {
      const taken = await opened.takeIn();
      for (const kind of taken.kinds) kinds.add(kind);
      isBehind = taken.isBehind;
      owed = upkeepAfter(kinds, isRevealed || opened.closed !== null);
      // The keys at hand may not open what came.
      if (owed === "open") return openAgain();
      if (isBehind) await new Promise((resolve) => setImmediate(resolve));
    }
    if (owed === "read") await readAgain();
  }

  /** Whether the reader may answer before it has taken everything in. */
  function mayAnswerBehind(): boolean {
    const { acts, shown } = opened.upTo;
    return owed === "none" && acts - shown > WAITED_FOR && !opened.ledger.mayBring(TAKING_KINDS, shown);
  }

  return {
    id: made.reader.id,
    async current() {
      if (opened.look().segments !== segments) begin(renew);
      // A consent may have run out.
      else if (day !== today()) begin(readAgain);
      day = today();
      if (renewing !== null && !mayAnswerBehind()) await renewing;
      return made.reader;
    },
    async close() {
      made.release();
      await opened.close();
    },
  };
}

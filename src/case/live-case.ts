/** A case that is read while others may write to it: read again whenever its log has grown. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { OpenCase } from "./case-handle.ts";
import { readCase } from "./case-reader.ts";
import { type OpenCaseOptions, openCase } from "./open-case.ts";
import type { CaseReader } from "./reader.ts";

/** Where a face gets the reader that holds now. */
export interface CaseSource {
  readonly id: string;
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

/** A reader that nobody else can outdate, because its opener holds the lock. */
export function fixedSource(reader: CaseReader): CaseSource {
  return { id: reader.id, current: () => Promise.resolve(reader) };
}

/** Opens a case for reading and keeps up with its log: acts recorded by another process show at the next question. */
export async function openLiveCase({
  isRevealed = false,
  ...options
}: Omit<OpenCaseOptions, "mode"> & {
  /** Whether what is encrypted is to be read at once, each time the case is read anew. */
  readonly isRevealed?: boolean;
}): Promise<LiveCase> {
  const open = async () => {
    const fresh = await openCase({ ...options, mode: "read" });
    if (isRevealed) await fresh.secrets.unlock(fresh.config.id);
    return fresh;
  };
  let opened: OpenCase = await open();
  let reader = await readCase(opened);
  let segments = countSegments(opened.dir);
  let renewing: Promise<void> | null = null;
  const renew = async () => {
    const seen = countSegments(opened.dir);
    const next = await open();
    reader = await readCase(next);
    await opened.close();
    opened = next;
    segments = seen;
  };
  return {
    id: reader.id,
    async current() {
      if (renewing === null && countSegments(opened.dir) !== segments) {
        renewing = renew().finally(() => {
          renewing = null;
        });
      }
      await renewing;
      return reader;
    },
    close: () => opened.close(),
  };
}

/** Each recording adds one segment, so their number tells whether the log has grown. */
function countSegments(dir: string): number {
  return readdirSync(join(dir, "ledger", "segment")).length;
}

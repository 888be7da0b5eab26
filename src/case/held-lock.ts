/** The lock of a case that is open for writing: given back while nobody writes, and taken again. */
import type { CaseLock } from "../ledger/index.ts";

export interface HeldLock {
  /** @throws InquestError "ledger/case-locked" while another process writes. Does nothing while it is held. */
  take(): void;
  /** Does nothing while it is not held. */
  release(): void;
}

/** A lock that is held. */
export function holdLock(acquire: () => CaseLock): HeldLock {
  let lock: CaseLock | null = acquire();
  return {
    take() {
      lock ??= acquire();
    },
    release() {
      lock?.release();
      lock = null;
    },
  };
}

/** Guessing a passphrase over HTTP is slowed: after a few failures a case answers no more for a while. */
import { InquestError } from "../core/index.ts";

const FREE_FAILURES = 5;
const FIRST_WAIT_MS = 30_000;
const LONGEST_WAIT_MS = 15 * 60_000;

export interface Attempts {
  /** @throws InquestError "server/too-many-attempts" while the case must wait. */
  require(caseId: string): void;
  failed(caseId: string): void;
  succeeded(caseId: string): void;
}

/** @param now - milliseconds. */
export function createAttempts(now: () => number): Attempts {
  const failures = new Map<string, { readonly count: number; readonly until: number }>();
  return {
    require(caseId) {
      const until = failures.get(caseId)?.until ?? 0;
      if (now() >= until) return;
      const seconds = Math.ceil((until - now()) / 1000);
      throw new InquestError({
        code: "server/too-many-attempts",
        reaction: "locked",
        message: `Too many wrong passphrases. Try again in ${seconds} seconds.`,
        evidence: { seconds },
      });
    },
    failed(caseId) {
      const count = (failures.get(caseId)?.count ?? 0) + 1;
      const beyond = count - FREE_FAILURES;
      const wait = beyond < 0 ? 0 : Math.min(FIRST_WAIT_MS * 2 ** beyond, LONGEST_WAIT_MS);
      failures.set(caseId, { count, until: now() + wait });
    },
    succeeded: (caseId) => failures.delete(caseId),
  };
}

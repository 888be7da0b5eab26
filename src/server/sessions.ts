/** Who may read an unlocked case: the browser that unlocked it, by a cookie that dies with the lock. */
import { createHash, timingSafeEqual } from "node:crypto";

const TOKEN_BYTES = 32;

export interface Sessions {
  /** A new token for a case. */
  open(caseId: string): string;
  has(caseId: string, token: string | undefined): boolean;
  /** Ends every session of a case. */
  end(caseId: string): void;
}

/** @param random - that many secure random bytes. */
export function createSessions(random: (sizeBytes: number) => Uint8Array): Sessions {
  // Only hashes are kept: a look into memory or a log gives no token away.
  const hashes = new Map<string, Set<string>>();
  return {
    open(caseId) {
      const token = Buffer.from(random(TOKEN_BYTES)).toString("base64url");
      const known = hashes.get(caseId) ?? new Set();
      known.add(hashOf(token));
      hashes.set(caseId, known);
      return token;
    },
    has(caseId, token) {
      if (token === undefined) return false;
      const hash = Buffer.from(hashOf(token));
      return [...(hashes.get(caseId) ?? [])].some((known) => timingSafeEqual(Buffer.from(known), hash));
    },
    end: (caseId) => hashes.delete(caseId),
  };
}

function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

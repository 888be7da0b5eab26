/** What an archive may expand to, counted as it comes out. */
import type { InspectLimits } from "./limits.ts";
import { Refused } from "./report.ts";

/** Shared by an archive and all archives within it. */
export interface Budget {
  /** Counts expanded bytes. @throws Refused "intake/archive-too-large". */
  spend(bytes: number): void;
}

export function createBudget(limits: InspectLimits): Budget {
  let spent = 0;
  return {
    spend(bytes) {
      spent += bytes;
      if (spent > limits.expandedBytes)
        throw new Refused("intake/archive-too-large", { limit: limits.expandedBytes });
    },
  };
}

/** Passes chunks on while they stay within the ratio of what they came from and within the budget. */
export async function* metered(
  chunks: AsyncIterable<Uint8Array>,
  about: { readonly storedBytes: number; readonly member: string },
  budget: Budget,
  limits: InspectLimits,
): AsyncGenerator<Uint8Array> {
  let expandedBytes = 0;
  for await (const chunk of chunks) {
    expandedBytes += chunk.length;
    budget.spend(chunk.length);
    requireRatio({ ...about, expandedBytes }, limits);
    yield chunk;
  }
}

/** @throws Refused "intake/archive-ratio". */
export function requireRatio(
  about: { readonly storedBytes: number; readonly expandedBytes: number; readonly member: string },
  limits: InspectLimits,
): void {
  const { storedBytes, expandedBytes, member } = about;
  if (expandedBytes <= limits.ratioFromBytes || expandedBytes <= storedBytes * limits.ratio) return;
  const ratio = Math.round(expandedBytes / Math.max(1, storedBytes));
  throw new Refused("intake/archive-ratio", { member, ratio, limit: limits.ratio });
}

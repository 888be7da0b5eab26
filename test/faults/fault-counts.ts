/** How much a run tries, and where it notes what it tried: `npm run test:faults` prints the notes as a table. */
import { appendFileSync } from "node:fs";

/** Whether the long forms run, which take many minutes. */
export const isLong = process.env.INQUEST_LONG === "1";

/** For tests whose long form needs its time. */
export const PATIENCE_MS = isLong ? 3_600_000 : 120_000;

/** @param sampled - how often in `npm test`. */
export function times({ sampled, long }: { readonly sampled: number; readonly long: number }): number {
  return isLong ? long : sampled;
}

/** Notes a count for the closing table, and tells it at once. */
export function noteCount(what: string, count: number, detail = ""): void {
  console.log(`faults: ${what}: ${count}${detail === "" ? "" : ` (${detail})`}`);
  const file = process.env.INQUEST_FAULT_COUNTS;
  if (file !== undefined) appendFileSync(file, `${JSON.stringify({ what, count, detail })}\n`);
}

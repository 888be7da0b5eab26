/** How far long work is, as often as somebody who listens can bear to hear it. */
import type { JobView } from "../../src/server/client.ts";

const STEP_PERCENT = 10;

/** In whole tens of a hundred; null where nobody knows how much there is. */
export function toldPercent({ done, total }: NonNullable<JobView["progress"]>): number | null {
  if (total === null || total <= 0) return null;
  return Math.min(100, Math.floor((100 * done) / total / STEP_PERCENT) * STEP_PERCENT);
}

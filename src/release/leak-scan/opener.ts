/** What those who open contents share. */
import type { createBudget } from "../../intake/index.ts";
import type { ScanLimits } from "./scan-limits.ts";
import type { ScanRecord } from "./scan-record.ts";

export interface OpenerOptions {
  readonly record: ScanRecord;
  readonly limits: ScanLimits;
  readonly budget: ReturnType<typeof createBudget>;
  /** By the clock of `performance`. */
  readonly until: number;
}

/** Opens a content that lies at a path. @throws Refused when what lies in it goes beyond the limits. */
export type OpenContent = (bytes: Uint8Array, path: readonly string[]) => Promise<void>;

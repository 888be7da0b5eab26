/** How far a scan goes into what may be hostile. Every figure can be raised, none is unbounded. */
import { z } from "zod";
import { InspectLimits } from "../../intake/index.ts";

const MIB = 1024 * 1024;

export const ScanLimits = InspectLimits.extend({
  /** Contents within contents: archives, documents, what is written as letters. */
  depth: z.int().positive().default(8),
  /** A file that is read as a whole. */
  fileBytes: z
    .int()
    .positive()
    .default(1024 * MIB),
  /** Members and streams are looked into in memory, up to this size. */
  nestedBytes: z
    .int()
    .positive()
    .default(256 * MIB),
  /** For everything together; judged between one content and the next. */
  timeMs: z.int().positive().default(600_000),
});
export type ScanLimits = z.infer<typeof ScanLimits>;

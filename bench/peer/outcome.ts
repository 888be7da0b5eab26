/** What one run of either tool gives back. */
import { z } from "zod";

export const Outcome = z.strictObject({
  stages: z.record(z.string(), z.number()),
  pairs: z.number(),
  /** The threshold that the peer's documentation uses for the set. */
  documented: z.number().nullable(),
  cpuSeconds: z.number(),
  peakMiB: z.number(),
  clusters: z.array(z.strictObject({ threshold: z.number(), rows: z.array(z.array(z.string())) })),
  rules: z.array(z.string()),
  comparisons: z.array(z.string()),
  training: z.string(),
});
export type Outcome = z.infer<typeof Outcome>;

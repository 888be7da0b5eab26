/** What a job's process is told and what it tells. */
import { z } from "zod";
import { JOB_KINDS } from "./job-views.ts";

export const JobTask = z.strictObject({
  kind: z.enum(JOB_KINDS),
  dir: z.string().min(1),
  homeDir: z.string().min(1),
  actor: z.string().min(1),
});
export type JobTask = z.infer<typeof JobTask>;

export const JobNews = z.discriminatedUnion("news", [
  z.strictObject({
    news: z.literal("progress"),
    step: z.string(),
    done: z.number(),
    total: z.number().nullable(),
    remainingMs: z.number().nullable(),
  }),
  z.strictObject({
    news: z.literal("linked"),
    records: z.number(),
    persons: z.number(),
    needsReview: z.number(),
    existed: z.boolean(),
  }),
  z.strictObject({ news: z.literal("estimated"), ids: z.array(z.string()), existed: z.number() }),
  z.strictObject({ news: z.literal("failed"), code: z.string(), message: z.string() }),
]);
export type JobNews = z.infer<typeof JobNews>;

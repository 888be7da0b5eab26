/** What a job's process is told and what it tells. */
import { z } from "zod";
import { PROFILES } from "../release/index.ts";
import { JOB_KINDS, type StartedKind } from "./job-views.ts";
import { ReleaseGiven } from "./release-given.ts";

/** Whose case, and where. */
const PLACE = { dir: z.string().min(1), homeDir: z.string().min(1), actor: z.string().min(1) };

export const JobTask = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.enum(JOB_KINDS), ...PLACE }),
  z.strictObject({ kind: z.literal("publish"), release: ReleaseGiven, ...PLACE }),
]);
export type JobTask = z.infer<typeof JobTask>;

/** What is to be done. */
export type JobAsked =
  | { readonly kind: StartedKind }
  | { readonly kind: "publish"; readonly release: ReleaseGiven };

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
  z.strictObject({
    ...{ news: z.literal("published"), number: z.number(), profile: z.enum(PROFILES) },
    ...{ root: z.string(), folder: z.string() },
  }),
  z.strictObject({ news: z.literal("failed"), code: z.string(), message: z.string() }),
]);
export type JobNews = z.infer<typeof JobNews>;

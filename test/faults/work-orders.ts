/** What a worker process is told to do, in the environment variable INQUEST_WORK. */
import { z } from "zod";

export const WorkOrders = z.strictObject({
  work: z.enum(["append", "append-many", "seal", "seal-many", "import", "secret", "analyse", "mirror"]),
  /** The case folder. */
  dir: z.string(),
  /** The user's own folder. */
  home: z.string(),
  /** The material follows from it. */
  seed: z.string(),
  rounds: z.number().int().positive(),
  actor: z.string().default("worker"),
  /** Whether the log is that of a closed case: each act sealed. */
  isClosed: z.boolean().default(false),
  /** A store that decides which segment is next: a folder, or the address of a bucket. The case folder itself when left out. */
  store: z.string().optional(),
  /** A clock that stands still; the machine's when left out. */
  nowMs: z.number().optional(),
});
export type WorkOrders = z.input<typeof WorkOrders>;

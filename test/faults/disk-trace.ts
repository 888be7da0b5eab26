/** What a worker's disk is told to do, and what it writes down of each call that changed something. */
import { readFileSync } from "node:fs";
import { z } from "zod";

export const DiskOrders = z.strictObject({
  /** Only calls below this folder are seen. */
  root: z.string(),
  /** A file that gets one JSON line for each step. */
  trace: z.string().optional(),
  /** Die by SIGKILL in front of the step with this number, from 1; a write is half done by then. */
  killAt: z.number().int().positive().optional(),
  /** Die in front of the first link or rename to a path that holds these words, or so many steps after it. */
  killOn: z
    .strictObject({
      call: z.enum(["link", "rename"]),
      to: z.string(),
      later: z.number().int().nonnegative(),
    })
    .optional(),
  /** Refuse steps from a number on, as a broken disk would. */
  refuse: z
    .strictObject({
      at: z.number().int().positive(),
      times: z.number().int().positive(),
      /** ENOSPC, EIO, EROFS. */
      code: z.string(),
      /** Only these calls (`write`, `fsync`, `link` …); all when empty. */
      calls: z.array(z.string()),
    })
    .optional(),
});
export type DiskOrders = z.infer<typeof DiskOrders>;

export const DiskStep = z.discriminatedUnion("op", [
  /** A process begins; its file descriptors are its own. */
  z.strictObject({ op: z.literal("start"), pid: z.number() }),
  z.strictObject({ op: z.literal("create"), path: z.string() }),
  z.strictObject({ op: z.literal("cut"), path: z.string(), size: z.number() }),
  z.strictObject({ op: z.literal("write"), path: z.string(), at: z.number(), bytes: z.string() }),
  z.strictObject({ op: z.literal("fsync"), path: z.string(), isFolder: z.boolean(), site: z.string() }),
  z.strictObject({ op: z.literal("link"), path: z.string(), to: z.string() }),
  z.strictObject({ op: z.literal("rename"), path: z.string(), to: z.string() }),
  z.strictObject({ op: z.literal("remove"), path: z.string() }),
  z.strictObject({ op: z.literal("mkdir"), path: z.string() }),
  /** A link whose name was taken: a race lost, nothing changed. */
  z.strictObject({ op: z.literal("taken"), path: z.string() }),
  /** A line on standard output: an acknowledgement. */
  z.strictObject({ op: z.literal("say"), line: z.string() }),
]);
export type DiskStep = z.infer<typeof DiskStep>;

/** Steps that `killAt` and `refuse` count. */
export function isCounted({ op }: DiskStep): boolean {
  return op !== "start" && op !== "say" && op !== "cut" && op !== "taken";
}

export function readTrace(path: string): DiskStep[] {
  return readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => DiskStep.parse(JSON.parse(line)));
}

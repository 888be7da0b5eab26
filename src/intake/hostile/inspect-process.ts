/**
 * The process that looks at hostile files. It is started by `inspector.ts`, asked over its channel, and ended when a
 * file takes too long or too much: then the file is marked, and the next one gets a new process.
 */
import { Worker } from "node:worker_threads";
import { z } from "zod";
import { type ByteSource, memorySource, withFileSource } from "./byte-source.ts";
import { inspectFile } from "./inspect.ts";
import { InspectLimits } from "./limits.ts";
import { readContent } from "./read-content.ts";

const Question = z.strictObject({
  id: z.int(),
  /** report: what the file is; content: what places in it are checked by. */
  wanted: z.enum(["report", "content"]),
  content: z.union([z.strictObject({ file: z.string() }), z.instanceof(Uint8Array)]),
  name: z.string(),
  mediaType: z.string().nullable(),
  limits: InspectLimits,
  memoryBytes: z.int().positive(),
});

/** Watches this process's memory from a thread of its own, which goes on while the other one is busy. */
const WATCH = `
  const { workerData: { memoryBytes, peak } } = require("node:worker_threads");
  setInterval(() => {
    const now = process.memoryUsage.rss();
    if (now > peak[0]) peak[0] = now;
    if (now > memoryBytes) process.kill(process.pid, "SIGKILL");
  }, 10);
`;

/** The most memory seen: what the system counts begins with that of the process which started this one. */
const peak = new Float64Array(new SharedArrayBuffer(Float64Array.BYTES_PER_ELEMENT));

let watched = false;

function watchMemory(memoryBytes: number): void {
  if (watched) return;
  watched = true;
  const watch = new Worker(WATCH, {
    eval: true,
    workerData: { memoryBytes, peak },
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: 8, maxYoungGenerationSizeMb: 1 },
  });
  watch.unref();
}

process.on("message", (message) => {
  void answer(Question.parse(message));
});

async function answer(question: z.infer<typeof Question>): Promise<void> {
  const { id, wanted, content, limits, memoryBytes, ...about } = question;
  watchMemory(memoryBytes);
  try {
    const look = (source: ByteSource): Promise<unknown> =>
      wanted === "report" ? inspectFile(source, about, limits) : readContent(source, content, about, limits);
    const found =
      content instanceof Uint8Array
        ? await look(memorySource(content))
        : await withFileSource(content.file, look);
    process.send?.({ id, [wanted]: found, peakBytes: Math.max(peak[0] ?? 0, process.memoryUsage.rss()) });
  } catch (error) {
    process.send?.({ id, fault: error instanceof Error ? error.message : String(error) });
  }
}

// Nobody is left to ask.
process.on("disconnect", () => process.exit());

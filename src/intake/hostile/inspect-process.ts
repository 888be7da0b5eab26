/**
 * The process that looks at hostile files. It is started by `inspector.ts`, asked over its channel, and ended when a
 * file takes too long or too much: then the file is marked, and the next one gets a new process.
 */
import { Worker } from "node:worker_threads";
import { z } from "zod";
import { type ByteSource, memorySource, withFileSource } from "./byte-source.ts";
import { inspectFile } from "./inspect.ts";
import { InspectLimits } from "./limits.ts";

const Question = z.strictObject({
  id: z.int(),
  content: z.union([z.strictObject({ file: z.string() }), z.instanceof(Uint8Array)]),
  name: z.string(),
  mediaType: z.string().nullable(),
  limits: InspectLimits,
  memoryBytes: z.int().positive(),
});

/** Watches this process's memory from a thread of its own, which goes on while the other one is busy. */
const WATCH = `
  const { workerData } = require("node:worker_threads");
  setInterval(() => {
    if (process.memoryUsage.rss() > workerData) process.kill(process.pid, "SIGKILL");
  }, 10);
`;

let watched = false;

function watchMemory(memoryBytes: number): void {
  if (watched) return;
  watched = true;
  const watch = new Worker(WATCH, {
    eval: true,
    workerData: memoryBytes,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: 8, maxYoungGenerationSizeMb: 1 },
  });
  watch.unref();
}

process.on("message", (message) => {
  void answer(Question.parse(message));
});

async function answer(question: z.infer<typeof Question>): Promise<void> {
  const { id, content, limits, memoryBytes, ...about } = question;
  watchMemory(memoryBytes);
  try {
    const look = (source: ByteSource) => inspectFile(source, about, limits);
    const report =
      content instanceof Uint8Array
        ? await look(memorySource(content))
        : await withFileSource(content.file, look);
    process.send?.({ id, report, peakBytes: process.resourceUsage().maxRSS * 1024 });
  } catch (error) {
    process.send?.({ id, fault: error instanceof Error ? error.message : String(error) });
  }
}

// Nobody is left to ask.
process.on("disconnect", () => process.exit());

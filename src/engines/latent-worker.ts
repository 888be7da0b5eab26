/** The thread that runs chains of the latent-class sampler, one after another. */
import { parentPort } from "node:worker_threads";
import { type LatentJob, runLatentJob } from "../estimate/index.ts";

parentPort?.on("message", ({ index, job }: { readonly index: number; readonly job: LatentJob }) => {
  parentPort?.postMessage({ index, draws: runLatentJob(job) });
});

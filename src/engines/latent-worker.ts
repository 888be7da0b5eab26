/** The thread that runs chains of the latent-class sampler, one after another, and tells how far it is. */
import { parentPort } from "node:worker_threads";
import { type LatentJob, runLatentJob } from "../estimate/index.ts";

parentPort?.on("message", ({ index, job }: { readonly index: number; readonly job: LatentJob }) => {
  const draws = runLatentJob(job, (rounds) => parentPort?.postMessage({ index, rounds }));
  parentPort?.postMessage({ index, draws });
});

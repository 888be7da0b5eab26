/** The thread that compares and weighs pairs of a linkage run, one job after another. */
import { parentPort } from "node:worker_threads";
import { type BoundWork, bindWork, runLinkJob } from "../linkage/index.ts";
import { buffersOf, type ToLinkThread } from "./link-messages.ts";

let bound: BoundWork | null = null;

parentPort?.on("message", (message: ToLinkThread) => {
  if (message.kind === "work") {
    bound = bindWork(message.work);
    return;
  }
  if (bound === null) throw new Error("a job of a linkage run came before its work");
  const answer = runLinkJob(bound, message.job);
  parentPort?.postMessage({ index: message.index, answer }, buffersOf(answer));
});

/** The door of `linkage`: which records are the same person. */
export * from "./agreement.ts";
export * from "./audit-sample.ts";
export * from "./candidate-pairs.ts";
export * from "./cut-groups.ts";
export * from "./engine.ts";
export * from "./evaluate.ts";
export * from "./evaluate-review.ts";
export * from "./evaluate-truth.ts";
export * from "./explain.ts";
export * from "./explain-names.ts";
export * from "./identical-rows.ts";
export {
  KeptModel,
  type KeptScores,
  type LinkAgain,
  type LinkedWithModel,
  linkAgain,
  linkAgainWith,
  linkAndKeep,
  linkAndKeepWith,
  type Misfit,
  misfitOf,
  type PreviousRun,
} from "./link-again.ts";
export {
  type BoundWork,
  bindWork,
  type JobRequest,
  type LinkAnswer,
  type LinkJob,
  type LinkWork,
  type LinkWorkers,
  runLinkJob,
} from "./link-jobs.ts";
export * from "./link-on-engine.ts";
export { linkRecords, linkRecordsWith } from "./link-records.ts";
export * from "./match-rows.ts";
export * from "./preview-blocking.ts";
export * from "./queue-outcome.ts";
export * from "./records.ts";
export { regroupRows, weakestLinks } from "./regroup-rows.ts";
export * from "./result.ts";
export * from "./review-agenda.ts";
export * from "./review-pairs.ts";
export * from "./review-queue.ts";
export { SAME_LIST } from "./same-list.ts";
export * from "./settings.ts";
export * from "./settings-for-lists.ts";
export { UnionFind } from "./union-find.ts";
export { toProbability, toWeight } from "./weights.ts";

/** The door of `linkage`: which records are the same person. */
export * from "./candidate-pairs.ts";
export * from "./evaluate.ts";
export * from "./evaluate-review.ts";
export * from "./evaluate-truth.ts";
export * from "./explain.ts";
export * from "./explain-names.ts";
export * from "./link-again.ts";
export { linkRecords } from "./link-records.ts";
export * from "./match-rows.ts";
export * from "./records.ts";
export * from "./result.ts";
export * from "./settings.ts";

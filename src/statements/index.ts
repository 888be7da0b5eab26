/** The door of `statements`. */
export { checkPassage, type PassageCheck } from "./check-passage.ts";
export * from "./consent.ts";
export * from "./contradiction.ts";
export * from "./errors.ts";
export * from "./grading.ts";
export { formatMoment } from "./moment.ts";
export * from "./passage.ts";
export type { SourceToQuote } from "./place-passage.ts";
export { type RefindOutcome, type RefoundPassage, refindInCopy, type SourceCopy } from "./refind-in-copy.ts";
export * from "./source.ts";
export * from "./statement.ts";
export * from "./statement-file.ts";
export * from "./statement-schema.ts";
export * from "./status.ts";
export * from "./store.ts";
export * from "./subject.ts";
export * from "./vocabulary.ts";
export * from "./yaml-file.ts";

/** The door of `statements`. */
export * from "./consent.ts";
export * from "./contradiction.ts";
export * from "./errors.ts";
export * from "./source.ts";
export * from "./statement.ts";
export * from "./statement-file.ts";
export * from "./statement-schema.ts";
export * from "./statement-time.ts";
export * from "./status.ts";
export * from "./store.ts";
export * from "./subject.ts";
export * from "./vocabulary.ts";
export * from "./yaml-file.ts";

/** The door of `core`. */
export * from "./errors.ts";
export * from "./ids.ts";
export * from "./json.ts";
export * from "./messages.ts";
export * from "./progress.ts";

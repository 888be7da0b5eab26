/** The door of `core`. */
export * from "./durable-file.ts";
export * from "./ids.ts";
export * from "./own-module.ts";
export * from "./pure.ts";

/** The door of `core`. */
export * from "./ids.ts";
export * from "./own-module.ts";
export * from "./pure.ts";

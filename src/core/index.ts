/** The door of `core`. */
export * from "./ids.ts";
export * from "./pure.ts";

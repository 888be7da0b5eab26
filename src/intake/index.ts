/** The door of `intake`. */
export * from "./fields.ts";
export * from "./list-import.ts";
export * from "./list-record.ts";
export * from "./recipe.ts";

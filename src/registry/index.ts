/** The door of `registry`. */
export * from "./appeal-roll.ts";
export * from "./appeals.ts";
export * from "./confirmation.ts";
export * from "./gaps.ts";
export * from "./land-control.ts";
export * from "./name-index.ts";
export * from "./person-fields.ts";
export * from "./persons.ts";
export * from "./postings.ts";
export * from "./published-point.ts";
export * from "./roll-calls.ts";
export * from "./search-index.ts";
export * from "./signatures.ts";
export * from "./site-as-of.ts";
export * from "./sites.ts";
export * from "./units.ts";
export * from "./watch-list.ts";

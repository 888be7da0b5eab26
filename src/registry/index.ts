/** The door of `registry`. */
export * from "./appeal-roll.ts";
export * from "./appeals.ts";
export * from "./facet-table.ts";
export * from "./gaps.ts";
export * from "./name-index.ts";
export * from "./person-fields.ts";
export * from "./persons.ts";
export * from "./postings.ts";
export * from "./roll-calls.ts";
export type { Mark } from "./search/marks.ts";
export type { FoundHow } from "./search/meanings.ts";
export * from "./search-index.ts";
export * from "./sites.ts";
export * from "./units.ts";
export * from "./watch-list.ts";

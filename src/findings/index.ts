/** The door of `findings`. */
export * from "./answers.ts";
export * from "./facts.ts";
export * from "./figure.ts";
export * from "./figure-text.ts";
export * from "./figure-view.ts";
export * from "./lineage.ts";
export { voiceOf } from "./reported.ts";

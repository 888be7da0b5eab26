/** The door of `findings`. */
export * from "./answers.ts";
export * from "./facts.ts";
export * from "./figure.ts";
export * from "./figure-text.ts";
export * from "./figure-view.ts";
export * from "./finding.ts";
export { answerHowMany } from "./how-many.ts";
export { involvementText } from "./involvement-text.ts";
export * from "./lineage.ts";
export { voiceOf } from "./reported.ts";
export * from "./support.ts";
export * from "./what-would-change.ts";

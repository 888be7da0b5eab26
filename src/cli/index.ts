/** The door of `cli`. */
export { runCommand } from "./run.ts";
export type { Terminal } from "./terminal.ts";

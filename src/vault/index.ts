/** The door of `vault`. */
export * from "./vault.ts";

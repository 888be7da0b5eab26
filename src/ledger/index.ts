/** The door of `ledger`. */
export * from "./act.ts";
export * from "./actor-key.ts";
export * from "./checkpoint.ts";
export * from "./durable-file.ts";
export * from "./ledger.ts";
export * from "./merkle/proof.ts";
export * from "./problem.ts";
export * from "./verify-report.ts";

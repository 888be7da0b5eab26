/** The door of `engines`: adapters that run the pure rooms' work on this machine's threads, and in databases. */
export { createDuckDbEngine } from "./duckdb/duckdb-engine.ts";
export type { DuckDbOptions } from "./duckdb/duckdb-session.ts";
export { createLatentThreads, type LatentThreadsOptions } from "./latent-threads.ts";

/** The door of `engines`: adapters that run the pure rooms' work on this machine's threads, and in databases. */
export { createDuckDbEngine } from "./duckdb/duckdb-engine.ts";
export type { DuckDbOptions } from "./duckdb/duckdb-session.ts";
export { createLatentThreads, type LatentThreadsOptions } from "./latent-threads.ts";
export { keepOnThreads, linkAgainOnThreads, linkOnThreads } from "./link-on-threads.ts";
export { createLinkThreads, type LinkThreads, type LinkThreadsOptions } from "./link-threads.ts";

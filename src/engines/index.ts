/** The door of `engines`: adapters that run the pure rooms' work on this machine's threads. */

export { createLatentThreads, type LatentThreadsOptions } from "./latent-threads.ts";
export { linkOnThreads } from "./link-on-threads.ts";
export { createLinkThreads, type LinkThreads, type LinkThreadsOptions } from "./link-threads.ts";

/** Property tests draw from a fixed seed, so that a run can be repeated; INQUEST_SEED=random looks further. */
import fc from "fast-check";

const seed = process.env.INQUEST_SEED ?? "1988";
if (seed !== "random") fc.configureGlobal({ seed: Number(seed) });

/** What holds for every test file: a fixed seed, and no folder left behind. */
import fc from "fast-check";
import { afterAll } from "vitest";
import { removeTemporaryFolders } from "./temporary-folder.ts";

// A run can be repeated; INQUEST_SEED=random looks further.
const seed = process.env.INQUEST_SEED ?? "1988";
if (seed !== "random") fc.configureGlobal({ seed: Number(seed) });

afterAll(removeTemporaryFolders);

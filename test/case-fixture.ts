/** Cases built in a temporary folder, with a fixed clock and randomness, for tests that cross rooms. */
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import {
  applyCaseFolder,
  type CaseFolder,
  createCase,
  type OpenCase,
  type Surroundings,
} from "../src/case/index.ts";
import { temporaryFolder } from "./temporary-folder.ts";

export const repository = join(import.meta.dirname, "..");

/** Material for development that lies beside the repository, where it does. */
export const shared = join(repository, "..", "shared");

/** The path of a shared file, or null when the material is not here; tests then skip and say so. */
export function sharedFile(...parts: readonly string[]): string | null {
  const path = join(shared, ...parts);
  return existsSync(path) ? path : null;
}

/** A clock that goes on by a second at each look, and randomness from a counter. */
export function fixedSurroundings(folder: string): Surroundings {
  let ticks = 0;
  let draws = 0;
  return {
    now: () => Date.UTC(2026, 0, 1) + 1000 * ticks++,
    random: (sizeBytes) => {
      const bytes = new Uint8Array(sizeBytes);
      for (let at = 0; at < sizeBytes; at += 32) {
        const digest = createHash("sha256").update(`draw ${draws++}`).digest();
        bytes.set(digest.subarray(0, Math.min(32, sizeBytes - at)), at);
      }
      return bytes;
    },
    homeDir: join(folder, "home"),
    actor: "tester",
  };
}

export { temporaryFolder };

/** A case built from a folder. Close it. */
export async function buildCase(folder: CaseFolder, name: string): Promise<OpenCase> {
  const home = temporaryFolder(name);
  const opened = await createCase({
    dir: join(home, "case"),
    config: folder.config,
    surroundings: fixedSurroundings(home),
  });
  await applyCaseFolder(opened, folder);
  return opened;
}
